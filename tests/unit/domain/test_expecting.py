"""How many people are expected: said by a facilitator, undone, held to what a room holds."""

import pytest

from facilitation.domain.expecting import places
from tests.support.stage import CLAIRE, Stage, refused


def test_a_facilitator_says_how_many_are_expected_and_may_undo_it(stage: Stage) -> None:
    before = stage.state.workshop.expected
    stage.send(CLAIRE, "people.expect", people=200)
    assert stage.state.workshop.expected == 200
    stage.send(CLAIRE, "undo")
    assert stage.state.workshop.expected == before


@pytest.mark.parametrize("people", [0, -1, 20_001])
def test_a_number_that_no_room_holds_is_refused(stage: Stage, people: int) -> None:
    with refused("out_of_range"):
        stage.send(CLAIRE, "people.expect", people=people)


@pytest.mark.parametrize(("expected", "most"), [(1, 11), (20, 30), (60, 90)])
def test_half_as_many_again_come_in_and_ten_at_least(
    stage: Stage, expected: int, most: int
) -> None:
    stage.send(CLAIRE, "people.expect", people=expected)
    assert places(stage.state) == most
