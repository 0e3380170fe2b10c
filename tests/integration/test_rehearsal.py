"""A short rehearsal against a real server in its own process, by phones and by shared devices; its
documents; and that wiping it leaves nothing behind.
"""

import csv
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.support.serving import ROOT, Server

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]

DOCUMENTS = 16


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for this module; each test plays in a workshop of its own."""
    with Server(tmp_path_factory.mktemp("served")) as server:
        yield server


def app(server: Server, *words: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the command line beside the server, as its owner would."""
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "app.py", *words],
        cwd=ROOT,
        env={
            **os.environ,
            "TABLEE_DATA_DIR": str(server.folder / "data"),
            "LANG": "fr_FR.UTF-8",
            "LC_ALL": "",
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def created(server: Server, scenario: str) -> str:
    """The code of a fresh rehearsal workshop."""
    return app(server, "create", "--scenario", scenario, "--rehearsal").stdout.strip()


def rows_of(server: Server, code: str) -> dict[str, int]:
    """How many rows of each table of the database belong to a workshop."""
    connection = sqlite3.connect(server.folder / "data" / "tablee.db")
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    found = {}
    for (table,) in tables:
        columns = {row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')}
        column = "workshop" if "workshop" in columns else "code" if "code" in columns else ""
        if column:
            query = f'SELECT count(*) FROM "{table}" WHERE "{column}" = ?'  # noqa: S608 - own names
            found[table] = connection.execute(query, (code,)).fetchone()[0]
    connection.close()
    return found


@pytest.mark.parametrize(
    ("scenario", "options"),
    [
        ("belfort-2013", ("--participants", "12")),
        ("belfort-2013", ("--participants", "8", "--devices")),
        ("team-half-day", ("--participants", "6")),
    ],
)
def test_a_day_goes_through_without_loss(
    served: Server, scenario: str, options: tuple[str, ...]
) -> None:
    """Nothing acknowledged is missing, no device is behind, no fault: else the status is 1."""
    code = created(served, scenario)
    played = app(served, "rehearse", code, "--pace", "0", *options)
    assert played.returncode == 0, played.stdout + played.stderr
    assert "Tout ce qui a été accusé de réception est enregistré." in played.stdout
    kept = rows_of(served, code)
    assert kept["log"] > 80
    assert kept["papers"] == kept["signed"] == 0


def test_every_document_of_a_rehearsal_is_written(served: Server, tmp_path: Path) -> None:
    """With the contributions of the day in the table, each under its number, once."""
    code = created(served, "team-half-day")
    app(served, "rehearse", code, "--participants", "8", "--pace", "0")
    written = app(served, "export", code, "--to", str(tmp_path))
    assert written.returncode == 0, written.stderr
    files = sorted(path.name for path in tmp_path.iterdir())
    assert len(files) == DOCUMENTS
    assert all((tmp_path / name).stat().st_size > 0 for name in files)
    lines = (tmp_path / f"{code}-contributions.csv").read_text("utf-8-sig").splitlines()
    numbers = [row[0] for row in csv.reader(lines[1:], delimiter=";")]
    assert len(numbers) == len(set(numbers)) > 10


def test_wiping_leaves_nothing_and_the_server_writes_no_more(served: Server) -> None:
    """Though the server still holds the workshop in memory."""
    code = created(served, "team-half-day")
    app(served, "rehearse", code, "--participants", "4", "--pace", "0")
    assert rows_of(served, code)["log"]
    wiped = app(served, "rehearse", code, "--wipe")
    assert wiped.returncode == 0, wiped.stderr
    assert not any(rows_of(served, code).values())
    join = {"service": "desk", "table": "1", "name": None}
    late = requests.post(f"{served.url}/api/workshops/{code}/participants", json=join, timeout=10)
    assert (late.status_code, late.json()["code"]) == (404, "unknown_code")
    assert not any(rows_of(served, code).values())


def test_a_workshop_that_is_no_rehearsal_is_not_wiped(served: Server) -> None:
    """One sentence, status 1, and everything stays."""
    code = served.addresses.code
    refused = app(served, "rehearse", code, "--wipe")
    assert refused.returncode == 1
    assert "n’est pas une répétition" in refused.stderr
    assert rows_of(served, code)["log"]


def test_an_export_into_a_place_that_is_no_folder_is_one_sentence(
    served: Server, tmp_path: Path
) -> None:
    """Said before any document is made."""
    place = tmp_path / "file"
    place.write_text("", encoding="utf-8")
    refused = app(served, "export", served.addresses.code, "--to", str(place))
    assert refused.returncode == 1
    assert "n’est pas accessible en écriture" in refused.stderr
    assert len(refused.stderr.strip().splitlines()) == 1
