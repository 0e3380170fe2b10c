"""The draft action plan: sheets made from voted themes in one gesture, written field by field.

Each field has its own version: two hands on two fields of one sheet never collide.
What a new sheet starts with is `drafting`; the shape of each field is `sheets`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Final

from facilitation.domain.core import (
    Actor,
    Change,
    Conflict,
    Context,
    Decision,
    Event,
    Put,
    Refused,
    event,
)
from facilitation.domain.drafting import drawn, scored, tables_of
from facilitation.domain.evolve import evolves
from facilitation.domain.history import begun, chronicled
from facilitation.domain.records import ACTION_FIELDS, Action, Contribution, Theme
from facilitation.domain.sheets import sheet_value
from facilitation.domain.state import State
from facilitation.domain.versions import has_moved

#: What a table that writes a sheet leaves to the facilitator: where it stands, who approved it.
_FACILITATORS: Final = ("status", "validation")


@dataclass(frozen=True, slots=True)
class CreateAction:
    """A draft sheet, from a theme or from contributions, maybe given to a table to write."""

    title: str = ""
    theme: str | None = None
    contributions: tuple[str, ...] = ()
    table: str | None = None


@dataclass(frozen=True, slots=True)
class EditAction:
    """One field of a sheet. `milestones` and `associates` take a list of objects."""

    action: str
    field: str
    value: Any


@dataclass(frozen=True, slots=True)
class GiveAction:
    """Say which table writes a sheet."""

    action: str
    table: str | None = None


@dataclass(frozen=True, slots=True)
class DropAction:
    """Take a sheet out of the plan; its number is not given again."""

    action: str


@event("action.created")
@dataclass(frozen=True)
class ActionCreated(Event):
    """A draft sheet, with what could be drawn from its sources."""

    action: Action
    at: int = 0


@event("action.edited")
@dataclass(frozen=True)
class ActionEdited(Event):
    """One field of a sheet was written; `held` when the screen waits to be shown it."""

    action: str
    field: str
    value: Any
    at: int = 0
    held: bool = False


@event("action.given")
@dataclass(frozen=True)
class ActionGiven(Event):
    """A table writes the sheet, or none does."""

    action: str
    table: str | None
    at: int = 0


@event("action.dropped")
@dataclass(frozen=True)
class ActionDropped(Event):
    """A sheet left the plan."""

    action: str
    at: int = 0


def create(state: State, actor: Actor, command: CreateAction, context: Context) -> Decision:
    """Refused with nothing to draw from: no title, theme or contribution."""
    theme = state.theme(command.theme) if command.theme else None
    texts = _sources(state, command, theme)
    title = command.title.strip() or (theme.name if theme else "")
    title = title or (texts[0].text if texts else "")
    if not title:
        raise Refused("text_missing")
    if command.table is not None:
        state.table(command.table)
    number = state.next_number("ACT", 2, context.number)
    action = Action(
        id=number,
        title=title,
        table=command.table,
        theme=theme.id if theme else None,
        contributions=tuple(text.id for text in texts),
        tables=tables_of(texts),
        cases=tuple(dict.fromkeys(text.case for text in texts if text.case)),
        why=theme.subtitle if theme else "",
        **drawn(state, texts),
        **scored(state, theme, texts),
    )
    return Decision((ActionCreated(action, context.now),), result={"id": number})


def _sources(state: State, command: CreateAction, theme: Theme | None) -> list[Contribution]:
    keys = command.contributions or tuple(state.themed.get(theme.id, ()) if theme else ())
    texts = [state.contribution(key) for key in dict.fromkeys(keys)]
    return [text for text in texts if text.state == "posted"]


def edit(state: State, actor: Actor, command: EditAction, context: Context) -> Decision:
    """A table writes its own sheet, a facilitator any; refused when the field moved meanwhile."""
    action = _writable(state, actor, command.action)
    if command.field not in ACTION_FIELDS:
        raise Refused("unknown_value", field=command.field)
    if command.field in _FACILITATORS and actor.role != "facilitator":
        raise Refused("forbidden")
    if has_moved(context, dict(action.versions).get(command.field, 0), context.base):
        raise Conflict("actions", action.id)
    value = sheet_value(state, command.field, command.value)
    # Nobody reads over a table's shoulder while the préfet answers; the facilitator does it openly.
    held = actor.role != "facilitator" and state.screen.scene == "return"
    return Decision((ActionEdited(action.id, command.field, value, context.now, held),))


def _writable(state: State, actor: Actor, key: str) -> Action:
    action = state.action(key)
    if action.state != "live":
        raise Refused("unknown_action")
    if actor.role != "facilitator" and (action.table is None or action.table != actor.table):
        raise Refused("unknown_action")
    return action


def give(state: State, actor: Actor, command: GiveAction, context: Context) -> Decision:
    """Refused for an unknown sheet or table."""
    action = _writable(state, actor, command.action)
    if command.table is not None:
        state.table(command.table)
    return Decision((ActionGiven(action.id, command.table, context.now),))


def drop(state: State, actor: Actor, command: DropAction, context: Context) -> Decision:
    """Refused for a sheet that left already."""
    action = _writable(state, actor, command.action)
    return Decision((ActionDropped(action.id, context.now),))


def _sourced(state: State, keys: Iterable[str], action: str, on: bool) -> Iterable[Change]:
    """Every text says which actions it led to."""
    for key in keys:
        text = state.contribution(key)
        others = tuple(one for one in text.actions if one != action)
        yield Put("contributions", replace(text, actions=(*others, action) if on else others))


@evolves(ActionCreated)
def _created(state: State, happened: ActionCreated) -> Iterable[Change]:
    projected = state.screen.scene == "plan"
    yield Put("actions", replace(begun(happened.action, happened.at), projected=projected))
    yield from _sourced(state, happened.action.contributions, happened.action.id, on=True)


@evolves(ActionEdited)
def _edited(state: State, happened: ActionEdited) -> Iterable[Change]:
    old = state.action(happened.action)
    value = sheet_value(state, happened.field, happened.value)
    new = replace(old, **{happened.field: value}, held=_held(old, happened))
    new = chronicled(old, new, happened.at)
    yield Put("actions", stamped(new, (happened.field,), state.seq + 1))
    if happened.field == "contributions":
        gone = [key for key in old.contributions if key not in value]
        added = [key for key in value if key not in old.contributions]
        yield from _sourced(state, gone, old.id, on=False)
        yield from _sourced(state, added, old.id, on=True)


def _held(old: Action, happened: ActionEdited) -> tuple[tuple[str, Any], ...]:
    """What was on the screen stays there until it is shown again, or a facilitator writes."""
    kept = dict(old.held)
    if happened.held:
        kept.setdefault(happened.field, getattr(old, happened.field))
    else:
        kept.pop(happened.field, None)
    return tuple(kept.items())


def stamped(action: Action, fields: Iterable[str], version: int) -> Action:
    """The sheet with the version of the fields that were just written."""
    new = {name: version for name in fields if name in ACTION_FIELDS}
    return replace(action, versions=tuple({**dict(action.versions), **new}.items()))


@evolves(ActionGiven)
def _given(state: State, happened: ActionGiven) -> Iterable[Change]:
    old = state.action(happened.action)
    yield Put("actions", chronicled(old, replace(old, table=happened.table), happened.at))


@evolves(ActionDropped)
def _dropped(state: State, happened: ActionDropped) -> Iterable[Change]:
    old = state.action(happened.action)
    yield Put("actions", chronicled(old, replace(old, state="removed"), happened.at))
    yield from _sourced(state, old.contributions, old.id, on=False)
