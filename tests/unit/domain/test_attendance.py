"""Whose presence the documents tell: authorities expected, people and services marked."""

import pytest

from facilitation.domain.core import Conflict
from tests.support.stage import CLAIRE, HUGO, Stage, refused


def test_the_authorities_of_the_scenario_are_expected_in_the_order_of_protocol() -> None:
    stage = Stage()
    told = [stage.get("attendees", key) for key in ("prefet", "sg")]
    assert [(one.function, one.rank, one.state) for one in told] == [
        ("Préfet", 1, "expected"),
        ("Secrétaire général", 2, "expected"),
    ]


def test_somebody_represented_is_told_with_who_stands_in() -> None:
    stage = Stage()
    stage.send(CLAIRE, "attendance.mark", attendee="prefet", state="represented", by=" le SG ")
    one = stage.get("attendees", "prefet")
    assert (one.state, one.by, one.function) == ("represented", "le SG", "Préfet")
    stage.send(CLAIRE, "attendance.mark", attendee="prefet", state="present", by="le SG")
    assert stage.get("attendees", "prefet").by == ""


def test_a_whole_service_is_marked_and_the_mark_undone() -> None:
    stage = Stage()
    stage.send(CLAIRE, "attendance.mark", attendee="service/ars", state="excused")
    one = stage.get("attendees", "service/ars")
    assert (one.service, one.function, one.state) == ("ars", "", "excused")
    stage.undo()
    assert stage.get("attendees", "service/ars").state == "removed"


def test_somebody_added_has_a_number_and_can_be_taken_off() -> None:
    stage = Stage()
    wanted = {"function": " Directrice ", "service": "ddt", "category": "direction"}
    result = stage.send(CLAIRE, "attendance.add", **wanted, state="represented", by="son adjoint")
    one = stage.get("attendees", result["id"])
    assert (one.id, one.function, one.rank, one.by) == ("PER-01", "Directrice", 0, "son adjoint")
    stage.send(CLAIRE, "attendance.mark", attendee="PER-01", state="removed")
    assert stage.send(CLAIRE, "attendance.add", function="Autre")["id"] == "PER-02"


@pytest.mark.parametrize(
    ("command", "payload", "code"),
    [
        ("attendance.add", {"function": "  "}, "text_missing"),
        ("attendance.add", {"function": "Chef", "service": "mer"}, "unknown_service"),
        ("attendance.add", {"function": "Chef", "category": "Z"}, "unknown_value"),
        ("attendance.add", {"function": "Chef", "state": "perdu"}, "unknown_value"),
        ("attendance.mark", {"attendee": "service/mer", "state": "excused"}, "unknown_service"),
        ("attendance.mark", {"attendee": "PER-09", "state": "excused"}, "not_found"),
        ("attendance.mark", {"attendee": "prefet", "state": "perdu"}, "unknown_value"),
    ],
)
def test_what_does_not_exist_is_refused(command: str, payload: dict[str, str], code: str) -> None:
    with refused(code):
        Stage().send(CLAIRE, command, **payload)


def test_a_second_hand_on_a_presence_is_told_of_the_first() -> None:
    stage = Stage()
    seen = stage.state.seq
    stage.send(CLAIRE, "attendance.mark", attendee="sg", state="excused")
    with pytest.raises(Conflict):
        stage.send(HUGO, "attendance.mark", attendee="sg", state="present", base=seen)
