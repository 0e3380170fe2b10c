"""Votes: one paper each, in secret, counted at the close, never linked to a voter."""

from typing import Any

import pytest

from facilitation.domain.authorship import secret_hash
from facilitation.domain.core import EmptyBox
from facilitation.domain.records import Option
from tests.support.stage import CLAIRE, Stage, device, refused
from tests.unit.domain.voting import CAST, dots


def test_a_vote_on_themes_takes_the_boards_themes_as_they_are_named(stage: Stage) -> None:
    stage.theme("A")
    stage.theme("B")
    one = stage.get("ballots", stage.ballot())
    assert one.options == (Option("THM-01", "A", "A"), Option("THM-02", "B", "B"))
    assert (one.id, one.method, one.budget, one.most) == ("VOT-01", "dots", 5, 3)
    assert stage.get("themes", "THM-01").projected


def test_a_vote_on_proposals_takes_the_texts_named_once_each(stage: Stage) -> None:
    person = stage.join()
    texts = [stage.post(person, f"Texte {n}", kind="proposal") for n in range(2)]
    one = stage.get("ballots", stage.ballot(*texts, texts[0], subject="proposals"))
    assert [option.label for option in one.options] == ["Texte 0", "Texte 1"]


def test_the_evaluation_is_rated_from_one_to_four(stage: Stage) -> None:
    key = stage.ballot(subject="evaluation")
    assert (stage.get("ballots", key).method, stage.get("ballots", key).most) == ("rating", 4)
    stage.vote(stage.join(), key, utile=4)
    with refused("out_of_range"):
        stage.vote(stage.join(), key, utile=5)


def test_a_second_vote_waits_for_the_first_to_close(stage: Stage, ballot: str) -> None:
    with refused("ballot_still_open"):
        stage.ballot()
    stage.send(CLAIRE, "ballot.close", ballot=ballot)
    assert stage.ballot() == "VOT-02"


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("unknown_value", {"subject": "humeur"}),
        ("too_few_options", {"options": ["THM-01"]}),
        ("too_few_options", {"subject": "proposals"}),
        ("unknown_theme", {"options": ["THM-01", "THM-99"]}),
        ("out_of_range", {"budget": 0}),
        ("out_of_range", {"budget": 101}),
        ("out_of_range", {"most": 0}),
        ("out_of_range", {"most": 6}),
    ],
)
def test_an_absurd_vote_is_refused(stage: Stage, code: str, wrong: dict[str, Any]) -> None:
    stage.theme("A")
    stage.theme("B")
    with refused(code):
        stage.send(CLAIRE, "ballot.open", **{"question": "?", **wrong})


def test_a_theme_or_a_text_that_left_is_not_put_to_the_vote(stage: Stage) -> None:
    stage.theme("A")
    stage.theme("B")
    text = stage.post(stage.join(), kind="proposal")
    stage.send(CLAIRE, "theme.remove", theme="THM-02")
    stage.send(CLAIRE, "contribution.set_aside", contribution=text, reason="other")
    with refused("option_gone"):
        stage.ballot("THM-01", "THM-02")
    with refused("option_gone"):
        stage.ballot(text, subject="proposals")


def test_a_cast_leaves_nothing_on_the_log(stage: Stage, ballot: str) -> None:
    stage.vote(stage.join(), ballot, THM_01=2)
    assert stage.events == []


def test_papers_are_counted_at_the_close_and_then_destroyed(stage: Stage, ballot: str) -> None:
    stage.vote(stage.join(), ballot, THM_01=3, THM_02=2)
    stage.vote(stage.join(), ballot, THM_01=1)
    stage.vote(stage.join(), ballot)
    stage.send(CLAIRE, "ballot.close", ballot=ballot)
    tally = stage.get("ballots", ballot).tally
    assert (tally.papers, tally.blank, tally.entered, tally.registered) == (3, 1, 0, 3)
    assert dots(stage, ballot) == {"THM-01": 4, "THM-02": 2}
    assert tally.scores[0].values == ((1, 1), (3, 1))
    assert stage.entries[-1].effects == (EmptyBox(ballot),)
    assert (stage.memory.papers, stage.memory.signed) == ({}, {})


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("over_budget", {"choices": {"THM-01": 3, "THM-02": 3}}),
        ("out_of_range", {"choices": {"THM-01": 4}}),
        ("out_of_range", {"choices": {"THM-01": -1}}),
        ("unknown_option", {"choices": {"THM-09": 1}}),
        ("paper_key_missing", {"paper_key": ""}),
        ("unknown_ballot", {"ballot": "VOT-09"}),
    ],
)
def test_a_paper_beyond_the_rules_is_refused(
    stage: Stage, ballot: str, code: str, wrong: dict[str, Any]
) -> None:
    payload = {"ballot": ballot, **CAST, **wrong}
    with refused(code):
        stage.send(stage.join(), "ballot.cast", **payload)


