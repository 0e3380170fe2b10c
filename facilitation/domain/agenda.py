"""The running order lived: steps started, ended, gone back to, corrected.

The clock of a step under way is `clock`, its writing window `writing`, the situations `cases`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from facilitation.domain.clock import (
    LONGEST_STEP,
    MINUTE,
    lengthened,
    need_under_way,
    step_under_way,
)
from facilitation.domain.core import (
    Actor,
    Change,
    Context,
    Decision,
    Event,
    Put,
    Refused,
    corrections,
    event,
    fields_of,
)
from facilitation.domain.evolve import evolves
from facilitation.domain.records import Case, Step
from facilitation.domain.screen import scene_of
from facilitation.domain.state import State
from facilitation.domain.versions import check_base
from facilitation.domain.vocabulary import ALLOWED, SCENES
from facilitation.domain.writing import WritingClosed, WritingOpened, unsealed


@dataclass(frozen=True, slots=True)
class StartStep:
    """Start a step (the next one when none is named), ending the one that runs."""

    step: str | None = None


@dataclass(frozen=True, slots=True)
class FinishStep:
    """End the running step."""


@dataclass(frozen=True, slots=True)
class BackStep:
    """Go back to the step before, as it was left."""


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
    speakers: tuple[str, ...] | None = None


@event("step.started")
@dataclass(frozen=True)
class StepStarted(Event):
    """A step began, or began again."""

    step: str
    at: int


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
    speakers: tuple[str, ...] | None = None


def start(state: State, actor: Actor, command: StartStep, context: Context) -> Decision:
    """Refused past the last step."""
    running = step_under_way(state)
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


def _ending(running: Step | None, now: int) -> Iterator[Event]:
    if running is None:
        return
    if running.writing_open:
        yield WritingClosed(running.id)
    yield StepFinished(running.id, now)


def finish(state: State, actor: Actor, command: FinishStep, context: Context) -> Decision:
    """Refused when no step runs."""
    return Decision(tuple(_ending(need_under_way(state), context.now)))


def back(state: State, actor: Actor, command: BackStep, context: Context) -> Decision:
    """Refused before the first step."""
    here = state.current_step()
    earlier = [one for one in state.steps() if here and one.position < here.position]
    if not earlier:
        raise Refused("no_previous_step")
    step = earlier[-1]
    ending = _ending(step_under_way(state), context.now)
    events: tuple[Event, ...] = (*ending, StepReentered(step.id, context.now), scene_of(step))
    return Decision(events, result={"step": step.id})


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
    return Decision((StepCorrected(**fields_of(command)),))


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
            stopped=0,
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


@evolves(StepFinished)
def _finished(state: State, happened: StepFinished) -> Iterable[Change]:
    step = state.step(happened.step)
    yield Put(
        "steps",
        replace(step, state="done", finished_at=happened.at, ends_at=None, revealed=True),
    )
    yield from unsealed(state, step.id)


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
    given = corrections(happened, "step")
    yield Put("steps", replace(lengthened(step, given.get("minutes", step.minutes)), **given))
