"""A code shown on the console: good once, for ten minutes, for one role of one workshop."""

from typing import Any

import pytest

from facilitation.domain.core import Refused
from facilitation.protocol.credentials import secret_hash
from facilitation.service.doors import PAIRING_MINUTES, Doors
from tests.support.doubles import MemoryCredentials
from tests.support.playing import Playing


@pytest.fixture
def playing() -> Playing:
    return Playing()


@pytest.fixture
def doors(playing: Playing) -> Doors:
    return Doors(playing.rooms, MemoryCredentials())


def clock(playing: Playing) -> Any:
    return playing.rooms.ports.clock


def refused(doors: Doors, code: str, secret: str, role: str = "facilitator") -> str:
    with pytest.raises(Refused) as report:
        doors.enter(code, secret, role, private=True)
    return report.value.code


def test_a_pairing_is_good_once(playing: Playing, doors: Doors) -> None:
    secret, _until = doors.pairing(playing.room.code, "facilitator")
    entered = doors.enter(playing.room.code, secret, "facilitator")
    assert doors.actor(playing.room.code, entered.token).role == "facilitator"
    assert refused(doors, playing.room.code, secret) == "link_spent"


def test_a_pairing_ends_by_itself(playing: Playing, doors: Doors) -> None:
    secret, until = doors.pairing(playing.room.code, "facilitator")
    assert until == clock(playing).time + PAIRING_MINUTES * 60_000
    clock(playing).time = until + 1
    assert refused(doors, playing.room.code, secret) == "link_spent"
    with pytest.raises(Refused, match="link_spent"):
        doors.resume(playing.room.code, secret)


def test_a_pairing_opens_its_own_role_alone(playing: Playing, doors: Doors) -> None:
    secret, _until = doors.pairing(playing.room.code, "observer")
    assert refused(doors, playing.room.code, secret) == "link_spent"
    assert refused(doors, "ZZZZZZ", secret, "observer") == "link_spent"
    assert doors.enter(playing.room.code, secret, "observer").role == "observer"


def test_a_facilitators_token_is_worth_nothing_on_an_open_line(
    playing: Playing, doors: Doors
) -> None:
    token = doors.token(playing.room.code, "facilitator")
    with pytest.raises(Refused, match="console_elsewhere"):
        doors.actor(playing.room.code, token)
    assert doors.actor(playing.room.code, token, private=True).role == "facilitator"


def test_what_another_program_takes_back_is_forgotten(playing: Playing, doors: Doors) -> None:
    code = playing.room.code
    token = doors.token(code, "observer")
    ident = doors.actor(code, token).id
    doors.keyring.credentials.remove(code, {ident})
    assert doors.actor(code, token).id == ident
    doors.keyring.check()
    assert doors.keyring.revoked() == {ident}
    assert doors.keyring.revoked() == set()
    with pytest.raises(Refused, match="unknown_token"):
        doors.actor(code, token)


def test_a_secret_is_kept_as_its_hash_alone(playing: Playing, doors: Doors) -> None:
    token = doors.token(playing.room.code, "screen")
    (kept,) = doors.keyring.credentials.held(playing.room.code)
    assert kept.secret_hash == secret_hash(token)
    assert token not in str(kept)
