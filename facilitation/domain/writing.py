"""Writing windows: phones open for writing, closed by hand or by the clock, and what that unseals.

`due` says what the clock alone brings about; whoever holds the clock submits it.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from facilitation.domain.clock import LONGEST_STEP, MINUTE, need_under_way
from facilitation.domain.core import Actor, Change, Context, Decision, Event, Put, Refused, event
from facilitation.domain.evolve import evolves
from facilitation.domain.state import State


@dataclass(frozen=True, slots=True)
class OpenWriting:
    """Open the phones for writing, for some minutes (the step's own when none are said)."""

    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class CloseWriting:
    """Close the phones; what was private becomes visible to its table."""


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


def open_writing(state: State, actor: Actor, command: OpenWriting, context: Context) -> Decision:
    """Refused when no step runs, or for a window without length."""
    step = need_under_way(state)
    minutes = command.minutes if command.minutes is not None else step.writing or 5
    if not 0 < minutes <= LONGEST_STEP:
        raise Refused("out_of_range", field="minutes")
    return Decision((WritingOpened(step.id, context.now + minutes * MINUTE),))


def close_writing(state: State, actor: Actor, command: CloseWriting, context: Context) -> Decision:
    """Refused when nobody is writing."""
    step = need_under_way(state)
    if not step.writing_open:
        raise Refused("writing_not_open")
    return Decision((WritingClosed(step.id),))


def due(state: State, now: int) -> list[object]:
    """The commands that the clock alone brings: writing windows that open or close."""
    step = state.current_step()
    closed = state.workshop.state == "closed"
    if closed or step is None or step.state != "running" or step.started_at is None:
        return []
    if step.writing_open and step.writing_ends_at is not None and now >= step.writing_ends_at:
        return [CloseWriting()]
    opens_at = step.started_at + step.writing_at * MINUTE + step.stopped
    untouched = not step.writing_open and not step.revealed and step.writing_ends_at is None
    if step.writing and step.writing_at and untouched and now >= opens_at:
        return [OpenWriting()]
    return []


@evolves(WritingOpened)
def _writing_opened(state: State, happened: WritingOpened) -> Iterable[Change]:
    step = state.step(happened.step)
    yield Put("steps", replace(step, writing_open=True, writing_ends_at=happened.ends_at))


@evolves(WritingClosed)
def _writing_closed(state: State, happened: WritingClosed) -> Iterable[Change]:
    step = state.step(happened.step)
    yield Put("steps", replace(step, writing_open=False, revealed=True))
    yield from unsealed(state, step.id)


def unsealed(state: State, step: str) -> Iterable[Change]:
    """The table sees what its people wrote, also where no writing window ever closed."""
    for contribution in state.contributions():
        if contribution.step == step and contribution.private:
            yield Put("contributions", replace(contribution, private=False))
