"""Role × command × whose it is, written by hand: each command that a phone or a table's device may
send, on something of somebody's, sent by everybody else. A command without a row fails.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from facilitation.domain.core import Actor, Refused
from facilitation.protocol.catalogue import CATALOGUE
from tests.support.stage import CLAIRE, OBSERVER, SCREEN, Stage, device

Json = dict[str, Any]
SECRET = "5e" * 16

#: At table 1: the owner, a colleague of the same service, the rapporteur of another service, the
#: device alone and for the owner. At table 2: one of the owner's service, one of none of these.
AT_TABLE = {"owner", "colleague", "rapporteur", "device", "device for owner"}
PEOPLE = {"owner", "colleague", "rapporteur", "stranger", "foreigner", "device for owner"}
ALONE = {"owner", "device for owner"}
SPEAKERS = {"rapporteur", "device", "device for owner"}
SAME_SERVICE = {"owner", "colleague", "stranger", "device for owner"}
DEVICES = {"device", "device for owner", "other device"}
LEADS = {"facilitator"}
EVERYBODY = PEOPLE | DEVICES | LEADS
SENDERS = sorted(EVERYBODY | {"observer", "screen"})


@dataclass
class Room:
    """A workshop with its cast; things are made as their owner."""

    stage: Stage
    cast: dict[str, Actor]

    @property
    def owner(self) -> Actor:
        """Whose things are tried."""
        return self.cast["owner"]

    def text(self, who: str = "owner", **more: Any) -> str:
        """Somebody's text."""
        return self.stage.post(self.cast[who], "À moi", kind="proposal", **more)


def room() -> Room:
    stage = Stage()
    stage.begin("situations")
    cast = {
        "owner": stage.join("ddt", "1"),
        "colleague": stage.join("ddt", "1"),
        "rapporteur": stage.join("dreal", "1"),
        "stranger": stage.join("ddt", "2"),
        "foreigner": stage.join("ars", "2"),
        "other device": device("2"),
        "device": device("1"),
        "facilitator": CLAIRE,
        "observer": OBSERVER,
        "screen": SCREEN,
    }
    cast["device for owner"] = device("1", cast["owner"].participant)
    named = cast["rapporteur"].participant
    stage.send(CLAIRE, "rapporteur.name", table="1", participant=named)
    return Room(stage, cast)


def signed(room: Room) -> Json:
    return {"contribution": room.text(anonymous=False)}


def nameless(room: Room) -> Json:
    return {"contribution": room.text(anonymous=True, edit_secret=SECRET)}


def of_the_table(room: Room) -> Json:
    return {"contribution": room.text("rapporteur", for_table=True)}


def of_the_facilitator(room: Room) -> Json:
    return {"contribution": room.text("facilitator")}


def supported(room: Room) -> Json:
    room.stage.send(CLAIRE, "writing.open", minutes=5)
    key = room.text(anonymous=False)
    # The window is over: the table reads it.
    room.stage.send(CLAIRE, "writing.close")
    return {"contribution": key, "on": True}


def sheet(room: Room, table: str | None = "1") -> Json:
    key = room.stage.send(CLAIRE, "action.create", title="A")["id"]
    if table:
        room.stage.send(CLAIRE, "action.give", action=key, table=table)
    return {"action": key, "field": "title", "value": "B"}


def ballot(room: Room) -> Json:
    themes = [room.stage.theme(name) for name in ("Un", "Deux")]
    key = room.stage.send(CLAIRE, "ballot.open", question="?", options=themes)["id"]
    return {"ballot": key, "paper_key": "0a" * 16, "choices": {themes[0]: 1}}


def statement(room: Room) -> Json:
    wanted = {"subject": "Le délai", "says": "Deux mois."}
    return {"statement": room.stage.send(room.owner, "statement.propose", **wanted)["id"]}


def card(room: Room) -> Json:
    made = room.stage.send(room.owner, "commitment.make", kind="personal", text="À moi")
    return {"commitment": made["id"]}


def entry(room: Room) -> Json:
    return {"participant": room.owner.participant, "service": "ddt"}


def nothing(room: Room) -> Json:
    return {}


