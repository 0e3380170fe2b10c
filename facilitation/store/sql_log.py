"""The event log on SQL: entries in, each batch in one transaction; whole workshops out."""

import sqlite3
from collections.abc import Sequence
from typing import Final

from sqlalchemy import Connection, delete, func, insert, select, update

from facilitation.domain.core import Box, EmptyBox, EraseText
from facilitation.domain.records import Life
from facilitation.protocol.ports import Entry, Loaded, StorageFailed
from facilitation.store import rows, schema
from facilitation.store.cleaning import clean
from facilitation.store.engine import BUSY, open_engine, prepare, told

#: How long a reader is waited for when the write-ahead log is to be emptied, in milliseconds.
PATIENCE: Final = 1_000
#: Bytes that are written to see whether anything can be.
PROBE: Final = 64_000


class SqlEventLog:
    """One writer's connection, used by one real thread at a time; readers open their own."""

    def __init__(self, url: str, *, prepared: bool = False) -> None:
        if not prepared:
            prepare(url)
        self.url = url
        self._writer = open_engine(url, writes=True, alone=True)
        self._reader = open_engine(url)
        self._owing = True
        if not prepared:
            self._mend()

    def _mend(self) -> None:
        """Forget what an older Tablée kept and this one would not."""
        with told(), self._writer.begin() as connection:
            removed = clean(connection)
        # A process that was killed may have left in the write-ahead log what it had destroyed.
        self._forget(PATIENCE if removed else 0)

    def codes(self) -> list[str]:
        """Every workshop's code, oldest first."""
        with told(), self._reader.connect() as connection:
            query = select(schema.workshops.c.code).order_by(schema.workshops.c.number)
            return [row.code for row in connection.execute(query)]

    def create(self, code: str, epoch: str) -> None:
        """Make room for a workshop."""
        with told(), self._writer.begin() as connection:
            self._make_room(connection, code, epoch)

    def _make_room(self, connection: Connection, code: str, epoch: str) -> None:
        table = schema.workshops
        self._alone(connection)
        last = connection.execute(select(func.max(table.c.number))).scalar() or 0
        connection.execute(insert(table).values(code=code, number=last + 1, epoch=epoch))

    def bring_in(
        self, code: str, epoch: str, entries: Sequence[Entry], lives: Sequence[Life]
    ) -> None:
        """A whole workshop that lived elsewhere, all of it or nothing."""
        with told(), self._writer.begin() as connection:
            self._make_room(connection, code, epoch)
            rows.write(connection, code, entries)
            rows.bring_in(connection, code, lives)

    def _alone(self, connection: Connection) -> None:
        """Codes are numbered one by one: SQLite lets one writer in at a time anyway."""

    def begin_life(self, code: str, epoch: str) -> None:
        """Another epoch for a workshop that came back from a copy."""
        table = schema.workshops
        with told(), self._writer.begin() as connection:
            connection.execute(update(table).where(table.c.code == code).values(epoch=epoch))

    def load(self, code: str) -> Loaded:
        """A workshop's log, names, keys and box."""
        with told(), self._reader.connect() as connection:
            epoch = rows.epoch_of(connection, code)
            if epoch is None:
                raise KeyError(code)
            return Loaded(
                epoch,
                rows.recorded(connection, code),
                rows.names(connection, code),
                rows.answers(connection, code),
                Box(rows.signed(connection, code), rows.papers(connection, code)),
                rows.lives(connection, code),
            )

    def append(self, code: str, entries: Sequence[Entry]) -> None:
        """All or nothing, on disk when it returns."""
        with told(), self._writer.begin() as connection:
            if rows.epoch_of(connection, code) is None:
                # Removed by another program while a server still holds it in memory.
                raise StorageFailed("unknown_code")
            rows.write(connection, code, entries)
        self.settle(entries)

    def settle(self, entries: Sequence[Entry]) -> None:
        """After a commit: what it destroyed is made unreadable where it lay before.

        Deleted pages are overwritten as it is: only the write-ahead log holds it still.
        """
        if destroys(entries, EraseText) or destroys(entries, EmptyBox):
            self._forget(PATIENCE)
        elif self._owing:
            self._forget(0)

    def probe(self) -> None:
        """As large as a long text, so that it finds no room where such a text would find none."""
        row = {"workshop": "", "owner": "", "key": "probe", "body_hash": "", "answer": "x" * PROBE}
        with told(), self._writer.begin() as connection:
            connection.execute(insert(schema.answers).values(**row))
            connection.execute(delete(schema.answers).where(schema.answers.c.workshop == ""))

    def _forget(self, patience: int) -> None:
        """Papers that were deleted must not live on in the write-ahead log.

        What was appended is saved whatever happens here: a reader in the way only puts it off.
        """
        with self._writer.connect() as connection:
            cursor = connection.connection.cursor()
            try:
                cursor.execute(f"PRAGMA busy_timeout={patience}")
                busy, *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            except sqlite3.Error:
                busy = True
            finally:
                cursor.execute(f"PRAGMA busy_timeout={BUSY}")
                cursor.close()
        self._owing = bool(busy)

    def remove(self, code: str) -> None:
        """Delete a whole workshop; its tables' pages are overwritten."""
        with told(), self._writer.begin() as connection:
            self._removing(connection)
            for table in schema.metadata.sorted_tables:
                column = table.c.code if table is schema.workshops else table.c.workshop
                connection.execute(delete(table).where(column == code))
        self._forget(PATIENCE)

    def _removing(self, connection: Connection) -> None:
        """Deleted pages are overwritten as it is."""

    def close(self) -> None:
        """Let go of the files."""
        self._writer.dispose()
        self._reader.dispose()


def destroys(entries: Sequence[Entry], kind: type[EmptyBox | EraseText]) -> bool:
    """Whether a ballot is over with these, or a text erased."""
    return any(isinstance(one, kind) for entry in entries for one in entry.effects)
