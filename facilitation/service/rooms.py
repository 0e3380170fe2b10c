"""The rooms of this server: created from scenarios, opened on demand, joined, read.

The doors that the web and the sockets use; what they may do was decided by who they are.
"""

from threading import RLock
from typing import Any, Final

from facilitation.domain.core import Actor, Refused
from facilitation.domain.creation import CreateWorkshop
from facilitation.domain.scenario import Scenario
from facilitation.protocol.catalogue import CREATE
from facilitation.protocol.credentials import ALPHABET
from facilitation.protocol.ports import Loaded
from facilitation.protocol.wire import Request
from facilitation.service.jobs import Job
from facilitation.service.ports import Ports
from facilitation.service.room import Room
from facilitation.views.audience import Audience

Json = dict[str, Any]

CODE_LENGTH: Final = 6


class Rooms:
    """Every workshop of one database."""

    def __init__(self, ports: Ports) -> None:
        self.ports = ports
        self._lock = RLock()
        self._rooms: dict[str, Room] = {}

    def codes(self) -> list[str]:
        """Every workshop's code, oldest first."""
        return self.ports.log.codes()

    def opened(self) -> list[Room]:
        """The rooms in memory."""
        with self._lock:
            return list(self._rooms.values())

    def room(self, code: str) -> Room:
        """The room of a code; refused for a code that opens nothing."""
        held = self._rooms.get(code)
        if held is not None and not held.outdated:
            return held
        with self._lock:
            if code not in self._rooms or self._rooms[code].outdated:
                try:
                    loaded = self.ports.log.load(code)
                except KeyError:
                    raise Refused("unknown_code") from None
                if not loaded.recorded:
                    # The process ended between making the code and filling the workshop.
                    raise Refused("unknown_code")
                self._rooms[code] = Room(code, loaded, self.ports)
            return self._rooms[code]

    def create(self, scenario: Scenario, *, rehearsal: bool = False) -> Room:
        """A new workshop from a scenario."""
        # Not under the lock: a disk that is held would hold up whoever enters any room.
        code, epoch = self._free_code(), self.ports.ids.new()
        self.ports.in_thread(self.ports.log.create, code, epoch)
        room = Room(code, Loaded(epoch, ()), self.ports)
        room.submit(Job(Actor("admin"), CREATE, CreateWorkshop(code, scenario, rehearsal)))
        with self._lock:
            self._rooms[code] = room
        return room

    def _free_code(self) -> str:
        taken = set(self.codes())
        while True:
            code = spell(self.ports.ids.new(), CODE_LENGTH)
            if code not in taken:
                return code

    def forget(self, code: str) -> None:
        """Let go of a room; it opens again from disk if its workshop is still there."""
        with self._lock:
            self._rooms.pop(code, None)

    def recover(self) -> None:
        """Try the disk again for the rooms that could not save."""
        for room in self.opened():
            room.recover()

    def forget_removed(self) -> None:
        """Let go of rooms whose workshop another program removed from disk: nobody reads on."""
        held = self.opened()
        kept = set(self.codes())
        for room in held:
            if room.code not in kept:
                self.forget(room.code)

    def submit(self, code: str, actor: Actor, request: Request) -> Json:
        """A command of the catalogue; refused for a role that it does not name."""
        room = self.room(code)
        if actor.role not in request.command.roles:
            raise Refused("forbidden")
        acting = self._acting(room, actor, request.acting)
        return room.submit(
            Job(
                acting,
                request.command,
                request.payload,
                request.key,
                request.body_hash,
                request.base,
                getattr(request.payload, "edit_secret", None),
                left=room.left(request.epoch),
                number=request.number,
            )
        ) | {"epoch": room.epoch}

    def _acting(self, room: Room, actor: Actor, member: str | None) -> Actor:
        """A shared device may act for a member of its own table."""
        if member is None:
            return actor
        person = room.arrived(member) if actor.role == "table" else None
        if person is None or person[1] != actor.table:
            raise Refused("unknown_participant")
        return Actor(actor.role, actor.id, member, actor.table)

    def read(
        self,
        code: str,
        audience: Audience,
        since: int | None,
        epoch: str | None,
        *,
        packed: bool = False,
    ) -> Json:
        """A stream of a room, as far as the log is: the reader may have written elsewhere."""
        room = self.room(code)
        room.refresh()
        return room.read(audience, since, epoch, packed=packed)

    def look_behind(self) -> None:
        """Let the rooms learn what other workers appended without a word."""
        if self.ports.shared is None:
            return
        heads = self.ports.shared.heads()
        for room in self.opened():
            if heads.get(room.code, 0) > room.state.seq or room.turnout():
                room.look()

    def hear(self, code: str, seq: int) -> None:
        """Another worker says how far a workshop got."""
        with self._lock:
            room = self._rooms.get(code)
        if room is not None and seq > room.state.seq:
            room.look()


def spell(fresh: str, length: int) -> str:
    """A code that people can read out and type, from thirty-two random hexadecimal digits."""
    number = int(fresh, 16)
    size = len(ALPHABET)
    return "".join(ALPHABET[number // size**place % size] for place in range(length))