@dataclass(frozen=True)
class Row:
    """A command on something of somebody's, and who may."""

    name: str
    thing: Callable[[Room], Json]
    who: set[str]
    more: Json | None = None


WORDS = {"text": "Autrement"}
REFERENT = {"policy": "eau", "function": "Cheffe", "service": "ddt"}
ROWS = [
    Row("contribution.post", nothing, EVERYBODY, {"kind": "proposal", "text": "Moi"}),
    Row(
        "contribution.post",
        nothing,
        SPEAKERS | {"other device"},
        {"kind": "proposal", "text": "La table", "for_table": True},
    ),
    Row("contribution.edit", signed, ALONE, WORDS),
    Row("contribution.edit", nameless, set(), WORDS),
    Row("contribution.edit", nameless, EVERYBODY, {**WORDS, "edit_secret": SECRET}),
    Row("contribution.edit", of_the_table, SPEAKERS, WORDS),
    Row("contribution.edit", of_the_facilitator, LEADS, WORDS),
    Row("contribution.withdraw", signed, ALONE),
    Row("contribution.withdraw", nameless, set(), {"edit_secret": "5f" * 16}),
    Row("contribution.withdraw", nameless, EVERYBODY, {"edit_secret": SECRET}),
    Row("contribution.withdraw", of_the_table, SPEAKERS),
    Row("contribution.withdraw", of_the_facilitator, LEADS),
    Row("contribution.support", supported, PEOPLE & AT_TABLE),
    Row("action.edit", sheet, AT_TABLE | LEADS),
    Row("action.edit", lambda room: sheet(room, None), LEADS),
    Row("ballot.cast", ballot, PEOPLE),
    Row("ballot.cast", ballot, SPEAKERS | LEADS, {"voter": "paper/1/1"}),
    Row("missions.correct", nothing, SAME_SERVICE | LEADS, {"service": "ddt", "text": "M"}),
    Row("participant.correct", entry, ALONE | LEADS),
    Row("participant.correct", entry, LEADS, {"votes": False}),
    Row("rapporteur.name", nothing, AT_TABLE | LEADS, {"table": "1", "participant": None}),
    Row("referent.propose", nothing, SAME_SERVICE | LEADS, REFERENT),
    Row("statement.propose", nothing, EVERYBODY, {"subject": "S", "says": "D"}),
    Row("statement.edit", statement, AT_TABLE | LEADS, {"says": "Trois mois."}),
    Row(
        "statement.reserve",
        statement,
        (PEOPLE & AT_TABLE) | LEADS,
        {"text": "Sauf cas urgent.", "service": "ddt"},
    ),
    Row("table.call", nothing, EVERYBODY, {"on": True, "table": "1"}),
    Row("commitment.make", nothing, PEOPLE, {"kind": "personal", "text": "Moi"}),
    Row("commitment.edit", card, ALONE, WORDS),
    Row("commitment.withdraw", card, ALONE),
    Row(
        "participant.join",
        nothing,
        {"device", "device for owner"} | LEADS,
        {"service": "ddt", "table": "1"},
    ),
]


def test_every_command_of_phones_and_devices_has_a_row() -> None:
    sent = {name for name, one in CATALOGUE.items() if {"participant", "table"} & one.roles}
    assert {row.name for row in ROWS} == sent


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.name} {row.thing.__name__}")
def test_a_thing_is_its_owners_and_of_those_that_the_matrix_names(row: Row) -> None:
    done = set()
    for sender in SENDERS:
        made = room()
        payload = row.thing(made) | (row.more or {})
        actor = made.cast[sender]
        before = made.stage.state.seq, dict(made.stage.memory.signed)
        try:
            if actor.role in CATALOGUE[row.name].roles:
                made.stage.send(actor, row.name, **payload)
                done.add(sender)
        except Refused:
            assert (made.stage.state.seq, made.stage.memory.signed) == before
    assert done == row.who


def test_a_phone_calls_for_its_own_table_whatever_it_names() -> None:
    made = room()
    made.stage.send(made.cast["stranger"], "table.call", table="1", on=True)
    called = {key: table.called for key, table in made.stage.state.collections["tables"].items()}
    assert (called["1"], called["2"]) == (False, True)
