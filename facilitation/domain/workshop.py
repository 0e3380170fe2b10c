"""The workshop itself: closed, opened again, and how far its minutes are.

Its beginning is `creation`; the facilitator's words to the phones are `messages`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from facilitation.domain.core import Actor, Change, Context, Decision, Event, Put, Refused, event
from facilitation.domain.evolve import evolves
from facilitation.domain.state import State


@dataclass(frozen=True, slots=True)
class CloseWorkshop:
    """End the workshop: nobody posts any more; documents stay."""


@dataclass(frozen=True, slots=True)
class ReopenWorkshop:
    """Open a closed workshop again."""


@dataclass(frozen=True, slots=True)
class SetMinutesStatus:
    """Say how far the compte rendu is: draft, reviewed, validated or released."""

    status: str


@event("workshop.closed")
@dataclass(frozen=True)
class WorkshopClosed(Event):
    """The workshop ended."""

    at: int


@event("workshop.reopened")
@dataclass(frozen=True)
class WorkshopReopened(Event):
    """A closed workshop was opened again."""


@event("minutes.marked")
@dataclass(frozen=True)
class MinutesMarked(Event):
    """The compte rendu changed status."""

    status: str


MINUTES_STATUSES = ("draft", "reviewed", "validated", "released")


def close(state: State, actor: Actor, command: CloseWorkshop, context: Context) -> Decision:
    """Refused while a ballot is open: its papers would never be counted."""
    if any(ballot.state == "open" for ballot in state.ballots()):
        raise Refused("ballot_still_open")
    return Decision((WorkshopClosed(context.now),))


def reopen(state: State, actor: Actor, command: ReopenWorkshop, context: Context) -> Decision:
    """Open again; nothing happens to an open workshop."""
    return Decision((WorkshopReopened(),) if state.workshop.state == "closed" else ())


def mark_minutes(
    state: State, actor: Actor, command: SetMinutesStatus, context: Context
) -> Decision:
    """Refused for a status that the compte rendu does not have."""
    if command.status not in MINUTES_STATUSES:
        raise Refused("unknown_value", field="status", value=command.status)
    return Decision((MinutesMarked(command.status),))


@evolves(WorkshopClosed)
def _closed(state: State, happened: WorkshopClosed) -> Iterable[Change]:
    yield Put("workshop", replace(state.workshop, state="closed"))


@evolves(WorkshopReopened)
def _reopened(state: State, happened: WorkshopReopened) -> Iterable[Change]:
    yield Put("workshop", replace(state.workshop, state="open"))


@evolves(MinutesMarked)
def _marked(state: State, happened: MinutesMarked) -> Iterable[Change]:
    yield Put("workshop", replace(state.workshop, minutes_status=happened.status))
