"""A log that several workers append to, in memory and on PostgreSQL: turns, news, one order."""

import traceback
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import psycopg2
import pytest

from facilitation.domain.core import EmptyBox, EraseText, SetName
from facilitation.protocol.ports import Answered, Asked, SharedLog, StorageFailed
from facilitation.store import postgresql as house
from facilitation.store.sql_log import SqlEventLog
from facilitation.store.sql_shared import SharedSqlLog
from facilitation.store.sql_workers import SqlWorkers
from tests.contract.databases import POSTGRESQL
from tests.support.entries import cast, entry, keyed, removed
from tests.support.services import PostgreSQL
from tests.support.sharing import SharedMemoryLog
from tests.support.stage import Stage

CODE = "ABC234"
CANARY = "canari-du-bulletin"
NOTHING = Asked()


@pytest.fixture(params=["memory", POSTGRESQL])
def log(request: pytest.FixtureRequest) -> Iterator[Any]:
    kept: Any = SharedMemoryLog()
    if request.param == "postgresql":
        kept = SharedSqlLog(request.getfixturevalue("postgresql").database())
    kept.create(CODE, "epoch-1")
    yield kept
    kept.close()


@pytest.fixture
def url(postgresql: PostgreSQL) -> str:
    return postgresql.database()


@pytest.fixture
def disk(url: str) -> Iterator[SharedSqlLog]:
    kept = SharedSqlLog(url)
    kept.create(CODE, "epoch-1")
    yield kept
    kept.close()


def test_a_turn_begins_with_what_the_others_left(log: SharedLog) -> None:
    log.append(CODE, [entry(removed(1)), entry(removed(2))])
    turn = log.turn(CODE, 1, NOTHING)
    assert [one.seq for one in turn.news.recorded] == [2]
    assert turn.news.epoch == "epoch-1"
    turn.append([entry(removed(3))])
    assert [one.seq for one in log.news(CODE, 0, NOTHING).recorded] == [1, 2, 3]


def test_a_turn_may_end_with_nothing(log: SharedLog) -> None:
    log.turn(CODE, 0, NOTHING).end()
    log.turn(CODE, 0, NOTHING).append([entry(removed(1))])
    assert log.heads() == {CODE: 1}


def test_a_turn_that_failed_lets_the_others_in_and_left_nothing(log: SharedLog) -> None:
    log.append(CODE, [entry(removed(1))])
    with pytest.raises(StorageFailed):
        log.turn(CODE, 1, NOTHING).append([keyed(2, "k1"), entry(removed(1))])
    turn = log.turn(CODE, 1, Asked(frozenset({"k1"})))
    assert (turn.news.recorded, turn.news.answers) == ([], {})
    turn.append([entry(removed(2))])


def test_of_many_workers_one_at_a_time_has_its_turn(log: SharedLog) -> None:
    def work(_turn: int) -> None:
        turn = log.turn(CODE, 0, NOTHING)
        last = max((one.seq for one in turn.news.recorded), default=0)
        turn.append([entry(removed(last + 1))])

    with ThreadPoolExecutor(8) as hands:
        list(hands.map(work, range(40)))
    assert [one.seq for one in log.load(CODE).recorded] == list(range(1, 41))


def test_workshops_do_not_wait_for_each_other(log: SharedLog) -> None:
    log.create("XYZ789", "epoch-2")
    held = log.turn(CODE, 0, NOTHING)
    log.turn("XYZ789", 0, NOTHING).append([entry(removed(1))])
    held.append([entry(removed(1))])
    assert log.heads() == {CODE: 1, "XYZ789": 1}


def test_names_come_with_the_news_of_people(log: SharedLog) -> None:
    named = entry(removed(1), effects=(SetName("awa", "Awa"),))
    log.append(CODE, [named])
    assert log.news(CODE, 0, NOTHING).names == {"awa": "Awa"}
    assert log.news(CODE, 1, NOTHING).names is None


def test_answers_come_to_the_keys_asked_for_whoever_sent_them(log: SharedLog) -> None:
    first, other = keyed(1, "k1", body_hash="body"), keyed(2, "k1", owner="noe")
    log.append(CODE, [first, other, keyed(3, "k2")])
    news = log.news(CODE, 3, Asked(frozenset({"k1", "k9"})))
    assert news.answers == {
        ("awa", "k1"): Answered("body", first.answer),
        ("noe", "k1"): Answered(other.body_hash, other.answer),
    }


