"""The draft action plan: sheets made from voted themes in one gesture, written field by field.

Each field has its own version: two hands on two fields of one sheet never collide.
"""

from collections.abc import Callable, Iterable
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
from facilitation.domain.evolve import evolves
from facilitation.domain.records import (
    ACTION_FIELDS,
    Action,
    Associate,
    Contribution,
    Milestone,
    Theme,
)
from facilitation.domain.state import State
from facilitation.domain.vocabulary import ROLES

STATUSES: Final = ("proposed", "retained", "engaged", "done", "postponed", "abandoned")
_KNOWN: Final = {
    "theme": "themes",
    "policy": "policies",
    "pilot": "services",
    "authority": "services",
    "statement": "statements",
}


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


@event("action.edited")
@dataclass(frozen=True)
class ActionEdited(Event):
    """One field of a sheet was written."""

    action: str
    field: str
    value: Any


@event("action.given")
@dataclass(frozen=True)
class ActionGiven(Event):
    """A table writes the sheet, or none does."""

    action: str
    table: str | None


@event("action.dropped")
@dataclass(frozen=True)
class ActionDropped(Event):
    """A sheet left the plan."""

    action: str


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
    number = state.next_number("ACT", 2)
    action = Action(
        id=number,
        title=title,
        table=command.table,
        theme=theme.id if theme else None,
        contributions=tuple(text.id for text in texts),
        tables=tuple(sorted({text.table for text in texts if text.table})),
        cases=tuple(dict.fromkeys(text.case for text in texts if text.case)),
        why=theme.subtitle if theme else "",
        **_drawn(state, texts),
        **_scored(state, theme, texts),
    )
    return Decision((ActionCreated(action),), result={"id": number})


def _sources(state: State, command: CreateAction, theme: Theme | None) -> list[Contribution]:
    keys = command.contributions or tuple(state.themed.get(theme.id, ()) if theme else ())
    texts = [state.contribution(key) for key in dict.fromkeys(keys)]
    return [text for text in texts if text.state == "posted"]


def _drawn(state: State, texts: list[Contribution]) -> dict[str, Any]:
    """Services involved, their roles and the level, from the positionings on the same cases."""
    cases = {text.case for text in texts if text.case}
    said = [
        one
        for one in state.contributions()
        if one.kind == "positioning" and one.state == "posted" and one.case in cases and one.service
    ]
    pilot = _most(one.service for one in said if one.role == "pilot")
    authority = _most(one.service for one in said if one.role == "authority")
    associates = {
        str(one.service): one.role
        for one in said
        if one.role in ("contributes", "supports") and one.service not in (pilot, authority)
    }
    tool = next((text.text for text in texts if "common_tool" in text.tags), "")
    return {
        "pilot": pilot or authority,
        "authority": authority,
        "associates": tuple(
            Associate(name, str(role)) for name, role in sorted(associates.items())
        ),
        "level": _most(one.level for one in said),
        "tool": tool,
    }


def _most(values: Iterable[str | None]) -> str | None:
    """The value said most often; between equals, the first in the alphabet."""
    counts: dict[str, int] = {}
    for value in values:
        if value:
            counts[value] = counts.get(value, 0) + 1
    return min(counts, key=lambda name: (-counts[name], name), default=None)


def _scored(state: State, theme: Theme | None, texts: list[Contribution]) -> dict[str, Any]:
    """The score of the latest closed vote that had the theme, or one of the texts, as option."""
    wanted = {theme.id} if theme else {text.id for text in texts}
    for ballot in reversed(state.ballots()):
        if ballot.tally is None or ballot.subject == "evaluation":
            continue
        found = [score.total for score in ballot.tally.scores if score.option in wanted]
        if found:
            return {"score": sum(found), "ballot": ballot.id}
    return {}


def edit(state: State, actor: Actor, command: EditAction, context: Context) -> Decision:
    """A table writes its own sheet, a facilitator any; refused when the field moved meanwhile."""
    action = _writable(state, actor, command.action)
    if command.field not in ACTION_FIELDS:
        raise Refused("unknown_value", field=command.field)
    if command.field == "status" and actor.role != "facilitator":
        raise Refused("forbidden")
    if context.base is not None and dict(action.versions).get(command.field, 0) > context.base:
        raise Conflict("actions", action.id)
    value = _value(state, command.field, command.value)
    return Decision((ActionEdited(action.id, command.field, value),))


def _writable(state: State, actor: Actor, key: str) -> Action:
    action = state.action(key)
    if action.state != "live":
        raise Refused("unknown_action")
    if actor.role != "facilitator" and (action.table is None or action.table != actor.table):
        raise Refused("unknown_action")
    return action


