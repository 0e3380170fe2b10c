"""The dires de l'État: proposed by tables, reserved by services, settled by the facilitator."""

from typing import Any

import pytest

from facilitation.domain.records import Reserve
from facilitation.domain.statements import STATES
from facilitation.views.audience import Audience
from tests.support.stage import CLAIRE, FACILITATORS, ROOM, Stage, device, refused

WORDS = {"subject": "Rythmes", "says": "L’État accompagne."}


@pytest.fixture
def dire(stage: Stage) -> str:
    """One proposed by table 1."""
    return str(stage.send(device("1"), "statement.propose", **WORDS)["id"])


def test_a_table_proposes_shared_wording(stage: Stage, dire: str) -> None:
    one = stage.get("statements", dire)
    assert (one.id, one.table, one.state, one.says) == ("DIR-01", "1", "proposed", WORDS["says"])
    other = stage.send(CLAIRE, "statement.propose", table="2", audience=" maires ", **WORDS)["id"]
    assert (stage.get("statements", other).table, stage.get("statements", other).audience) == (
        "2",
        "maires",
    )
    free = stage.send(CLAIRE, "statement.propose", **WORDS)["id"]
    assert stage.get("statements", free).table is None


@pytest.mark.parametrize("missing", ["subject", "says"])
def test_shared_wording_needs_a_subject_and_words(stage: Stage, dire: str, missing: str) -> None:
    with refused("text_missing"):
        stage.send(device("1"), "statement.propose", **{**WORDS, missing: " "})
    with refused("text_missing"):
        stage.send(device("1"), "statement.edit", statement=dire, **{missing: " "})


def test_an_unknown_table_proposes_nothing(stage: Stage) -> None:
    with refused("unknown_table"):
        stage.send(CLAIRE, "statement.propose", table="9", **WORDS)


def test_a_table_rewords_its_own_while_it_is_proposed(stage: Stage, dire: str) -> None:
    stage.send(device("1"), "statement.edit", statement=dire, says="Mieux", carried_by="DSDEN")
    one = stage.get("statements", dire)
    assert (one.subject, one.says, one.carried_by) == ("Rythmes", "Mieux", "DSDEN")
    with refused("unknown_statement"):
        stage.send(device("2"), "statement.edit", statement=dire, says="?")
    stage.send(CLAIRE, "statement.settle", statement=dire, state="rework")
    with refused("statement_settled"):
        stage.send(device("1"), "statement.edit", statement=dire, says="?")
    stage.send(CLAIRE, "statement.edit", statement=dire, says="Reformulé")
    assert stage.get("statements", dire).says == "Reformulé"


def test_wording_of_no_table_is_the_facilitators(stage: Stage) -> None:
    free = stage.send(CLAIRE, "statement.propose", **WORDS)["id"]
    with refused("unknown_statement"):
        stage.send(device("1"), "statement.edit", statement=free, says="?")


def test_a_second_hand_on_the_wording_is_told_of_the_first(stage: Stage, dire: str) -> None:
    seen = stage.state.seq
    stage.send(CLAIRE, "statement.edit", statement=dire, says="Un")
    with refused("conflict"):
        stage.send(device("1"), "statement.edit", statement=dire, says="Deux", base=seen)


def test_people_sign_a_reserve_for_their_own_service_and_lift_it(stage: Stage, dire: str) -> None:
    person = stage.join("ars", "1")
    stage.send(person, "statement.reserve", statement=dire, text="Moyens", service="ddt")
    stage.send(CLAIRE, "statement.reserve", statement=dire, text="Délais", service="ddt")
    assert stage.get("statements", dire).reserves == (
        Reserve("ars", "Moyens"),
        Reserve("ddt", "Délais"),
    )
    stage.send(person, "statement.reserve", statement=dire, text="")
    assert stage.get("statements", dire).reserves == (Reserve("ddt", "Délais"),)


def test_a_reserve_is_signed_by_somebody_under_what_they_can_see(stage: Stage, dire: str) -> None:
    reserve: dict[str, Any] = {"statement": dire, "text": "Moyens"}
    with refused("voter_missing"):
        stage.send(device("1"), "statement.reserve", **reserve)
    other = stage.join(table="2")
    with refused("unknown_statement"):
        stage.send(other, "statement.reserve", **reserve)
    with refused("unknown_service"):
        stage.send(CLAIRE, "statement.reserve", **reserve)
    stage.send(CLAIRE, "screen.show", scene="statements")
    stage.send(other, "statement.reserve", **reserve)
    assert len(stage.get("statements", dire).reserves) == 1


