"""The machine's ground: a room in a process, what it was asked and what it answered. The rules
stand beside, by who causes what; here is what must hold whatever they do.
"""

import itertools
import tempfile
from pathlib import Path
from typing import Any

from hypothesis.stateful import Bundle, RuleBasedStateMachine, invariant

from facilitation.domain.core import Actor, Refused
from facilitation.domain.people import Join
from facilitation.protocol import wire
from facilitation.protocol.ports import StorageFailed
from facilitation.service.room import Room
from tests.support.scenario import small
from tests.trials.model.dying import House, Phone, Sent

Json = dict[str, Any]
CLAIRE = Actor("facilitator", "claire")
#: A disk in memory where there is one: processes die here, power does not fail.
MEMORY = Path("/dev/shm")  # noqa: S108 - each seminar has a folder of its own in it
TABLES = (("ddt", "1"), ("ddt", "1"), ("ars", "2"), ("dreal", "2"))


class Seminar(RuleBasedStateMachine):
    """A room, its phones, and what was promised to them."""

    phones = Bundle("phones")

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None)
        self.keys = (f"{number:032x}" for number in itertools.count(1))
        self.words = itertools.count(1)
        self.everybody: list[Phone] = []
        self.copy: bytes | None = None
        self.archive: bytes | None = None
        self.house = House(Path(self.folder.name) / "tablee.db")
        self.code = self.house.rooms.create(small()).code
        self.lead("step.start", step="situations")
        # With two themes a vote may open at once: deaths and copies meet votes often enough.
        for name in ("Un", "Deux"):
            self.lead("theme.create", name=name)
        self.seeds = {one.id for one in self.room.state.contributions()}

    def teardown(self) -> None:
        """Nothing stays."""
        self.house.close()
        self.folder.cleanup()

    @property
    def room(self) -> Room:
        """The room as this process holds it."""
        return self.house.rooms.room(self.code)

    def ask(self, actor: Actor, body: Json) -> Json:
        """One request, as it comes over the wire."""
        return self.house.rooms.submit(
            self.code, actor, wire.read_request(wire.dumps(body).encode())
        )

    def lead(self, name: str, /, **payload: Any) -> Json | None:
        """A facilitator's wish; None when it is refused."""
        try:
            answer = self.ask(CLAIRE, {"key": next(self.keys), "name": name, "payload": payload})
        except Refused:
            return None
        result: Json = answer["result"]
        return result

    def insist(self, phone: Phone, name: str, payload: Json, dies: str = "") -> Json | None:
        """A phone's wish, asked again after a death; None when it is refused."""
        body = {"key": next(self.keys), "name": name, "payload": payload}
        try:
            return self._ask_twice(phone, body, dies)
        except Refused:
            return None

    def _ask_twice(self, phone: Phone, body: Json, dies: str) -> Json:
        self.house.log.dies = dies
        try:
            answer = self.ask(phone.actor, body)
        except StorageFailed:
            self.starts_again()
            answer = self.ask(phone.actor, body)
        finally:
            self.house.log.dies = ""
        if body["name"] != "ballot.cast":
            phone.sent.append(Sent(body, answer["result"], answer["epoch"]))
        result: Json = answer["result"]
        return result

    def starts_again(self) -> None:
        """The process ends and another starts: what it reads is what the last one held."""
        before = self.room.state
        self.house.close()
        self.house = House(self.house.database)
        for collection, records in self.room.state.collections.items():
            if before.seq == self.room.state.seq:
                assert records == before.collections[collection], collection

    def comes_in(self, phone: Phone) -> None:
        """By the door, under a key of one's own: the same person as ever."""
        entered = self.house.doors.join(self.code, Join(*phone.place), phone.key)
        known = phone.actor.participant
        phone.actor = self.house.doors.actor(self.code, entered.token)
        assert known in (None, phone.actor.participant), "another person came back"

    def open_ballot(self) -> str | None:
        """The vote that is open, if any."""
        return next((one.id for one in self.room.state.ballots() if one.state == "open"), None)

    @invariant()
    def holds_what_was_answered(self) -> None:
        """Every text, once, in its last words; one paper for each signature."""
        told = {number: text for phone in self.everybody for number, text in phone.texts.items()}
        kept = self.room.state.contributions()
        held = {one.id: one.text for one in kept if one.id not in self.seeds}
        assert {number: held.get(number) for number in told} == told
        assert len(held) == len(told)
        memory = self.room._memory
        for ballot in self.room.state.ballots():
            signed = memory.signed.get(ballot.id, ())
            assert len(memory.papers.get(ballot.id, {})) == len(signed)
