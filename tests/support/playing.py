"""A seminar played through the service: bodies as phones send them, readers as pages hold them.

Everything is real but the ports; the log keeps events as the bytes that a database would hold.
"""

import itertools
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from facilitation.domain.core import Actor, Refused
from facilitation.domain.evolve import Recorded
from facilitation.protocol import wire
from facilitation.protocol.catalogue import JOIN
from facilitation.protocol.ports import Entry, Loaded
from facilitation.service.jobs import Job
from facilitation.service.memory import Memory, remember
from facilitation.service.ports import Ports
from facilitation.service.room import Room
from facilitation.service.rooms import Rooms
from facilitation.service.streams import Stream
from facilitation.views.audience import Audience
from facilitation.views.projection import personal
from tests.support.scenario import small
from tests.support.stage import CLAIRE, HUGO, OBSERVER, SCREEN, START

Json = dict[str, Any]

AUDIENCES = (
    Audience("facilitators"),
    Audience("observers"),
    Audience("screen"),
    Audience("table", "1"),
    Audience("table", "2"),
    Audience("me", "p1"),
    Audience("me", "p2"),
    Audience("me", "p3"),
)
PEOPLE = (("p1", "ddt", "1"), ("p2", "ddt", "1"), ("p3", "ars", "2"), ("p4", "dreal", "2"))
KEYS = tuple(key for key, _, _ in PEOPLE)
SENDERS = ("claire", "hugo", *KEYS, "device-1", "device-1-p1", "screen", "observer")
_FIXED = {"claire": CLAIRE, "hugo": HUGO, "screen": SCREEN, "observer": OBSERVER}


class EncodedLog:
    """Events as bytes, and the names that stand beside them."""

    def __init__(self) -> None:
        self.rows: list[tuple[Recorded, bytes]] = []
        self.names: dict[str, str] = {}
        self._code = ""

    def codes(self) -> list[str]:
        """One workshop at most."""
        return [self._code] if self._code else []

    def create(self, code: str, epoch: str) -> None:
        """Make room for it."""
        self._code = code

    def append(self, code: str, entries: Sequence[Entry]) -> None:
        """Keep bytes; nothing of the objects."""
        for entry in entries:
            self.rows.extend((one, wire.encode_event(one.event)) for one in entry.recorded)

    def load(self, code: str) -> Loaded:
        """The log as it would be read from disk."""
        recorded = [
            Recorded(one.seq, one.first, one.command, one.by, _decoded(one, body))
            for one, body in self.rows
        ]
        return Loaded("epoch", recorded, dict(self.names))


def _decoded(one: Recorded, body: bytes) -> Any:
    return wire.decode_event(one.event.event_name, body)


@dataclass
class Clock:
    """A clock that moves by hand."""

    time: int = START

    def now(self) -> int:
        """Milliseconds since the epoch."""
        return self.time


@dataclass
class Reader:
    """A page: the records it holds of one stream, and the number it is at."""

    audience: Audience
    records: Json = field(default_factory=dict)
    number: int = 0
    away: bool = False
    told: list[str] = field(default_factory=list)

    def take(self, message: Json) -> None:
        """A snapshot or changes, as the page would lay them over what it holds."""
        self.told.append(json.dumps(message["records"], ensure_ascii=False))
        if message.get("full"):
            self.records = {}
        for collection, records in message["records"].items():
            kept = self.records.setdefault(collection, {})
            for key, record in records.items():
                kept.pop(key, None) if record is None else kept.update({key: record})
        self.number = message["streams"][str(self.audience)]

    def holds(self) -> Json:
        """What it holds, without empty collections."""
        return {name: kept for name, kept in self.records.items() if kept}


class Playing:
    """The room, its readers and its senders."""

    def __init__(self) -> None:
        self.clock = Clock()
        self.log = EncodedLog()
        self.readers = {str(one): Reader(one) for one in AUDIENCES}
        self._ids = itertools.count(1)
        self._keys = itertools.count(1)
        ports = Ports(self.log, self.clock, self, self, _call, _call, _wait)  # type: ignore[arg-type]
        self.rooms = Rooms(ports)
        self.room: Room = self.rooms.create(small())
        for reader in self.readers.values():
            reader.take(self.room.read(reader.audience))
        for key, service, table in PEOPLE:
            self.join(key, service, table)

    def new(self) -> str:
        """The next id."""
        return f"{next(self._ids):032x}"

    def changes(self, code: str, stream: str, message: Json) -> None:
        """The publisher: a reader who is away hears nothing."""
        reader = self.readers.get(stream)
        if reader is None or reader.away:
            return
        assert message["from"] == reader.number
        reader.take(message)

    def live(self, code: str, stream: str, message: Json) -> None:
        """Live values are no part of this."""

    def join(self, key: str, service: str, table: str) -> None:
        """Somebody comes in under a known id, with a name that tells on whoever leaks it."""
        payload = JOIN.payload(service, table, f"NOM-{key}")
        self.room.submit(Job(Actor("newcomer"), JOIN, payload, fresh=key))
        self.log.names[key] = f"NOM-{key}"

    def sender(self, name: str) -> Actor | None:
        """Who sends, as the doors would say now; None for somebody who is gone."""
        if name in _FIXED:
            return _FIXED[name]
        if name.startswith("device"):
            return Actor("table", name, None, "1")
        key = self.room.kept(name)
        person = self.room.person(key)
        return Actor("participant", f"token-{name}", key, person[1]) if person else None

    def send(self, name: str, command: str, payload: Json, base: int | None = None) -> bool:
        """One request; False when it was refused."""
        actor = self.sender(name)
        if actor is None:
            return False
        body = {"key": f"{next(self._keys):032x}", "name": command, "payload": payload}
        more = {"as": "p1"} if name == "device-1-p1" else {}
        try:
            request = wire.read_request(json.dumps(body | more | {"base": base}).encode())
            self.rooms.submit(self.room.code, actor, request)
        except Refused:
            return False
        return True

    def fresh(self, audience: Audience) -> Json:
        """What a page that opens now is sent, worked out from the state alone."""
        state = self.room.state
        keys = [
            (collection, key)
            for collection, records in state.collections.items()
            for key, record in records.items()
            if audience.kind != "me" or personal(collection, record) == audience.id
        ]
        records = Stream.begin(state, audience, keys).snapshot(state)
        return {name: kept for name, kept in records.items() if kept}

    def packed(self, audience: Audience) -> Json:
        """What a page that opens now is really sent."""
        message = wire.loads(wire.dumps(self.room.read(audience, packed=True)))
        return {name: kept for name, kept in message["records"].items() if kept}

    def replayed(self) -> Memory:
        """The workshop as a restart would read it."""
        self.log.names = dict(self.room.state.names)
        return remember(self.log.load(self.room.code))


def _call(function: Any, *arguments: Any) -> Any:
    return function(*arguments)


def _wait(seconds: float) -> None:
    """Nothing happens meanwhile."""
