"""Copies of the database: whole, checked, without the ballot box; old ones go for good."""

import errno
import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from facilitation.protocol.ports import BackupFailed
from facilitation.store import backups as module
from facilitation.store import copies
from facilitation.store.backups import BackupFolder
from facilitation.store.sql_log import SqlEventLog
from tests.support.entries import cast, entry, removed

CODE = "ABC234"
NOW = 1_362_640_000_000
MINUTE = 60_000
HOUR = 60 * MINUTE
DAY = 24 * HOUR


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[SqlEventLog]:
    kept = SqlEventLog(f"sqlite:///{tmp_path / 'tablee.db'}")
    kept.create(CODE, "epoch-1")
    yield kept
    kept.close()


@pytest.fixture
def folder(disk: SqlEventLog, tmp_path: Path) -> Iterator[BackupFolder]:
    made = BackupFolder(tmp_path / "tablee.db", tmp_path / "copies")
    yield made
    made.close()


def events(path: Path) -> int:
    """How many events a copy holds, once it was found whole."""
    copies.read(path)
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro&immutable=1", uri=True)) as opened:
        return int(opened.execute("SELECT count(*) FROM log").fetchone()[0])


def test_a_copy_is_a_database_that_opens_without_any_other_file(
    disk: SqlEventLog, folder: BackupFolder
) -> None:
    disk.append(CODE, [entry(removed(1), removed(2, first=1))])
    assert folder.take(NOW)
    (copy,) = folder.all()
    assert copy.taken == NOW
    assert events(copy.path) == 2
    assert [path.name for path in folder.folder.iterdir()] == [copy.path.name]
    assert copy.path.stat().st_mode & 0o077 == 0
    again = SqlEventLog(f"sqlite:///{copy.path}")
    assert again.load(CODE).recorded == disk.load(CODE).recorded
    again.close()


def test_a_copy_is_taken_while_another_writes(disk: SqlEventLog, folder: BackupFolder) -> None:
    disk.append(CODE, [entry(removed(1))])
    with disk._writer.begin() as connection:
        connection.exec_driver_sql("DELETE FROM log")
        assert folder.take(NOW)
    (copy,) = folder.all()
    assert events(copy.path) == 1


def test_the_ballot_box_is_in_no_copy_nor_was_it_ever_on_the_medium(
    disk: SqlEventLog, folder: BackupFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[bytes] = []
    through = module.write_through

    def seen(path: Path, content: bytes) -> None:
        written.append(content)
        through(path, content)

    monkeypatch.setattr(module, "write_through", seen)
    disk.append(CODE, [entry(removed(1)), cast("voter-awa", "f" * 64, "canari du bulletin")])
    folder.take(NOW)
    (content,) = written
    assert content == folder.all()[0].path.read_bytes()
    for trace in (b"voter-awa", b"f" * 64, b"canari", b"THM-01"):
        assert trace not in content
    assert disk.load(CODE).box.signed == {"VOT-01": {"voter-awa"}}


def test_nothing_new_makes_no_copy(disk: SqlEventLog, folder: BackupFolder) -> None:
    assert folder.take(NOW)
    assert not folder.take(NOW + MINUTE)
    disk.append(CODE, [entry(removed(1))])
    assert folder.take(NOW + 2 * MINUTE)
    assert [copy.taken for copy in folder.all()] == [NOW + 2 * MINUTE, NOW]


def test_a_copy_that_somebody_removed_is_taken_again(folder: BackupFolder) -> None:
    folder.take(NOW)
    folder.all()[0].path.unlink()
    assert folder.take(NOW + MINUTE)


def test_each_copy_is_on_the_medium_before_it_has_its_name(
    folder: BackupFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps: list[str] = []
    flush, rename = os.fsync, Path.replace

    def flushed(file: int) -> None:
        steps.append("fsync")
        flush(file)

    def renamed(path: Path, target: Path) -> Path:
        steps.append("rename")
        return rename(path, target)

    monkeypatch.setattr(os, "fsync", flushed)
    monkeypatch.setattr(Path, "replace", renamed)
    folder.take(NOW)
    assert steps == ["fsync", "rename", "fsync"]


def test_a_medium_that_keeps_something_else_than_it_was_given_is_told(
    folder: BackupFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def torn(path: Path, content: bytes) -> None:
        path.write_bytes(content[:-1] + b"x")

    monkeypatch.setattr(module, "write_through", torn)
    with pytest.raises(BackupFailed, match="backup_unreadable"):
        folder.take(NOW)
    assert list(folder.folder.iterdir()) == []


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "backup_full"), (errno.EIO, "backup_unwritable")]
)
def test_a_medium_that_refuses_costs_no_earlier_copy(
    disk: SqlEventLog,
    folder: BackupFolder,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    code: str,
) -> None:
    folder.take(NOW)
    disk.append(CODE, [entry(removed(1))])

    def refused(path: Path, content: bytes) -> None:
        raise OSError(number, "refused")

    monkeypatch.setattr(module, "write_through", refused)
    with pytest.raises(BackupFailed, match=code):
        folder.take(NOW + MINUTE)
    assert [copy.taken for copy in folder.all()] == [NOW]
    monkeypatch.undo()
    assert folder.take(NOW + 2 * MINUTE)


