"""Two workers on one log, in memory: what each decides begins where the other left off."""

import pytest

from facilitation.domain.core import Actor, Refused
from facilitation.domain.people import Join
from facilitation.protocol.catalogue import JOIN
from facilitation.protocol.ports import Asked, StorageFailed
from facilitation.service.jobs import Job
from facilitation.views.audience import Audience
from tests.support.rooms import House
from tests.support.sharing import MemoryTurn, SharedMemoryLog

LEAD = Audience("facilitators")


class Pair:
    """Two houses that hold the same workshop over one log."""

    def __init__(self) -> None:
        self.log = SharedMemoryLog()
        self.here = House(shared=self.log)
        self.there = House(shared=self.log, code=self.here.room.code)

    def join(self, house: House, name: str | None = None) -> str:
        job = Job(Actor("newcomer"), JOIN, Join("ddt", "1", name), owner="newcomer")
        return str(house.room.submit(job)["result"]["participant"])


@pytest.fixture
def pair() -> Pair:
    return Pair()


def test_numbers_follow_on_whoever_gives_them(pair: Pair) -> None:
    houses = (pair.here, pair.there, pair.there, pair.here, pair.there)
    numbers = [
        house.room.submit(house.job(f"point {at}"))["seq"] for at, house in enumerate(houses)
    ]
    assert numbers == list(range(numbers[0], numbers[0] + 5))
    pair.here.room.refresh()
    assert pair.here.parked() == pair.there.parked() == [f"point {at}" for at in range(5)]


def test_a_line_that_breaks_where_nothing_was_to_be_written_hides_nothing(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    pair.there.room.submit(pair.there.job("connu", key="a" * 32))
    pair.here.room.refresh()
    pair.there.room.submit(pair.there.job("entre-temps"))
    end = MemoryTurn.end

    def broken(turn: MemoryTurn) -> None:
        end(turn)
        raise StorageFailed("database_unreachable")

    monkeypatch.setattr(MemoryTurn, "end", broken)
    pair.here.room.submit(pair.here.job("connu", key="a" * 32))
    monkeypatch.undo()
    assert pair.here.parked() == ["connu", "entre-temps"]


def test_many_hands_on_two_workers_lose_nothing_and_double_nothing(pair: Pair) -> None:
    houses = (pair.here, pair.there)
    sent = [house.send(house.job(f"point {at}")) for at in range(30) for house in houses]
    numbers = sorted(one.result(20)["seq"] for one in sent)
    assert numbers == list(range(numbers[0], numbers[0] + len(sent)))
    for house in houses:
        house.room.refresh()
        assert house.parked() == house.saved()


def test_a_key_answered_by_one_worker_is_known_to_the_other(pair: Pair) -> None:
    first = pair.here.room.submit(pair.here.job("point", key="a" * 32))
    assert pair.there.room.submit(pair.there.job("point", key="a" * 32)) == first
    with pytest.raises(Refused, match="key_reused"):
        pair.there.room.submit(pair.there.job("autre", key="a" * 32))
    assert pair.there.parked() == ["point"]


def test_a_name_given_at_one_worker_is_shown_by_the_other(pair: Pair) -> None:
    person = pair.join(pair.here, "Awa")
    pair.there.room.refresh()
    assert pair.there.room.state.names == {person: "Awa"}


def test_whoever_came_in_by_one_worker_is_known_to_the_other_when_asked_for(pair: Pair) -> None:
    person = pair.join(pair.here)
    assert pair.there.room.person(person) is None
    assert pair.there.room.arrived(person) == ("ddt", "1")


def test_a_screen_of_one_worker_is_told_what_the_other_saved(pair: Pair) -> None:
    pair.there.room.read(LEAD)
    pair.here.room.submit(pair.here.job("point"))
    pair.there.room.refresh()
    pair.there.quiet()
    assert "point" in str(pair.there.messages.sent[-1])


def test_what_one_worker_told_is_understood_by_the_other(pair: Pair) -> None:
    """A phone that comes back elsewhere is sent what it missed, and nothing else."""
    for house in (pair.here, pair.there):
        house.room.read(LEAD)
    pair.here.room.submit(pair.here.job("vu"))
    pair.there.room.refresh()
    held = pair.here.room.read(LEAD)["streams"]["facilitators"]
    pair.there.room.submit(pair.there.job("manqué"))
    answer = pair.there.room.read(LEAD, held, pair.here.room.epoch)
    assert not answer["full"]
    assert [one["text"] for one in answer["records"]["parked"].values()] == ["manqué"]


def test_what_one_worker_alone_has_shown_does_not_haunt_a_phone_of_the_other(pair: Pair) -> None:
    """Shown here and gone again before it was seen there: there, only a snapshot is the truth."""
    for house in (pair.here, pair.there):
        house.room.read(LEAD)
    number = pair.here.room.submit(pair.here.job("éphémère"))["result"]["id"]
    snapshot = pair.here.room.read(LEAD)
    assert number in snapshot["records"]["parked"]
    pair.here.do("undo")
    pair.there.room.refresh()
    answer = pair.there.room.read(LEAD, snapshot["streams"]["facilitators"], pair.here.room.epoch)
    gone = answer["full"] or answer["records"].get("parked", {}).get(number, "held") is None
    assert gone


def test_a_workshop_that_one_worker_closed_takes_nothing_from_the_other(pair: Pair) -> None:
    pair.here.room.submit(pair.here.job("point"))
    pair.here.do("workshop.close")
    with pytest.raises(Refused, match="workshop_closed"):
        pair.there.room.submit(pair.there.job("trop tard"))


def test_a_workshop_held_elsewhere_for_too_long_is_told_as_such(
    pair: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.support.sharing.PATIENCE", 0.05)
    held = pair.log.turn(pair.here.room.code, 0, Asked())
    with pytest.raises(StorageFailed, match="database_locked"):
        pair.here.room.submit(pair.here.job("point"))
    assert pair.here.room.storage == "database_locked"
    held.end()
    assert pair.here.room.submit(pair.here.job("point"))["ok"]
    assert pair.here.room.storage == "ok"
