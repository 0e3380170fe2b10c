"""A facilitator erases a text: for good, whatever its state, its number kept."""

from typing import Any

import pytest

from facilitation.domain.core import EraseText, Touch
from facilitation.domain.evolve import evolve
from tests.support.stage import CLAIRE, FACILITATORS, ROOM, Stage, refused

TEXT = "Le numéro du coffre est 4812."


@pytest.fixture
def stage() -> Stage:
    made = Stage()
    made.begin("situations")
    return made


def test_an_erased_text_keeps_its_number_and_says_that_it_was_erased(stage: Stage) -> None:
    key = stage.post(stage.join(), TEXT)
    stage.send(CLAIRE, "contribution.show", contributions=[key])
    stage.send(CLAIRE, "contribution.erase", contribution=key)
    one = stage.get("contributions", key)
    assert (one.text, one.state, one.reason, one.shown) == ("", "withdrawn", "erased", False)
    for audience in (FACILITATORS, ROOM):
        assert TEXT not in repr(stage.seen(audience, "contributions", key))
    assert stage.state.workshop.erased_at == stage.now


def test_the_erasure_itself_repeats_nothing(stage: Stage) -> None:
    key = stage.post(stage.join(), TEXT)
    stage.send(CLAIRE, "contribution.erase", contribution=key)
    assert TEXT not in repr(stage.events)
    assert stage.entries[-1].effects == (EraseText(key, TEXT),)
    assert TEXT not in repr(stage.entries[-1].answer)


def test_erasing_twice_is_once_and_nothing_undoes_it(stage: Stage) -> None:
    key = stage.post(stage.join(), TEXT)
    stage.send(CLAIRE, "contribution.erase", contribution=key)
    stage.send(CLAIRE, "contribution.erase", contribution=key)
    assert stage.events == []
    with refused("nothing_to_undo"):
        stage.undo(command=stage.entries[-2].recorded[0].first)
    with refused("not_set_aside"):
        stage.send(CLAIRE, "contribution.restore", contribution=key)


@pytest.mark.parametrize("before", ["set aside", "withdrawn"])
def test_a_text_set_aside_or_taken_back_can_be_erased_as_well(stage: Stage, before: str) -> None:
    awa = stage.join()
    key = stage.post(awa, TEXT, anonymous=False)
    if before == "withdrawn":
        stage.send(awa, "contribution.withdraw", contribution=key)
    else:
        stage.send(CLAIRE, "contribution.set_aside", contribution=key, reason="protected")
    stage.send(CLAIRE, "contribution.erase", contribution=key)
    assert stage.get("contributions", key).reason == "erased"
    with refused("contribution_not_open"):
        stage.send(awa, "contribution.edit", contribution=key, text="Encore")


def test_a_line_of_a_vote_that_was_erased_is_its_number(stage: Stage) -> None:
    awa = stage.join()
    keys = [stage.post(awa, text, kind="proposal") for text in (TEXT, "Autre chose.")]
    ballot = stage.ballot(*keys, subject="proposals")
    stage.send(CLAIRE, "contribution.erase", contribution=keys[0])
    seen: Any = stage.seen(ROOM, "ballots", ballot)
    assert [one["label"] for one in seen["options"]] == [keys[0], "Autre chose."]


def test_only_the_votes_on_it_are_shown_anew(stage: Stage) -> None:
    key, *others = [stage.post(stage.join(), text, kind="proposal") for text in (TEXT, "B", "C")]
    with_it = stage.ballot(key, others[0], subject="proposals")
    stage.send(CLAIRE, "ballot.close", ballot=with_it)
    stage.ballot(*others, subject="proposals")
    stage.send(CLAIRE, "contribution.erase", contribution=key)
    changes = evolve(stage.state, stage.events[0])
    assert [one for one in changes if isinstance(one, Touch)] == [Touch("ballots", with_it)]


def test_a_theme_no_longer_counts_it(stage: Stage) -> None:
    key = stage.post(stage.join(), TEXT)
    theme = stage.theme("Sûreté", key)
    stage.send(CLAIRE, "contribution.erase", contribution=key)
    seen: Any = stage.seen(FACILITATORS, "themes", theme)
    assert seen["size"] == 0
