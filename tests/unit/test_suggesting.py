"""What the suggestions’ child is told: all of it when another starts, and nothing erased."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from facilitation import suggesting
from facilitation.suggesting import Suggester
from tests.support.rooms import House

Json = dict[str, Any]
TEXT = {"kind": "expectation", "text": "Plus de bus le soir"}


class Process:
    """A process that a test lets die."""

    ended = False

    def poll(self) -> int | None:
        """As of a process."""
        return 0 if self.ended else None

    def kill(self) -> None:
        """As of a process."""
        self.ended = True


class Child:
    """A child that keeps what it is told, and nothing else."""

    born: list["Child"] = []  # noqa: RUF012 - emptied by each test

    def __init__(self) -> None:
        self.process = Process()
        self.texts: dict[str, str] = {}
        self.born.append(self)

    def exchange(self, line: bytes) -> bytes:
        """One line there and one back."""
        asked: Json = json.loads(line)
        self.texts |= asked["put"]
        for key in asked["drop"]:
            del self.texts[key]
        return json.dumps({"texts": self.texts}).encode()

    def end(self) -> None:
        """As of a child."""
        self.process.kill()


@pytest.fixture
def house(monkeypatch: pytest.MonkeyPatch) -> Iterator[House]:
    Child.born.clear()
    monkeypatch.setattr(suggesting, "Child", Child)
    monkeypatch.setattr(suggesting.concurrency, "spawn", lambda *given: None)
    monkeypatch.setattr(
        suggesting.concurrency, "run_in_real_thread", lambda act, *given: act(*given)
    )
    made = House()
    yield made
    made.close()


def test_a_child_that_takes_the_place_of_a_dead_one_is_told_everything(house: House) -> None:
    code, suggester = house.room.code, Suggester(house.rooms)
    house.do("contribution.post", **TEXT)
    before = suggester.suggest(code)["texts"]
    Child.born[0].process.kill()
    house.do("contribution.post", **TEXT | {"text": "Des bus plus rares"})
    after = suggester.suggest(code)["texts"]
    assert len(Child.born) == 2
    assert before.items() < after.items()


def test_a_child_that_died_is_replaced_as_it_is_fed(house: House) -> None:
    code, suggester = house.room.code, Suggester(house.rooms)
    house.do("contribution.post", **TEXT)
    told = suggester.suggest(code)["texts"]
    Child.born[0].process.kill()
    suggester.feed()
    assert suggester.suggest(code)["texts"] == told


def test_a_text_erased_while_the_child_is_told_of_it_is_in_no_process_for_long(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, suggester = house.room.code, Suggester(house.rooms)
    number = house.do("contribution.post", **TEXT)["result"]["id"]

    def during(act: Any, line: bytes) -> Any:
        if not house.room.state.workshop.erased_at:
            house.do("contribution.erase", contribution=number)
        return act(line)

    monkeypatch.setattr(suggesting.concurrency, "run_in_real_thread", during)
    suggester.suggest(code)
    assert TEXT["text"] in Child.born[0].texts.values()
    suggester.feed()
    assert Child.born[0].process.ended


def test_a_text_set_aside_then_erased_is_in_no_process_any_more(house: House) -> None:
    code, suggester = house.room.code, Suggester(house.rooms)
    number = house.do("contribution.post", **TEXT)["result"]["id"]
    suggester.suggest(code)
    house.do("contribution.set_aside", contribution=number, reason="duplicate")
    suggester.suggest(code)
    assert not Child.born[0].process.ended
    house.do("contribution.erase", contribution=number)
    suggester.feed()
    assert Child.born[0].process.ended
    suggester.suggest(code)
    assert len(Child.born) == 2
    assert TEXT["text"] not in Child.born[1].texts.values()
