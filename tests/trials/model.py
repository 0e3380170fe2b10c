"""A room on a real disk, and any order of what may befall it: people join, write, correct, vote
again; facilitators sort and close; the process dies before or after a commit; a copy is brought
back; the whole workshop goes through an archive. What was answered is there, once.
"""

import itertools
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    invariant,
    multiple,
    rule,
    run_state_machine_as_test,
)

from facilitation import archiving, restoring
from facilitation.domain.core import Actor, Refused
from facilitation.domain.people import Join
from facilitation.protocol import archives, wire
from facilitation.protocol.ports import StorageFailed
from facilitation.service.memory import remember
from facilitation.service.room import Room
from facilitation.store import copies
from facilitation.store.sql_log import SqlEventLog
from tests.contract.test_archives import pack
from tests.support.scenario import small
from tests.trials.dying import House, Phone, Sent

Json = dict[str, Any]
CLAIRE = Actor("facilitator", "claire")
TABLES = (("ddt", "1"), ("ddt", "1"), ("ars", "2"), ("dreal", "2"))


class Seminar(RuleBasedStateMachine):
    """The machine: its rules are what befalls a room, its invariants what was promised."""

    phones = Bundle("phones")

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._keys = (f"{number:032x}" for number in itertools.count(1))
        self._words = itertools.count(1)
        self.everybody: list[Phone] = []
        self.copy: bytes | None = None
        self.archive: bytes | None = None
        self.house = House(Path(self._folder.name) / "tablee.db")
        self.code = self.house.rooms.create(small()).code
        self.lead("step.start", step="situations")
        self.seeds = {one.id for one in self.room.state.contributions()}

    def teardown(self) -> None:
        """Nothing stays."""
        self.house.close()
        self._folder.cleanup()

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
            answer = self.ask(CLAIRE, {"key": next(self._keys), "name": name, "payload": payload})
        except Refused:
            return None
        result: Json = answer["result"]
        return result

    def insist(self, phone: Phone, name: str, payload: Json, dies: str = "") -> Json | None:
        """A phone's wish, asked again after a death; None when it is refused."""
        body = {"key": next(self._keys), "name": name, "payload": payload}
        try:
            return self._ask_twice(phone, body, dies)
        except Refused:
            return None

    def _ask_twice(self, phone: Phone, body: Json, dies: str) -> Json:
        self.house.log.dies = dies
        try:
            answer = self.ask(phone.actor, body)
        except StorageFailed:
            self.dies()
            answer = self.ask(phone.actor, body)
        finally:
            self.house.log.dies = ""
        if body["name"] != "ballot.cast":
            phone.sent.append(Sent(body, answer["result"], answer["epoch"]))
        result: Json = answer["result"]
        return result

    @rule(target=phones, place=st.sampled_from(TABLES))
    def joins(self, place: tuple[str, str]) -> Any:
        """Somebody comes in."""
        if len(self.everybody) >= 5:
            return multiple()
        phone = Phone(next(self._keys), place, CLAIRE, next(self._keys))
        self._comes_in(phone)
        self.everybody.append(phone)
        return phone

    def _comes_in(self, phone: Phone) -> None:
        entered = self.house.doors.join(self.code, Join(*phone.place), phone.key)
        known = phone.actor.participant
        phone.actor = self.house.doors.actor(self.code, entered.token)
        assert known in (None, phone.actor.participant), "another person came back"

    @rule(phone=phones, named=st.booleans(), dies=st.sampled_from(("", "", "before", "after")))
    def posts(self, phone: Phone, named: bool, dies: str) -> None:
        """A text, maybe while the process dies."""
        text, secret = f"Texte {next(self._words)}", next(self._keys)
        payload = {"kind": "proposal", "text": text, "anonymous": not named}
        if not named:
            payload["edit_secret"] = secret
        done = self.insist(phone, "contribution.post", payload, dies)
        assert done is not None
        phone.texts[done["id"]] = text
        phone.secrets[done["id"]] = "" if named else secret

    @rule(phone=phones, data=st.data(), dies=st.sampled_from(("", "", "before", "after")))
    def corrects(self, phone: Phone, data: st.DataObject, dies: str) -> None:
        """Other words for one of one's texts."""
        if phone.texts:
            number = data.draw(st.sampled_from(sorted(phone.texts)))
            text = f"Mieux {next(self._words)}"
            payload = {"contribution": number, "text": text}
            if phone.secrets[number]:
                payload["edit_secret"] = phone.secrets[number]
            assert self.insist(phone, "contribution.edit", payload, dies) is not None
            phone.texts[number] = text

    @rule(phone=phones, data=st.data())
    def asks_again(self, phone: Phone, data: st.DataObject) -> None:
        """An old request comes once more, in any order: its first answer comes back."""
        if phone.sent:
            old = data.draw(st.sampled_from(phone.sent))
            number = {"number": old.result["id"]} if old.result.get("id") else {}
            answer = self.ask(phone.actor, old.body | {"epoch": old.epoch} | number)
            assert answer["result"] == old.result

    @rule(data=st.data())
    def sorts(self, data: st.DataObject) -> None:
        """A theme from some texts, or a text into another one."""
        numbers = [number for phone in self.everybody for number in phone.texts]
        if numbers:
            chosen = data.draw(st.lists(st.sampled_from(numbers), max_size=3, unique=True))
            themes = [one.id for one in self.room.state.themes()]
            if themes and data.draw(st.booleans()):
                theme = data.draw(st.sampled_from(themes))
                self.lead("theme.assign", contributions=chosen, theme=theme)
            else:
                self.lead("theme.create", name=f"Thème {next(self._words)}", contributions=chosen)

    @rule(data=st.data())
    def merges(self, data: st.DataObject) -> None:
        """Two themes become one; no text is lost."""
        themes = [one.id for one in self.room.state.themes()]
        if len(themes) > 1:
            theme, merged = data.draw(st.permutations(themes))[:2]
            self.lead("theme.merge", theme=theme, merged=merged)

    @rule()
    def undoes(self) -> None:
        """The facilitator's last wish is taken back."""
        self.lead("undo")

    @rule()
    def opens_a_vote(self) -> None:
        """On the themes, when there are two."""
        self.lead("ballot.open", question="?", budget=5, most=3)

    def _open(self) -> str | None:
        return next((one.id for one in self.room.state.ballots() if one.state == "open"), None)

    @rule(phone=phones, data=st.data(), dies=st.sampled_from(("", "before", "after")))
    def votes(self, phone: Phone, data: st.DataObject, dies: str) -> None:
        """A paper, or another one in its place."""
        ballot = self._open()
        if ballot is not None:
            options = [one.id for one in self.room.state.ballot(ballot).options]
            choices = {data.draw(st.sampled_from(options)): data.draw(st.integers(1, 3))}
            paper = {"ballot": ballot, "paper_key": phone.paper, "choices": choices}
            if self.insist(phone, "ballot.cast", paper, dies) is not None:
                phone.vote[ballot] = choices

    @rule()
    def closes_the_vote(self) -> None:
        """Its count is that of the papers that were answered."""
        ballot = self._open()
        if ballot is not None and self.lead("ballot.close", ballot=ballot) is not None:
            tally = self.room.state.ballot(ballot).tally
            assert tally is not None
            papers = [phone.vote[ballot] for phone in self.everybody if ballot in phone.vote]
            assert sum(score.total for score in tally.scores) == sum(
                dots for paper in papers for dots in paper.values()
            )

    @rule()
    def dies(self) -> None:
        """The process ends and another starts: what it reads is what the last one held."""
        before = self.room.state
        self.house.close()
        self.house = House(self.house.database)
        for collection, records in self.room.state.collections.items():
            if before.seq == self.room.state.seq:
                assert records == before.collections[collection], collection

    @rule()
    def is_copied(self) -> None:
        """A copy of the database goes to another medium."""
        self.copy = copies.snapshot(self.house.database)

    @rule(data=st.data())
    def goes_back_to_the_copy(self, data: st.DataObject) -> None:
        """The copy takes the place of the database, and the phones bring back what it lacks."""
        if self.copy is None:
            return
        self.house.close()
        for suffix in ("-wal", "-shm"):
            Path(f"{self.house.database}{suffix}").unlink(missing_ok=True)
        self.house.database.write_bytes(self.copy)
        found = restoring.Found(self.house.database, self.copy, 1)
        restoring.revive(self.house.database, found)
        self.house = House(self.house.database)
        self._phones_go_on(data)

    @rule()
    def is_archived(self) -> None:
        """The whole workshop goes into a file."""
        self.archive = pack(self.house.log.load(self.code))

    @rule(data=st.data())
    def goes_on_from_the_archive(self, data: st.DataObject) -> None:
        """The computer is gone; another one has the archive, and the phones bring the rest."""
        if self.archive is None:
            return
        self.house.close()
        self.house = House(Path(self._folder.name) / f"computer-{next(self._words)}.db")
        archiving.keep(self.house.log, archives.read(self.archive))
        self._phones_go_on(data)

    def _phones_go_on(self, data: st.DataObject) -> None:
        for phone in data.draw(st.permutations(self.everybody)):
            self._comes_in(phone)
        for phone in data.draw(st.permutations(self.everybody)):
            self._offers_again(phone)

    def _offers_again(self, phone: Phone) -> None:
        for one in phone.sent:
            number = {"number": one.result["id"]} if one.result.get("id") else {}
            answer = self.ask(phone.actor, one.body | {"epoch": one.epoch} | number)
            assert answer["result"] == one.result
            one.epoch = answer["epoch"]
        ballot = self._open()
        choices = phone.vote.get(ballot or "")
        # A copy holds no paper: votes that are still open come back from the phones.
        phone.vote = {}
        if ballot is not None and choices:
            paper = {"ballot": ballot, "paper_key": phone.paper, "choices": choices}
            if self.insist(phone, "ballot.cast", paper) is not None:
                phone.vote[ballot] = choices

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

    @rule()
    def goes_through_an_archive(self) -> None:
        """Into an archive, and out of it on another computer: the same records."""
        read = archives.read(pack(self.house.log.load(self.code)))
        with tempfile.TemporaryDirectory() as folder:
            other = SqlEventLog(f"sqlite:///{Path(folder) / 'tablee.db'}")
            try:
                archiving.keep(other, read)
                again = remember(other.load(self.code)).state
            finally:
                other.close()
        texts = {one.id: one.text for one in self.room.state.contributions()}
        assert {one.id: one.text for one in again.contributions()} == texts
        assert [one.id for one in again.themes()] == [one.id for one in self.room.state.themes()]


def run(seminars: int, steps: int) -> None:
    """So many seminars, each of at most so many steps; AssertionError with the shortest story that
    goes wrong.
    """
    long = settings(
        max_examples=seminars,
        stateful_step_count=steps,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        database=None,
    )
    run_state_machine_as_test(Seminar, settings=long)