def test_a_change_of_mind_replaces_the_paper(stage: Stage, ballot: str) -> None:
    voter = stage.join()
    stage.vote(voter, ballot, THM_01=3)
    stage.vote(voter, ballot, THM_02=1)
    stage.send(CLAIRE, "ballot.close", ballot=ballot)
    assert dots(stage, ballot) == {"THM-01": 0, "THM-02": 1}
    assert stage.get("ballots", ballot).tally.papers == 1


def test_a_paper_named_by_an_older_tablee_is_replaced_and_is_its_voters_alone(
    stage: Stage, ballot: str
) -> None:
    voter, other = stage.join(), stage.join()
    stage.vote(voter, ballot, key="un", THM_01=3)
    papers = stage.memory.papers[ballot]
    former = secret_hash(f"{ballot}:un")
    papers[former] = papers.popitem()[1]
    with refused("paper_of_another"):
        stage.vote(other, ballot, key="un", THM_01=1)
    stage.vote(voter, ballot, key="un", THM_02=1)
    assert list(papers) == [former]
    stage.send(CLAIRE, "ballot.close", ballot=ballot)
    assert dots(stage, ballot) == {"THM-01": 0, "THM-02": 1}


def test_nobody_votes_twice_nor_on_the_paper_of_another(stage: Stage, ballot: str) -> None:
    voter, other = stage.join(), stage.join()
    stage.vote(voter, ballot, key="un", THM_01=1)
    with refused("already_voted"):
        stage.vote(voter, ballot, key="deux", THM_01=1)
    with refused("paper_of_another"):
        stage.vote(other, ballot, key="un", THM_01=1)


def test_one_person_with_two_entries_votes_once(stage: Stage, ballot: str) -> None:
    kept, gone = stage.join(), stage.join()
    stage.vote(gone, ballot, key="un", THM_01=1)
    stage.send(
        CLAIRE, "participant.merge", participant=kept.participant, duplicate=gone.participant
    )
    with refused("already_voted"):
        stage.vote(kept, ballot, key="deux", THM_01=1)
    stage.vote(kept, ballot, key="un", THM_02=1)
    stage.send(CLAIRE, "ballot.close", ballot=ballot)
    assert dots(stage, ballot) == {"THM-01": 0, "THM-02": 1}


def test_two_entries_that_both_voted_are_merged_only_after_the_close(
    stage: Stage, ballot: str
) -> None:
    people = [stage.join() for _ in range(3)]
    keys = [person.participant for person in people]
    stage.vote(people[0], ballot, THM_01=1)
    stage.vote(people[2], ballot, THM_01=1)
    stage.send(CLAIRE, "participant.merge", participant=keys[1], duplicate=keys[2])
    for kept, gone in ((keys[0], keys[1]), (keys[1], keys[0])):
        with refused("both_voted"):
            stage.send(CLAIRE, "participant.merge", participant=kept, duplicate=gone)
    stage.send(CLAIRE, "ballot.close", ballot=ballot)
    stage.send(CLAIRE, "participant.merge", participant=keys[0], duplicate=keys[1])


def test_whoever_may_not_vote_is_refused(stage: Stage, ballot: str) -> None:
    director, gone = stage.join(), stage.join()
    stage.send(CLAIRE, "participant.correct", participant=director.participant, votes=False)
    stage.send(CLAIRE, "participant.remove", participant=gone.participant)
    for actor in (director, gone):
        with refused("may_not_vote"):
            stage.vote(actor, ballot, THM_01=1)
    for nobody in (device("1"), CLAIRE):
        with refused("voter_missing"):
            stage.vote(nobody, ballot, THM_01=1)


def test_a_late_vote_is_refused(stage: Stage, ballot: str) -> None:
    voter = stage.join()
    stage.send(CLAIRE, "ballot.close", ballot=ballot)
    with refused("ballot_closed"):
        stage.vote(voter, ballot, THM_01=1)
    for name in ("ballot.close", "ballot.cancel"):
        with refused("ballot_closed"):
            stage.send(CLAIRE, name, ballot=ballot)
