"""A day that goes on from its archive on another computer: what phones offer again is known again,
by its key, though the archive tells neither keys nor owners.
"""

import io
import itertools
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from facilitation import archiving
from facilitation.domain.core import Actor, Conflict
from facilitation.domain.people import Join
from facilitation.protocol import archives, wire
from facilitation.protocol.credentials import tidy_code
from facilitation.protocol.keys import archived_key, sealed
from facilitation.service.cards import seats
from tests.contract.test_archives import pack
from tests.support.scenario import small
from tests.support.stage import refused
from tests.trials.model.dying import House, Phone

Json = dict[str, Any]
CLAIRE = Actor("facilitator", "claire")
#: She had to be let in anew: the archive brings no access.
CLAIRE_AGAIN = Actor("facilitator", "claire-again")
SECRET = "5e" * 16


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


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    made = Day(tmp_path)
    made.ask(CLAIRE, "0f" * 16, "step.start", {"step": "situations"})
    yield made
    made.house.close()


SIGNED = {"kind": "proposal", "text": "Signé", "anonymous": False}
NAMELESS = {"kind": "proposal", "text": "Sans nom", "anonymous": True, "edit_secret": SECRET}


@pytest.mark.parametrize("payload", [SIGNED, NAMELESS], ids=["signed", "without a name"])
def test_a_text_that_the_archive_holds_is_not_there_twice(day: Day, payload: Json) -> None:
    awa = day.joins("0a" * 16)
    first = day.ask(awa.actor, "1a" * 16, "contribution.post", payload)
    edit = {"contribution": first["result"]["id"], "text": "Mieux dit"}
    if payload is NAMELESS:
        edit["edit_secret"] = SECRET
    day.ask(awa.actor, "2a" * 16, "contribution.edit", edit)
    day.packs()
    day.moves()
    held = day.texts()
    for _ in range(2):
        again = {"epoch": first["epoch"], "number": first["result"]["id"]}
        answer = day.ask(awa.actor, "1a" * 16, "contribution.post", payload, **again)
        assert answer["result"] == first["result"]
        day.ask(awa.actor, "2a" * 16, "contribution.edit", edit, epoch=first["epoch"])
    assert day.texts() == held
    assert set(held.values()) == {"Mieux dit"}


@pytest.mark.parametrize("payload", [SIGNED, NAMELESS], ids=["signed", "without a name"])
def test_its_author_and_nobody_else_goes_on_correcting_it(day: Day, payload: Json) -> None:
    awa, luc = day.joins("0a" * 16), day.joins("0b" * 16)
    first = day.ask(awa.actor, "1a" * 16, "contribution.post", payload)
    day.packs()
    # What came after the archive is lost with the computer, and is on the phone alone.
    edit = {"contribution": first["result"]["id"], "text": "Après l’archive"}
    if payload is NAMELESS:
        edit["edit_secret"] = SECRET
    based = {"base": first["seq"]}
    day.ask(awa.actor, "2a" * 16, "contribution.edit", edit, **based)
    day.moves()
    stranger = edit | {"text": "Une autre main"}
    stranger |= {"edit_secret": "ff" * 16} if payload is NAMELESS else {}
    with refused("unknown_contribution"):
        day.ask(luc.actor, "2b" * 16, "contribution.edit", stranger)
    again = {"epoch": first["epoch"]}
    day.ask(awa.actor, "1a" * 16, "contribution.post", payload, **again)
    day.ask(awa.actor, "2a" * 16, "contribution.edit", edit, **again, **based)
    assert set(day.texts().values()) == {"Après l’archive"}
    with refused("unknown_contribution"):
        day.ask(luc.actor, "2c" * 16, "contribution.edit", stranger)


