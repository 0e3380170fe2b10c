"""Credentials on SQL: found by the hash of their secret, one-use links used once."""

from dataclasses import asdict
from typing import Any, Final

from sqlalchemy import delete, insert, select, update

from facilitation.protocol.credentials import TOKENS, Credential
from facilitation.store import schema
from facilitation.store.engine import open_engine, told

#: What may wait for whoever holds the database.
WRITES: Final = frozenset({"add", "use", "seat", "remove"})


class SqlCredentials:
    """Short transactions on connections of their own."""

    def __init__(self, url: str) -> None:
        self._reader = open_engine(url)
        self._writer = open_engine(url, writes=True)

    def find(self, secret_hash: str) -> Credential | None:
        """The credential of a secret, used or not."""
        table = schema.credentials
        with told(), self._reader.connect() as connection:
            row = connection.execute(
                select(table).where(table.c.secret_hash == secret_hash)
            ).one_or_none()
        return _credential(row) if row is not None else None

    def add(self, credential: Credential) -> None:
        """Keep one more."""
        with told(), self._writer.begin() as connection:
            connection.execute(insert(schema.credentials).values(**asdict(credential)))

    def use(self, secret_hash: str, participant: str | None = None) -> bool:
        """Mark as used; False if it was already."""
        table = schema.credentials
        with told(), self._writer.begin() as connection:
            done = connection.execute(
                update(table)
                .where(table.c.secret_hash == secret_hash, table.c.used.is_(False))
                .values(used=True, participant=participant)
            )
            return done.rowcount == 1

    def seat(self, secret_hash: str, before: str, participant: str) -> bool:
        """Give a seat to somebody else; False if it is no longer the one's before."""
        table = schema.credentials
        with told(), self._writer.begin() as connection:
            done = connection.execute(
                update(table)
                .where(table.c.secret_hash == secret_hash, table.c.participant == before)
                .values(participant=participant)
            )
            return done.rowcount == 1

    def held(self, workshop: str) -> list[Credential]:
        """Tokens and tables' codes of a workshop, participants' aside."""
        table = schema.credentials
        wanted = (
            table.c.workshop == workshop,
            table.c.participant.is_(None),
            table.c.kind.in_((*TOKENS, "resume")),
        )
        with told(), self._reader.connect() as connection:
            return [_credential(row) for row in connection.execute(select(table).where(*wanted))]

    def remove(self, workshop: str, ids: set[str]) -> None:
        """Forget credentials by their ids."""
        table = schema.credentials
        with told(), self._writer.begin() as connection:
            connection.execute(
                delete(table).where(table.c.workshop == workshop, table.c.id.in_(ids))
            )

    def still(self, hashes: set[str]) -> set[str]:
        """Those of these hashes that are still kept."""
        key = schema.credentials.c.secret_hash
        with told(), self._reader.connect() as connection:
            return {row[0] for row in connection.execute(select(key).where(key.in_(hashes)))}

    def close(self) -> None:
        """Let go of the files."""
        self._reader.dispose()
        self._writer.dispose()


def _credential(row: Any) -> Credential:
    return Credential(**{name: getattr(row, name) for name in Credential.__dataclass_fields__})
