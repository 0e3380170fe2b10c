"""The event log, in memory and on disk: whole batches, in order, each number and key once."""

import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitation.domain.core import SetName
from facilitation.protocol.credentials import Credential
from facilitation.protocol.ports import Answered, EventLog, StorageFailed
from facilitation.store import engine
from facilitation.store.sql_credentials import SqlCredentials
from facilitation.store.sql_log import SqlEventLog
from tests.contract.databases import KINDS, address, opened_log
from tests.support.doubles import MemoryLog
from tests.support.entries import entry, keyed, removed, revealed

CODE = "ABC234"


@pytest.fixture(params=KINDS)
def log(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[MemoryLog | SqlEventLog]:
    kept = opened_log(request, tmp_path)
    kept.create(CODE, "epoch-1")
    yield kept
    kept.close()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SqlEventLog]:
    kept = SqlEventLog(address(tmp_path))
    kept.create(CODE, "epoch-1")
    yield kept
    kept.close()


def numbers(log: EventLog, code: str = CODE) -> list[int]:
    return [one.seq for one in log.load(code).recorded]


def test_an_event_comes_back_as_it_was_written(log: EventLog) -> None:
    written = removed(1, "awa", first=1)
    log.append(CODE, [entry(written)])
    assert list(log.load(CODE).recorded) == [written]


def test_events_come_back_in_the_order_of_their_numbers(log: EventLog) -> None:
    log.append(CODE, [entry(removed(1), removed(2, first=1))])
    log.append(CODE, [entry(revealed(3, "VOT-01")), entry(removed(4))])
    assert numbers(log) == [1, 2, 3, 4]


def test_ten_events_do_not_come_back_in_the_order_of_their_digits(log: EventLog) -> None:
    for seq in range(1, 13):
        log.append(CODE, [entry(removed(seq))])
    assert numbers(log) == list(range(1, 13))


def test_a_batch_is_kept_whole_or_not_at_all(log: EventLog) -> None:
    log.append(CODE, [entry(removed(1))])
    good = entry(removed(2), effects=(SetName("awa", "Awa"),), owner="awa", key="k2")
    with pytest.raises(StorageFailed):
        log.append(CODE, [good, entry(removed(1))])
    loaded = log.load(CODE)
    assert [one.seq for one in loaded.recorded] == [1]
    assert loaded.names == {}
    assert loaded.answers == {}


def test_a_number_is_given_once(log: EventLog) -> None:
    log.append(CODE, [entry(removed(1))])
    with pytest.raises(StorageFailed) as failure:
        log.append(CODE, [entry(revealed(1, "VOT-01"))])
    assert failure.value.code == "storage_failed"
    assert list(log.load(CODE).recorded) == [removed(1)]


def test_after_a_failed_batch_the_next_one_is_kept(log: EventLog) -> None:
    log.append(CODE, [entry(removed(1))])
    with pytest.raises(StorageFailed):
        log.append(CODE, [entry(removed(1))])
    log.append(CODE, [entry(removed(2))])
    assert numbers(log) == [1, 2]


def test_workshops_do_not_mix(log: EventLog) -> None:
    log.create("XYZ789", "epoch-2")
    log.append("XYZ789", [entry(removed(1, "elsewhere"))])
    log.append(CODE, [entry(removed(1, "here"))])
    assert [one.event for one in log.load(CODE).recorded] == [removed(1, "here").event]
    assert log.load("XYZ789").epoch == "epoch-2"
    assert log.codes() == [CODE, "XYZ789"]


def test_an_unknown_code_is_told_apart(log: EventLog) -> None:
    with pytest.raises(KeyError):
        log.load("NOBODY")


def test_a_code_is_given_once(log: EventLog) -> None:
    with pytest.raises(StorageFailed):
        log.create(CODE, "epoch-2")
    assert log.load(CODE).epoch == "epoch-1"


def test_a_key_is_kept_with_its_body_and_its_first_answer(log: EventLog) -> None:
    first = keyed(1, "k1", body_hash="body")
    log.append(CODE, [first])
    assert log.load(CODE).answers == {("awa", "k1"): Answered("body", first.answer)}


def test_a_key_is_kept_once_for_each_owner(log: EventLog) -> None:
    log.append(CODE, [keyed(1, "k1"), keyed(2, "k1", owner="noe")])
    with pytest.raises(StorageFailed):
        log.append(CODE, [keyed(3, "k1", body_hash="other")])
    assert numbers(log) == [1, 2]


def test_an_entry_without_key_leaves_none(log: EventLog) -> None:
    log.append(CODE, [entry(removed(1)), entry(removed(2))])
    assert log.load(CODE).answers == {}


