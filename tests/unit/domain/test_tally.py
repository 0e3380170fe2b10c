"""The count of a vote: hidden until its time, by pole from five up, leading back to nobody."""

from typing import Any

import pytest

from facilitation.domain.core import Paper
from facilitation.domain.records import Ballot, Option
from facilitation.domain.tallies import count
from facilitation.views.audience import Audience
from tests.support.stage import CLAIRE, FACILITATORS, ROOM, Stage, refused

CAST: dict[str, Any] = {"paper_key": "cle", "choices": {"THM-01": 2}}


@pytest.fixture
def ballot(stage: Stage) -> str:
    """Two themes put to the vote: five dots each, three at most on one."""
    stage.theme("A")
    stage.theme("B")
    return stage.ballot()


def test_a_vote_called_off_is_never_counted(stage: Stage, ballot: str) -> None:
    stage.vote(stage.join(), ballot, THM_01=1)
    stage.send(CLAIRE, "ballot.cancel", ballot=ballot, reason=" Mal posée ")
    one = stage.get("ballots", ballot)
    assert (one.state, one.reason, one.tally) == ("cancelled", "Mal posée", None)
    assert stage.memory.papers == {}
    with refused("ballot_still_open"):
        stage.send(CLAIRE, "ballot.reveal", ballot=ballot)


def test_totals_are_hidden_until_the_close_and_from_the_room_until_the_reveal(
    stage: Stage, ballot: str
) -> None:
    others = [ROOM, Audience("observers"), Audience("table", "1")]
    stage.vote(stage.join(), ballot, THM_01=1)
    assert (stage.seen(FACILITATORS, "ballots", ballot) or {})["tally"] is None
    with refused("ballot_still_open"):
        stage.send(CLAIRE, "ballot.reveal", ballot=ballot)
    stage.send(CLAIRE, "ballot.close", ballot=ballot)
    assert (stage.seen(FACILITATORS, "ballots", ballot) or {})["tally"]
    assert all("tally" not in (stage.seen(one, "ballots", ballot) or {}) for one in others)
    stage.send(CLAIRE, "ballot.reveal", ballot=ballot)
    assert all((stage.seen(one, "ballots", ballot) or {})["tally"] for one in others)
    stage.send(CLAIRE, "ballot.reveal", ballot=ballot)
    assert stage.events == []


def test_how_answers_spread_is_told_from_five_papers_up_and_remarks_to_facilitators_alone(
    stage: Stage,
) -> None:
    for voters in (4, 5):
        key = stage.ballot(subject="evaluation")
        for number in range(voters):
            payload = {"paper_key": f"{number}", "choices": {"utile": 3}, "remark": "mot"}
            stage.send(stage.join(), "ballot.cast", ballot=key, **payload)
        stage.send(CLAIRE, "ballot.close", ballot=key)
        stage.send(CLAIRE, "ballot.reveal", ballot=key)
        mine, theirs = (
            (stage.seen(one, "ballots", key) or {})["tally"] for one in (FACILITATORS, ROOM)
        )
        enough = voters == 5
        assert mine["scores"][0]["values"] == ([[3, 5]] if enough else [])
        assert (mine["remarks"], theirs["remarks"]) == (["mot"] * 5 if enough else [], [])
        assert theirs["scores"] == mine["scores"]


def ballot_of(*options: str) -> Ballot:
    """A ballot to count papers of."""
    made = tuple(Option(key, key) for key in options)
    return Ballot("VOT-01", "?", "dots", made, 5, 3, "themes", None)


def papers(group: str, number: int) -> list[Paper]:
    """As many papers of a pole, each with one dot on A."""
    return [Paper(group, (("A", 1),)) for _ in range(number)]


@pytest.mark.parametrize(
    ("first", "second", "shown"),
    [
        (5, 5, ["sante", "terre"]),
        (5, 4, []),
        (5, 0, ["terre"]),
        (4, 4, []),
        (9, 1, []),
    ],
)
def test_a_pole_is_shown_from_five_voters_up_and_never_by_subtraction(
    first: int, second: int, shown: list[str]
) -> None:
    tally = count(ballot_of("A", "B"), papers("terre", first) + papers("sante", second), 20)
    assert [group.group for group in tally.groups] == shown
    assert all(group.totals == (group.papers, 0) for group in tally.groups)


def test_papers_typed_in_belong_to_no_pole_and_hide_nobody(stage: Stage) -> None:
    tally = count(ballot_of("A"), papers("terre", 6) + papers("", 5), 20)
    assert [group.group for group in tally.groups] == ["terre"]
    tally = count(ballot_of("A"), papers("terre", 6) + papers("", 2), 20)
    assert tally.groups == ()


def test_the_order_of_papers_changes_nothing() -> None:
    box = [Paper("terre", (("A", n),), remark=f"r{n}") for n in (1, 2, 3)]
    assert count(ballot_of("A"), box, 3) == count(ballot_of("A"), box[::-1], 3)


def test_the_order_of_choices_leaves_no_trace(stage: Stage, ballot: str) -> None:
    stage.vote(stage.join(), ballot, THM_02=1, THM_01=2)
    (paper,) = stage.memory.papers[ballot].values()
    assert paper.choices == (("THM-01", 2), ("THM-02", 1))
