"""A text is erased while somebody asks: what quotes it elsewhere is told all the same."""

from dataclasses import replace
from typing import Any

import pytest

from facilitation.views.audience import Audience
from tests.support.rooms import House

LEAD = Audience("facilitators")
CANARY = "canari : le coffre est au sous-sol"


def test_whoever_asks_while_the_disk_is_read_again_is_told_of_all_that_went() -> None:
    house = House()
    room = house.room
    house.do("step.start", step="situations")
    key = house.do("contribution.post", kind="proposal", text=CANARY)["result"]["id"]
    house.do("action.create", title=f"Suite : {CANARY}")
    house.quiet()
    asked: list[Any] = []

    def reading(function: Any, *arguments: Any) -> Any:
        done = function(*arguments)
        if getattr(function, "__name__", "") == "load":
            asked.append(room.read(LEAD))
        return done

    room._ports = replace(room._ports, in_thread=reading)
    house.do("contribution.erase", contribution=key)
    house.quiet()
    (early,) = asked
    held = dict(early["records"]["actions"])
    news = room.read(LEAD, early["streams"][str(LEAD)], room.epoch)
    held |= news["records"].get("actions", {})
    assert CANARY not in str(held)
    house.close()


def test_what_is_saved_is_published_even_where_it_cannot_be_read_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = House()
    house.do("step.start", step="situations")
    key = house.do("contribution.post", kind="proposal", text=CANARY)["result"]["id"]

    def gone(*_asked: object) -> None:
        raise KeyError(house.room.code)

    monkeypatch.setattr(house.log, "load", gone)
    answer = house.do("contribution.erase", contribution=key)
    assert answer["ok"]
    assert house.room.state.seq == answer["seq"]
    assert house.room._disk.outdated
    house.close()
