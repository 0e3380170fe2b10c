"""What happened to an action sheet: dated lines, whose number is the sheet's version."""

from typing import Any

import pytest

from facilitation.domain.records import SheetLine
from facilitation.views.audience import Audience
from tests.support.stage import CLAIRE, HUGO, ROOM, START, Stage, device, refused


@pytest.fixture
def action(stage: Stage) -> str:
    """A sheet that table 1 writes."""
    return str(stage.send(CLAIRE, "action.create", title="Annuaire", table="1")["id"])


def write(stage: Stage, action: str, field: str, value: Any, by: Any = CLAIRE) -> None:
    stage.now += 1
    stage.send(by, "action.edit", action=action, field=field, value=value)


def test_a_new_sheet_tells_what_it_was_drawn_from(stage: Stage) -> None:
    theme = stage.theme("Une seule voix")
    ballot = stage.ballot(theme, stage.theme("Autre"))
    stage.send(CLAIRE, "ballot.close", ballot=ballot)
    voted = stage.send(CLAIRE, "action.create", theme=theme, table="2")["id"]
    text = stage.post(stage.join(), kind="proposal")
    drawn = stage.send(CLAIRE, "action.create", contributions=[text])["id"]
    first = SheetLine(START, "created", after="2", sources=(theme, ballot))
    assert stage.get("actions", voted).history == (first,)
    assert stage.get("actions", drawn).history == (SheetLine(START, "created", sources=(text,)),)


def test_each_change_is_a_dated_line_with_the_former_value_of_a_short_field(
    stage: Stage, action: str
) -> None:
    write(stage, action, "due", "2013-06-01")
    write(stage, action, "due", "2013-09-01")
    write(stage, action, "why", "Chacun son carnet")
    write(stage, action, "why", "Chacun son carnet")
    stage.send(CLAIRE, "action.give", action=action, table="2")
    assert stage.get("actions", action).history[1:] == (
        SheetLine(START + 1, "due", "", "2013-06-01"),
        SheetLine(START + 2, "due", "2013-06-01", "2013-09-01"),
        SheetLine(START + 3, "why"),
        SheetLine(START + 4, "table", "1", "2"),
    )


def test_the_version_grows_with_each_change_going_back_included(stage: Stage, action: str) -> None:
    def version() -> int:
        return int((stage.seen(Audience("facilitators"), "actions", action) or {})["version"])

    assert version() == 1
    write(stage, action, "title", "Carnet")
    assert version() == 2
    stage.undo()
    assert version() == 3
    last = stage.get("actions", action).history[-1]
    assert (last.what, last.before, last.after) == ("title", "Carnet", "Annuaire")
    stage.send(CLAIRE, "action.drop", action=action)
    stage.undo()
    told = [(line.what, line.after) for line in stage.get("actions", action).history[-2:]]
    assert told == [("state", "removed"), ("state", "live")]


def test_another_hand_on_another_field_does_not_hinder_an_undo(stage: Stage, action: str) -> None:
    write(stage, action, "title", "Carnet")
    write(stage, action, "pilot", "ddt", by=HUGO)
    stage.undo()
    one = stage.get("actions", action)
    assert (one.title, one.pilot, len(one.history)) == ("Annuaire", "ddt", 4)


def test_showing_a_sheet_is_no_line_of_its_history(stage: Stage, action: str) -> None:
    stage.send(CLAIRE, "screen.show", scene="plan")
    assert len(stage.get("actions", action).history) == 1


def test_only_a_facilitator_writes_who_approved_a_sheet(stage: Stage, action: str) -> None:
    with refused("forbidden"):
        write(stage, action, "validation", "Nous", by=device("1"))
    write(stage, action, "validation", "Le secrétaire général, le 12 mars")
    stage.send(CLAIRE, "screen.show", scene="plan")
    seen = stage.seen(ROOM, "actions", action) or {}
    assert seen["validation"] == "Le secrétaire général, le 12 mars"
    observed = stage.seen(Audience("observers"), "actions", action) or {}
    assert "validation" not in observed
    assert "secrétaire" not in str(observed), "nor does the history name anybody"
