"""Suites données: of a revealed vote's lines, of action sheets, even after the day."""

import pytest

from facilitation.domain.core import Conflict
from facilitation.domain.followups import of_text
from tests.support.stage import CLAIRE, HUGO, Stage, refused

LINE = {"of": "VOT-01", "option": "THM-01"}


def voted(*after: str) -> Stage:
    """Two themes put to the vote, with a text in the first."""
    stage = Stage()
    stage.theme("Un", stage.post(stage.join(), "Un texte", kind="proposal"))
    stage.theme("Deux")
    stage.ballot()
    for command in after:
        stage.send(CLAIRE, command, ballot="VOT-01")
    return stage


def revealed() -> Stage:
    """The same, counted and shown to the room."""
    return voted("ballot.close", "ballot.reveal")


def test_a_line_of_a_revealed_vote_is_followed_up() -> None:
    stage = revealed()
    more = {"reason": " Urgent ", "decider": " Préfet ", "date": "2013-03-08"}
    stage.send(CLAIRE, "followup.give", **LINE, outcome="retained", **more)
    one = stage.get("followups", "VOT-01/THM-01")
    assert (one.of, one.option, one.outcome) == ("VOT-01", "THM-01", "retained")
    assert (one.reason, one.decider, one.date) == ("Urgent", "Préfet", "2013-03-08")


def test_nothing_is_decided_on_what_the_room_has_not_seen() -> None:
    for stage in (voted(), voted("ballot.close"), voted("ballot.cancel")):
        with refused("result_hidden"):
            stage.send(CLAIRE, "followup.give", **LINE, outcome="retained")


def test_an_arbitration_is_followed_up_on_its_sheet() -> None:
    stage = Stage()
    stage.send(CLAIRE, "action.create", title="Agir")
    stage.send(CLAIRE, "followup.give", of="ACT-01", outcome="to_study")
    assert stage.get("followups", "ACT-01").outcome == "to_study"


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ({"of": "VOT-09", "option": "THM-01", "outcome": "retained"}, "unknown_ballot"),
        ({"of": "VOT-01", "option": "THM-09", "outcome": "retained"}, "unknown_option"),
        ({"of": "VOT-01", "outcome": "retained"}, "unknown_option"),
        ({"of": "VOT-01", "option": "THM-01", "outcome": "perdu"}, "unknown_value"),
        ({"of": "ACT-09", "outcome": "retained"}, "unknown_action"),
        ({"of": "ACT-01", "outcome": "retained"}, "unknown_action"),
        ({"of": "ACT-02", "option": "THM-01", "outcome": "retained"}, "unknown_action"),
    ],
)
def test_what_does_not_exist_is_refused(payload: dict[str, str], code: str) -> None:
    stage = revealed()
    for title in ("Abandonnée", "Tenue"):
        stage.send(CLAIRE, "action.create", title=title)
    stage.send(CLAIRE, "action.drop", action="ACT-01")
    with refused(code):
        stage.send(CLAIRE, "followup.give", **payload)


def test_an_evaluation_has_no_suites() -> None:
    stage = Stage()
    stage.ballot(subject="evaluation")
    for command in ("ballot.close", "ballot.reveal"):
        stage.send(CLAIRE, command, ballot="VOT-01")
    with refused("unknown_option"):
        stage.send(CLAIRE, "followup.give", of="VOT-01", option="utile", outcome="retained")


def test_a_second_hand_is_told_of_the_first() -> None:
    stage = revealed()
    seen = stage.state.seq
    stage.send(CLAIRE, "followup.give", **LINE, outcome="retained")
    with pytest.raises(Conflict):
        stage.send(HUGO, "followup.give", **LINE, outcome="not_retained", base=seen)


def test_what_was_decided_is_taken_back_corrected_and_undone() -> None:
    stage = revealed()
    stage.send(CLAIRE, "followup.give", **LINE)
    assert stage.get("followups", "VOT-01/THM-01") is None
    stage.send(CLAIRE, "followup.give", **LINE, outcome="to_study")
    stage.undo()
    assert stage.get("followups", "VOT-01/THM-01") is None
    stage.send(CLAIRE, "followup.give", **LINE, outcome="to_study")
    stage.send(CLAIRE, "followup.give", **LINE, outcome="retained")
    stage.undo()
    assert stage.get("followups", "VOT-01/THM-01").outcome == "to_study"
    stage.send(CLAIRE, "followup.give", **LINE)
    stage.undo()
    assert stage.get("followups", "VOT-01/THM-01").outcome == "to_study"


def test_a_text_knows_what_became_of_it_through_its_theme_its_actions_and_itself() -> None:
    stage = revealed()
    stage.post(stage.join(), "Un autre", kind="proposal")
    stage.ballot("PRO-001", "PRO-002", subject="proposals")
    for command in ("ballot.close", "ballot.reveal"):
        stage.send(CLAIRE, command, ballot="VOT-02")
    stage.send(CLAIRE, "action.create", theme="THM-01")
    stage.send(CLAIRE, "action.create", title="Autre")
    for of, option in (
        ("ACT-01", None),
        ("ACT-02", None),
        ("VOT-02", "PRO-001"),
        ("VOT-02", "PRO-002"),
        ("VOT-01", "THM-01"),
        ("VOT-01", "THM-02"),
    ):
        stage.send(CLAIRE, "followup.give", of=of, option=option, outcome="retained")
    told = [one.id for one in of_text(stage.state, stage.get("contributions", "PRO-001"))]
    assert told == ["VOT-01/THM-01", "VOT-02/PRO-001", "ACT-01"]


def test_a_text_that_led_to_nothing_has_no_suite() -> None:
    stage = revealed()
    stage.post(stage.join(), "Un autre", kind="proposal")
    stage.send(CLAIRE, "action.create", title="Autre")
    stage.send(CLAIRE, "followup.give", of="ACT-01", outcome="retained")
    assert not list(of_text(stage.state, stage.get("contributions", "PRO-002")))
