"""A workshop that goes on from its archive on another computer, and the phones that go with it."""

import itertools
from pathlib import Path
from typing import Any

from facilitation import archiving
from facilitation.domain.core import Actor
from facilitation.domain.people import Join
from facilitation.protocol import archives, wire
from tests.contract.test_archives import pack
from tests.support.scenario import small
from tests.trials.model.dying import House, Phone

Json = dict[str, Any]
CLAIRE = Actor("facilitator", "claire")
#: She had to be let in anew: the archive brings no access.
CLAIRE_AGAIN = Actor("facilitator", "claire-again")
SECRET = "5e" * 16
SIGNED = {"kind": "proposal", "text": "Signé", "anonymous": False}
NAMELESS = {"kind": "proposal", "text": "Sans nom", "anonymous": True, "edit_secret": SECRET}


class Day:
    """One workshop that moves from computer to computer, and what a phone sent to it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.house = House(folder / "first.db")
        self.code = self.house.rooms.create(small()).code
        self.people: list[Phone] = []
        self.archive = b""
        self.computers = itertools.count(2)

    @property
    def state(self) -> Any:
        return self.house.rooms.room(self.code).state

    def joins(self, key: str, table: str = "1") -> Phone:
        phone = Phone(key, ("ddt", table), CLAIRE, "9a" * 16)
        self.people.append(phone)
        self._enters(phone)
        return phone

    def _enters(self, phone: Phone) -> None:
        entered = self.house.doors.join(self.code, Join(*phone.place), phone.key)
        phone.actor = self.house.doors.actor(self.code, entered.token)

    def ask(self, actor: Actor, key: str, name: str, payload: Json, **more: Any) -> Json:
        body = {"key": key, "name": name, "payload": payload} | more
        request = wire.read_request(wire.dumps(body).encode())
        return self.house.rooms.submit(self.code, actor, request)

    def packs(self) -> None:
        self.archive = pack(self.house.log.load(self.code))

    def moves(self) -> None:
        """The first computer is gone for good; another one has the archive."""
        self.house.close()
        self.house = House(self.folder / f"computer-{next(self.computers)}.db")
        archiving.keep(self.house.log, archives.read(self.archive))
        for phone in self.people:
            before = phone.actor.participant
            self._enters(phone)
            assert phone.actor.participant == before

    def disk(self) -> bytes:
        """All that the present computer's disk holds."""
        files = self.folder.glob(f"{self.house.database.name}*")
        return b"".join(file.read_bytes() for file in files)

    def texts(self) -> dict[str, str]:
        return {one.id: one.text for one in self.state.contributions() if one.via != "seed"}