def test_of_the_box_come_all_signatures_and_the_papers_asked_for(log: SharedLog) -> None:
    log.append(CODE, [cast("awa", "hash-a"), cast("noe", "hash-b")])
    some = log.news(CODE, 0, Asked(box=True, papers=frozenset({"hash-b", "hash-z"}))).box
    assert some is not None
    assert some.signed == {"VOT-01": {"awa", "noe"}}
    assert list(some.papers["VOT-01"]) == ["hash-b"]
    whole = log.news(CODE, 0, Asked(box=True, papers=None)).box
    assert whole is not None
    assert sorted(whole.papers["VOT-01"]) == ["hash-a", "hash-b"]
    assert log.news(CODE, 0, NOTHING).box is None


def test_a_workshop_that_is_gone_is_called_so(log: SharedLog) -> None:
    for ask in (log.turn, log.news):
        with pytest.raises(StorageFailed, match="unknown_code"):
            ask("NOBODY", 0, NOTHING)


@pytest.mark.postgresql
def test_a_workshop_held_for_too_long_is_called_by_its_name(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(house._SESSION, "lock_timeout", 50)
    log = SharedSqlLog(url)
    log.create(CODE, "epoch-1")
    held = log.turn(CODE, 0, NOTHING)
    with pytest.raises(StorageFailed, match="database_locked"):
        log.turn(CODE, 0, NOTHING)
    held.end()
    log.turn(CODE, 0, NOTHING).end()
    log.close()


@pytest.mark.postgresql
def test_a_worker_that_froze_in_its_turn_is_thrown_out(
    url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(house._SESSION, "idle_in_transaction_session_timeout", 100)
    log = SharedSqlLog(url)
    log.create(CODE, "epoch-1")
    frozen = log.turn(CODE, 0, NOTHING)
    log.turn(CODE, 0, NOTHING).append([entry(removed(1))])
    with pytest.raises(StorageFailed, match="database_unreachable"):
        frozen.append([entry(removed(1))])
    assert log.heads() == {CODE: 1}
    log.close()


@pytest.mark.postgresql
def test_a_database_that_cut_every_line_is_found_again(
    disk: SharedSqlLog, postgresql: PostgreSQL
) -> None:
    disk.append(CODE, [entry(removed(1))])
    postgresql.ask(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname LIKE 'test_%'"
    )
    disk.append(CODE, [entry(removed(2))])
    assert disk.heads() == {CODE: 2}


@pytest.mark.postgresql
def test_a_database_that_is_not_there_is_called_by_its_name() -> None:
    with pytest.raises(StorageFailed, match="database_unreachable"):
        SharedSqlLog("postgresql://nobody:nothing@127.0.0.1:1/none")


@pytest.mark.postgresql
def test_workers_that_start_together_make_the_tables_once(url: str) -> None:
    with ThreadPoolExecutor(6) as hands:
        logs = list(hands.map(lambda _: SharedSqlLog(url), range(6)))
    logs[0].create(CODE, "epoch-1")
    assert all(log.codes() == [CODE] for log in logs)
    for log in logs:
        log.close()


@pytest.mark.postgresql
def test_a_commit_is_on_the_disk_when_it_is_answered(disk: SharedSqlLog) -> None:
    with disk._writer.connect() as connection:
        assert connection.exec_driver_sql("SHOW synchronous_commit").scalar() == "on"
        assert connection.exec_driver_sql("SHOW fsync").scalar() == "on"


@pytest.mark.postgresql
def test_a_failure_repeats_nothing_that_was_written(
    disk: SharedSqlLog, postgresql: PostgreSQL
) -> None:
    disk.append(CODE, [cast("awa", "hash-a", CANARY), keyed(1, "k1")])
    for failing in (cast("awa", "hash-b", CANARY), cast("noe", "hash-a", CANARY), keyed(2, "k1")):
        with pytest.raises(StorageFailed) as failure:
            disk.append(CODE, [failing])
        told = "".join(traceback.format_exception(failure.value))
        assert not [word for word in (CANARY, "'awa'", "noe", "hash-", "k1") if word in told]
    assert CANARY not in postgresql.said()


@pytest.mark.postgresql
def test_nothing_of_a_closed_ballot_is_left_in_the_tables(
    disk: SharedSqlLog, postgresql: PostgreSQL
) -> None:
    for number in range(40):
        disk.append(CODE, [cast(f"votant-{number}", f"{number:064x}", f"{CANARY}-{number}")])
        disk.append(CODE, [cast(None, f"{number:064x}", f"{CANARY}-{number}-corrigé")])
    before = postgresql.files(disk.url)
    assert CANARY.encode() in before
    assert b"votant-7" in before
    disk.append(CODE, [cast("awa", "stays", "resté", ballot="VOT-02")])
    disk.append(CODE, [entry(removed(1), effects=(EmptyBox("VOT-01"),))])
    after = postgresql.files(disk.url)
    assert CANARY.encode() not in after
    assert b"votant-" not in after
    assert "resté".encode() in after


@pytest.mark.postgresql
def test_a_reader_in_the_way_puts_the_rewriting_off_and_costs_no_save(
    disk: SharedSqlLog, url: str, postgresql: PostgreSQL, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("facilitation.store.sql_log.PATIENCE", 20)
    disk.append(CODE, [cast("awa", "hash-a", CANARY)])
    reader = psycopg2.connect(url)
    reader.set_session(isolation_level="REPEATABLE READ")
    reader.cursor().execute("SELECT count(*) FROM workshops")
    disk.append(CODE, [entry(removed(1), effects=(EmptyBox("VOT-01"),))])
    assert list(disk.load(CODE).box.papers) == []
    assert CANARY.encode() in postgresql.files(disk.url)
    reader.rollback()
    reader.close()
    disk.append(CODE, [entry(removed(2))])
    assert CANARY.encode() not in postgresql.files(disk.url)


@pytest.mark.postgresql
def test_a_removed_workshop_is_left_in_no_table(disk: SharedSqlLog, postgresql: PostgreSQL) -> None:
    canary = "canari-de-la-purge"
    disk.append(CODE, [entry(removed(1, canary), effects=(SetName("awa", canary),))])
    assert canary.encode() in postgresql.files(disk.url)
    disk.remove(CODE)
    assert canary.encode() not in postgresql.files(disk.url)
    assert disk.codes() == []


@pytest.mark.postgresql
@pytest.mark.parametrize("destroyed", ["a text and a ballot", "a workshop"])
def test_what_a_worker_destroyed_just_before_it_died_is_rewritten_by_the_next_one(
    url: str, postgresql: PostgreSQL, monkeypatch: pytest.MonkeyPatch, destroyed: str
) -> None:
    """Killed between the commit and the rewriting: nobody is left who remembers it."""
    dying = SharedSqlLog(url)
    dying.create(CODE, "epoch-1")
    stage = Stage()
    key = stage.post(stage.join(), CANARY)
    dying.append(CODE, stage.entries)
    dying.append(CODE, [cast("awa", "hash-a", CANARY)])
    monkeypatch.setattr(dying, "_forget", lambda patience: None)
    if destroyed != "a workshop":
        dying.append(CODE, [entry(effects=(EraseText(key, CANARY),))])
        dying.append(CODE, [entry(effects=(EmptyBox("VOT-01"),))])
    else:
        dying.remove(CODE)
    assert CANARY.encode() in postgresql.files(url)
    dying.close()
    SharedSqlLog(url).close()
    assert CANARY.encode() not in postgresql.files(url)


@pytest.mark.postgresql
def test_workers_hear_each_other_until_one_falls_silent(url: str, disk: SharedSqlLog) -> None:
    workers = SqlWorkers(url)
    assert workers.exchange("one", {CODE: "a"}) == {}
    assert workers.exchange("two", {CODE: "b"}) == {CODE: ["a"]}
    assert workers.exchange("one", {CODE: "c"}) == {CODE: ["b"]}
    with disk._writer.begin() as connection:
        connection.exec_driver_sql("UPDATE workers SET at = at - interval '6 seconds'")
    assert workers.exchange("two", {}) == {}
    workers.close()


@pytest.mark.postgresql
def test_what_workers_tell_each_other_is_in_no_write_ahead_log(
    postgresql: PostgreSQL, url: str
) -> None:
    SharedSqlLog(url).close()
    query = "SELECT relpersistence FROM pg_class WHERE relname = 'workers'"
    assert postgresql.ask(query, url.rpartition("/")[2]) == [("u",)]


def test_one_file_has_no_turns() -> None:
    assert not hasattr(SqlEventLog, "turn")
