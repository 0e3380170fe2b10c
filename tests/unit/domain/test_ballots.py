"""Votes: one paper each, in secret, counted at the close, never linked to a voter."""

from typing import Any

import pytest

from facilitation.domain.ballots import count
from facilitation.domain.core import Actor, EmptyBox, Paper
from facilitation.domain.records import Ballot, Option
from facilitation.views.audience import Audience
from tests.support.stage import CLAIRE, FACILITATORS, ROOM, Stage, device, refused

CAST: dict[str, Any] = {"paper_key": "cle", "choices": {"THM-01": 2}}


@pytest.fixture
def ballot(stage: Stage) -> str:
    """Two themes put to the vote: five dots each, three at most on one."""
    stage.theme("A")
    stage.theme("B")
    return stage.ballot()


def dots(stage: Stage, ballot: str) -> dict[str, int]:
    """The count of a closed ballot."""
    tally = stage.get("ballots", ballot).tally
    return {score.option: score.total for score in tally.scores}


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


@pytest.fixture
def rapporteur(stage: Stage) -> Actor:
    """Somebody of table 1 who reports for it."""
    person = stage.join(table="1")
    stage.send(CLAIRE, "rapporteur.name", table="1", participant=person.participant)
    return person


def test_paper_ballots_are_typed_in_counted_and_declared(
    stage: Stage, ballot: str, rapporteur: Actor
) -> None:
    for number, actor in enumerate((CLAIRE, device("1"), rapporteur), 1):
        key = f"papier-{number}"
        voter = f"paper/1/{number}"
        payload = {"ballot": ballot, "paper_key": key, "choices": {"THM-01": 1}, "voter": voter}
        stage.send(actor, "ballot.cast", **payload)
    stage.send(CLAIRE, "ballot.close", ballot=ballot)
    tally = stage.get("ballots", ballot).tally
    assert (tally.papers, tally.entered) == (3, 3)
    assert dots(stage, ballot)["THM-01"] == 3


def test_a_paper_ballot_typed_in_twice_is_refused(stage: Stage, ballot: str) -> None:
    payload = {"ballot": ballot, "choices": {}, "voter": "paper/1/4"}
    stage.send(CLAIRE, "ballot.cast", paper_key="un", **payload)
    with refused("already_voted"):
        stage.send(
            device("1"), "ballot.cast", paper_key="deux", **payload | {"voter": "paper/1/04"}
        )


def test_papers_of_a_table_are_typed_in_by_its_own_people_only(
    stage: Stage, ballot: str, rapporteur: Actor
) -> None:
    payload = {"ballot": ballot, **CAST}
    mate = stage.join(table="1")
    for actor, table in (
        (rapporteur, "2"),
        (device("1"), "2"),
        (mate, "1"),
        (stage.join(table="2"), "2"),
    ):
        with refused("forbidden"):
            stage.send(actor, "ballot.cast", voter=f"paper/{table}/1", **payload)


@pytest.mark.parametrize("voter", ["papier/1/1", "paper/1/x", "paper/1/0", "paper/1/201", "p"])
def test_a_paper_without_a_proper_number_is_refused(stage: Stage, ballot: str, voter: str) -> None:
    with refused("unknown_value"):
        stage.send(CLAIRE, "ballot.cast", ballot=ballot, voter=voter, **CAST)


def test_a_paper_of_an_unknown_table_is_refused(stage: Stage, ballot: str) -> None:
    with refused("unknown_table"):
        stage.send(CLAIRE, "ballot.cast", ballot=ballot, voter="paper/9/1", **CAST)


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
