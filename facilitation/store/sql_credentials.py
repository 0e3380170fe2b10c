"""Credentials on SQL: found by the hash of their secret, one-use links used once."""

from dataclasses import asdict
from typing import Any

from sqlalchemy import insert, select, update

from facilitation.protocol.credentials import Credential
from facilitation.store import schema
from facilitation.store.engine import open_engine, told


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

    def close(self) -> None:
        """Let go of the files."""
        self._reader.dispose()
        self._writer.dispose()


def _credential(row: Any) -> Credential:
    return Credential(**{name: getattr(row, name) for name in Credential.__dataclass_fields__})
