"""The event log on PostgreSQL: several workers append to it, each in its turn.

A turn holds the workshop's own row. Whatever happens, the log's key lets a number be given once.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, func, select

from facilitation.domain.core import Box, EmptyBox, EraseText
from facilitation.domain.evolve import Recorded
from facilitation.protocol.ports import Asked, Entry, News, StorageFailed
from facilitation.store import postgresql, rows, schema
from facilitation.store.engine import told
from facilitation.store.sql_log import PATIENCE, SqlEventLog, destroys

#: The tables from which papers must be gone once a ballot is over.
BOX = (schema.papers, schema.signed)


class SharedSqlLog(SqlEventLog):
    """Every call belongs to a real thread, for each may wait for the network."""

    def _mend(self) -> None:
        """A worker that died between a commit and the rewriting leaves it to the next one."""
        super()._mend()
        with told(), self._reader.connect() as connection:
            left = rows.owed(connection)
        if left:
            self._forget(PATIENCE)

    def _alone(self, connection: Connection) -> None:
        connection.exec_driver_sql("LOCK TABLE workshops IN SHARE ROW EXCLUSIVE MODE")

    def turn(self, code: str, seq: int, asked: Asked) -> "SqlTurn":
        """Wait for the workshop, and read what the others left."""
        with told():
            connection = self._writer.connect()
            try:
                held = schema.workshops.c
                query = select(held.epoch).where(held.code == code).with_for_update()
                epoch = connection.execute(query).scalar()
                return SqlTurn(self, connection, code, _news(connection, code, epoch, seq, asked))
            except BaseException:
                connection.close()
                raise

    def append(self, code: str, entries: Sequence[Entry]) -> None:
        """A turn for whoever knows what was there before."""
        self.turn(code, _NOTHING_NEW, Asked()).append(entries)

    def news(self, code: str, seq: int, asked: Asked) -> News:
        """What was appended after a number."""
        with told(), self._reader.connect() as connection:
            epoch = rows.epoch_of(connection, code)
            return _news(connection, code, epoch, seq, asked)

    def heads(self) -> dict[str, int]:
        """The highest number of each workshop."""
        table = schema.log.c
        last = select(func.max(table.seq)).where(table.workshop == schema.workshops.c.code)
        query = select(schema.workshops.c.code, last.scalar_subquery().label("seq"))
        with told(), self._reader.connect() as connection:
            return {row.code: row.seq or 0 for row in connection.execute(query)}

    def _forget(self, patience: int) -> None:
        """Rewrite the box's tables without what was deleted, or all of them once a text was erased.

        What was appended is saved whatever happens here: a reader in the way only puts it off.
        """
        try:
            with told(), self._writer.connect() as connection:
                alone = connection.execution_options(isolation_level="AUTOCOMMIT")
                self._owing = not _rewritten(alone, patience)
        except StorageFailed:
            self._owing = True

    def owe(self, connection: Connection, entries: Sequence[Entry]) -> None:
        """What is about to be destroyed is to be rewritten, even if nobody hears of its commit:
        an erasure says so on the disk, in its own transaction.
        """
        if destroys(entries, EraseText):
            rows.owe(connection)
        self._owing = self._owing or destroys(entries, EraseText) or destroys(entries, EmptyBox)

    def _removing(self, connection: Connection) -> None:
        """Every table is written anew without the workshop."""
        rows.owe(connection)


#: No log is so long.
_NOTHING_NEW = 2**31 - 1


class SqlTurn:
    """The workshop's row, held on a connection of its own."""

    def __init__(self, log: SharedSqlLog, connection: Connection, code: str, news: News) -> None:
        self._log = log
        self._connection = connection
        self._code = code
        self.news = news

    def append(self, entries: Sequence[Entry]) -> None:
        """All or nothing, on disk when it returns."""
        try:
            with told():
                # Owed before it is committed: the answer to the commit may be lost on its way.
                self._log.owe(self._connection, entries)
                rows.write(self._connection, self._code, entries)
                self._connection.commit()
        finally:
            self.end()
        self._log.settle(entries)

    def end(self) -> None:
        """Let the others in."""
        with told():
            self._connection.close()


def _rewritten(connection: Connection, patience: int) -> bool:
    owed = rows.owed(connection)
    tables = schema.metadata.sorted_tables if owed else BOX
    clean = postgresql.rewrite(connection, [table.name for table in tables], patience)
    if clean:
        rows.settle(connection, owed)
    return clean


def _news(connection: Connection, code: str, epoch: str | None, seq: int, asked: Asked) -> News:
    if epoch is None:
        # Removed by another program while a server still holds it in memory.
        raise StorageFailed("unknown_code")
    recorded = rows.recorded(connection, code, seq)
    return News(
        epoch,
        recorded,
        rows.names(connection, code) if _about_people(recorded) else None,
        rows.answers(connection, code, asked.keys) if asked.keys else {},
        _box(connection, code, asked),
    )


def _about_people(recorded: Sequence[Recorded]) -> bool:
    """A name stands beside the log, with an event of the person who gave or took it back."""
    return any(hasattr(one.event, "participant") for one in recorded)


def _box(connection: Connection, code: str, asked: Asked) -> Box | None:
    if not asked.box:
        return None
    papers = rows.papers(connection, code, asked.papers)
    return Box(rows.signed(connection, code), papers)
