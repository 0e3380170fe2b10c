"""Undo: one's own commands, at any depth; never over a later hand, never of a closed ballot."""

from dataclasses import replace
from typing import Any

import pytest

from facilitation.domain.clock import MINUTE
from facilitation.domain.state import State
from tests.support.stage import CLAIRE, HUGO, Stage, refused


def records(state: State) -> dict[str, dict[str, Any]]:
    """All records, without what counts up: themes made and unmade keep their numbers."""
    return {
        name: {
            key: replace(record, versions=(), history=()) if name == "actions" else record
            for key, record in kept.items()
            if getattr(record, "state", "") != "removed"
        }
        for name, kept in state.collections.items()
    }


@pytest.fixture
def texts(stage: Stage) -> list[str]:
    """Four texts of one person."""
    person = stage.join()
    return [stage.post(person, f"Texte {number}", kind="proposal") for number in range(4)]


def test_everything_is_undone_one_command_after_the_other(stage: Stage, texts: list[str]) -> None:
    begun = records(stage.state)
    signed = stage.post(stage.join("ddt"), kind="positioning", case="cas-1", role="pilot")
    posted = records(stage.state)
    commands: list[tuple[str, dict[str, Any]]] = [
        ("step.start", {"step": "attentes"}),
        ("writing.close", {}),
        ("step.pause", {}),
        ("step.resume", {}),
        ("step.extend", {"minutes": 3}),
        ("step.correct", {"step": "attentes", "title": "Autre"}),
        ("step.start", {"step": "situations"}),
        ("case.release", {"case": "cas-1"}),
        ("case.release_all", {"cases": ["cas-1", "cas-2"], "number": 1}),
        ("case.correct", {"case": "cas-1", "title": "Autre"}),
        ("writing.open", {}),
        ("step.finish", {}),
        ("step.back", {}),
        ("message.send", {"text": "Bonjour"}),
        ("theme.create", {"name": "A", "contributions": texts[:3]}),
        ("theme.create", {"name": "B", "contributions": texts[3:]}),
        ("theme.split", {"theme": "THM-01", "name": "C", "contributions": texts[:1]}),
        ("theme.merge", {"theme": "THM-01", "merged": "THM-02"}),
        ("theme.assign", {"contributions": texts[1:2], "theme": None}),
        ("theme.rename", {"theme": "THM-01", "name": "Autre"}),
        ("theme.remove", {"theme": "THM-03"}),
        ("screen.show", {"scene": "themes"}),
        ("screen.dim", {"dark": True}),
        ("screen.turn", {"page": 1}),
        ("action.create", {"theme": "THM-01"}),
        ("action.edit", {"action": "ACT-01", "field": "contributions", "value": texts[:1]}),
        ("action.edit", {"action": "ACT-01", "field": "goal", "value": "But"}),
        ("action.give", {"action": "ACT-01", "table": "2"}),
        ("action.drop", {"action": "ACT-01"}),
        ("contribution.set_aside", {"contribution": signed, "reason": "other"}),
        ("contribution.restore", {"contribution": signed}),
        ("contribution.tag", {"contribution": signed, "tags": ["lesson"]}),
        ("contribution.show", {"contributions": texts}),
        ("contribution.park", {"contribution": signed}),
        ("statement.propose", {"subject": "s", "says": "d"}),
        ("statement.reserve", {"statement": "DIR-01", "text": "r", "service": "ddt"}),
        ("missions.correct", {"service": "ddt", "text": "m"}),
        ("referent.settle", {"policy": "eau", "service": "ddt", "state": "named"}),
        ("role.settle", {"case": "cas-1", "service": "ddt", "role": "pilot"}),
        ("role.settle", {"case": "cas-2", "service": "ddt", "role": "pilot"}),
        ("rapporteur.name", {"table": "1", "participant": None}),
    ]
    snapshots = []
    for name, payload in commands:
        snapshots.append(records(stage.state))
        stage.now += MINUTE
        stage.send(CLAIRE, name, **payload)
    for (name, _), before in zip(reversed(commands), reversed(snapshots), strict=True):
        assert stage.undo() == name
        assert records(stage.state) == before, name
    assert records(stage.state) == posted
    assert begun != posted
    with refused("nothing_to_undo"):
        stage.undo()


def test_undoing_an_undo_does_it_again_and_it_can_be_undone_again(stage: Stage) -> None:
    stage.theme("A")
    theme = stage.theme("B")
    for _ in range(3):
        assert stage.undo() == "theme.create"
        assert stage.get("themes", theme).state == "removed"
        stage.undo(command=stage.number)
        assert stage.get("themes", theme).state == "live"
    number = stage.number
    stage.undo(command=number)
    with refused("nothing_to_undo"):
        stage.undo(command=number)
    assert stage.get("themes", theme).state == "removed"
    stage.undo(command=stage.number)
    assert stage.undo() == "theme.create"
    assert stage.get("themes", theme).state == "removed"
    assert stage.undo() == "theme.create"
    assert stage.state.themes() == []


def test_everybody_undoes_their_own_commands(stage: Stage) -> None:
    stage.theme("A")
    number = stage.number
    stage.send(HUGO, "screen.dim", dark=True)
    with refused("nothing_to_undo"):
        stage.undo(HUGO, number)
    assert stage.undo(CLAIRE) == "theme.create"
    assert stage.undo(HUGO) == "screen.dim"


def test_what_is_not_there_or_was_undone_is_not_undone(stage: Stage) -> None:
    with refused("nothing_to_undo"):
        stage.undo()
    with refused("nothing_to_undo"):
        stage.undo(command=99)
    stage.theme("A")
    number = stage.number
    stage.undo()
    with refused("nothing_to_undo"):
        stage.undo(command=number)
