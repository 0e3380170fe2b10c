"""The event log on SQL: entries in, each batch in one transaction; whole workshops out."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any, Final

from sqlalchemy import Connection, delete, func, insert, select, update

from facilitation.domain.core import Box, CastPaper, Effect, EmptyBox, Paper, SetName
from facilitation.protocol import wire
from facilitation.protocol.ports import Answered, Entry, Loaded, StorageFailed
from facilitation.store import schema
from facilitation.store.engine import BUSY, open_engine, prepare, told

#: How long a reader is waited for when the write-ahead log is to be emptied, in milliseconds.
PATIENCE: Final = 1_000


class SqlEventLog:
    """One writer's connection, used by one real thread at a time; readers open their own."""

    def __init__(self, url: str, *, prepared: bool = False) -> None:
        if not prepared:
            prepare(url)
        self.url = url
        self._writer = open_engine(url, writes=True, alone=True)
        self._reader = open_engine(url)
        # A process that was killed may have left deleted papers in the write-ahead log.
        self._owing = True

    def codes(self) -> list[str]:
        """Every workshop's code, oldest first."""
        with told(), self._reader.connect() as connection:
            rows = connection.execute(
                select(schema.workshops.c.code).order_by(schema.workshops.c.number)
            )
            return [row.code for row in rows]

    def create(self, code: str, epoch: str) -> None:
        """Make room for a workshop."""
        table = schema.workshops
        with told(), self._writer.begin() as connection:
            last = connection.execute(select(func.max(table.c.number))).scalar() or 0
            connection.execute(insert(table).values(code=code, number=last + 1, epoch=epoch))

    def load(self, code: str) -> Loaded:
        """A workshop's log, names, keys and box."""
        with told(), self._reader.connect() as connection:
            epoch = _epoch(connection, code)
            if epoch is None:
                raise KeyError(code)
            return Loaded(
                epoch,
                [wire.recorded(row) for row in _rows(connection, code)],
                _names(connection, code),
                _answers(connection, code),
                _box(connection, code),
            )

    def append(self, code: str, entries: Sequence[Entry]) -> None:
        """All or nothing, on disk when it returns."""
        with told(), self._writer.begin() as connection:
            if _epoch(connection, code) is None:
                # Removed by another program while a server still holds it in memory.
                raise StorageFailed("unknown_code")
            for entry in entries:
                _write(connection, code, entry)
        if any(isinstance(one, EmptyBox) for entry in entries for one in entry.effects):
            self._forget(PATIENCE)
        elif self._owing:
            self._forget(0)

    def _forget(self, patience: int) -> None:
        """Papers that were deleted must not live on in the write-ahead log.

        What was appended is saved whatever happens here: a reader in the way only puts it off.
        """
        if self._writer.dialect.name != "sqlite":
            return
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
            for table in schema.metadata.sorted_tables:
                column = table.c.code if table is schema.workshops else table.c.workshop
                connection.execute(delete(table).where(column == code))
        self._forget(PATIENCE)

    def close(self) -> None:
        """Let go of the files."""
        self._writer.dispose()
        self._reader.dispose()


def _epoch(connection: Connection, code: str) -> str | None:
    """A workshop's epoch; None for one that is not there."""
    table = schema.workshops
    found: str | None = connection.execute(
        select(table.c.epoch).where(table.c.code == code)
    ).scalar()
    return found


def _rows(connection: Connection, code: str) -> Iterable[Any]:
    table = schema.log
    return connection.execute(select(table).where(table.c.workshop == code).order_by(table.c.seq))


def _names(connection: Connection, code: str) -> dict[str, str]:
    rows = connection.execute(select(schema.names).where(schema.names.c.workshop == code))
    return {row.participant: row.name for row in rows}


def _answers(connection: Connection, code: str) -> dict[tuple[str, str], Answered]:
    rows = connection.execute(select(schema.answers).where(schema.answers.c.workshop == code))
    return {(row.owner, row.key): Answered(row.body_hash, wire.loads(row.answer)) for row in rows}


def _box(connection: Connection, code: str) -> Box:
    signed: dict[str, set[str]] = {}
    papers: dict[str, dict[str, Paper]] = {}
    for row in connection.execute(select(schema.signed).where(schema.signed.c.workshop == code)):
        signed.setdefault(row.ballot, set()).add(row.voter)
    for row in connection.execute(select(schema.papers).where(schema.papers.c.workshop == code)):
        papers.setdefault(row.ballot, {})[row.key_hash] = _paper(row)
    return Box(signed, papers)


def _paper(row: Any) -> Paper:
    content = wire.loads(row.content)
    choices = tuple((str(key), int(value)) for key, value in content["choices"])
    return Paper(row.group, choices, content["remark"], content["entered"])


def _write(connection: Connection, code: str, entry: Entry) -> None:
    if entry.recorded:
        connection.execute(insert(schema.log), [_log_row(code, one) for one in entry.recorded])
    for effect in entry.effects:
        _apply(connection, code, effect)
    for credential in entry.credentials:
        connection.execute(insert(schema.credentials).values(**asdict(credential)))
    if entry.key:
        connection.execute(
            insert(schema.answers).values(
                workshop=code,
                owner=entry.owner,
                key=entry.key,
                body_hash=entry.body_hash,
                answer=wire.dumps(entry.answer),
            )
        )


def _log_row(code: str, one: Any) -> dict[str, Any]:
    return {
        "workshop": code,
        "seq": one.seq,
        "first": one.first,
        "command": one.command,
        "by": one.by,
        "name": one.event.event_name,
        "body": wire.encode_event(one.event),
    }


def _apply(connection: Connection, code: str, effect: Effect) -> None:
    match effect:
        case SetName():
            _set_name(connection, code, effect)
        case CastPaper():
            _cast(connection, code, effect)
        case EmptyBox():
            for table in (schema.papers, schema.signed):
                connection.execute(
                    delete(table).where(table.c.workshop == code, table.c.ballot == effect.ballot)
                )


def _set_name(connection: Connection, code: str, effect: SetName) -> None:
    table = schema.names
    connection.execute(
        delete(table).where(table.c.workshop == code, table.c.participant == effect.participant)
    )
    if effect.name:
        connection.execute(
            insert(table).values(workshop=code, participant=effect.participant, name=effect.name)
        )


def _cast(connection: Connection, code: str, effect: CastPaper) -> None:
    paper = effect.paper
    content = wire.dumps(
        {"choices": paper.choices, "remark": paper.remark, "entered": paper.entered}
    )
    if effect.signed is None:
        connection.execute(
            update(schema.papers)
            .where(schema.papers.c.key_hash == effect.key_hash)
            .values(content=content)
        )
        return
    connection.execute(
        insert(schema.signed).values(workshop=code, ballot=effect.ballot, voter=effect.signed)
    )
    connection.execute(
        insert(schema.papers).values(
            key_hash=effect.key_hash,
            workshop=code,
            ballot=effect.ballot,
            group=paper.group,
            content=content,
        )
    )
