"""The server is killed at random moments while phones write, correct, repeat and vote."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path
from random import Random

from tests.support.remote import ADMIN_KEY, Workshop
from tests.support.services import free_port
from tests.support.serving import Server
from tests.trials.phones import prepared
from tests.trials.telling import tell

PHONES = 6
#: The plug is pulled so long after the server is at work again, in seconds.
SOONEST, LATEST = 0.05, 0.6


def run(folder: Path, kills: int, seed: int = 1) -> dict[str, int]:
    """Kill it so many times; AssertionError when anything answered is lost, doubled or older.

    Returns what happened: `kills`, `answered` commands, `tries` it took.
    """
    random = Random(seed)  # noqa: S311 - a dice
    options = ["--scenario", "team-half-day", "--port", str(free_port())]
    server = Server(folder, *options, TABLEE_ADMIN_KEY=ADMIN_KEY)
    workshop = Workshop(server.url)
    options += ["--workshop", workshop.code]
    crowd = prepared(workshop, PHONES, seed)
    crowd.begin()
    try:
        for number in range(1, kills + 1):
            crowd.under_way()
            threading.Event().wait(random.uniform(SOONEST, LATEST))
            server.kill()
            server.stop()
            server = Server(folder, *options, TABLEE_ADMIN_KEY=ADMIN_KEY)
            tell(number, kills, f"{crowd.answered} answered, {crowd.tries} tries")
        crowd.finish()
        crowd.check()
        crowd.count()
    finally:
        crowd.end()
        workshop.close()
        server.stop()
    _sound(folder)
    return {"kills": kills, "answered": crowd.answered, "tries": crowd.tries}


def _sound(folder: Path) -> None:
    """The database itself finds nothing wrong with itself."""
    [path] = (folder / "data").glob("*.db")
    with closing(sqlite3.connect(path)) as database:
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
