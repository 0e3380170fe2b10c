"""The running order lived: steps started, paused, extended, ended; writing windows; cases.

`due` says what the clock alone brings about; whoever holds the clock submits it.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from facilitation.domain.core import Actor, Change, Context, Decision, Event, Put, Refused, event
from facilitation.domain.evolve import evolves
from facilitation.domain.records import Case, Step
from facilitation.domain.scenario import ALLOWED, SCENES
from facilitation.domain.screen import scene_of
from facilitation.domain.state import State
from facilitation.domain.versions import check_base

MINUTE: Final = 60_000
LONGEST_STEP: Final = 600


@dataclass(frozen=True, slots=True)
class StartStep:
    """Start a step (the next one when none is named), ending the one that runs."""

    step: str | None = None


@dataclass(frozen=True, slots=True)
class PauseStep:
    """Stop the clock of the running step."""


@dataclass(frozen=True, slots=True)
class ResumeStep:
    """Let the clock run again."""


@dataclass(frozen=True, slots=True)
class ExtendStep:
    """Give the running step minutes more, or fewer."""

    minutes: int


@dataclass(frozen=True, slots=True)
class FinishStep:
    """End the running step."""


@dataclass(frozen=True, slots=True)
class BackStep:
    """Go back to the step before, as it was left."""


@dataclass(frozen=True, slots=True)
class OpenWriting:
    """Open the phones for writing, for some minutes (the step's own when none are said)."""

    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class CloseWriting:
    """Close the phones; what was private becomes visible to its table."""


@dataclass(frozen=True, slots=True)
class ReleaseInformation:
    """Give the tables of a case its next piece of information."""

    case: str


@dataclass(frozen=True, slots=True)
class CorrectStep:
    """Correct a step during the day; what is None stays."""

    step: str
    title: str | None = None
    instruction: str | None = None
    minutes: int | None = None
    writing: int | None = None
    private: bool | None = None
    allows: tuple[str, ...] | None = None
    scene: str | None = None


@dataclass(frozen=True, slots=True)
class CorrectCase:
    """Correct a situation during the day; what is None stays."""

    case: str
    title: str | None = None
    context: str | None = None
    questions: tuple[str, ...] | None = None


@event("step.started")
@dataclass(frozen=True)
class StepStarted(Event):
    """A step began, or began again."""

    step: str
    at: int


@event("step.paused")
@dataclass(frozen=True)
class StepPaused(Event):
    """The clock of a step stopped."""

    step: str
    at: int


@event("step.resumed")
@dataclass(frozen=True)
class StepResumed(Event):
    """The clock of a step runs again."""

    step: str
    at: int


@event("step.extended")
@dataclass(frozen=True)
class StepExtended(Event):
    """A step was given minutes."""

    step: str
    minutes: int


@event("step.finished")
@dataclass(frozen=True)
class StepFinished(Event):
    """A step ended."""

    step: str
    at: int


@event("step.reentered")
@dataclass(frozen=True)
class StepReentered(Event):
    """The room went back to a step."""

    step: str
    at: int


@event("step.corrected")
@dataclass(frozen=True)
class StepCorrected(Event):
    """A step was corrected."""

    step: str
    title: str | None = None
    instruction: str | None = None
    minutes: int | None = None
    writing: int | None = None
    private: bool | None = None
    allows: tuple[str, ...] | None = None
    scene: str | None = None


@event("writing.opened")
@dataclass(frozen=True)
class WritingOpened(Event):
    """Phones may write until `ends_at`."""

    step: str
    ends_at: int


@event("writing.closed")
@dataclass(frozen=True)
class WritingClosed(Event):
    """Phones stopped writing; the table sees what was written."""

    step: str


@event("information.released")
@dataclass(frozen=True)
class InformationReleased(Event):
    """A case's next piece of information reached its tables."""

    case: str


@event("case.corrected")
@dataclass(frozen=True)
class CaseCorrected(Event):
    """A situation was corrected."""

    case: str
    title: str | None = None
    context: str | None = None
    questions: tuple[str, ...] | None = None


def start(state: State, actor: Actor, command: StartStep, context: Context) -> Decision:
    """Refused past the last step."""
    running = _running(state)
    step = state.step(command.step) if command.step else _following(state, running)
    if running is not None and running.id == step.id:
        raise Refused("step_already_running", step=step.title)
    events: list[Event] = [*_ending(running, context.now), StepStarted(step.id, context.now)]
    if step.writing and not step.writing_at:
        events.append(WritingOpened(step.id, context.now + step.writing * MINUTE))
    events.append(scene_of(step))
    return Decision(tuple(events), result={"step": step.id})


def _following(state: State, running: Step | None) -> Step:
    here = running or state.current_step()
    position = here.position if here else 0
    for step in state.steps():
        if step.position > position:
            return step
    raise Refused("no_next_step")


def _running(state: State) -> Step | None:
    step = state.current_step()
    return step if step is not None and step.state in ("running", "paused") else None


def _ending(running: Step | None, now: int) -> Iterator[Event]:
    if running is None:
        return
    if running.writing_open:
        yield WritingClosed(running.id)
    yield StepFinished(running.id, now)


def _live(state: State, *states: str) -> Step:
    step = _running(state)
    if step is None or (states and step.state not in states):
        raise Refused("no_running_step")
    return step


def pause(state: State, actor: Actor, command: PauseStep, context: Context) -> Decision:
    """Refused when no step runs."""
    return Decision((StepPaused(_live(state, "running").id, context.now),))


def resume(state: State, actor: Actor, command: ResumeStep, context: Context) -> Decision:
    """Refused when no step is paused."""
    return Decision((StepResumed(_live(state, "paused").id, context.now),))


def extend(state: State, actor: Actor, command: ExtendStep, context: Context) -> Decision:
    """Refused when no step runs, or for an absurd length."""
    if not command.minutes or abs(command.minutes) > LONGEST_STEP:
        raise Refused("out_of_range", field="minutes")
    return Decision((StepExtended(_live(state).id, command.minutes),))


def finish(state: State, actor: Actor, command: FinishStep, context: Context) -> Decision:
    """Refused when no step runs."""
    return Decision(tuple(_ending(_live(state), context.now)))


def back(state: State, actor: Actor, command: BackStep, context: Context) -> Decision:
    """Refused before the first step."""
    here = state.current_step()
    earlier = [one for one in state.steps() if here and one.position < here.position]
    if not earlier:
        raise Refused("no_previous_step")
    step = earlier[-1]
    ending = _ending(_running(state), context.now)
    events: tuple[Event, ...] = (*ending, StepReentered(step.id, context.now), scene_of(step))
    return Decision(events, result={"step": step.id})


def open_writing(state: State, actor: Actor, command: OpenWriting, context: Context) -> Decision:
    """Refused when no step runs, or for a window without length."""
    step = _live(state)
    minutes = command.minutes if command.minutes is not None else step.writing or 5
    if not 0 < minutes <= LONGEST_STEP:
        raise Refused("out_of_range", field="minutes")
    return Decision((WritingOpened(step.id, context.now + minutes * MINUTE),))


def close_writing(state: State, actor: Actor, command: CloseWriting, context: Context) -> Decision:
    """Refused when nobody is writing."""
    step = _live(state)
    if not step.writing_open:
        raise Refused("writing_not_open")
    return Decision((WritingClosed(step.id),))


def release(state: State, actor: Actor, command: ReleaseInformation, context: Context) -> Decision:
    """Refused when the case has nothing more to give."""
    case = state.case(command.case)
    if case.released >= len(case.releases):
        raise Refused("nothing_to_release", case=case.title)
    return Decision((InformationReleased(case.id),))


def correct_step(state: State, actor: Actor, command: CorrectStep, context: Context) -> Decision:
    """Refused for a value that steps do not have, or when another hand came first."""
    step = state.step(command.step)
    check_base(state, context, "steps", step.id)
    if command.minutes is not None and not 0 < command.minutes <= LONGEST_STEP:
        raise Refused("out_of_range", field="minutes")
    if command.writing is not None and not 0 <= command.writing <= LONGEST_STEP:
        raise Refused("out_of_range", field="writing")
    if any(name not in ALLOWED for name in command.allows or ()):
        raise Refused("unknown_value", field="allows")
    if command.scene is not None and command.scene not in SCENES:
        raise Refused("unknown_value", field="scene")
    return Decision((StepCorrected(**_fields(command)),))


def correct_case(state: State, actor: Actor, command: CorrectCase, context: Context) -> Decision:
    """Refused when another hand came first."""
    case = state.case(command.case)
    check_base(state, context, "cases", case.id)
    return Decision((CaseCorrected(**_fields(command)),))


def _fields(command: CorrectStep | CorrectCase) -> dict[str, Any]:
    return {name: getattr(command, name) for name in command.__dataclass_fields__}


def due(state: State, now: int) -> list[object]:
    """The commands that the clock alone brings: writing windows that open or close."""
    step = state.current_step()
    if step is None or step.state != "running" or step.started_at is None:
        return []
    if step.writing_open and step.writing_ends_at is not None and now >= step.writing_ends_at:
        return [CloseWriting()]
    opens_at = step.started_at + step.writing_at * MINUTE
    untouched = not step.writing_open and not step.revealed and step.writing_ends_at is None
    if step.writing and step.writing_at and untouched and now >= opens_at:
        return [OpenWriting()]
    return []


@evolves(StepStarted)
def _started(state: State, happened: StepStarted) -> Iterable[Change]:
    step = state.step(happened.step)
    yield Put(
        "steps",
        replace(
            step,
            state="running",
            started_at=happened.at,
            ends_at=happened.at + step.minutes * MINUTE,
            remaining=None,
            finished_at=None,
            writing_open=False,
            writing_ends_at=None,
            revealed=not step.private,
        ),
    )
    yield Put("workshop", replace(state.workshop, step=step.id))
    yield from _opened_cases(state, step)


def _opened_cases(state: State, step: Step) -> Iterable[Change]:
    if not (step.round or step.every_case):
        return
    for case in state.cases():
        if not case.opened and (step.every_case or _given(state, case, step.round)):
            yield Put("cases", replace(case, opened=True))


def _given(state: State, case: Case, turn: int) -> bool:
    return any(case.id in table.cases[turn - 1 : turn] for table in state.tables())


@evolves(StepPaused)
def _paused(state: State, happened: StepPaused) -> Iterable[Change]:
    step = state.step(happened.step)
    left = max(0, (step.ends_at or happened.at) - happened.at)
    yield Put(
        "steps",
        replace(step, state="paused", remaining=left, paused_at=happened.at, ends_at=None),
    )


@evolves(StepResumed)
def _resumed(state: State, happened: StepResumed) -> Iterable[Change]:
    step = state.step(happened.step)
    stopped = happened.at - (step.paused_at or happened.at)
    writing_ends_at = step.writing_ends_at + stopped if step.writing_ends_at is not None else None
    yield Put(
        "steps",
        replace(
            step,
            state="running",
            remaining=None,
            paused_at=None,
            ends_at=happened.at + (step.remaining or 0),
            writing_ends_at=writing_ends_at,
        ),
    )


@evolves(StepExtended)
def _extended(state: State, happened: StepExtended) -> Iterable[Change]:
    step = state.step(happened.step)
    more = happened.minutes * MINUTE
    if step.remaining is not None:
        yield Put("steps", replace(step, remaining=max(0, step.remaining + more)))
    else:
        yield Put("steps", replace(step, ends_at=(step.ends_at or 0) + more))


@evolves(StepFinished)
def _finished(state: State, happened: StepFinished) -> Iterable[Change]:
    step = state.step(happened.step)
    yield Put(
        "steps",
        replace(step, state="done", finished_at=happened.at, ends_at=None, revealed=True),
    )
    yield from _unsealed(state, step.id)


@evolves(StepReentered)
def _reentered(state: State, happened: StepReentered) -> Iterable[Change]:
    step = state.step(happened.step)
    ends_at = happened.at + step.minutes * MINUTE
    started = step.started_at if step.started_at is not None else happened.at
    yield Put(
        "steps", replace(step, state="running", started_at=started, ends_at=ends_at, remaining=None)
    )
    yield Put("workshop", replace(state.workshop, step=step.id))


@evolves(StepCorrected)
def _step_corrected(state: State, happened: StepCorrected) -> Iterable[Change]:
    step = state.step(happened.step)
    given = {
        name: value
        for name in ("title", "instruction", "minutes", "writing", "private", "allows", "scene")
        if (value := getattr(happened, name)) is not None
    }
    yield Put("steps", replace(_lengthened(step, given.get("minutes", step.minutes)), **given))


def _lengthened(step: Step, minutes: int) -> Step:
    """The clock of a step under way, running or paused, follows its new length."""
    more = (minutes - step.minutes) * MINUTE
    if step.state == "paused":
        return replace(step, remaining=max(0, (step.remaining or 0) + more))
    return replace(step, ends_at=step.ends_at + more) if step.ends_at is not None else step


@evolves(WritingOpened)
def _writing_opened(state: State, happened: WritingOpened) -> Iterable[Change]:
    step = state.step(happened.step)
    yield Put("steps", replace(step, writing_open=True, writing_ends_at=happened.ends_at))


@evolves(WritingClosed)
def _writing_closed(state: State, happened: WritingClosed) -> Iterable[Change]:
    step = state.step(happened.step)
    yield Put("steps", replace(step, writing_open=False, revealed=True))
    yield from _unsealed(state, step.id)


def _unsealed(state: State, step: str) -> Iterable[Change]:
    """The table sees what its people wrote, also where no writing window ever closed."""
    for contribution in state.contributions():
        if contribution.step == step and contribution.private:
            yield Put("contributions", replace(contribution, private=False))


@evolves(InformationReleased)
def _released(state: State, happened: InformationReleased) -> Iterable[Change]:
    case = state.case(happened.case)
    yield Put("cases", replace(case, released=case.released + 1))


@evolves(CaseCorrected)
def _case_corrected(state: State, happened: CaseCorrected) -> Iterable[Change]:
    case = state.case(happened.case)
    given = {
        name: value
        for name in ("title", "context", "questions")
        if (value := getattr(happened, name)) is not None
    }
    yield Put("cases", replace(case, **given))
