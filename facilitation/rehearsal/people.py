"""A simulated person: who they are, by which device they speak, what they hold and know."""

import time
from dataclasses import dataclass, field
from random import Random
from typing import Any

from facilitation.rehearsal.line import Answer, Line, Wish
from facilitation.rehearsal.sockets import Ear
from facilitation.rehearsal.streams import Streams

Json = dict[str, Any]


@dataclass(slots=True)
class Device:
    """A phone, a table's shared device, a facilitator's laptop: one way up, one way down."""

    line: Line
    streams: Streams
    ear: Ear

    @classmethod
    def new(cls, line: Line) -> "Device":
        """A device that is not connected yet."""
        streams = Streams()
        return cls(line, streams, Ear(line, streams))

    def send(self, name: str, payload: Json | None = None, **more: Any) -> Answer:
        """Send a command of the catalogue."""
        return self.line.send(Wish(name, payload or {}, **more))


@dataclass(slots=True)
class Person:
    """Somebody in the room. `acting` is their id when the device is shared."""

    number: int
    id: str
    service: str
    table: str
    device: Device
    rng: Random
    acting: str | None = None
    function: str = ""
    secrets: dict[str, str] = field(default_factory=dict)
    papers: dict[str, str] = field(default_factory=dict)

    def say(self, name: str, payload: Json, **more: Any) -> Answer:
        """Send a command as oneself."""
        return self.device.send(name, payload, acting=self.acting, **more)

    @property
    def streams(self) -> Streams:
        """What one's device holds."""
        return self.device.streams

    @property
    def reports(self) -> bool:
        """Whether one is the rapporteur of one's table."""
        found: bool = self.streams.one("tables", self.table).get("rapporteur") == self.id
        return found

    @property
    def may_vote(self) -> bool:
        """Whether one's entry has a vote (a director has none by default)."""
        return bool(self.streams.one("participants", self.id).get("votes", True))

    def chance(self, share: float) -> bool:
        """Whether something happens that happens to a share of people."""
        return self.rng.random() < share

    def linger(self, seconds: float) -> None:
        """Take one's time, up to so many seconds; at a shared device the others wait for it."""
        if seconds > 0:
            time.sleep(self.rng.random() * (seconds / 4 if self.acting else seconds))