def test_a_place_that_is_not_there_is_not_made_on_the_datas_own_disk(
    disk: SqlEventLog, tmp_path: Path
) -> None:
    place = BackupFolder(tmp_path / "tablee.db", tmp_path / "key" / "copies")
    with pytest.raises(BackupFailed, match="backup_missing"):
        place.take(NOW)
    assert not (tmp_path / "key").exists()


def test_a_key_that_was_pulled_out_is_missed_though_its_folder_stays(
    folder: BackupFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    elsewhere = [False]
    monkeypatch.setattr(BackupFolder, "beside", property(lambda _place: elsewhere[0]))
    folder.take(NOW)
    elsewhere[0] = True
    with pytest.raises(BackupFailed, match="backup_missing"):
        folder.ready()


def test_copies_on_the_datas_own_disk_are_known_as_such(folder: BackupFolder) -> None:
    folder.take(NOW)
    assert folder.beside


def test_a_file_in_the_place_of_the_folder_is_told(disk: SqlEventLog, tmp_path: Path) -> None:
    (tmp_path / "copies").write_text("not a folder")
    with pytest.raises(BackupFailed, match="backup_unwritable"):
        BackupFolder(tmp_path / "tablee.db", tmp_path / "copies").take(NOW)


def test_of_older_copies_one_an_hour_stays_then_one_a_day(
    disk: SqlEventLog, folder: BackupFolder
) -> None:
    folder.take(NOW)
    first = folder.all()[0].path
    content = first.read_bytes()
    for age in range(0, 3 * DAY, 20 * MINUTE):
        (folder.folder / copies.name(content, NOW - age, step=False)).write_bytes(content)
    (folder.folder / copies.name(content, NOW - 5 * HOUR - 1, step=True)).write_bytes(content)
    (folder.folder / copies.name(content, NOW - 60 * DAY, step=False)).write_bytes(content)
    disk.append(CODE, [entry(removed(1))])
    folder.take(NOW)
    ages = [NOW - copy.taken for copy in folder.all()]
    assert [age for age in ages if age <= HOUR] == [
        0,
        0,
        *range(20 * MINUTE, HOUR + 1, 20 * MINUTE),
    ]
    hours = {(NOW - age) // HOUR for age in ages if HOUR < age <= 2 * DAY}
    assert len(hours) == len([age for age in ages if HOUR < age <= 2 * DAY]) - 1
    assert len([age for age in ages if age > 2 * DAY]) <= 2
    assert max(ages) < 4 * DAY
    assert [copy.step for copy in folder.all()].count(True) == 1


def test_what_was_purged_is_in_no_copy_afterwards(
    disk: SqlEventLog, folder: BackupFolder, tmp_path: Path
) -> None:
    disk.create("XYZ789", "epoch-2")
    disk.append("XYZ789", [entry(removed(1, "canari-de-la-copie"))])
    folder.take(NOW)
    old = folder.all()[0].path
    kept = tmp_path / "the same file under another name"
    os.link(old, kept)
    disk.remove("XYZ789")
    folder.renew(NOW + MINUTE)
    assert [copy.taken for copy in folder.all()] == [NOW + MINUTE]
    assert b"canari" not in folder.all()[0].path.read_bytes()
    # What the medium held is written over, not only let go of.
    assert b"canari" not in kept.read_bytes()


@pytest.mark.parametrize("later", [0, 10 * MINUTE])
def test_a_clock_that_was_set_back_saves_no_old_copy(
    disk: SqlEventLog, folder: BackupFolder, later: int
) -> None:
    disk.create("XYZ789", "epoch-2")
    disk.append("XYZ789", [entry(removed(1, "canari-de-la-copie"))])
    folder.take(NOW + later)
    disk.remove("XYZ789")
    folder.renew(NOW)
    (copy,) = folder.all()
    assert copy.taken == NOW
    assert b"canari" not in copy.path.read_bytes()


@pytest.mark.parametrize("place", [0, 100, 5_000, -1])
def test_one_byte_that_changed_is_noticed(folder: BackupFolder, place: int) -> None:
    folder.take(NOW)
    path = folder.all()[0].path
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)
    with pytest.raises(copies.Damaged):
        copies.read(path)


def test_a_copy_under_another_name_is_still_read_and_checked(
    folder: BackupFolder, tmp_path: Path
) -> None:
    folder.take(NOW)
    other = tmp_path / "copie.db"
    other.write_bytes(folder.all()[0].path.read_bytes())
    assert copies.read(other)
    other.write_bytes(other.read_bytes()[:-4096])
    with pytest.raises(copies.Damaged):
        copies.read(other)
    other.write_bytes(b"PK\x03\x04 something else")
    with pytest.raises(copies.Damaged):
        copies.read(other)


def test_files_of_others_in_the_folder_are_left_alone(folder: BackupFolder) -> None:
    folder.ready()
    for name in ("photo.jpg", "tablee-x.db", "tablee-20139999T999999Z-0123456789abcdef.db"):
        (folder.folder / name).write_text("à moi")
    folder.take(NOW)
    folder.renew(NOW + MINUTE)
    assert len(folder.all()) == 1
    assert len(list(folder.folder.iterdir())) == 4
