"""A server that went back in time: what phones offer again is taken once, under its own number."""

from collections.abc import Iterator
from typing import Any

import pytest

from facilitation.domain.core import Actor, Conflict
from facilitation.domain.people import Join
from facilitation.protocol import wire
from facilitation.protocol.catalogue import RESTORE
from facilitation.protocol.credentials import secret_hash, tidy_code
from facilitation.protocol.wire import Request
from facilitation.service import cards
from facilitation.service.doors import Doors, Entered
from facilitation.service.jobs import Job
from facilitation.service.room import Room
from tests.support.doubles import MemoryCredentials
from tests.support.rooms import CLAIRE, House

SECRET = "5e" * 16
FORMER = "epoch of before"


def offered(key: str, name: str, /, **payload: Any) -> Request:
    """A command as a phone sends it; what stands beside the payload begins with `_`."""
    beside = {one[1:]: payload.pop(one) for one in list(payload) if one.startswith("_")}
    body = {"key": key * 32, "name": name, "payload": payload} | beside
    return wire.read_request(wire.dumps(body).encode())


def post(key: str, text: str, **more: Any) -> Request:
    """A post."""
    return offered(key, "contribution.post", kind="proposal", text=text, **more)


class Day:
    """A workshop that is put back to how it was, while its phones keep what they sent."""

    def __init__(self) -> None:
        self.house = House()
        self.credentials = MemoryCredentials()
        self.doors = Doors(self.house.rooms, self.credentials)
        self.code = self.house.room.code
        self.awa = self.join("a")

    @property
    def room(self) -> Room:
        """The workshop's room."""
        return self.house.rooms.room(self.code)

    def join(self, key: str) -> Actor:
        """Somebody comes in with a key."""
        return self.enter(self.doors.join(self.code, Join("ddt", "1"), key * 32))

    def enter(self, entered: Entered) -> Actor:
        """The actor that a token speaks for."""
        while self.house.log.credentials:
            self.credentials.add(self.house.log.credentials.pop())
        return self.doors.actor(self.code, entered.token)

    def send(self, actor: Actor, request: Request) -> Any:
        """A command; its answer."""
        return self.house.rooms.submit(self.code, actor, request)

    def backup(self) -> Any:
        """The workshop as it stands on disk."""
        return self.house.log.load(self.code), dict(self.credentials._kept)

    def back_to(self, backup: Any) -> None:
        """The server goes back to a backup, in a new life."""
        kept, self.credentials._kept = backup
        shelf = self.house.log.shelves[self.code]
        shelf.recorded = {one.seq: one for one in kept.recorded}
        shelf.answers, former = dict(kept.answers), shelf.epoch
        shelf.epoch = "of now"
        self.house.rooms.forget(self.code)
        self.room.submit(Job(Actor("admin"), RESTORE, RESTORE.payload(former, 1)))

    def texts(self) -> dict[str, str]:
        """The texts by number."""
        return {one.id: one.text for one in self.room.state.contributions() if one.via != "seed"}


@pytest.fixture
def day() -> Iterator[Day]:
    made = Day()
    yield made
    made.house.close()


def test_what_was_lost_comes_back_once_under_its_number(day: Day) -> None:
    day.send(day.awa, post("1", "Avant"))
    kept = day.backup()
    lost = day.send(day.awa, post("2", "Perdu"))
    day.back_to(kept)
    assert day.texts() == {"PRO-001": "Avant"}
    again = post("2", "Perdu", _epoch=lost["epoch"], _number=lost["result"]["id"])
    for _ in range(2):
        answer = day.send(day.awa, again)
        assert answer["result"] == lost["result"]
        assert answer["epoch"] == day.room.epoch != lost["epoch"]
    assert day.texts() == {"PRO-001": "Avant", "PRO-002": "Perdu"}


def test_what_the_backup_holds_gets_its_first_answer(day: Day) -> None:
    first = day.send(day.awa, post("1", "Avant"))
    nameless = post("2", "Sans nom", anonymous=True, edit_secret=SECRET)
    second = day.send(day.awa, nameless)
    day.back_to(day.backup())
    again = post("1", "Avant", _epoch=first["epoch"], _number="PRO-001")
    assert day.send(day.awa, again)["result"] == first["result"]
    assert day.send(day.awa, nameless)["result"] == second["result"]
    assert list(day.texts()) == ["PRO-001", "PRO-002"]


def test_a_text_without_a_name_comes_back_as_its_authors_own(day: Day) -> None:
    kept = day.backup()
    sent = {"anonymous": True, "edit_secret": SECRET}
    lost = day.send(day.awa, post("1", "Sans nom", **sent))
    day.back_to(kept)
    day.send(day.awa, post("1", "Sans nom", **sent, _epoch=lost["epoch"], _number="PRO-001"))
    day.send(
        day.awa,
        offered("2", "contribution.edit", contribution="PRO-001", text="Mieux", edit_secret=SECRET),
    )
    assert day.texts() == {"PRO-001": "Mieux"}
    assert {owner for owner, _ in day.backup()[0].answers} == {"newcomer", ""}


