"""What was made of a workshop before an erasure is destroyed, once, and again after a restart."""

from dataclasses import replace

from facilitation.domain.core import Put
from facilitation.exported import Erasures
from tests.support.rooms import House


def test_each_erasure_destroys_what_was_made_before_it() -> None:
    house = House()
    destroyed: list[tuple[str, int]] = []
    erasures = Erasures(house.rooms, lambda code, at: destroyed.append((code, at)))
    erasures.round()
    assert destroyed == []
    state = house.room.state
    for at in (1_000, 1_000, 2_000):
        state.apply([Put("workshop", replace(state.workshop, erased_at=at))])
        erasures.round()
    code = house.room.code
    assert destroyed == [(code, 1_000), (code, 2_000)]
    again = Erasures(house.rooms, lambda code, at: destroyed.append((code, at)))
    again.round()
    assert destroyed[-1] == (code, 2_000)
    assert len(destroyed) == 3
    house.close()