@pytest.mark.parametrize("state", STATES)
def test_a_dire_is_settled(stage: Stage, dire: str, state: str) -> None:
    stage.send(CLAIRE, "statement.settle", statement=dire, state=state)
    assert stage.get("statements", dire).state == state


def test_a_dire_is_not_simply_agreed_while_reserves_stand(stage: Stage, dire: str) -> None:
    stage.send(CLAIRE, "statement.reserve", statement=dire, text="Délais", service="ddt")
    with refused("reserves_stand"):
        stage.send(CLAIRE, "statement.settle", statement=dire, state="agreed")
    stage.send(CLAIRE, "statement.settle", statement=dire, state="agreed_with_reserves")
    with refused("unknown_value"):
        stage.send(CLAIRE, "statement.settle", statement=dire, state="adopté")


def test_a_dire_taken_back_by_undo_is_gone_for_everybody(stage: Stage) -> None:
    dire = stage.send(CLAIRE, "statement.propose", table="1", **WORDS)["id"]
    stage.undo()
    assert stage.seen(Audience("table", "1"), "statements", dire) is None
    for name, payload in (
        ("statement.edit", {"says": "?"}),
        ("statement.reserve", {"text": "?", "service": "ddt"}),
        ("statement.settle", {"state": "agreed"}),
    ):
        with refused("unknown_statement"):
            stage.send(CLAIRE, name, statement=dire, **payload)


def test_a_dire_is_the_rooms_once_the_screen_showed_them(stage: Stage, dire: str) -> None:
    assert stage.seen(ROOM, "statements", dire) is None
    stage.send(CLAIRE, "screen.show", scene="statements")
    assert stage.seen(ROOM, "statements", dire)
    own = stage.send(CLAIRE, "statement.propose", **WORDS)["id"]
    assert stage.seen(ROOM, "statements", own), "what the facilitator adds is no surprise"


def test_what_a_table_proposes_meanwhile_waits_until_they_are_shown_again(stage: Stage) -> None:
    stage.send(CLAIRE, "screen.show", scene="statements")
    later = stage.send(device("2"), "statement.propose", **WORDS)["id"]
    for reader in (ROOM, Audience("observers"), Audience("table", "1")):
        assert stage.seen(reader, "statements", later) is None
    assert stage.seen(Audience("table", "2"), "statements", later)
    stage.send(CLAIRE, "screen.show", scene="statements")
    assert stage.seen(ROOM, "statements", later)


def test_new_words_of_a_table_leave_the_screen_until_shown_again(stage: Stage, dire: str) -> None:
    stage.send(CLAIRE, "screen.show", scene="statements")
    stage.send(CLAIRE, "statement.edit", statement=dire, says="L’État aide.")
    assert stage.seen(ROOM, "statements", dire)["says"] == "L’État aide."
    stage.send(device("1"), "statement.edit", statement=dire, says="Jamais.")
    assert stage.seen(ROOM, "statements", dire) is None
    stage.send(CLAIRE, "screen.show", scene="statements")
    assert stage.seen(ROOM, "statements", dire)["says"] == "Jamais."


def test_a_reserve_is_read_by_the_room_once_it_is_shown(stage: Stage, dire: str) -> None:
    stage.send(CLAIRE, "screen.show", scene="statements")
    stage.send(stage.join("ars"), "statement.reserve", statement=dire, text="Délais")

    def read(reader: Audience) -> list[str]:
        return [one["text"] for one in stage.seen(reader, "statements", dire)["reserves"]]

    assert (read(ROOM), read(Audience("observers"))) == ([], [])
    assert read(FACILITATORS) == ["Délais"]
    stage.send(CLAIRE, "statement.reserve", statement=dire, text="Coût", service="ddt")
    assert read(ROOM) == ["Coût"]
    stage.send(CLAIRE, "screen.show", scene="statements")
    assert read(ROOM) == ["Délais", "Coût"]