def test_what_came_after_the_archive_comes_once_under_its_number(day: Day) -> None:
    awa = day.joins("0a" * 16)
    day.ask(awa.actor, "1a" * 16, "contribution.post", SIGNED)
    day.packs()
    luc = day.joins("0b" * 16)
    lost = day.ask(luc.actor, "1b" * 16, "contribution.post", NAMELESS | {"text": "Perdu"})
    later = day.ask(luc.actor, "1c" * 16, "contribution.post", NAMELESS | {"text": "Plus tard"})
    held = day.texts()
    day.moves()
    for key, one, text in (("1c", later, "Plus tard"), ("1b", lost, "Perdu")) * 2:
        again = {"epoch": one["epoch"], "number": one["result"]["id"]}
        payload = NAMELESS | {"text": text}
        answer = day.ask(luc.actor, key * 16, "contribution.post", payload, **again)
        assert answer["result"] == one["result"]
    assert day.texts() == held


def test_another_hand_since_the_archive_is_a_conflict_and_the_life_before_is_none(
    day: Day,
) -> None:
    awa = day.joins("0a" * 16)
    first = day.ask(awa.actor, "1a" * 16, "contribution.post", NAMELESS)
    day.packs()
    day.moves()
    edit = {"contribution": first["result"]["id"], "text": "Mieux", "edit_secret": SECRET}
    past = {"epoch": first["epoch"], "base": 10_000}
    assert day.ask(awa.actor, "2a" * 16, "contribution.edit", edit, **past)["ok"]
    assert day.ask(awa.actor, "2b" * 16, "contribution.edit", edit)["ok"]
    with pytest.raises(Conflict):
        day.ask(awa.actor, "2c" * 16, "contribution.edit", edit, **past)


def test_what_a_facilitator_made_is_not_made_again(day: Day) -> None:
    made = day.ask(CLAIRE, "1c" * 16, "theme.create", {"name": "Parler clair"})
    day.packs()
    day.moves()
    again = {"epoch": made["epoch"], "number": made["result"]["id"]}
    answer = day.ask(CLAIRE_AGAIN, "1c" * 16, "theme.create", {"name": "Parler clair"}, **again)
    assert answer["result"] == made["result"]
    assert [one.name for one in day.state.themes()].count("Parler clair") == 1


def test_a_key_says_the_same_thing_or_is_refused_and_is_its_owners_alone(day: Day) -> None:
    awa, luc = day.joins("0a" * 16), day.joins("0b" * 16)
    first = day.ask(awa.actor, "1a" * 16, "contribution.post", SIGNED)
    day.packs()
    day.moves()
    with refused("key_reused"):
        day.ask(awa.actor, "1a" * 16, "contribution.post", SIGNED | {"text": "Autre chose"})
    other = day.ask(luc.actor, "1a" * 16, "contribution.post", SIGNED)
    assert other["result"] != first["result"]


def test_a_text_erased_on_the_other_computer_gets_neither_author_nor_body_back(day: Day) -> None:
    awa = day.joins("0a" * 16)
    first = day.ask(awa.actor, "1a" * 16, "contribution.post", SIGNED)
    day.packs()
    day.moves()
    number = first["result"]["id"]
    day.ask(CLAIRE_AGAIN, "1c" * 16, "contribution.erase", {"contribution": number})
    held = day.state.seq
    again = {"epoch": first["epoch"], "number": number}
    answer = day.ask(awa.actor, "1a" * 16, "contribution.post", SIGNED, **again)
    assert answer["result"] == first["result"]
    assert day.state.contribution(number).author is None
    assert day.state.seq == held
    hashed = wire.fingerprint("contribution.post", SIGNED, None)
    assert hashed.encode() not in day.disk()


def test_an_erasure_after_it_has_its_author_again_leaves_no_hash_of_its_body(day: Day) -> None:
    awa = day.joins("0a" * 16)
    first = day.ask(awa.actor, "1a" * 16, "contribution.post", SIGNED)
    day.packs()
    day.moves()
    day.ask(awa.actor, "1a" * 16, "contribution.post", SIGNED, epoch=first["epoch"])
    number = first["result"]["id"]
    assert day.state.contribution(number).author == awa.actor.participant
    hashed = wire.fingerprint("contribution.post", SIGNED, None)
    confirming = {hashed, sealed("1a" * 16, hashed)}
    bodies = {one.body_hash for one in day.house.log.load(day.code).answers.values()}
    assert confirming <= bodies
    day.ask(CLAIRE_AGAIN, "1c" * 16, "contribution.erase", {"contribution": number})
    bodies = {one.body_hash for one in day.house.log.load(day.code).answers.values()}
    assert not confirming & bodies


