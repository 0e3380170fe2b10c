"""What happened to an action sheet, dated; the number of its lines is the sheet's version."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from facilitation.domain.records import ACTION_FIELDS, Action, SheetLine

#: Fields whose values are told. Longer ones are only named; so is what may hold a person's name,
#: for observers read the history too.
TOLD: Final = (
    "title",
    "theme",
    "policy",
    "status",
    "authority",
    "pilot",
    "level",
    "start",
    "due",
    "revised_due",
    "table",
    "state",
)

_WATCHED: Final = (*ACTION_FIELDS, "table", "state")


def begun(action: Action, at: int) -> Action:
    """A new sheet with its first line: what it was drawn from, which table writes it."""
    origins = (action.theme,) if action.theme else action.contributions
    sources = tuple(key for key in (*origins, action.ballot) if key)
    line = SheetLine(at, "created", after=action.table or "", sources=sources)
    return replace(action, history=(line,))


def chronicled(before: Action, after: Action, at: int) -> Action:
    """The sheet as it becomes, with a line for each field that this changes."""
    return replace(after, history=(*before.history, *_lines(before, after, at)))


def _lines(before: Action, after: Action, at: int) -> Iterator[SheetLine]:
    for name in _WATCHED:
        old, new = getattr(before, name), getattr(after, name)
        if old != new:
            told = (old or "", new or "") if name in TOLD else ()
            yield SheetLine(at, name, *told)