def test_numbers_come_back_in_any_order_and_later_ones_lie_above(day: Day) -> None:
    kept = day.backup()
    for key in "123":
        day.send(day.awa, post(key, f"Texte {key}"))
    day.back_to(kept)
    for key in "31":
        day.send(day.awa, post(key, f"Texte {key}", _epoch=FORMER, _number=f"PRO-00{key}"))
    day.send(day.awa, post("4", "Nouveau"))
    day.send(day.awa, post("2", "Texte 2", _epoch=FORMER, _number="PRO-002"))
    assert day.texts() == {
        "PRO-003": "Texte 3",
        "PRO-001": "Texte 1",
        "PRO-004": "Nouveau",
        "PRO-002": "Texte 2",
    }


@pytest.mark.parametrize(
    "number", ["PRO-001", "ATT-009", "PRO-9", "PRO-0009", "PRO-٠٠٩", "PRO-009999", "PRO-9999", ""]
)
def test_a_number_that_is_taken_or_strange_is_not_given(day: Day, number: str) -> None:
    day.send(day.awa, post("1", "Avant"))
    day.back_to(day.backup())
    answer = day.send(day.awa, post("2", "Perdu", _epoch=FORMER, _number=number))
    assert answer["result"] == {"id": "PRO-002"}


def test_nobody_chooses_a_number_where_nothing_was_restored(day: Day) -> None:
    answer = day.send(day.awa, post("1", "Un texte", _epoch=FORMER, _number="PRO-009"))
    assert answer["result"] == {"id": "PRO-001"}


def test_ones_own_corrections_come_back_one_after_the_other(day: Day) -> None:
    text = day.send(day.awa, post("1", "Avant", anonymous=False))
    kept = day.backup()
    seen, bodies = text["seq"], []
    for key, words in (("2", "Mieux"), ("3", "Encore mieux")):
        edit = {"contribution": "PRO-001", "text": words, "_base": seen, "_epoch": text["epoch"]}
        seen = day.send(day.awa, offered(key, "contribution.edit", **edit))["seq"]
        bodies.append((key, edit))
    day.back_to(kept)
    for key, edit in bodies:
        day.send(day.awa, offered(key, "contribution.edit", **edit))
    assert day.texts() == {"PRO-001": "Encore mieux"}


def test_another_hand_since_the_restore_is_a_conflict(day: Day) -> None:
    sheet = day.send(CLAIRE, offered("1", "action.create", title="Fiche"))
    kept = day.backup()
    edit = {"action": "ACT-01", "field": "title", "_epoch": sheet["epoch"]}
    lost = day.send(CLAIRE, offered("2", "action.edit", **edit, value="Un"))
    later = edit | {"value": "Deux", "_base": lost["seq"]}
    day.send(CLAIRE, offered("3", "action.edit", **later))
    day.back_to(kept)
    hugo = Actor("facilitator", "hugo")
    day.send(hugo, offered("4", "action.edit", action="ACT-01", field="title", value="Entre-temps"))
    with pytest.raises(Conflict):
        day.send(CLAIRE, offered("3", "action.edit", **later))


def test_of_a_life_never_met_nothing_is_taken_for_granted(day: Day) -> None:
    day.send(CLAIRE, offered("1", "action.create", title="Fiche"))
    day.send(CLAIRE, offered("2", "action.edit", action="ACT-01", field="title", value="Un"))
    day.back_to(day.backup())
    edit = {"action": "ACT-01", "field": "title", "value": "Deux", "_base": 999}
    with pytest.raises(Conflict):
        day.send(CLAIRE, offered("3", "action.edit", **edit, _epoch="never met"))


def test_whoever_came_in_after_the_backup_is_the_same_person_again(day: Day) -> None:
    kept = day.backup()
    luc = day.join("b")
    day.back_to(kept)
    assert day.room.person(str(luc.participant)) is None
    assert day.join("b").participant == luc.participant
    assert day.join("b").participant == luc.participant
    assert day.join("c").participant != luc.participant


def test_a_seat_is_the_same_person_again_and_its_code_does_not_say_who(day: Day) -> None:
    (seat,) = cards.seats(day.doors.keyring, day.code, [{"table": "1", "service": "ddt"}])
    kept = day.backup()
    sitting = day.enter(day.doors.resume(day.code, seat["code"]))
    day.back_to(kept)
    assert day.enter(day.doors.resume(day.code, seat["code"])).participant == sitting.participant
    day.back_to(kept)
    known = secret_hash(f"{day.code}:{tidy_code(seat['code'])}")
    other = day.doors.join(day.code, Join("ddt", "1"), known[:32])
    assert other.participant != sitting.participant


def test_facilitators_are_told_of_when_the_backup_was(day: Day) -> None:
    day.back_to(day.backup())
    workshop = day.room.state.workshop
    assert workshop.restored_from == 1
    assert workshop.restored_at == day.house.rooms.ports.clock.now()
    assert [life.seq for life in workshop.lives] == [day.room.state.seq - 1]