def test_nothing_is_written_into_a_closed_workshop_for_an_author(day: Day) -> None:
    awa = day.joins("0a" * 16)
    first = day.ask(awa.actor, "1a" * 16, "contribution.post", SIGNED)
    day.packs()
    day.moves()
    day.ask(CLAIRE_AGAIN, "1c" * 16, "workshop.close", {})
    held = day.state.seq
    answer = day.ask(awa.actor, "1a" * 16, "contribution.post", SIGNED, epoch=first["epoch"])
    assert answer["result"] == first["result"]
    assert day.state.seq == held


def test_a_text_given_back_to_its_author_was_not_written_in_the_step_that_runs_now(
    day: Day,
) -> None:
    awa = day.joins("0a" * 16)
    first = day.ask(awa.actor, "1a" * 16, "contribution.post", SIGNED)
    room = day.house.rooms.room(day.code)
    table = awa.actor.table
    assert room.wrote == {("situations", table): {awa.actor.participant}}
    day.packs()
    day.moves()
    day.ask(awa.actor, "1a" * 16, "contribution.post", SIGNED, epoch=first["epoch"])
    assert day.state.contribution(first["result"]["id"]).author == awa.actor.participant
    assert day.house.rooms.room(day.code).wrote == {}


def test_cards_come_back_whole_by_their_author_and_once(day: Day) -> None:
    awa = day.joins("0a" * 16)
    cards = {"1a": {"kind": "personal", "text": "À moi"}, "1b": {"kind": "service", "text": "Nous"}}
    made = {
        key: day.ask(awa.actor, key * 16, "commitment.make", card) for key, card in cards.items()
    }
    day.packs()
    day.moves()
    numbers = {}
    for _ in range(2):
        for key, card in cards.items():
            again = {"epoch": made[key]["epoch"], "number": made[key]["result"]["id"]}
            answer = day.ask(awa.actor, key * 16, "commitment.make", card, **again)
            numbers[key] = answer["result"]["id"]
    kept = [one for one in day.state.collections["commitments"].values() if one.text]
    assert sorted((one.kind, one.text) for one in kept) == [
        ("personal", "À moi"),
        ("service", "Nous"),
    ]
    assert {one.participant for one in kept} == {awa.actor.participant}
    assert numbers["1b"] == made["1b"]["result"]["id"]
    edit = {"commitment": numbers["1b"], "text": "Nous aussi"}
    day.ask(awa.actor, "2b" * 16, "commitment.edit", edit)


def test_an_entry_that_was_merged_is_known_by_both_its_keys(day: Day) -> None:
    awa, again = day.joins("0a" * 16), day.joins("0b" * 16)
    first = day.ask(again.actor, "1b" * 16, "contribution.post", SIGNED)
    merge = {"participant": awa.actor.participant, "duplicate": again.actor.participant}
    day.ask(CLAIRE, "1c" * 16, "participant.merge", merge)
    day.packs()
    day.people.remove(again)
    day.moves()
    answer = day.ask(awa.actor, "1b" * 16, "contribution.post", SIGNED)
    assert answer["result"] == first["result"]


def test_it_moves_on_and_on(day: Day) -> None:
    awa = day.joins("0a" * 16)
    first = day.ask(awa.actor, "1a" * 16, "contribution.post", NAMELESS)
    signed = day.ask(awa.actor, "1b" * 16, "contribution.post", SIGNED)
    for round_ in ("2a", "2b", "2c"):
        day.packs()
        day.moves()
        for key, payload, one in (("1a", NAMELESS, first), ("1b", SIGNED, signed)):
            again = {"epoch": one["epoch"], "number": one["result"]["id"]}
            answer = day.ask(awa.actor, key * 16, "contribution.post", payload, **again)
            assert answer["result"] == one["result"]
        edit = {"contribution": first["result"]["id"], "text": round_, "edit_secret": SECRET}
        day.ask(awa.actor, round_ * 16, "contribution.edit", edit)
        edit = {"contribution": signed["result"]["id"], "text": round_}
        day.ask(awa.actor, round_[::-1] * 16, "contribution.edit", edit)
        assert set(day.texts().values()) == {round_}


