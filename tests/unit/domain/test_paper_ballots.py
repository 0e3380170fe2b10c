"""Ballots on paper: typed in by the table's own people, counted, declared, once each."""

import pytest

from facilitation.domain.casting import turnout
from facilitation.domain.core import Actor
from tests.support.stage import CLAIRE, Stage, device, refused
from tests.unit.domain.voting import CAST, dots


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
    assert tally.registered == 4, "the rapporteur of the list, and three who voted on paper"
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


def test_the_turnout_of_an_open_vote_tells_how_many_voted_on_paper(
    stage: Stage, ballot: str, rapporteur: Actor
) -> None:
    stage.vote(rapporteur, ballot, THM_01=1)
    stage.send(CLAIRE, "ballot.cast", ballot=ballot, voter="paper/1/7", **CAST)
    told = turnout(stage.state, stage.memory.signed)
    assert told == {ballot: {"papers": 2, "registered": 2, "entered": 1}}


def test_a_table_types_in_no_more_papers_than_it_seats(
    stage: Stage, ballot: str, rapporteur: Actor
) -> None:
    payload = {"ballot": ballot, **CAST}
    for actor in (rapporteur, device("1")):
        with refused("papers_beyond_table"):
            stage.send(actor, "ballot.cast", voter="paper/1/13", **payload)
    stage.send(rapporteur, "ballot.cast", voter="paper/1/12", **payload)
    stage.send(CLAIRE, "ballot.cast", voter="paper/1/13", **payload | {"paper_key": "autre"})
