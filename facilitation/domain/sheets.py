"""The shape of each field of an action sheet: a wrong one is refused, a right one is kept."""

from collections.abc import Callable
from typing import Any, Final

from facilitation.domain.core import Refused
from facilitation.domain.records import Associate, Milestone
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


def sheet_value(state: State, field: str, value: Any) -> Any:
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
