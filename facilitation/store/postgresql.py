"""PostgreSQL: a database that several workers share. Its connections belong to real threads."""

import re
from collections import deque
from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry, Pool

#: How long a worker waits for another that holds the workshop, in milliseconds.
WAIT: Final = 5_000

#: What PostgreSQL says by code, and the stable code that the facilitator's banner explains.
_STATES: Final = {
    "53100": "disk_full",
    "55P03": "database_locked",
    "25006": "storage_unwritable",
    "42501": "storage_unwritable",
    "XX001": "database_damaged",
    "XX002": "database_damaged",
}
#: Classes of codes that mean that there is nobody to talk to: connection, shutdown, session ended.
_AWAY: Final = ("08", "57P", "25P03", "53300")

#: What a session of PostgreSQL is held to. A worker that froze in its turn is thrown out, so that
#: the others go on.
_SESSION: Final = {
    "lock_timeout": WAIT,
    "idle_in_transaction_session_timeout": 2 * WAIT,
    "synchronous_commit": "on",
    "timezone": "UTC",
}
#: Seconds, and milliseconds, after which a database that does not answer is given up.
_NETWORK: Final = {
    "connect_timeout": 5,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,
}
#: Connections kept open for the next query.
KEPT: Final = 4

#: How many deleted rows a rewriting had to keep, as PostgreSQL tells it in any language.
_STAYING: Final = re.compile(r"\n[^\s:]+:\s+(\d+) ")
#: Between two tries, in milliseconds.
_BREATH: Final = 50

#: Any number will do, the same for every worker: tables are made by one of them.
_MAKING: Final = 7_305_842


def reason(error: DBAPIError) -> str:
    """The stable code of a failure, by PostgreSQL's own: its words may be in any language."""
    state = getattr(error.orig, "pgcode", None) or ""
    if error.connection_invalidated or state.startswith(_AWAY):
        return "database_unreachable"
    if not state and type(error.orig).__name__ in {"OperationalError", "InterfaceError"}:
        return "database_unreachable"
    return _STATES.get(state, "storage_failed")


class Stack(Pool):
    """Connections put back and taken from the top, with no lock at all: those of the standard
    library are green here, and real threads must never wait on them.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._idle: deque[ConnectionPoolEntry] = deque()

    def _do_get(self) -> ConnectionPoolEntry:
        try:
            return self._idle.pop()
        except IndexError:
            return self._create_connection()

    def _do_return_conn(self, record: ConnectionPoolEntry) -> None:
        if len(self._idle) < KEPT:
            self._idle.append(record)
        else:
            record.close()

    def recreate(self) -> "Stack":
        """A fresh pool of the same kind."""
        return Stack(
            self._creator,
            recycle=self._recycle,
            echo=self.echo,
            pre_ping=self._pre_ping,
            _dispatch=self.dispatch,
            dialect=self._dialect,
        )

    def dispose(self) -> None:
        """Close what is put back."""
        while self._idle:
            self._idle.pop().close()

    def status(self) -> str:
        """How many connections wait."""
        return f"{len(self._idle)} kept"


def open_postgresql(url: str, *, reads: bool) -> Engine:
    """An engine on it; what a reader reads in several queries is one moment of the workshop."""
    # A driver in C that waits outside Python: right for real threads, whatever is green.
    address = make_url(url).set(drivername="postgresql+psycopg2")
    settings = " ".join(f"-c {name}={value}" for name, value in _SESSION.items())
    return create_engine(
        address,
        poolclass=Stack,
        pool_pre_ping=True,
        hide_parameters=True,
        isolation_level="REPEATABLE READ" if reads else "READ COMMITTED",
        connect_args={"options": settings, "application_name": "tablee", **_NETWORK},
    )


def make_one_by_one(connection: Connection) -> None:
    """Of workers that start together one makes the tables; the others wait and find them."""
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_MAKING})")


def rewrite(connection: Connection, tables: Sequence[str], patience: int) -> bool:
    """Rewrite tables without their deleted rows; False when some had to stay.

    A row stays as long as somebody reads in a transaction that began before it was deleted. The
    driver is spoken to directly, for SQLAlchemy throws away what PostgreSQL tells of it.
    """
    raw: Any = connection.connection.driver_connection
    failure: type[Exception] = connection.dialect.loaded_dbapi.Error
    with raw.cursor() as cursor:
        cursor.execute(f"SET lock_timeout = {max(patience, 1)}")
        try:
            return _rewrite(raw, cursor, tables, patience)
        except failure:
            # A table in use, most likely: it is put off.
            return False
        finally:
            cursor.execute(f"SET lock_timeout = {WAIT}")


def _rewrite(raw: Any, cursor: Any, tables: Sequence[str], patience: int) -> bool:
    for turn in range(1 + patience // _BREATH):
        if turn:
            # Not Python's own sleep, which is green.
            cursor.execute(f"SELECT pg_sleep({_BREATH / 1000})")
        del raw.notices[:]
        for table in tables:
            cursor.execute(f"VACUUM (FULL, VERBOSE) {table}")
        if not any(map(int, _STAYING.findall("".join(raw.notices)))):
            return True
    return False
