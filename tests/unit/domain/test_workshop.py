"""The workshop: opened from a scenario, closed and reopened; the state of its minutes; messages."""

import pytest

from facilitation.domain.core import Actor
from facilitation.domain.creation import WorkshopCreated
from facilitation.domain.evolve import Recorded, fold
from facilitation.domain.state import State
from facilitation.protocol.catalogue import CREATE
from facilitation.service.jobs import Job
from facilitation.views.audience import Audience
from tests.support.scenario import small
from tests.support.stage import CLAIRE, START, Stage, refused


def test_a_new_workshop_holds_all_that_its_scenario_says(stage: Stage) -> None:
    state, scenario = stage.state, small()
    assert state.workshop.title == scenario.title
    assert [step.id for step in state.steps()] == [one.id for one in scenario.sequences]
    assert [case.tables for case in state.cases()] == [("1", "2", "3"), ("1", "2", "3")]
    assert [table.cases for table in state.tables()] == [one.cases for one in scenario.seats]
    assert set(state.collections["services"]) == {"ddt", "dreal", "ars", "ddcspp"}
    assert state.screen.scene == "join"
    assert state.current_step() is None


def test_lines_brought_from_elsewhere_are_numbered_and_say_where_they_come_from(
    stage: Stage,
) -> None:
    seed = stage.get("contributions", "ATT-001")
    assert (seed.via, seed.origin, seed.author) == ("seed", "29 janvier", None)
    assert stage.post(stage.join()) == "ATT-002"


def test_a_workshop_is_created_once(stage: Stage) -> None:
    with refused("already_created"):
        stage.play(Job(Actor("admin"), CREATE, CREATE.payload("TEST02", small())))


def test_a_state_is_the_fold_of_its_events() -> None:
    state = State()
    created = WorkshopCreated("ABC234", START, small(), rehearsal=True)
    changes = fold(state, Recorded(1, 1, "workshop.create", "", created))
    assert len(changes) > 20
    assert (state.seq, state.workshop.id, state.workshop.rehearsal) == (1, "ABC234", True)


def test_a_workshop_closes_and_opens_again(stage: Stage) -> None:
    stage.send(CLAIRE, "workshop.close")
    assert stage.state.workshop.state == "closed"
    with refused("workshop_closed"):
        stage.join()
    with refused("workshop_closed"):
        stage.post(CLAIRE)
    stage.send(CLAIRE, "workshop.reopen")
    assert stage.state.workshop.state == "open"
    stage.send(CLAIRE, "workshop.reopen")
    assert stage.events == []


def test_a_workshop_does_not_close_on_an_open_ballot(stage: Stage) -> None:
    ballot = stage.ballot(stage.theme("A"), stage.theme("B"))
    with refused("ballot_still_open"):
        stage.send(CLAIRE, "workshop.close")
    stage.send(CLAIRE, "ballot.close", ballot=ballot)
    stage.send(CLAIRE, "workshop.close")


@pytest.mark.parametrize("status", ["reviewed", "validated", "released", "draft"])
def test_the_minutes_say_how_far_they_are(stage: Stage, status: str) -> None:
    stage.send(CLAIRE, "minutes.mark", status=status)
    assert stage.state.workshop.minutes_status == status


def test_a_status_that_minutes_do_not_have_is_refused(stage: Stage) -> None:
    with refused("unknown_value"):
        stage.send(CLAIRE, "minutes.mark", status="signé")


def test_a_message_reaches_all_phones_or_one_table_until_it_is_withdrawn(stage: Stage) -> None:
    everybody = stage.send(CLAIRE, "message.send", text="Deux minutes")["id"]
    one = stage.send(CLAIRE, "message.send", text="À vous", table="2")["id"]
    assert (everybody, one) == ("MSG-01", "MSG-02")
    assert stage.seen(Audience("table", "1"), "messages", everybody)
    assert stage.seen(Audience("table", "1"), "messages", one) is None
    assert stage.seen(Audience("table", "2"), "messages", one)
    stage.send(CLAIRE, "message.withdraw", message=everybody)
    assert stage.seen(Audience("table", "1"), "messages", everybody) is None


def test_a_message_to_an_unknown_table_and_an_unknown_message_are_refused(stage: Stage) -> None:
    with refused("unknown_table"):
        stage.send(CLAIRE, "message.send", text="?", table="9")
    with refused("not_found"):
        stage.send(CLAIRE, "message.withdraw", message="MSG-09")
