"""Copies in time and room on the disk: what is due when, and what facilitators are told."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from facilitation.protocol.catalogue import CATALOGUE
from facilitation.protocol.ports import BackupFailed
from facilitation.service.jobs import Job
from facilitation.service.upkeep import EVERY, LOOK, LOW, Upkeep
from tests.support.rooms import CLAIRE, House


@dataclass
class Taken:
    """A copy."""

    taken: int
    step: bool


@dataclass
class Place:
    """A place for copies that a test unplugs; it always finds something new."""

    beside: bool = False
    unplugged: str = ""
    refuses: str = ""
    kept: list[Taken] = field(default_factory=list)
    renewed: list[str | None] = field(default_factory=list)

    def ready(self) -> None:
        """Fail as told."""
        if self.unplugged:
            raise BackupFailed(self.unplugged)

    def all(self) -> list[Taken]:
        """Newest first."""
        return self.kept[::-1]

    def take(self, now: int, *, step: bool = False) -> bool:
        """Keep one more, or fail as told."""
        self.ready()
        if self.refuses:
            raise BackupFailed(self.refuses)
        self.kept.append(Taken(now, step))
        return True

    def renew(self, now: int, workshop: str | None = None) -> None:
        """Keep one of now, and no other."""
        self.take(now)
        self.kept = self.kept[-1:]
        self.renewed.append(workshop)


class Day:
    """A room, its copies, and a clock that is moved second by second."""

    def __init__(self) -> None:
        self.house = House()
        self.place = Place()
        self.free = LOW
        self.clock: Any = self.house.rooms.ports.clock
        self.begun = self.clock.now()
        self.forgotten: list[str] = []
        self.upkeep = self.serve(self.place)

    def serve(self, place: Place | None) -> Upkeep:
        """As a server that has just started."""
        return Upkeep(
            place,
            self.house.rooms,
            lambda: self.free,
            lambda act, *given: act(*given),
            lambda code, at: self.forgotten.append(code),
        )

    def pass_by(self, milliseconds: int) -> None:
        """Let time pass."""
        for _ in range(milliseconds // 1_000):
            self.clock.time += 1_000
            self.upkeep.round()

    def send(self, name: str, /, **payload: Any) -> Any:
        """A facilitator's command."""
        command = CATALOGUE[name]
        return self.house.room.submit(Job(CLAIRE, command, command.payload(**payload)))

    @property
    def copies(self) -> list[tuple[int, bool]]:
        """When copies were taken, from the beginning on, and whether at a step."""
        return [(one.taken - self.begun, one.step) for one in self.place.kept]


@pytest.fixture
def day() -> Iterator[Day]:
    made = Day()
    yield made
    made.house.close()


def test_a_copy_is_taken_at_once_then_every_minute(day: Day) -> None:
    day.upkeep.round()
    day.pass_by(2 * EVERY)
    assert day.copies == [(0, False), (EVERY, False), (2 * EVERY, False)]


def test_a_copy_is_taken_as_a_step_begins(day: Day) -> None:
    day.upkeep.round()
    day.send("step.start", step="attentes")
    day.pass_by(3_000)
    assert day.copies == [(0, False), (1_000, True)]


def test_a_fresh_copy_is_taken_as_soon_as_a_vote_is_over(day: Day) -> None:
    theme = day.send("theme.create", name="Thème")["result"]["id"]
    other = day.send("theme.create", name="Autre")["result"]["id"]
    day.upkeep.round()
    opened = day.send("ballot.open", question="?", options=(theme, other))["result"]["id"]
    day.pass_by(2_000)
    assert day.copies == [(0, False)]
    day.send("ballot.close", ballot=opened)
    day.pass_by(1_000)
    assert day.copies == [(0, False), (3_000, True)]


def test_a_key_that_was_pulled_out_is_told_with_the_time_of_the_last_good_copy(day: Day) -> None:
    day.upkeep.round()
    assert day.upkeep.told()["backup"] == {"state": "ok", "last": day.begun}
    day.place.unplugged = "backup_missing"
    day.pass_by(LOOK)
    assert day.upkeep.told()["backup"] == {"state": "backup_missing", "last": day.begun}
    day.place.unplugged = ""
    day.pass_by(LOOK)
    last = day.place.kept[-1].taken
    assert last > day.begun
    assert day.upkeep.told()["backup"] == {"state": "ok", "last": last}


def test_a_full_key_is_told_and_tried_again(day: Day) -> None:
    day.place.refuses = "backup_full"
    day.upkeep.round()
    assert day.upkeep.told()["backup"] == {"state": "backup_full", "last": None}
    day.place.refuses = ""
    day.pass_by(LOOK)
    assert day.upkeep.told()["backup"]["state"] == "ok"


def test_copies_beside_the_data_are_told_as_such(day: Day) -> None:
    day.place.beside = True
    day.upkeep.round()
    assert day.upkeep.told()["backup"]["state"] == "beside"


def test_little_room_on_the_disk_is_told_before_it_is_full_and_no_longer_afterwards(
    day: Day,
) -> None:
    day.upkeep.round()
    assert day.upkeep.told()["space"] is None
    day.free = LOW - 1
    day.pass_by(LOOK)
    assert day.upkeep.told()["space"] == 490_000_000
    day.free = LOW
    day.pass_by(LOOK)
    assert day.upkeep.told()["space"] is None


def test_without_a_file_of_its_own_there_is_nothing_to_copy(day: Day) -> None:
    alone, day.free = day.serve(None), 0
    alone.round()
    day.clock.time += LOOK
    alone.round()
    assert alone.told() == {"space": 0}


def erase(day: Day) -> None:
    """A text is written, then erased."""
    text = day.send("contribution.post", kind="expectation", text="À effacer.")["result"]["id"]
    day.pass_by(2 * EVERY)
    day.send("contribution.erase", contribution=text)


def test_copies_taken_before_an_erasure_are_destroyed_at_once_and_only_once(day: Day) -> None:
    erase(day)
    before = list(day.place.kept)
    day.pass_by(2_000)
    assert before
    assert not [one for one in day.place.kept if one in before]
    day.pass_by(3 * EVERY)
    assert day.place.renewed == [day.house.room.code]
    assert len(day.place.kept) > 1


def test_copies_that_cannot_be_reached_are_destroyed_once_they_can(day: Day) -> None:
    erase(day)
    day.place.unplugged = "backup_missing"
    day.pass_by(5_000)
    assert day.place.renewed == []
    # Documents are on this very disk: they do not wait for the key.
    assert set(day.forgotten) == {day.house.room.code}
    assert day.upkeep.told()["backup"]["state"] == "backup_missing"
    day.place.unplugged = ""
    day.pass_by(2_000)
    assert day.place.renewed == [day.house.room.code]


def test_after_a_restart_only_copies_older_than_the_erasure_go(day: Day) -> None:
    erase(day)
    day.pass_by(3 * EVERY)
    day.serve(day.place).round()
    assert len(day.place.renewed) == 1


def test_an_unexpected_fault_in_destroying_stops_no_copy(day: Day) -> None:
    erase(day)

    def breaks(code: str, at: int) -> None:
        raise PermissionError(code)

    day.upkeep.forget = breaks
    before = len(day.place.kept)
    day.pass_by(2 * EVERY)
    assert len(day.place.kept) > before
    assert day.place.renewed == []
    day.upkeep.forget = lambda code, at: day.forgotten.append(code)
    day.pass_by(2_000)
    assert day.forgotten == [day.house.room.code]
    assert day.place.renewed == [day.house.room.code]