def _value(state: State, field: str, value: Any) -> Any:
    """The value as the record keeps it; a wrong shape or an unknown reference is refused."""
    special = _SPECIAL.get(field)
    if special is not None:
        return special(state, field, value)
    if field in _KNOWN:
        return _known(state, _KNOWN[field], value) if value else None
    if not isinstance(value, str) or (field == "title" and not value.strip()):
        raise Refused("unknown_value", field=field)
    return value.strip()


def _milestones(state: State, field: str, value: Any) -> tuple[Milestone, ...]:
    return tuple(_milestone(item) for item in _list(field, value))


def _associates(state: State, field: str, value: Any) -> tuple[Associate, ...]:
    return tuple(_associate(state, item) for item in _list(field, value))


def _references(state: State, field: str, value: Any) -> tuple[str, ...]:
    return tuple(_known(state, field, item) for item in _list(field, value))


def _level(state: State, field: str, value: Any) -> Any:
    return _one_of(field, value, (*state.workshop.levels, None))


def _status(state: State, field: str, value: Any) -> Any:
    return _one_of(field, value, STATUSES)


_SPECIAL: Final[dict[str, Callable[[State, str, Any], Any]]] = {
    "milestones": _milestones,
    "associates": _associates,
    "cases": _references,
    "contributions": _references,
    "tables": _references,
    "level": _level,
    "status": _status,
}


def _list(field: str, value: Any) -> list[Any]:
    if not isinstance(value, list | tuple) or len(value) > 100:
        raise Refused("unknown_value", field=field)
    return list(value)


def _one_of(field: str, value: Any, allowed: tuple[Any, ...]) -> Any:
    if value not in allowed:
        raise Refused("unknown_value", field=field)
    return value


def _known(state: State, collection: str, value: Any) -> str:
    if not isinstance(value, str):
        raise Refused("unknown_value", field=collection)
    return state.need(collection, value).id


def _milestone(item: Any) -> Milestone:
    if isinstance(item, Milestone):
        return item
    names = ("content", "responsible", "due", "state")
    if not isinstance(item, dict) or any(name not in names for name in item):
        raise Refused("unknown_value", field="milestones")
    if any(not isinstance(value, str) for value in item.values()):
        raise Refused("unknown_value", field="milestones")
    return Milestone(**{"content": "", **item})


def _associate(state: State, item: Any) -> Associate:
    if isinstance(item, Associate):
        return item
    if not isinstance(item, dict) or any(name not in ("service", "role") for name in item):
        raise Refused("unknown_value", field="associates")
    role = item.get("role", "supports")
    if role not in ROLES:
        raise Refused("unknown_value", field="associates")
    return Associate(_known(state, "services", item.get("service")), role)


def give(state: State, actor: Actor, command: GiveAction, context: Context) -> Decision:
    """Refused for an unknown sheet or table."""
    action = _writable(state, actor, command.action)
    if command.table is not None:
        state.table(command.table)
    return Decision((ActionGiven(action.id, command.table),))


def drop(state: State, actor: Actor, command: DropAction, context: Context) -> Decision:
    """Refused for a sheet that left already."""
    action = _writable(state, actor, command.action)
    return Decision((ActionDropped(action.id),))


def _sourced(state: State, keys: Iterable[str], action: str, on: bool) -> Iterable[Change]:
    """Every text says which actions it led to."""
    for key in keys:
        text = state.contribution(key)
        others = tuple(one for one in text.actions if one != action)
        yield Put("contributions", replace(text, actions=(*others, action) if on else others))


@evolves(ActionCreated)
def _created(state: State, happened: ActionCreated) -> Iterable[Change]:
    projected = state.screen.scene == "plan"
    yield Put("actions", replace(happened.action, projected=projected))
    yield from _sourced(state, happened.action.contributions, happened.action.id, on=True)


@evolves(ActionEdited)
def _edited(state: State, happened: ActionEdited) -> Iterable[Change]:
    old = state.action(happened.action)
    value = _value(state, happened.field, happened.value)
    new = replace(old, **{happened.field: value})
    yield Put("actions", stamped(new, (happened.field,), state.seq + 1))
    if happened.field == "contributions":
        gone = [key for key in old.contributions if key not in value]
        added = [key for key in value if key not in old.contributions]
        yield from _sourced(state, gone, old.id, on=False)
        yield from _sourced(state, added, old.id, on=True)


def stamped(action: Action, fields: Iterable[str], version: int) -> Action:
    """The sheet with the version of the fields that were just written."""
    new = {name: version for name in fields if name in ACTION_FIELDS}
    return replace(action, versions=tuple({**dict(action.versions), **new}.items()))


@evolves(ActionGiven)
def _given(state: State, happened: ActionGiven) -> Iterable[Change]:
    yield Put("actions", replace(state.action(happened.action), table=happened.table))


@evolves(ActionDropped)
def _dropped(state: State, happened: ActionDropped) -> Iterable[Change]:
    old = state.action(happened.action)
    yield Put("actions", replace(old, state="removed"))
    yield from _sourced(state, old.contributions, old.id, on=False)
