"""A server that goes back in time: its data as a backup had it, in another life of the workshop."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tests.support.serving import ROOT, Server

#: Run in a process of its own: the house must not be built beside a browser.
RESTORE = """
import sys
from facilitation.domain.core import Actor
from facilitation.factory import create_app
from facilitation.protocol.catalogue import RESTORE
from facilitation.service.jobs import Job
from facilitation.settings import read

code, former = sys.argv[1:]
built = create_app(read())
built.rooms.room(code).submit(Job(Actor("admin"), RESTORE, RESTORE.payload(former, 1)))
built.close()
"""


def back_up(server: Server) -> Path:
    """A copy of the database, taken while the server runs."""
    kept = server.folder / "kept.db"
    with (
        closing(sqlite3.connect(server.folder / "data" / "tablee.db")) as source,
        closing(sqlite3.connect(kept)) as copy,
    ):
        source.backup(copy)
    return kept


def put_back(server: Server, kept: Path) -> None:
    """Lay the copy where the database of a dead server was, and begin another life."""
    data = server.folder / "data"
    for file in data.glob("tablee.db*"):
        file.unlink()
    kept.rename(data / "tablee.db")
    code = server.addresses.code
    with closing(sqlite3.connect(data / "tablee.db")) as database:
        asked = "SELECT epoch FROM workshops WHERE code = ?"
        (former,) = database.execute(asked, (code,)).fetchone()
        database.execute("UPDATE workshops SET epoch = ? WHERE code = ?", ("ab" * 16, code))
        database.commit()
    subprocess.run(  # noqa: S603 - our own house
        [sys.executable, "-c", RESTORE, code, former],
        cwd=ROOT,
        env={**os.environ, "TABLEE_DATA_DIR": str(data), "TABLEE_ASYNC_MODE": "threading"},
        check=True,
        timeout=60,
    )
