"""Writing windows and their clock; situations given piece by piece; corrections."""

from typing import Any

import pytest

from facilitation.domain.clock import MINUTE
from facilitation.domain.core import Actor, Conflict
from facilitation.domain.writing import CloseWriting, OpenWriting, due
from facilitation.views.audience import Audience
from tests.support.stage import CLAIRE, START, Stage, refused

CLOCK = Actor("clock")


def step(stage: Stage, key: str = "situations") -> Any:
    """A step as it is."""
    return stage.get("steps", key)


def test_in_a_closed_workshop_the_clock_brings_nothing_about() -> None:
    stage = Stage()
    stage.begin("situations")
    assert due(stage.state, START + 10 * MINUTE) == [OpenWriting()]
    stage.send(CLAIRE, "workshop.close")
    assert due(stage.state, START + 10 * MINUTE) == []


def test_private_writing_reaches_the_table_when_the_window_closes(stage: Stage) -> None:
    person = stage.join(table="1")
    stage.begin("attentes")
    text = stage.post(person)
    assert stage.seen(Audience("table", "1"), "contributions", text) is None
    stage.send(CLAIRE, "writing.close")
    assert stage.seen(Audience("table", "1"), "contributions", text)
    assert step(stage, "attentes").revealed
    with refused("writing_not_open"):
        stage.send(CLAIRE, "writing.close")


def test_the_end_of_a_step_unseals_what_no_window_ever_closed_on(stage: Stage) -> None:
    person = stage.join(table="1")
    stage.begin("vote")
    text = stage.post(person)
    other_step = stage.post(person, step="situations")
    assert stage.get("contributions", text).private
    stage.send(CLAIRE, "step.finish")
    assert not stage.get("contributions", text).private
    assert stage.get("contributions", other_step).private
    assert not stage.get("contributions", stage.post(person)).private


def test_a_writing_window_is_the_steps_own_or_five_minutes_or_what_is_said(stage: Stage) -> None:
    stage.begin("situations")
    stage.send(CLAIRE, "writing.open")
    assert step(stage).writing_ends_at == START + 7 * MINUTE
    stage.send(CLAIRE, "writing.open", minutes=3)
    assert step(stage).writing_ends_at == START + 3 * MINUTE
    stage.begin("vote")
    stage.send(CLAIRE, "writing.open")
    assert step(stage, "vote").writing_ends_at == START + 5 * MINUTE


@pytest.mark.parametrize("minutes", [0, -1, 601])
def test_a_window_without_length_is_refused(stage: Stage, minutes: int) -> None:
    stage.begin("situations")
    with refused("out_of_range"):
        stage.send(CLAIRE, "writing.open", minutes=minutes)


def test_the_clock_opens_and_closes_the_phones_at_their_time(stage: Stage) -> None:
    assert due(stage.state, START) == []
    stage.begin("situations")
    assert due(stage.state, START + 9 * MINUTE) == []
    assert due(stage.state, START + 10 * MINUTE) == [OpenWriting()]
    stage.now = START + 10 * MINUTE
    stage.send(CLOCK, "writing.open")
    assert due(stage.state, START + 16 * MINUTE) == []
    assert due(stage.state, START + 17 * MINUTE) == [CloseWriting()]
    stage.send(CLOCK, "writing.close")
    assert due(stage.state, START + 60 * MINUTE) == []


def test_a_pause_delays_the_writing_window_by_as_long(stage: Stage) -> None:
    stage.begin("situations")
    for pause in (4, 8):
        stage.now = START + pause * MINUTE
        stage.send(CLAIRE, "step.pause")
        stage.now += 3 * MINUTE
        stage.send(CLAIRE, "step.resume")
    assert due(stage.state, START + 15 * MINUTE) == []
    assert due(stage.state, START + 16 * MINUTE) == [OpenWriting()]
    stage.begin("attentes")
    stage.begin("situations")
    assert due(stage.state, stage.now + 10 * MINUTE) == [OpenWriting()]


def test_the_clock_leaves_a_paused_step_alone(stage: Stage) -> None:
    stage.begin("attentes")
    stage.send(CLAIRE, "step.pause")
    assert due(stage.state, START + 60 * MINUTE) == []


def test_a_round_opens_the_situation_that_each_table_works_on(stage: Stage) -> None:
    assert not stage.get("cases", "cas-1").opened
    stage.begin("situations")
    assert stage.get("cases", "cas-1").opened
    assert stage.get("cases", "cas-2").opened


