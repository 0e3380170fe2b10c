"""What somebody with the disk in hand holds: the bytes of every file, the rows of every table.

A dump knows nothing of the schema: attacks look for what they know (people, texts) wherever it is.
"""

import io
import sqlite3
import struct
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PAGE = 4096
WAL_HEAD = 32
FRAME_HEAD = 24


@dataclass(frozen=True)
class Dump:
    """Files by name, and tables by name: rows in the order in which the database gives them."""

    files: dict[str, bytes]
    tables: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)


def of_sqlite(database: Path, more: dict[str, bytes] | None = None) -> Dump:
    """The database with its write-ahead log and shared memory, and whatever lies beside it."""
    files = {path.name: path.read_bytes() for path in sorted(database.parent.glob("*.db*"))}
    return Dump(files | (more or {}), _tables(database))


def _tables(database: Path) -> dict[str, list[tuple[Any, ...]]]:
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master")]
    known = [name for name in names if not name.startswith(("sqlite_", "credentials_by"))]
    tables = {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in known}  # noqa: S608 - the database's own names
    connection.close()
    return tables


def unpacked(name: str, content: bytes) -> dict[str, bytes]:
    """A document as an attacker reads it: what is packed is unpacked."""
    if not content.startswith(b"PK"):
        return {name: content}
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        return {f"{name}/{one}": bundle.read(one) for one in bundle.namelist()}


def transactions(wal: bytes) -> Iterator[dict[int, bytes]]:
    """The pages that each commit of a write-ahead log wrote, oldest first."""
    pages: dict[int, bytes] = {}
    for at in range(WAL_HEAD, len(wal) - FRAME_HEAD - PAGE + 1, FRAME_HEAD + PAGE):
        number, size = struct.unpack(">II", wal[at : at + 8])
        pages[number] = wal[at + FRAME_HEAD : at + FRAME_HEAD + PAGE]
        if size:
            yield pages
            pages = {}
