"""Opening the database: SQLite kept to its word (WAL, synchronous FULL), or PostgreSQL."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError
from sqlalchemy.pool import NullPool, StaticPool

from facilitation.protocol.ports import StorageFailed
from facilitation.store import postgresql
from facilitation.store.schema import metadata, shared_metadata

#: How long a writer waits for another process that holds the database, in milliseconds.
BUSY: Final = 5_000

#: What SQLite says, and the stable code that the facilitator's banner explains.
_REASONS: Final = {
    "full": "disk_full",
    "locked": "database_locked",
    "readonly": "storage_unwritable",
    "unable to open": "storage_unwritable",
    "not a database": "database_damaged",
    "malformed": "database_damaged",
}


@contextmanager
def told() -> Iterator[None]:
    """Let the database's failures out as StorageFailed, each with its stable code."""
    try:
        yield
    except DBAPIError as error:
        if hasattr(error.orig, "pgcode"):
            # PostgreSQL repeats in its failures what people wrote: nothing of it is handed on.
            raise StorageFailed(postgresql.reason(error)) from None
        words = str(error.orig).lower()
        reason = next((code for word, code in _REASONS.items() if word in words), "storage_failed")
        raise StorageFailed(reason) from error


def is_shared(url: str) -> bool:
    """Whether several workers may write to this database."""
    return url.startswith("postgres")


def open_engine(url: str, *, writes: bool = False, alone: bool = False) -> Engine:
    """An engine that reads, or one that `writes` and takes the lock as it begins.

    `alone`: one connection for its whole life, which no pool ever hands out.
    """
    if is_shared(url):
        return postgresql.open_postgresql(url, reads=not writes)
    engine = create_engine(
        url,
        poolclass=StaticPool if alone else NullPool,
        # Parameters are what people wrote: no failure repeats them, for it may end in a log.
        hide_parameters=True,
        connect_args={"check_same_thread": False, "timeout": BUSY / 1000},
    )
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _begin_writing if writes else _begin_reading)
    return engine


def _on_connect(connection: Any, record: Any) -> None:
    # The driver's own transaction handling would open deferred ones: it is turned off.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=FULL",
        "secure_delete=ON",
        f"busy_timeout={BUSY}",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_writing(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_reading(connection: Any) -> None:
    connection.exec_driver_sql("BEGIN")


def sqlite_path(url: str) -> Path | None:
    """The file of an SQLite address, if it is one."""
    _, found, path = url.partition("sqlite:///")
    return Path(path) if found and path and path != ":memory:" else None


def prepare(url: str) -> None:
    """Make the folder and the tables; raises StorageFailed when that cannot be done."""
    try:
        path = sqlite_path(url)
        if path is not None:
            path.parent.mkdir(parents=True, exist_ok=True)
            # What people wrote is for the owner of this machine's account alone.
            path.touch(mode=0o600)
        engine = open_engine(url, writes=True)
    except OSError as error:
        raise StorageFailed("storage_unwritable") from error
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise StorageFailed("database_unknown") from error
    with told(), engine.begin() as connection:
        if is_shared(url):
            postgresql.make_one_by_one(connection)
            shared_metadata.create_all(connection)
        metadata.create_all(connection)
    engine.dispose()
