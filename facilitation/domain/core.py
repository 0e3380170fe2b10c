"""The grammar of the core: events, changes, decisions, refusals, actors, context.

Features register their events here; no feature's rule lives here.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Final, TypeVar

from facilitation.domain.records import Record

Json = dict[str, Any]


class Event:
    """A fact, named in the past; a frozen dataclass registered by `event`."""

    event_name: ClassVar[str]
    __dataclass_fields__: ClassVar[dict[str, Any]]


EVENTS: Final[dict[str, type[Event]]] = {}

E = TypeVar("E", bound=Event)


def event(name: str) -> Callable[[type[E]], type[E]]:
    """Register a frozen dataclass as the event called `name` on the log."""

    def register(kind: type[E]) -> type[E]:
        if name in EVENTS:
            raise ValueError(name)
        kind.event_name = name
        EVENTS[name] = kind
        return kind

    return register


def fields_of(said: Any) -> Json:
    """What a command or an event says, field by field; records inside it stay records."""
    return {name: getattr(said, name) for name in said.__dataclass_fields__}


def corrections(said: Any, key: str) -> Json:
    """What a correction says of the record named in `key`; what is None stays as it was."""
    return {
        name: value for name, value in fields_of(said).items() if name != key and value is not None
    }


@dataclass(frozen=True, slots=True)
class Put:
    """A record as it now is."""

    collection: str
    record: Record


@dataclass(frozen=True, slots=True)
class Drop:
    """A record that is no more."""

    collection: str
    id: str


@dataclass(frozen=True, slots=True)
class Touch:
    """A record that did not change, but what somebody may see of it did."""

    collection: str
    id: str


Change = Put | Drop | Touch


@dataclass(frozen=True, slots=True)
class SetName:
    """Keep (or forget, with `None`) a participant's name, outside the log."""

    participant: str
    name: str | None


@dataclass(frozen=True, slots=True)
class Paper:
    """The content of one ballot paper; `group` is the voter's pole, never the voter."""

    group: str
    choices: tuple[tuple[str, int], ...]
    remark: str = ""
    entered: bool = False


@dataclass(frozen=True, slots=True)
class CastPaper:
    """Put a paper in the box and, the first time, sign for the voter: two unlinked acts."""

    ballot: str
    key_hash: str
    paper: Paper
    signed: str | None


@dataclass(frozen=True, slots=True)
class EmptyBox:
    """Destroy papers and signatures of a ballot that is over."""

    ballot: str


@dataclass(frozen=True, slots=True)
class EraseText:
    """Blank a contribution's wordings wherever the log holds them; `text` is the latest one."""

    contribution: str
    text: str


Effect = SetName | CastPaper | EmptyBox | EraseText


@dataclass(frozen=True, slots=True)
class Decision:
    """What a command leads to: events for the log, effects beside it, an answer."""

    events: tuple[Event, ...] = ()
    effects: tuple[Effect, ...] = ()
    result: Json = field(default_factory=dict)


class Refused(Exception):
    """A command that cannot be done now; `code` is stable, `details` feed the sentence."""

    def __init__(self, code: str, **details: Any) -> None:
        super().__init__(code)
        self.code = code
        self.details = details


class Conflict(Refused):
    """The record was changed since the sender saw it; the answer carries it as it is."""

    def __init__(self, collection: str, record_id: str) -> None:
        super().__init__("conflict", collection=collection, id=record_id)
        self.collection = collection
        self.record_id = record_id


@dataclass(frozen=True, slots=True)
class Actor:
    """Who sends a command. `id` names the credential (for undo), never a person on the log.

    A shared device (`role` = table) may act for a member: then `participant` is that member.
    """

    role: str
    id: str = ""
    participant: str | None = None
    table: str | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """The ballot box as decide may see it: who signed, which papers are in."""

    signed: Mapping[str, frozenset[str] | set[str]] = field(default_factory=dict)
    papers: Mapping[str, Mapping[str, Paper]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Context:
    """What decide needs from outside: the time, a fresh id, the version seen, the box.

    For what comes from before a restore: `left` is where that life ended, `number` the one that
    was given then, `own` the events that the sender brought back since.
    """

    now: int
    id: str
    base: int | None = None
    box: Box = field(default_factory=Box)
    left: int | None = None
    number: str | None = None
    own: frozenset[int] | set[int] = frozenset()
