"""A workshop's rows, read and written on a connection that somebody else opened and commits."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, Table, delete, insert, select, update
from sqlalchemy.dialects import postgresql

from facilitation.domain.core import CastPaper, Effect, EmptyBox, EraseText, Paper, SetName
from facilitation.domain.evolve import Recorded
from facilitation.domain.records import Life
from facilitation.protocol import wire
from facilitation.protocol.blanking import blanked, wordings, writes
from facilitation.protocol.ports import Answered, Entry, StorageFailed
from facilitation.store import schema


def epoch_of(connection: Connection, code: str) -> str | None:
    """A workshop's epoch; None for one that is not there."""
    table = schema.workshops
    found: str | None = connection.execute(
        select(table.c.epoch).where(table.c.code == code)
    ).scalar()
    return found


def recorded(connection: Connection, code: str, after: int = 0) -> list[Recorded]:
    """The events of a workshop after a number, in order."""
    table = schema.log
    where = (table.c.workshop == code, table.c.seq > after)
    rows = connection.execute(select(table).where(*where).order_by(table.c.seq))
    return [wire.recorded(row) for row in rows]


def owe(connection: Connection) -> None:
    """Say that every table is to be written anew."""
    connection.execute(insert(schema.owed).values(id=uuid4().hex))


def owed(connection: Connection) -> list[str]:
    """What was said so, until it is settled."""
    return list(connection.execute(select(schema.owed.c.id)).scalars())


def settle(connection: Connection, done: Sequence[str]) -> None:
    """The tables were written anew since these were owed."""
    connection.execute(delete(schema.owed).where(schema.owed.c.id.in_(done)))


def lives(connection: Connection, code: str) -> tuple[Life, ...]:
    """The lives before the workshop came here in an archive, oldest first."""
    table = schema.lives
    query = select(table).where(table.c.workshop == code).order_by(table.c.seq, table.c.epoch)
    return tuple(Life(row.epoch, row.seq) for row in connection.execute(query))


def bring_in(connection: Connection, code: str, former: Sequence[Life]) -> None:
    """Keep the lives that an archive tells of."""
    kept = [{"workshop": code, "epoch": life.epoch, "seq": life.seq} for life in former]
    _insert(connection, schema.lives, kept)


def names(connection: Connection, code: str) -> dict[str, str]:
    """The names people gave, by participant."""
    rows = connection.execute(select(schema.names).where(schema.names.c.workshop == code))
    return {row.participant: row.name for row in rows}


def answers(
    connection: Connection, code: str, keys: Iterable[str] | None = None
) -> dict[tuple[str, str], Answered]:
    """The first answers by owner and key: all of them, or those to some keys."""
    table = schema.answers
    query = select(table).where(table.c.workshop == code)
    if keys is not None:
        query = query.where(table.c.key.in_(keys))
    rows = connection.execute(query)
    return {(row.owner, row.key): Answered(row.body_hash, wire.loads(row.answer)) for row in rows}


def signed(connection: Connection, code: str) -> dict[str, set[str]]:
    """Who signed, by ballot."""
    found: dict[str, set[str]] = {}
    for row in connection.execute(select(schema.signed).where(schema.signed.c.workshop == code)):
        found.setdefault(row.ballot, set()).add(row.voter)
    return found


def papers(
    connection: Connection, code: str, hashes: Iterable[str] | None = None
) -> dict[str, dict[str, Paper]]:
    """The papers in the box by ballot and key: all of them, or some."""
    table = schema.papers
    query = select(table).where(table.c.workshop == code)
    if hashes is not None:
        query = query.where(table.c.key_hash.in_(hashes))
    found: dict[str, dict[str, Paper]] = {}
    for row in connection.execute(query):
        found.setdefault(row.ballot, {})[row.key_hash] = _paper(row)
    return found


def _paper(row: Any) -> Paper:
    content = wire.loads(row.content)
    choices = tuple((str(key), int(value)) for key, value in content["choices"])
    return Paper(row.group, choices, content["remark"], content["entered"])


def write(connection: Connection, code: str, entries: Sequence[Entry]) -> None:
    """Put entries in the tables, in as few statements as they allow."""
    _insert(connection, schema.log, [_log_row(code, o) for one in entries for o in one.recorded])
    for entry in entries:
        for effect in entry.effects:
            _apply(connection, code, effect)
    kept = [asdict(one) for entry in entries for one in entry.credentials]
    _insert(connection, schema.credentials, kept)
    _insert(connection, schema.answers, [_answer_row(code, one) for one in entries if one.key])


def _insert(connection: Connection, table: Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _answer_row(code: str, entry: Entry) -> dict[str, Any]:
    return {
        "workshop": code,
        "owner": entry.owner,
        "key": entry.key,
        "body_hash": entry.body_hash,
        "answer": wire.dumps(entry.answer),
    }


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
        case EraseText():
            _erase(connection, code, effect)


def _erase(connection: Connection, code: str, effect: EraseText) -> None:
    """Blank a text in place, in every event that holds it."""
    log = schema.log
    events = recorded(connection, code)
    said = wordings(events, effect)
    for one in events:
        body = blanked(one, effect, said)
        if body is not None:
            here = (log.c.workshop == code, log.c.seq == one.seq)
            connection.execute(update(log).where(*here).values(body=body))
    _forget_bodies(
        connection, code, {one.seq for one in events if writes(one.event, effect.contribution)}
    )


def _forget_bodies(connection: Connection, code: str, numbers: set[int]) -> None:
    """The hash of what was said would confirm whoever guesses it."""
    table = schema.answers
    kept = connection.execute(select(table).where(table.c.workshop == code)).all()
    for row in kept:
        if wire.loads(row.answer)["seq"] in numbers:
            here = (table.c.workshop == code, table.c.owner == row.owner, table.c.key == row.key)
            connection.execute(update(table).where(*here).values(body_hash=""))


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
    _put_in(
        connection,
        schema.signed,
        {"workshop": code, "ballot": effect.ballot, "voter": effect.signed},
    )
    _put_in(
        connection,
        schema.papers,
        {
            "key_hash": effect.key_hash,
            "workshop": code,
            "ballot": effect.ballot,
            "group": paper.group,
            "content": content,
        },
    )


def _put_in(connection: Connection, table: Table, row: dict[str, Any]) -> None:
    """Into the box, once. PostgreSQL writes a statement that failed into its own log, with the
    paper in it: there, one that is in already fails here and not in the database.
    """
    statement: Any = insert(table).values(row)
    if connection.dialect.name == "postgresql":
        statement = postgresql.insert(table).values(row).on_conflict_do_nothing()
    if connection.execute(statement).rowcount == 0:
        raise StorageFailed("storage_failed")