def test_a_name_is_set_changed_and_forgotten(log: EventLog) -> None:
    log.append(CODE, [entry(effects=(SetName("awa", "Awa"), SetName("noe", "Noé")))])
    log.append(CODE, [entry(effects=(SetName("awa", "Awa Ba"), SetName("noe", None)))])
    assert log.load(CODE).names == {"awa": "Awa Ba"}


def test_the_disk_holds_all_when_it_is_opened_again(disk: SqlEventLog) -> None:
    disk.append(CODE, [keyed(1, "k1"), entry(removed(2), effects=(SetName("awa", "Awa"),))])
    before = disk.load(CODE)
    again = SqlEventLog(disk.url)
    assert again.load(CODE) == before
    assert again.codes() == [CODE]
    again.close()


def test_a_credential_is_on_disk_with_its_entry_or_not_at_all(disk: SqlEventLog) -> None:
    credential = Credential("hash", CODE, "token", "participant", "id", "awa")
    doors = SqlCredentials(disk.url)
    with pytest.raises(StorageFailed):
        disk.append(CODE, [entry(removed(1), credentials=(credential,)), entry(removed(1))])
    assert doors.find("hash") is None
    disk.append(CODE, [entry(removed(1), credentials=(credential,))])
    assert doors.find("hash") == credential
    doors.close()


def test_each_commit_is_forced_to_the_disk(disk: SqlEventLog) -> None:
    with disk._writer.connect() as connection:
        kept = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "secure_delete")
        }
    assert kept == {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1}


def test_a_full_disk_is_called_by_its_name(disk: SqlEventLog) -> None:
    with disk._writer.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StorageFailed) as failure:
        disk.append(CODE, [entry(removed(seq, "x" * 4000)) for seq in range(1, 20)])
    assert failure.value.code == "disk_full"
    assert numbers(disk) == []


def test_a_probe_finds_the_disk_full_and_well_again_and_leaves_nothing(disk: SqlEventLog) -> None:
    disk.probe()
    before = disk.load(CODE)
    with disk._writer.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count={pages}")
        connection.exec_driver_sql("PRAGMA incremental_vacuum")
    for seq in range(1, 2_000):
        try:
            disk.append(CODE, [entry(removed(seq, "x" * 2_000))])
        except StorageFailed:
            break
    with pytest.raises(StorageFailed, match="disk_full"):
        disk.probe()
    with disk._writer.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count=1000000")
    disk.probe()
    assert disk.load(CODE).answers == before.answers == {}


def test_a_database_held_by_another_is_called_by_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY", 20)
    log = SqlEventLog(address(tmp_path))
    log.create(CODE, "epoch-1")
    other = sqlite3.connect(tmp_path / "tablee.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageFailed) as failure:
        log.append(CODE, [entry(removed(1))])
    assert failure.value.code == "database_locked"
    other.execute("ROLLBACK")
    other.close()
    log.append(CODE, [entry(removed(1))])
    assert numbers(log) == [1]
    log.close()


def test_a_read_only_database_is_called_by_its_name(disk: SqlEventLog) -> None:
    with disk._writer.connect() as connection:
        connection.exec_driver_sql("PRAGMA query_only = ON")
    with pytest.raises(StorageFailed) as failure:
        disk.append(CODE, [entry(removed(1))])
    assert failure.value.code == "storage_unwritable"


def test_a_file_that_is_no_database_is_refused_with_a_code(tmp_path: Path) -> None:
    (tmp_path / "tablee.db").write_bytes(b"not a database, but long enough to be one" * 100)
    with pytest.raises(StorageFailed) as failure:
        SqlEventLog(address(tmp_path))
    assert failure.value.code == "database_damaged"


def test_a_folder_that_cannot_be_made_is_refused_with_a_code(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageFailed) as failure:
        SqlEventLog(address(tmp_path / "file" / "data"))
    assert failure.value.code == "storage_unwritable"


def test_a_removed_workshop_leaves_nothing_readable(disk: SqlEventLog, tmp_path: Path) -> None:
    disk.create("XYZ789", "epoch-2")
    disk.append("XYZ789", [entry(removed(1, "stays"))])
    canary = "canari-de-la-purge"
    disk.append(CODE, [entry(removed(1, canary), effects=(SetName("awa", canary),))])
    assert canary.encode() in raw(tmp_path)
    disk.remove(CODE)
    assert canary.encode() not in raw(tmp_path)
    assert disk.codes() == ["XYZ789"]
    assert numbers(disk, "XYZ789") == [1]


def raw(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("tablee.db*")))


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights elsewhere")
def test_a_new_database_is_read_by_the_account_of_its_owner_alone(tmp_path: Path) -> None:
    SqlEventLog(address(tmp_path)).close()
    assert (tmp_path / "tablee.db").stat().st_mode & 0o077 == 0
