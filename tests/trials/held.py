"""Another program holds the database for a while, as phones write, correct, repeat and vote:
nothing is called saved meanwhile, reads go on, the console is told, all of it is there once after.
"""

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from tests.support.remote import ADMIN_KEY, Ear, Workshop
from tests.support.serving import Server
from tests.trials.phones import prepared

PHONES = 6
#: What a reader waits for at most meanwhile, in seconds.
READ_WITHIN = 2.0


def run(folder: Path, seconds: float, seed: int = 1) -> dict[str, float]:
    """Hold it for so long; AssertionError when anything answered is lost, doubled or untold."""
    with Server(folder, "--scenario", "team-half-day", TABLEE_ADMIN_KEY=ADMIN_KEY) as server:
        workshop = Workshop(server.url)
        crowd = prepared(workshop, PHONES, seed)
        crowd.begin()
        try:
            crowd.under_way()
            with Ear(workshop.facilitator) as ear:
                slowest = _hold(folder / "data" / "tablee.db", seconds, workshop, ear)
                ear.until(lambda ear: _storage(ear) == "ok")
            crowd.under_way()
            crowd.finish()
            crowd.check()
            crowd.count()
        finally:
            crowd.end()
            workshop.close()
    assert slowest < READ_WITHIN, f"a reader waited for {slowest:.1f} s"
    return {"answered": crowd.answered, "tries": crowd.tries, "slowest read": round(slowest, 2)}


def _hold(database: Path, seconds: float, workshop: Workshop, ear: Ear) -> float:
    """The longest that anybody waited to read meanwhile; the banner came."""
    slowest = 0.0
    with closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        until = time.monotonic() + seconds
        first = _texts(workshop)
        while time.monotonic() < until:
            began = time.monotonic()
            assert _texts(workshop) == first, "something was saved that cannot be"
            slowest = max(slowest, time.monotonic() - began)
        ear.until(lambda ear: _storage(ear) == "database_locked")
        other.execute("ROLLBACK")
    return slowest


def _texts(workshop: Workshop) -> list[str]:
    return list(workshop.facilitator.records("contributions"))


def _storage(ear: Ear) -> object:
    return ear.named("live")[-1].get("storage") if ear.named("live") else None
