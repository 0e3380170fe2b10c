"""The ballot box, in memory and on disk: one signature each, papers apart, nothing left after."""

import itertools
import sqlite3
import traceback
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitation.domain.core import EmptyBox, Paper
from facilitation.domain.people import Join
from facilitation.protocol import wire
from facilitation.protocol.ports import EventLog, StorageFailed
from facilitation.store import sql_log
from facilitation.store.sql_log import SqlEventLog
from tests.contract.databases import KINDS, address, opened_log
from tests.support.doubles import MemoryLog
from tests.support.entries import cast, entry, removed
from tests.support.scenario import small
from tests.support.stage import CLAIRE
from tests.trials.model.dying import House

CODE = "ABC234"
CANARY = "canari-du-bulletin"


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


def empty(ballot: str = "VOT-01", seq: int = 1) -> object:
    return entry(removed(seq), effects=(EmptyBox(ballot),))


def test_a_paper_and_a_signature_are_kept_apart(log: EventLog) -> None:
    log.append(CODE, [cast("awa", "hash-a", "remarque")])
    box = log.load(CODE).box
    assert box.signed == {"VOT-01": {"awa"}}
    paper = Paper("terre", (("THM-01", 3), ("THM-02", 2)), "remarque")
    assert box.papers == {"VOT-01": {"hash-a": paper}}


def test_nobody_signs_twice(log: EventLog) -> None:
    log.append(CODE, [cast("awa", "hash-a")])
    with pytest.raises(StorageFailed):
        log.append(CODE, [cast("awa", "hash-b")])
    assert list(log.load(CODE).box.papers["VOT-01"]) == ["hash-a"]


def test_a_failure_repeats_neither_the_voter_nor_the_paper(disk: SqlEventLog) -> None:
    """What the database says of a failure may end in the server's log."""
    disk.append(CODE, [cast("awa", "hash-a", CANARY)])
    for voter, key in (("awa", "hash-b"), ("berthe", "hash-a")):
        with pytest.raises(StorageFailed) as failure:
            disk.append(CODE, [cast(voter, key, CANARY)])
        trace = "".join(traceback.format_exception(failure.value))
        assert not [one for one in (CANARY, "'awa'", "berthe", "hash-") if one in trace]


def test_a_paper_is_put_in_the_box_once(log: EventLog) -> None:
    log.append(CODE, [cast("awa", "hash-a")])
    with pytest.raises(StorageFailed):
        log.append(CODE, [cast("noe", "hash-a")])
    assert log.load(CODE).box.signed == {"VOT-01": {"awa"}}


def test_a_change_of_mind_replaces_the_paper_and_keeps_its_group(log: EventLog) -> None:
    log.append(CODE, [cast("awa", "hash-a", "avant")])
    log.append(CODE, [cast(None, "hash-a", "après", group="sante")])
    box = log.load(CODE).box
    assert box.papers["VOT-01"]["hash-a"].remark == "après"
    assert box.papers["VOT-01"]["hash-a"].group == "terre"
    assert box.signed == {"VOT-01": {"awa"}}


def test_a_closed_ballot_leaves_no_paper_and_no_signature(log: EventLog) -> None:
    log.append(CODE, [cast("awa", "a1"), cast("awa", "a2", ballot="VOT-02")])
    log.append(CODE, [empty()])
    box = log.load(CODE).box
    assert list(box.papers) == ["VOT-02"]
    assert box.signed == {"VOT-02": {"awa"}}


def test_the_box_of_one_workshop_is_not_emptied_with_another(log: EventLog) -> None:
    log.create("XYZ789", "epoch-2")
    log.append("XYZ789", [cast("awa", "elsewhere")])
    log.append(CODE, [cast("awa", "here")])
    log.append(CODE, [empty()])
    assert list(log.load("XYZ789").box.papers["VOT-01"]) == ["elsewhere"]


def test_nothing_of_a_closed_ballot_can_be_read_from_the_disk(
    disk: SqlEventLog, tmp_path: Path
) -> None:
    for number in range(40):
        disk.append(CODE, [cast(f"votant-{number}", f"{number:064x}", f"{CANARY}-{number}")])
        disk.append(CODE, [cast(None, f"{number:064x}", f"{CANARY}-{number}-corrigé")])
    before = raw(tmp_path)
    assert CANARY.encode() in before
    assert b"votant-7" in before
    disk.append(CODE, [empty()])
    after = raw(tmp_path)
    assert CANARY.encode() not in after
    assert b"votant-" not in after
    assert f"{7:064x}".encode() not in after


def test_papers_and_signatures_have_no_row_number(disk: SqlEventLog, tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / "tablee.db")
    for table in ("papers", "signed"):
        with pytest.raises(sqlite3.OperationalError, match="rowid"):
            other.execute(f"SELECT rowid FROM {table}")  # noqa: S608 - two fixed names
    other.close()


def test_papers_do_not_come_back_in_the_order_they_were_cast(disk: SqlEventLog) -> None:
    disk.append(CODE, [cast("a", "ff"), cast("c", "aa"), cast("b", "00")])
    box = disk.load(CODE).box
    assert list(box.papers["VOT-01"]) == ["00", "aa", "ff"]


def test_a_reader_in_the_way_costs_no_save_and_the_log_is_emptied_later(
    disk: SqlEventLog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sql_log, "PATIENCE", 20)
    disk.append(CODE, [cast("awa", "hash-a", CANARY)])
    other = sqlite3.connect(tmp_path / "tablee.db", isolation_level=None)
    other.execute("BEGIN")
    other.execute("SELECT count(*) FROM papers").fetchone()
    disk.append(CODE, [empty()])
    assert list(disk.load(CODE).box.papers) == []
    assert CANARY.encode() in raw(tmp_path)
    other.execute("ROLLBACK")
    other.close()
    disk.append(CODE, [entry(removed(2))])
    assert CANARY.encode() not in raw(tmp_path)


def raw(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.glob("tablee.db*")))


def test_one_key_in_two_workshops_of_one_database_is_two_papers_with_nothing_in_common(
    tmp_path: Path,
) -> None:
    """A phone that goes from one seminar to the other may bring its key along."""
    house = House(tmp_path / "tablee.db")
    for _seminar in range(2):
        code = house.rooms.create(small()).code
        keys = (f"{number:032x}" for number in itertools.count(1))
        awa = house.doors.actor(code, house.doors.join(code, Join("ddt", "1"), "0a" * 16).token)
        asked = [("theme.create", {"name": name}) for name in ("Un", "Deux")]
        asked.append(("ballot.open", {"question": "?", "budget": 5, "most": 3}))
        paper = {"ballot": "VOT-01", "paper_key": "5e" * 16, "choices": {"THM-01": 1}}
        for actor, name, payload in (
            *((CLAIRE, *one) for one in asked),
            (awa, "ballot.cast", paper),
            (awa, "ballot.cast", paper | {"choices": {"THM-02": 2}}),
        ):
            body = wire.dumps({"key": next(keys), "name": name, "payload": payload}).encode()
            assert house.rooms.submit(code, actor, wire.read_request(body))["ok"]
    boxes = [house.log.load(code).box.papers["VOT-01"] for code in house.log.codes()]
    assert [[one.choices for one in box.values()] for box in boxes] == [[(("THM-02", 2),)]] * 2
    assert not boxes[0].keys() & boxes[1].keys()
    house.close()
