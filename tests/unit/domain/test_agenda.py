"""The running order: steps and their clock, writing windows, pieces of information, corrections."""

from typing import Any

import pytest

from facilitation.domain.clock import MINUTE
from facilitation.domain.core import Actor
from tests.support.stage import CLAIRE, START, Stage, refused

CLOCK = Actor("clock")


def step(stage: Stage, key: str = "situations") -> Any:
    """A step as it is."""
    return stage.get("steps", key)


def test_the_next_step_is_the_one_after_and_ends_the_one_that_runs(stage: Stage) -> None:
    assert stage.send(CLAIRE, "step.start") == {"step": "accueil"}
    stage.now += MINUTE
    assert stage.send(CLAIRE, "step.start") == {"step": "attentes"}
    first, second = step(stage, "accueil"), step(stage, "attentes")
    assert (first.state, first.finished_at, first.ends_at) == ("done", stage.now, None)
    assert (second.state, second.ends_at) == ("running", stage.now + 20 * MINUTE)
    assert stage.state.workshop.step == "attentes"


def test_a_step_that_writes_from_its_start_opens_the_phones_and_shows_its_scene(
    stage: Stage,
) -> None:
    stage.begin("attentes")
    assert step(stage, "attentes").writing_open
    assert step(stage, "attentes").writing_ends_at == START + 5 * MINUTE
    assert (stage.state.screen.scene, stage.state.screen.step) == ("step", "attentes")


def test_the_running_step_does_not_start_twice(stage: Stage) -> None:
    stage.begin("attentes")
    with refused("step_already_running"):
        stage.begin("attentes")


def test_an_unknown_step_is_refused(stage: Stage) -> None:
    with refused("unknown_step"):
        stage.begin("sieste")


def test_nothing_follows_the_last_step(stage: Stage) -> None:
    stage.begin("plan")
    with refused("no_next_step"):
        stage.send(CLAIRE, "step.start")


def test_after_a_finished_step_the_next_one_follows(stage: Stage) -> None:
    stage.begin("attentes")
    stage.send(CLAIRE, "step.finish")
    assert [event.event_name for event in stage.events] == ["writing.closed", "step.finished"]
    assert stage.send(CLAIRE, "step.start") == {"step": "situations"}


def test_going_back_re_enters_the_step_before_and_keeps_when_it_began(stage: Stage) -> None:
    stage.begin("attentes")
    stage.now += 3 * MINUTE
    stage.begin("situations")
    stage.now += MINUTE
    assert stage.send(CLAIRE, "step.back") == {"step": "attentes"}
    assert step(stage, "attentes").state == "running"
    assert step(stage, "attentes").started_at == START
    assert step(stage).state == "done"


def test_going_back_to_a_step_that_was_skipped_begins_it(stage: Stage) -> None:
    stage.begin("attentes")
    stage.send(CLAIRE, "step.back")
    assert step(stage, "accueil").started_at == START


@pytest.mark.parametrize("begun", [None, "accueil"])
def test_there_is_no_step_before_the_first(stage: Stage, begun: str | None) -> None:
    if begun:
        stage.begin(begun)
    with refused("no_previous_step"):
        stage.send(CLAIRE, "step.back")


def test_a_paused_step_keeps_the_time_it_had_left(stage: Stage) -> None:
    stage.begin("attentes")
    stage.now += 2 * MINUTE
    stage.send(CLAIRE, "step.pause")
    assert step(stage, "attentes").remaining == 18 * MINUTE
    stage.now += 10 * MINUTE
    stage.send(CLAIRE, "step.resume")
    resumed = step(stage, "attentes")
    assert resumed.ends_at == stage.now + 18 * MINUTE
    assert resumed.writing_ends_at == START + 15 * MINUTE


def test_a_step_without_a_writing_window_pauses_too(stage: Stage) -> None:
    stage.begin("accueil")
    stage.send(CLAIRE, "step.pause")
    stage.send(CLAIRE, "step.resume")
    assert step(stage, "accueil").writing_ends_at is None


def test_minutes_are_given_to_a_step_running_or_paused(stage: Stage) -> None:
    stage.begin("attentes")
    stage.send(CLAIRE, "step.extend", minutes=5)
    assert step(stage, "attentes").ends_at == START + 25 * MINUTE
    stage.send(CLAIRE, "step.pause")
    stage.send(CLAIRE, "step.extend", minutes=-30)
    assert step(stage, "attentes").remaining == 0


@pytest.mark.parametrize("minutes", [0, 601, -601])
def test_an_absurd_extension_is_refused(stage: Stage, minutes: int) -> None:
    stage.begin("attentes")
    with refused("out_of_range"):
        stage.send(CLAIRE, "step.extend", minutes=minutes)


@pytest.mark.parametrize(
    ("name", "payload"),
    [
        ("step.pause", {}),
        ("step.resume", {}),
        ("step.finish", {}),
        ("step.extend", {"minutes": 2}),
        ("writing.open", {}),
        ("writing.close", {}),
    ],
)
def test_what_needs_a_running_step_is_refused_without_one(
    stage: Stage, name: str, payload: dict[str, Any]
) -> None:
    with refused("no_running_step"):
        stage.send(CLAIRE, name, **payload)


def test_a_running_step_does_not_resume_and_a_paused_one_does_not_pause(stage: Stage) -> None:
    stage.begin("attentes")
    with refused("no_running_step"):
        stage.send(CLAIRE, "step.resume")
    stage.send(CLAIRE, "step.pause")
    with refused("no_running_step"):
        stage.send(CLAIRE, "step.pause")
