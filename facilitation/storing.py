"""Opening the database of this process: a file of its own, or a server shared with others."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Semaphore
from typing import Any, Final, cast

from facilitation import concurrency
from facilitation.protocol.ports import SharedLog
from facilitation.store.aside import Aside, LogAside, WritesAside
from facilitation.store.engine import is_shared
from facilitation.store.sql_credentials import WRITES, SqlCredentials
from facilitation.store.sql_log import SqlEventLog
from facilitation.store.sql_shared import SharedSqlLog
from facilitation.store.sql_workers import SqlWorkers

#: Connections that a worker uses at once, for reading and waiting, and for ending turns. All lanes
#: together stay below the twenty real threads of the green modes.
WIDTH: Final = 6


class Lane:
    """Real threads for blocking work, so many at a time; who waits for one waits greenly."""

    def __init__(self, width: int) -> None:
        self._free = Semaphore(width)

    def __call__(self, function: Callable[..., Any], *arguments: Any) -> Any:
        """Run a blocking function beside the others."""
        with self._free:
            return concurrency.run_in_real_thread(function, *arguments)


@dataclass(frozen=True, slots=True)
class Stored:
    """The stores. `write` runs a blocking write; `shared` is the log if other workers use it too,
    `exchange` what these say of the moment.
    """

    log: SqlEventLog
    credentials: SqlCredentials
    write: Callable[..., Any]
    shared: SharedLog | None = None
    exchange: Callable[..., Any] | None = None


def open_stores(url: str) -> Stored:
    """Open and prepare a database; raises StorageFailed when it cannot be written."""
    if not is_shared(url):
        # One connection writes: of two rooms of this process one waits for the other.
        single = Lane(1)
        # The log first: it is what says that an address means nothing.
        events = SqlEventLog(url)
        doors: Any = WritesAside(SqlCredentials(url), single, WRITES)
        return Stored(events, doors, single)
    lane, ending = Lane(WIDTH), Lane(WIDTH)
    log: Any = LogAside(SharedSqlLog(url), lane, ending)
    credentials: Any = Aside(SqlCredentials(url), lane)
    workers = Aside(SqlWorkers(url), lane)
    return Stored(log, credentials, _at_once, cast("SharedLog", log), workers.exchange)


def open_log(url: str) -> SqlEventLog:
    """The log alone, for a command that blocks nobody."""
    return SharedSqlLog(url) if is_shared(url) else SqlEventLog(url)


def _at_once(function: Callable[..., Any], *arguments: Any) -> Any:
    """What stands for a store runs beside the others already."""
    return function(*arguments)
