"""The clock of the step under way: paused, resumed, given minutes.

Which step begins or ends is `agenda`; the writing windows that the clock opens are `writing`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from facilitation.domain.core import Actor, Change, Context, Decision, Event, Put, Refused, event
from facilitation.domain.evolve import evolves
from facilitation.domain.records import Step
from facilitation.domain.state import State

MINUTE: Final = 60_000
LONGEST_STEP: Final = 600


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


def step_under_way(state: State) -> Step | None:
    """The step that runs or is paused, if there is one."""
    step = state.current_step()
    return step if step is not None and step.state in ("running", "paused") else None


def need_under_way(state: State, *states: str) -> Step:
    """The same, in one of these states when some are named, or a refusal."""
    step = step_under_way(state)
    if step is None or (states and step.state not in states):
        raise Refused("no_running_step")
    return step


def pause(state: State, actor: Actor, command: PauseStep, context: Context) -> Decision:
    """Refused when no step runs."""
    return Decision((StepPaused(need_under_way(state, "running").id, context.now),))


def resume(state: State, actor: Actor, command: ResumeStep, context: Context) -> Decision:
    """Refused when no step is paused."""
    return Decision((StepResumed(need_under_way(state, "paused").id, context.now),))


def extend(state: State, actor: Actor, command: ExtendStep, context: Context) -> Decision:
    """Refused when no step runs, or for an absurd length."""
    if not command.minutes or abs(command.minutes) > LONGEST_STEP:
        raise Refused("out_of_range", field="minutes")
    return Decision((StepExtended(need_under_way(state).id, command.minutes),))


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
            stopped=step.stopped + stopped,
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


def lengthened(step: Step, minutes: int) -> Step:
    """The clock of a step under way, running or paused, follows its new length."""
    more = (minutes - step.minutes) * MINUTE
    if step.state == "paused":
        return replace(step, remaining=max(0, (step.remaining or 0) + more))
    return replace(step, ends_at=step.ends_at + more) if step.ends_at is not None else step
