"""A workshop that came back from a backup: which lives it had before, and how far each is shared.

The server went back in time: what came after the backup is lost here, not on the phones.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from facilitation.domain.core import Actor, Change, Context, Decision, Event, Put, event
from facilitation.domain.evolve import evolves
from facilitation.domain.records import Life
from facilitation.domain.state import State


@dataclass(frozen=True, slots=True)
class RestoreWorkshop:
    """Go on from a backup: `epoch` names the life that it was taken of, `taken` when."""

    epoch: str
    taken: int


@event("workshop.restored")
@dataclass(frozen=True)
class WorkshopRestored(Event):
    """The workshop goes on from a backup."""

    epoch: str
    taken: int
    at: int


def restore(state: State, actor: Actor, command: RestoreWorkshop, context: Context) -> Decision:
    """The life that ended is remembered with the last number of the log that it shares."""
    return Decision((WorkshopRestored(command.epoch, command.taken, context.now),))


def left(state: State, epoch: str) -> int:
    """The last number that a former life shares with this one; nothing is known of a life that
    was never met, for it may have parted anywhere.
    """
    lives = {life.epoch: life.seq for life in (*state.former, *state.workshop.lives)}
    return lives.get(epoch, 0)


@evolves(WorkshopRestored)
def _restored(state: State, happened: WorkshopRestored) -> Iterable[Change]:
    workshop = state.workshop
    yield Put(
        "workshop",
        replace(
            workshop,
            lives=(*workshop.lives, Life(happened.epoch, state.seq)),
            restored_at=happened.at,
            restored_from=happened.taken,
        ),
    )
