"""Who may send what, written by hand and held against the catalogue: by default, nobody."""

from dataclasses import MISSING, fields

import pytest

from facilitation.domain.core import Actor, Refused
from facilitation.protocol import wire
from facilitation.protocol.catalogue import BY_PAYLOAD, CATALOGUE, CREATE, JOIN
from facilitation.protocol.commands.command import ROLES
from tests.support.playing import Playing

FACILITATOR = """
action.create action.drop action.give attendance.add attendance.mark ballot.cancel ballot.close
ballot.open ballot.reveal case.correct case.release case.release_all contribution.park
contribution.restore followup.give contribution.erase contribution.set_aside
contribution.show contribution.tag message.send message.withdraw minutes.mark parked.edit
participant.merge participant.remove people.expect referent.settle role.settle screen.dim
screen.show screen.turn statement.settle step.back step.correct step.extend step.finish step.pause
step.resume step.start theme.assign theme.create theme.merge theme.remove theme.rename
theme.split undo workshop.close workshop.reopen
"""
EVERYBODY = """
action.edit ballot.cast contribution.edit contribution.post contribution.withdraw
missions.correct participant.correct rapporteur.name referent.propose statement.edit
statement.propose statement.reserve table.call
"""
PEOPLE = "commitment.edit commitment.make commitment.withdraw contribution.support"
AT_THE_TABLE = "participant.join"
CLOCK = "writing.close writing.open"

MAY = {
    "facilitator": {*f"{FACILITATOR} {EVERYBODY} {AT_THE_TABLE} {CLOCK}".split()},
    "participant": {*f"{EVERYBODY} {PEOPLE}".split()},
    "table": {*f"{EVERYBODY} {PEOPLE} {AT_THE_TABLE}".split()},
    "clock": {*CLOCK.split()},
    "screen": set[str](),
    "observer": set[str](),
}
STRANGERS = ("admin", "newcomer", "")
#: Only these are undone: what facilitators do, never a vote, nor what was said for good.
NEVER_UNDONE = {
    *("ballot.cancel", "ballot.cast", "ballot.close", "ballot.open", "minutes.mark"),
    "contribution.erase",
    *("contribution.edit", "contribution.post", "contribution.support", "contribution.withdraw"),
    *("commitment.edit", "commitment.make", "commitment.withdraw", "table.call"),
    *("participant.correct", "participant.join", "workshop.close", "workshop.reopen"),
}


@pytest.mark.parametrize("role", [*MAY, *STRANGERS])
def test_a_role_may_send_what_the_matrix_says_and_nothing_else(role: str) -> None:
    sent = {name for name, command in CATALOGUE.items() if role in command.roles}
    assert sent == MAY.get(role, set())


def test_the_matrix_covers_every_role() -> None:
    assert set(MAY) == set(ROLES)
    assert CREATE.roles == {"admin"}
    assert JOIN.roles == {"newcomer"}


@pytest.mark.parametrize("name", CATALOGUE)
def test_whoever_may_not_is_refused_and_leaves_no_trace(name: str) -> None:
    playing = Playing()
    command = CATALOGUE[name]
    rows = len(playing.log.rows)
    body = wire.decode(command.example, command.payload)
    request = wire.Request(command, body, "0" * 32, None, "hash")
    for role in {*ROLES, *STRANGERS} - command.roles:
        actor = Actor(role, role, "p1", "1")
        with pytest.raises(Refused) as report:
            playing.rooms.submit(playing.room.code, actor, request)
        assert report.value.code == "forbidden"
    assert len(playing.log.rows) == rows


@pytest.mark.parametrize("name", CATALOGUE)
def test_an_example_is_a_payload(name: str) -> None:
    command = CATALOGUE[name]
    body = {"key": "0f" * 16, "name": name, "payload": command.example}
    request = wire.read_request(wire.dumps(body).encode())
    assert isinstance(request.payload, command.payload)
    required = {one.name for one in fields(command.payload) if one.default is MISSING}
    assert required <= set(command.example)


@pytest.mark.parametrize("name", CATALOGUE)
def test_a_payload_tells_what_it_means(name: str) -> None:
    command = CATALOGUE[name]
    assert (command.payload.__doc__ or "").strip().endswith(".")
    assert command.name == name


def test_only_what_facilitators_do_is_undone_and_never_a_vote() -> None:
    never = {name for name, command in CATALOGUE.items() if not command.undoable}
    assert never == NEVER_UNDONE
    assert all("facilitator" in CATALOGUE[name].roles for name in set(CATALOGUE) - never)


def test_a_closed_workshop_takes_what_follows_the_day_only() -> None:
    closed = {name for name, command in CATALOGUE.items() if command.closed}
    assert closed == {"workshop.reopen", "minutes.mark", "followup.give", "contribution.erase"}


def test_the_clock_finds_the_command_of_each_decision() -> None:
    assert len(BY_PAYLOAD) == len(CATALOGUE)
