"""One copy of the database as a file: its name, which says when it was taken and what it holds,
how it is made from a living database, and how it is read back.
"""

import hashlib
import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from sqlalchemy import Table

from facilitation.store import schema

_STAMP: Final = "%Y%m%dT%H%M%S"
_NAME: Final = re.compile(r"tablee-(?:([0-9A-Z]{6})-)?(\d{8}T\d{6})Z(-step)?-([0-9a-f]{16})\.db")
_HASH: Final = 16
#: The bytes of the file's head that say which journal it is written with, and the plain one.
_JOURNAL: Final = slice(18, 20)
_PLAIN: Final = b"\x01\x01"
#: What no copy holds. A file that was deleted can be read back from a USB key, and two copies
#: around one vote would pair a paper with its voter; phones bring their papers back.
_SECRET: Final = (schema.papers.name, schema.signed.name)


class Damaged(Exception):
    """What was read is no whole database of Tablée."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy by its file; `step`: taken because something ended or began; `workshop`: it holds
    this one alone.
    """

    path: Path
    taken: int
    step: bool
    hash: str
    workshop: str | None = None


def named(path: Path) -> Copy | None:
    """What a file's name says; None for a file that is no copy of ours."""
    found = _NAME.fullmatch(path.name)
    if found is None:
        return None
    try:
        taken = datetime.strptime(found[2], _STAMP).replace(tzinfo=UTC)
    except ValueError:
        return None
    at = round(taken.timestamp()) * 1000
    return Copy(path, at, found[3] is not None, found[4], found[1])


def name(content: bytes, taken: int, *, step: bool = False, workshop: str | None = None) -> str:
    """The name of a copy: sorted by time, and true to its content."""
    stamp = datetime.fromtimestamp(taken / 1000, UTC).strftime(_STAMP)
    alone = f"{workshop}-" if workshop else ""
    return f"tablee-{alone}{stamp}Z{'-step' if step else ''}-{_fingerprint(content)}.db"


def _fingerprint(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:_HASH]


def snapshot(database: Path, workshop: str | None = None) -> bytes:
    """The database as it now is, or one workshop of it, without the ballot box; raises
    sqlite3.Error, or Damaged.

    It is made in memory: whatever touched the other place would stay readable there.
    """
    with closing(reading(database)) as living, closing(sqlite3.connect(":memory:")) as copy:
        living.backup(copy)
        for table in _SECRET:
            copy.execute(f"DELETE FROM {table}")  # noqa: S608 - a name of our own schema
        if workshop is not None:
            _keep_only(copy, workshop)
        copy.commit()
        copy.execute("VACUUM")
        _check(copy)
        content = bytearray(copy.serialize())
    content[_JOURNAL] = _PLAIN
    return bytes(content)


def _keep_only(copy: sqlite3.Connection, workshop: str) -> None:
    for table in _tables(copy):
        column = "code" if table is schema.workshops else "workshop"
        copy.execute(f"DELETE FROM {table.name} WHERE {column} <> ?", (workshop,))  # noqa: S608 - as above


def _tables(opened: sqlite3.Connection) -> list[Table]:
    """Those of our schema that are there: an older Tablée had fewer."""
    there = {row[0] for row in opened.execute("SELECT name FROM sqlite_master")}
    return [table for table in schema.metadata.sorted_tables if table.name in there]


def read(path: Path) -> bytes:
    """The content of a copy, whole; raises OSError, or Damaged."""
    content = path.read_bytes()
    copy = named(path)
    if copy is not None and copy.hash != _fingerprint(content):
        raise Damaged(path.name)
    try:
        with closing(sqlite3.connect(":memory:")) as opened:
            opened.deserialize(content)
            _check(opened)
    except sqlite3.Error:
        raise Damaged(path.name) from None
    return content


def reading(database: Path) -> sqlite3.Connection:
    """The living database, for whichever thread reads."""
    address = f"{database.absolute().as_uri()}?mode=ro"
    return sqlite3.connect(address, uri=True, check_same_thread=False)


def _check(opened: sqlite3.Connection) -> None:
    """A database that is whole, and has the tables of ours."""
    (said,) = opened.execute("PRAGMA integrity_check(1)").fetchone()
    tables = {row[0] for row in opened.execute("SELECT name FROM sqlite_master")}
    if said != "ok" or not {schema.workshops.name, schema.log.name} <= tables:
        raise Damaged(said)