def test_a_situation_opened_once_stays_open_when_its_step_begins_again(stage: Stage) -> None:
    stage.begin("situations")
    stage.begin("vote")
    stage.begin("situations")
    assert stage.get("cases", "cas-1").opened
    assert all(getattr(event, "case", None) is None for event in stage.events)


def test_information_is_released_one_piece_at_a_time_until_none_is_left(stage: Stage) -> None:
    stage.begin("situations")
    table = Audience("table", "1")
    for count in (1, 2):
        stage.send(CLAIRE, "case.release", case="cas-1")
        seen = stage.seen(table, "cases", "cas-1")
        assert seen is not None
        assert len(seen["releases"]) == count
    with refused("nothing_to_release"):
        stage.send(CLAIRE, "case.release", case="cas-1")
    with refused("unknown_case"):
        stage.send(CLAIRE, "case.release", case="cas-9")


def test_one_gesture_gives_each_situation_the_piece_that_comes_next(stage: Stage) -> None:
    def given() -> list[int]:
        return [stage.get("cases", key).released for key in ("cas-1", "cas-2")]

    everywhere = {"cases": ["cas-1", "cas-2", "cas-1"]}
    stage.send(CLAIRE, "case.release", case="cas-1")
    stage.send(CLAIRE, "case.release_all", **everywhere, number=1)
    assert given() == [1, 1]
    for number in (1, 0, 9):
        with refused("released_everywhere"):
            stage.send(CLAIRE, "case.release_all", **everywhere, number=number)
    stage.send(CLAIRE, "undo")
    assert given() == [1, 0]
    with refused("unknown_case"):
        stage.send(CLAIRE, "case.release_all", cases=["cas-9"], number=1)


def test_a_step_is_corrected_during_the_day(stage: Stage) -> None:
    stage.begin("attentes")
    wanted = {"title": "Vos attentes", "instruction": "Écrivez.", "writing": 3, "scene": "wall"}
    stage.send(CLAIRE, "step.correct", step="attentes", minutes=25, allows=["vote"], **wanted)
    now = step(stage, "attentes")
    assert {name: getattr(now, name) for name in wanted} == wanted
    assert (now.allows, now.private, now.ends_at) == (("vote",), True, START + 25 * MINUTE)
    stage.send(CLAIRE, "step.correct", step="attentes", private=False)
    assert not step(stage, "attentes").private


def test_a_paused_step_corrected_has_more_time_left(stage: Stage) -> None:
    stage.begin("attentes")
    stage.send(CLAIRE, "step.pause")
    stage.send(CLAIRE, "step.correct", step="attentes", minutes=30)
    assert step(stage, "attentes").remaining == 30 * MINUTE


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("out_of_range", {"minutes": 0}),
        ("out_of_range", {"minutes": 601}),
        ("out_of_range", {"writing": -1}),
        ("out_of_range", {"writing": 601}),
        ("unknown_value", {"allows": ["danser"]}),
        ("unknown_value", {"scene": "cinema"}),
    ],
)
def test_values_that_steps_do_not_have_are_refused(
    stage: Stage, code: str, wrong: dict[str, Any]
) -> None:
    with refused(code):
        stage.send(CLAIRE, "step.correct", step="attentes", **wrong)


def test_a_situation_is_corrected_field_by_field(stage: Stage) -> None:
    stage.send(CLAIRE, "case.correct", case="cas-1", title="Autre titre")
    stage.send(CLAIRE, "case.correct", case="cas-1", context="Autre", questions=["Qui ?"])
    case = stage.get("cases", "cas-1")
    assert (case.title, case.context, case.questions) == ("Autre titre", "Autre", ("Qui ?",))


@pytest.mark.parametrize(
    ("name", "payload"),
    [("step.correct", {"step": "attentes"}), ("case.correct", {"case": "cas-1"})],
)
def test_a_second_hand_on_a_correction_is_told_of_the_first(
    stage: Stage, name: str, payload: dict[str, Any]
) -> None:
    seen = stage.state.seq
    stage.send(CLAIRE, name, title="Un", base=seen, **payload)
    with refused("conflict") as report:
        stage.send(CLAIRE, name, title="Deux", base=seen, **payload)
    assert isinstance(report.value, Conflict)
    assert report.value.record_id in payload.values()
