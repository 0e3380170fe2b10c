"""`evolve(state, event) → changes`, and `fold`, which applies them: the only road into a state.

Each feature registers how its events change records with `evolves`.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final, TypeVar

from facilitation.domain.core import Change, Drop, Event, Put
from facilitation.domain.records import Contribution
from facilitation.domain.state import Before, Done, State

E = TypeVar("E")
Evolver = Callable[[State, Any], Iterable[Change]]
Follower = Callable[[State, Contribution], Iterable[Change]]

_EVOLVERS: Final[dict[type, Evolver]] = {}
_FOLLOWERS: Final[dict[type, list[Follower]]] = {}


@dataclass(frozen=True, slots=True)
class Recorded:
    """An event as the log keeps it.

    `seq` counts from 1 in each workshop; `first` is the number of the command's first event;
    `by` names the facilitator's credential for undoable commands and is empty otherwise.
    """

    seq: int
    first: int
    command: str
    by: str
    event: Event


def evolves(
    kind: type[E],
) -> Callable[[Callable[[State, E], Iterable[Change]]], Callable[[State, E], Iterable[Change]]]:
    """Register the function that turns one kind of event into changes."""

    def register(
        function: Callable[[State, E], Iterable[Change]],
    ) -> Callable[[State, E], Iterable[Change]]:
        _EVOLVERS[kind] = function
        return function

    return register


def follows(*kinds: type) -> Callable[[Follower], Follower]:
    """Register what follows, in another feature, from a contribution that these events put."""

    def register(function: Follower) -> Follower:
        for kind in kinds:
            _FOLLOWERS.setdefault(kind, []).append(function)
        return function

    return register


def evolve(state: State, event: Event) -> list[Change]:
    """The changes that an event means for this state; nothing is touched."""
    changes = list(_EVOLVERS[type(event)](state, event))
    for follower in _FOLLOWERS.get(type(event), ()):
        for change in list(changes):
            if isinstance(change, Put) and isinstance(change.record, Contribution):
                changes.extend(follower(state, change.record))
    return changes


def fold(state: State, recorded: Recorded) -> list[Change]:
    """Let one recorded event happen to the state; answers its changes for publication."""
    changes = evolve(state, recorded.event)
    before = _remember(state, changes) if recorded.by else []
    state.seq = recorded.seq
    state.apply(changes)
    undoes: int | None = getattr(recorded.event, "undoes", None)
    if undoes is not None:
        _mark(state, undoes, undone=True)
    if recorded.by:
        done = state.done.setdefault(recorded.first, Done(recorded.by, recorded.command, []))
        done.records.extend(before)
        done.undoes = undoes
    return changes


def _mark(state: State, number: int, *, undone: bool) -> None:
    """A command whose undo is undone stands again, and can be undone again."""
    done = state.done[number]
    done.undone = undone
    if done.undoes is not None:
        _mark(state, done.undoes, undone=not undone)


def _remember(state: State, changes: list[Change]) -> list[Before]:
    return [
        Before(
            change.collection,
            change.record.id if isinstance(change, Put) else change.id,
            state.find(change.collection, _key(change)),
            change.record if isinstance(change, Put) else None,
        )
        for change in changes
        if isinstance(change, Put | Drop)
    ]


def _key(change: Put | Drop) -> str:
    return change.record.id if isinstance(change, Put) else change.id