def test_the_archive_tells_no_key_no_owner_and_no_body_that_could_be_guessed(day: Day) -> None:
    awa = day.joins("0a" * 16)
    for number, payload in enumerate((SIGNED, NAMELESS)):
        day.ask(awa.actor, f"1{number}" * 16, "contribution.post", payload)
    card = {"kind": "personal", "text": "Secret", "role": "", "by": "", "need": ""}
    day.ask(awa.actor, "1c" * 16, "commitment.make", card)
    day.packs()
    with zipfile.ZipFile(io.BytesIO(day.archive)) as bundle:
        keys = bundle.read("keys.json").decode()
        log = bundle.read("log.json").decode()
    told = json.loads(keys)
    loaded = day.house.log.load(day.code)
    assert told
    for (owner, key), known in loaded.answers.items():
        owned = {key, known.body_hash} if owner else set()
        for word in owned | ({owner} & {awa.actor.id, CLAIRE.id}):
            assert word not in keys
    # Whoever guesses the words of a card, or of a text, finds no hash to compare them with.
    for name, payload in (("commitment.make", card), ("contribution.post", SIGNED)):
        assert wire.fingerprint(name, payload, None) not in keys
    assert [one["key"] for one in told] == sorted(one["key"] for one in told)
    assert archived_key(awa.actor.participant, "10" * 16) in keys
    assert archived_key(awa.actor.participant, "1c" * 16) not in keys
    posted = [one["body"] for one in json.loads(log) if one["event"] == "contribution.posted"]
    assert SECRET not in log
    assert all(one["author"] is None for one in posted)


def test_no_code_of_a_seat_is_found_from_the_archive(day: Day) -> None:
    """It has eight characters: whoever could try one could try them all."""
    keyring = day.house.doors.keyring
    places = [{"table": "1", "service": "ddt", "function": "", "category": "A"}]
    typed = seats(keyring, day.code, places)[0]["code"]
    day.house.doors.resume(day.code, typed)
    seat = keyring.find(f"{day.code}:{tidy_code(typed)}")
    assert seat is not None
    day.packs()
    told = zipfile.ZipFile(io.BytesIO(day.archive)).read("keys.json").decode()
    for guess in (seat.secret_hash, seat.secret_hash[:32]):
        assert archived_key("newcomer", guess) not in told
    assert archived_key("newcomer", wire.fingerprint("seat", seat.id)[:32]) in told


def test_one_secret_for_two_texts_does_not_show_one_hand(day: Day) -> None:
    awa = day.joins("0a" * 16)
    for number in range(2):
        day.ask(awa.actor, f"1{number}" * 16, "contribution.post", NAMELESS)
    day.packs()
    with zipfile.ZipFile(io.BytesIO(day.archive)) as bundle:
        log = json.loads(bundle.read("log.json"))
    proofs = [one["body"]["edit_hash"] for one in log if one["event"] == "contribution.posted"]
    mine = [one for one in proofs if one]
    assert len(mine) == 2 == len(set(mine))


def test_a_purge_leaves_nothing_of_the_keys_and_lives(day: Day) -> None:
    awa = day.joins("0a" * 16)
    first = day.ask(awa.actor, "1a" * 16, "contribution.post", SIGNED)
    day.packs()
    day.moves()
    known = archived_key(str(awa.actor.participant), "1a" * 16)
    told = [one.encode() for one in (known, first["epoch"])]
    assert all(one in day.disk() for one in told)
    day.house.log.remove(day.code)
    assert not any(one in day.disk() for one in told)
