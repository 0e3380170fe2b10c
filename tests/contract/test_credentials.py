"""Credentials, in memory and on disk: found by hash alone, spent once, gone with the person."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from facilitation.protocol.credentials import Credential, Credentials, secret_hash
from facilitation.protocol.ports import StorageFailed
from facilitation.store.engine import prepare
from facilitation.store.sql_credentials import SqlCredentials
from tests.contract.databases import DATABASES, KINDS, address, database
from tests.support.doubles import MemoryCredentials

CODE = "ABC234"
LINK = Credential(secret_hash("link-secret"), CODE, "link", "facilitator", "id-1")
TOKEN = Credential(secret_hash("token-secret"), CODE, "token", "participant", "id-2", "awa")
SEAT = Credential(secret_hash("seat"), CODE, "seat", "participant", "id-3", None, "3", "ddt", "A")


@pytest.fixture(params=KINDS)
def kept(
    request: pytest.FixtureRequest, tmp_path: Path
) -> Iterator[MemoryCredentials | SqlCredentials]:
    made = MemoryCredentials() if request.param == "memory" else on_disk(request, tmp_path)
    yield made
    made.close()


@pytest.fixture(params=DATABASES)
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqlCredentials]:
    made = on_disk(request, tmp_path)
    yield made
    made.close()


def on_disk(request: pytest.FixtureRequest, folder: Path) -> SqlCredentials:
    url = database(request, folder)
    prepare(url)
    return SqlCredentials(url)


@pytest.mark.parametrize("credential", [LINK, TOKEN, SEAT])
def test_what_was_added_is_found_by_the_hash_of_its_secret(
    kept: Credentials, credential: Credential
) -> None:
    kept.add(credential)
    assert kept.find(credential.secret_hash) == credential


def test_an_unknown_secret_finds_nothing(kept: Credentials) -> None:
    kept.add(LINK)
    assert kept.find(secret_hash("another")) is None


def test_a_secret_is_never_given_twice(kept: Credentials) -> None:
    kept.add(LINK)
    with pytest.raises(StorageFailed):
        kept.add(replace(LINK, role="observer"))
    assert kept.find(LINK.secret_hash) == LINK


def test_a_link_is_spent_once_and_stays_known(kept: Credentials) -> None:
    kept.add(LINK)
    assert [kept.use(LINK.secret_hash), kept.use(LINK.secret_hash)] == [True, False]
    assert kept.find(LINK.secret_hash) == replace(LINK, used=True)


def test_an_unknown_link_cannot_be_spent(kept: Credentials) -> None:
    assert kept.use(secret_hash("another")) is False


def test_a_seat_remembers_who_sat_down(kept: Credentials) -> None:
    kept.add(SEAT)
    assert kept.use(SEAT.secret_hash, "awa")
    assert kept.find(SEAT.secret_hash) == replace(SEAT, used=True, participant="awa")


def test_of_many_hands_one_spends_the_link(disk: SqlCredentials) -> None:
    disk.add(LINK)
    with ThreadPoolExecutor(8) as hands:
        spent = list(hands.map(disk.use, [LINK.secret_hash] * 8))
    assert spent.count(True) == 1


def test_no_secret_is_on_the_disk(tmp_path: Path) -> None:
    prepare(address(tmp_path))
    doors = SqlCredentials(address(tmp_path))
    doors.add(LINK)
    content = b"".join(path.read_bytes() for path in tmp_path.glob("tablee.db*"))
    assert b"link-secret" not in content
    assert LINK.secret_hash.encode() in content
    doors.close()


def test_a_seat_passes_from_one_person_to_the_next_once(kept: Credentials) -> None:
    kept.add(SEAT)
    assert kept.use(SEAT.secret_hash, "awa")
    assert not kept.seat(SEAT.secret_hash, "noah", "lea")
    assert kept.seat(SEAT.secret_hash, "awa", "noah")
    assert not kept.seat(SEAT.secret_hash, "awa", "lea")
    assert kept.find(SEAT.secret_hash) == replace(SEAT, used=True, participant="noah")


def test_tokens_and_tables_codes_are_listed_and_participants_are_not(kept: Credentials) -> None:
    screen = Credential(secret_hash("s"), CODE, "token", "screen", "id-4")
    device = Credential(secret_hash("d"), CODE, "resume", "table", "id-5", None, "3")
    pair = Credential(secret_hash("p"), CODE, "paired", "facilitator", "id-6")
    other = Credential(secret_hash("o"), "XYZ789", "token", "screen", "id-7")
    for one in (LINK, TOKEN, SEAT, screen, device, pair, other):
        kept.add(one)
    assert {one.id for one in kept.held(CODE)} == {"id-4", "id-5", "id-6"}


def test_what_is_removed_is_gone_in_its_own_workshop_only(kept: Credentials) -> None:
    other = replace(TOKEN, secret_hash=secret_hash("o"), workshop="XYZ789")
    for one in (TOKEN, LINK, other):
        kept.add(one)
    kept.remove(CODE, {"id-2"})
    hashes = {one.secret_hash for one in (TOKEN, LINK, other)}
    assert kept.still(hashes) == {LINK.secret_hash, other.secret_hash}
