"""Undo: only the fields that a command wrote come back, unless a later hand changed them.

What a command changed is remembered by `evolve.fold`; ballots are never undone.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, cast

from facilitation.domain.assignment import home
from facilitation.domain.core import (
    Actor,
    Change,
    Conflict,
    Context,
    Decision,
    Drop,
    Event,
    Put,
    Refused,
    Touch,
    event,
)
from facilitation.domain.evolve import evolves
from facilitation.domain.history import chronicled
from facilitation.domain.people import named_through
from facilitation.domain.plan import stamped
from facilitation.domain.records import (
    Action,
    Contribution,
    FollowUp,
    Participant,
    Record,
    Referent,
    RoleCell,
    Theme,
)
from facilitation.domain.state import Before, Done, State


@dataclass(frozen=True, slots=True)
class Undo:
    """Undo one of one's own commands: the latest not yet undone, or the one numbered."""

    command: int | None = None


@event("command.undone")
@dataclass(frozen=True)
class CommandUndone(Event):
    """What a command had changed is again as it was before."""

    undoes: int
    at: int = 0


#: What follows from other records: undoing recounts it, and it never collides.
DERIVED: Final = {
    "actions": ("versions", "history", "held"),
    "contributions": ("actions",),
    "roles": ("roles", "levels", "contributions"),
}


def undo(state: State, actor: Actor, command: Undo, context: Context) -> Decision:
    """Refused when there is nothing to undo, or what it touched was changed by a later hand."""
    number = command.command if command.command is not None else _latest(state, actor.id)
    done = state.done.get(number) if number is not None else None
    if number is None or done is None or done.by != actor.id or done.undone:
        raise Refused("nothing_to_undo")
    for entry in _outcome(done):
        if _changed_since(state, entry):
            raise Conflict(entry.collection, entry.id)
    return Decision((CommandUndone(number, context.now),), result={"undone": done.name})


def _latest(state: State, by: str) -> int | None:
    own = (
        number
        for number, done in state.done.items()
        if done.by == by and not done.undone and done.name != "undo"
    )
    return max(own, default=None)


def _outcome(done: Done) -> list[Before]:
    """Each record once: as it was before the command, and as the whole command left it."""
    merged: dict[tuple[str, str], Before] = {}
    for entry in done.records:
        key = (entry.collection, entry.id)
        first = merged.get(key, entry)
        merged[key] = Before(entry.collection, entry.id, first.before, entry.after)
    return list(merged.values())


def _fields_changed(entry: Before) -> list[str]:
    """The fields that the command itself wrote: only these come back, only these collide."""
    derived = DERIVED.get(entry.collection, ())
    names = entry.after.__dataclass_fields__ if entry.after is not None else ()
    before = entry.before
    return [
        name
        for name in names
        if name not in derived
        and (before is None or getattr(before, name) != getattr(entry.after, name))
    ]


def _changed_since(state: State, entry: Before) -> bool:
    now = state.find(entry.collection, entry.id)
    if now is None or entry.after is None:
        return now != entry.after
    return any(getattr(now, name) != getattr(entry.after, name) for name in _fields_changed(entry))


@evolves(CommandUndone)
def _undone(state: State, happened: CommandUndone) -> Iterable[Change]:
    outcome = _outcome(state.done[happened.undoes])
    for entry in outcome:
        now = state.find(entry.collection, entry.id)
        if entry.before is None:
            yield _removed(entry.collection, cast("Record", now))
        elif now is None:
            yield Put(entry.collection, entry.before)
        else:
            for change in _as_before(state, outcome, entry, now):
                yield _dated(change, now, happened.at)
    yield from _homeless(state, outcome)


def _as_before(state: State, outcome: list[Before], entry: Before, now: Record) -> Iterable[Change]:
    was = {name: getattr(entry.before, name) for name in _fields_changed(entry)}
    record = replace(now, **was)
    if isinstance(record, Action):
        record = stamped(record, was, state.seq + 1)
    if isinstance(now, Participant) and now.merged_into and "merged_into" in was:
        yield from named_through(state, now.merged_into)
    if isinstance(record, Contribution):
        record = _text_as_before(state, outcome, entry, record)
        yield from _touched(entry, now, record)
    yield Put(entry.collection, record)


def _dated(change: Change, now: Record, at: int) -> Change:
    """Going back is one more thing that happened to a sheet."""
    if isinstance(change, Put) and isinstance(change.record, Action) and isinstance(now, Action):
        return Put(change.collection, chronicled(now, change.record, at))
    return change


def _text_as_before(
    state: State, outcome: list[Before], entry: Before, text: Contribution
) -> Contribution:
    """Its theme may have left meanwhile; actions made of it meanwhile stay with it."""
    back = {one.id for one in outcome if one.collection == "themes" and _lived(one.before)}
    before, after = cast("Contribution", entry.before), cast("Contribution", entry.after)
    others = tuple(key for key in text.actions if key not in after.actions)
    kept = tuple(key for key in before.actions if key in text.actions or key not in after.actions)
    return replace(text, theme=home(state, text.theme, back), actions=(*kept, *others))


def _lived(record: Record | None) -> bool:
    return isinstance(record, Theme) and record.state == "live"


def _touched(entry: Before, now: Record, then: Record) -> Iterable[Change]:
    """A theme's size is seen with it: it follows when a text moves back."""
    themes = {getattr(one, "theme", None) for one in (entry.before, entry.after, now, then)}
    for theme in sorted(str(one) for one in themes - {None}):
        yield Touch("themes", theme)


def _homeless(state: State, outcome: list[Before]) -> Iterable[Change]:
    """Texts that came later into a theme which the command had made: they stay on the board."""
    made = {one.id for one in outcome if one.collection == "themes" and one.before is None}
    moved = {one.id for one in outcome if one.collection == "contributions"}
    for text in state.contributions():
        if text.theme in made and text.id not in moved:
            yield Put("contributions", replace(text, theme=None))


def _removed(collection: str, record: Record) -> Change:
    """A numbered record is marked, not dropped: its number is never given again."""
    if isinstance(record, RoleCell) and record.contributions:
        return Put(collection, replace(record, settled_role=None, settled_level=None))
    if isinstance(record, FollowUp | Referent | RoleCell):
        return Drop(collection, record.id)
    return Put(collection, replace(cast("Theme", record), state="removed"))
