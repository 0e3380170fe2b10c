"""A database that an older Tablée made: what it kept too much of is gone once it is opened."""

import sqlite3
from pathlib import Path

import pytest

from facilitation.protocol import wire
from facilitation.store.sql_log import SqlEventLog
from tests.contract.linking.room import Played, sqlite_disk

KEY = "5e" * 16


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """One room of three whose texts were reworded, with keys as they were kept before."""
    room = Played(sqlite_disk(tmp_path), 3)
    room.fill(1, 3)
    room.write()
    room.close()
    database = sqlite3.connect(tmp_path / "tablee.db")
    events = database.execute(
        "SELECT workshop, seq, body FROM log WHERE name='contribution.edited'"
    ).fetchall()
    assert events
    joined = database.execute("SELECT body FROM log WHERE name='participant.joined'").fetchall()
    people = [wire.loads(body)["participant"] for (body,) in joined]
    for (code, seq, body), who in zip(events, people, strict=False):
        text = wire.loads(body)["contribution"]
        for number, result in enumerate(({"id": text}, {})):
            answer = wire.dumps({"ok": True, "seq": seq, "result": result})
            key = f"{seq:030d}{number:02d}"
            row = (code, who, key, "", answer)
            database.execute("INSERT INTO answers VALUES (?, ?, ?, ?, ?)", row)
    database.execute("PRAGMA user_version=0")
    database.commit()
    database.close()
    return tmp_path


def kept(folder: Path) -> dict[str, int]:
    """How many keys are kept with a person, and with nobody."""
    database = sqlite3.connect(folder / "tablee.db")
    rows = database.execute("SELECT owner != '', count(*) FROM answers GROUP BY 1").fetchall()
    database.close()
    return {("person" if owned else "nobody"): count for owned, count in rows}


def test_keys_that_lead_to_a_text_without_a_name_are_forgotten_and_no_other(old: Path) -> None:
    before = kept(old)
    SqlEventLog(f"sqlite:///{old / 'tablee.db'}").close()
    after = kept(old)
    assert after["nobody"] == before["nobody"]
    # Three joined and wrote each under their name, a facilitator began: those keys stay.
    assert after["person"] == 7 < before["person"]


def test_of_the_keys_forgotten_no_file_holds_a_trace(old: Path) -> None:
    database = sqlite3.connect(old / "tablee.db")
    query = "SELECT key FROM answers WHERE owner != '' AND key LIKE '0000000000%'"
    keys = [key.encode() for (key,) in database.execute(query)]
    database.close()
    assert keys
    # Not closed yet: closing would empty the write-ahead log anyhow.
    log = SqlEventLog(f"sqlite:///{old / 'tablee.db'}")
    raw = b"".join(path.read_bytes() for path in old.glob("tablee.db*"))
    log.close()
    assert [key for key in keys if key in raw] == []


def test_a_database_is_mended_once(old: Path) -> None:
    SqlEventLog(f"sqlite:///{old / 'tablee.db'}").close()
    database = sqlite3.connect(old / "tablee.db")
    assert database.execute("PRAGMA user_version").fetchone() == (1,)
    database.close()
