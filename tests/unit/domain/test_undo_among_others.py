"""Undo among several hands: what others did since stays, and nothing is left without a place."""

from typing import Any

import pytest

from facilitation.domain.core import Actor
from tests.support.stage import CLAIRE, FACILITATORS, HUGO, Stage, device, refused


@pytest.fixture
def texts(stage: Stage) -> list[str]:
    """Four texts of one person."""
    person = stage.join()
    return [stage.post(person, f"Texte {number}", kind="proposal") for number in range(4)]


def test_a_later_hand_on_the_same_field_stops_an_undo(stage: Stage) -> None:
    theme = stage.theme("A")
    stage.send(CLAIRE, "theme.rename", theme=theme, name="B")
    stage.send(HUGO, "theme.rename", theme=theme, name="C")
    with refused("conflict"):
        stage.undo()
    assert stage.get("themes", theme).name == "C"


def test_a_later_hand_on_another_field_stays(stage: Stage) -> None:
    theme = stage.theme("A")
    stage.send(CLAIRE, "theme.rename", theme=theme, name="B")
    stage.send(HUGO, "theme.rename", theme=theme, note="N")
    stage.undo()
    one = stage.get("themes", theme)
    assert (one.name, one.note) == ("A", "N")


def test_another_hand_on_another_field_of_a_sheet_stays(stage: Stage) -> None:
    action = stage.send(CLAIRE, "action.create", title="A", table="1")["id"]
    stage.send(CLAIRE, "action.edit", action=action, field="goal", value="But")
    seen = stage.state.seq
    stage.send(device("1"), "action.edit", action=action, field="risks", value="Aucun")
    stage.undo()
    one = stage.get("actions", action)
    assert (one.goal, one.risks) == ("", "Aucun")
    with refused("conflict"):
        stage.send(HUGO, "action.edit", action=action, field="goal", value="?", base=seen)


def test_a_text_keeps_the_actions_that_others_made_of_it(stage: Stage, texts: list[str]) -> None:
    stage.send(CLAIRE, "action.create", contributions=texts[:1])
    stage.send(HUGO, "action.create", contributions=texts[:2])
    stage.undo(CLAIRE)
    assert stage.get("contributions", texts[0]).actions == ("ACT-02",)
    stage.undo(CLAIRE, stage.number)
    assert set(stage.get("contributions", texts[0]).actions) == {"ACT-01", "ACT-02"}
    stage.undo(HUGO)
    assert stage.get("contributions", texts[0]).actions == ("ACT-01",)


@pytest.mark.parametrize("made_by", ["theme.create", "theme.split"])
def test_texts_put_by_others_into_an_undone_theme_stay_on_the_board(
    stage: Stage, texts: list[str], made_by: str
) -> None:
    first = stage.theme("A", *texts[:2])
    if made_by == "theme.create":
        made = stage.theme("B")
    else:
        payload = {"theme": first, "name": "B", "contributions": texts[:1]}
        made = stage.send(CLAIRE, "theme.split", **payload)["id"]
    stage.send(HUGO, "theme.assign", contributions=texts[3:], theme=made)
    stage.undo()
    assert stage.get("contributions", texts[0]).theme == first
    assert stage.get("contributions", texts[3]).theme is None
    stage.undo(command=stage.number)
    assert stage.get("contributions", texts[3]).theme == made


@pytest.mark.parametrize(("how", "where"), [("theme.merge", "THM-03"), ("theme.remove", None)])
def test_a_text_does_not_go_back_into_a_theme_that_left(
    stage: Stage, texts: list[str], how: str, where: str | None
) -> None:
    first, second, third = stage.theme("A", texts[0]), stage.theme("B"), stage.theme("C")
    stage.send(CLAIRE, "theme.assign", contributions=texts[:1], theme=second)
    payload = {"theme": third, "merged": first} if how == "theme.merge" else {"theme": first}
    stage.send(HUGO, how, **payload)
    stage.undo()
    assert stage.get("contributions", texts[0]).theme == where
    seen = stage.seen(FACILITATORS, "themes", third) or {}
    assert seen["size"] == (1 if where else 0)


def test_a_set_aside_undone_counts_positionings_that_came_meanwhile(stage: Stage) -> None:
    first, second = stage.join("ddt"), stage.join("ddt")
    position: dict[str, Any] = {"kind": "positioning", "case": "cas-1"}
    text = stage.post(first, role="pilot", **position)
    stage.send(CLAIRE, "contribution.set_aside", contribution=text, reason="other")
    stage.post(second, role="authority", **position)
    stage.undo()
    assert stage.get("roles", "cas-1/ddt").roles == (("authority", 1), ("pilot", 1))


def test_a_settled_role_undone_leaves_what_people_said_since(stage: Stage) -> None:
    stage.send(CLAIRE, "role.settle", case="cas-1", service="ddt", role="pilot")
    stage.post(stage.join("ddt"), kind="positioning", case="cas-1", role="authority")
    stage.undo()
    cell = stage.get("roles", "cas-1/ddt")
    assert (cell.settled_role, cell.roles) == (None, (("authority", 1),))


def test_a_referent_undone_is_no_longer_there_and_a_newer_one_is_kept(stage: Stage) -> None:
    settle = {"policy": "eau", "service": "ddt", "state": "named"}
    stage.send(CLAIRE, "referent.settle", **settle)
    number = stage.number
    stage.undo()
    assert stage.get("referents", "eau/ddt") is None
    stage.undo(command=stage.number)
    assert stage.get("referents", "eau/ddt").state == "named"
    stage.undo(command=number)
    undone = stage.number
    stage.send(HUGO, "referent.settle", **settle)
    with refused("conflict"):
        stage.undo(command=undone)


@pytest.mark.parametrize("name", ["ballot.close", "ballot.cancel"])
def test_a_vote_that_is_over_is_never_undone(stage: Stage, name: str) -> None:
    stage.theme("A")
    stage.theme("B")
    ballot = stage.ballot()
    opened = stage.number
    voter = stage.join()
    stage.vote(voter, ballot, THM_01=1)
    stage.send(CLAIRE, name, ballot=ballot)
    over = stage.get("ballots", ballot)
    for number in (opened, stage.number):
        with refused("nothing_to_undo"):
            stage.undo(command=number)
    with refused("conflict"):
        stage.undo()
    assert stage.get("ballots", ballot) == over


def test_a_result_shown_too_early_is_hidden_again(stage: Stage) -> None:
    stage.theme("A")
    stage.theme("B")
    ballot = stage.ballot()
    stage.send(CLAIRE, "ballot.close", ballot=ballot)
    stage.send(CLAIRE, "ballot.reveal", ballot=ballot)
    assert stage.undo() == "ballot.reveal"
    assert not stage.get("ballots", ballot).revealed


def test_what_people_write_is_never_undone_by_a_facilitator(stage: Stage, texts: list[str]) -> None:
    stage.send(device("1"), "statement.propose", subject="s", says="d")
    number = stage.number
    for command in (None, number):
        with refused("nothing_to_undo"):
            stage.undo(command=command)


def test_two_entries_merged_by_mistake_are_two_again(stage: Stage) -> None:
    one, other = stage.join(), stage.join()
    text = stage.post(other, anonymous=False)
    keys: list[Actor] = [one, other]
    stage.send(
        CLAIRE,
        "participant.merge",
        participant=keys[0].participant,
        duplicate=keys[1].participant,
    )
    stage.undo()
    assert stage.get("participants", str(other.participant)).state == "present"
    assert stage.get("contributions", text).author == other.participant
