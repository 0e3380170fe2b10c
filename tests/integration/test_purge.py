"""A purged workshop leaves nothing in the data folder, nor where its documents were exported; what
is due is known by its date.
"""

import json
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.console import Console

from facilitation import exported, exporting, purging, serving
from facilitation.documents import catalogue
from facilitation.domain.creation import DAY
from facilitation.settings import Settings
from tests.integration.test_command_line import run
from tests.support.remote import ADMIN_KEY, Workshop
from tests.support.serving import Server

#: No async mode is in play: once is enough.
pytestmark = pytest.mark.slow

CANARY = "canari-à-purger"


def holding(folder: Path, *canaries: str) -> list[tuple[str, str]]:
    """Which files of a folder hold which canary, in their content or name."""
    return [
        (path.name, one)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        for one in canaries
        if one.encode() in path.read_bytes() or one in path.name
    ]


@pytest.mark.timeout(120)
def test_a_purged_workshop_leaves_no_trace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Server(tmp_path, TABLEE_ADMIN_KEY=ADMIN_KEY) as server:
        served = server.addresses.code
        workshop = Workshop(server.url)
        awa = workshop.join(name=f"{CANARY}-nom")
        workshop.write()
        awa.do("contribution.post", kind="expectation", text=f"{CANARY}-texte", anonymous=True)
        code = workshop.code
        workshop.close()
    data, exports = tmp_path / "data", tmp_path / "exports"
    light = ["contributions.csv", "archive.zip", "minutes.md"]
    monkeypatch.setattr(catalogue, "names", lambda: light)
    exporting.run(Settings(data_dir=data), code, exports, "fr", Console(quiet=True))
    assert {name for name, _ in holding(data, CANARY)} >= {"tablee.db"}
    assert holding(exports, CANARY)
    (data / f"{code}.lock").touch()
    for one in (code, served):
        assert run(tmp_path, "purge", one, "--yes").returncode == 0
    canaries = (CANARY, code, served, awa.participant)
    assert holding(data, *canaries) == []
    assert holding(exports, *canaries) == []


def test_the_documents_of_another_workshop_stay(tmp_path: Path) -> None:
    for code in ("AAAAAA", "BBBBBB"):
        path = tmp_path / f"{code}-minutes.md"
        path.write_text(CANARY)
        exported.remember(tmp_path, code, path)
    assert [path.name for path in exported.destroy(tmp_path, "AAAAAA")] == ["AAAAAA-minutes.md"]
    assert not (tmp_path / "AAAAAA-minutes.md").exists()
    assert (tmp_path / "BBBBBB-minutes.md").read_text() == CANARY
    assert list(json.loads((tmp_path / exported.BOOK).read_text())) == ["BBBBBB"]


def test_only_documents_older_than_an_erasure_are_destroyed(tmp_path: Path) -> None:
    path = tmp_path / "minutes.md"
    path.write_text(CANARY)
    exported.remember(tmp_path, "AAAAAA", path)
    written = path.stat().st_mtime
    assert exported.destroy(tmp_path, "AAAAAA", before=written - 1) == []
    assert exported.destroy(tmp_path, "AAAAAA", before=written + 1) == [path]


def test_a_workshop_is_due_on_its_day_and_not_before(tmp_path: Path) -> None:
    run(tmp_path, "create")
    built = serving.build(Settings(data_dir=tmp_path / "data"))
    (code,) = built.rooms.codes()
    room = built.rooms.room(code)
    workshop = room.state.workshop
    assert workshop.keep_until == workshop.created_at + 90 * DAY
    last = datetime.fromtimestamp(workshop.keep_until / 1000, UTC)
    start = datetime(last.year, last.month, last.day, tzinfo=UTC).timestamp()
    assert purging.due(built, start - 1) == []
    assert purging.due(built, start) == [code]
    assert last.date().isoformat() in serving.keeping(room)
    built.close()


def test_purge_takes_a_code_or_what_is_due_and_tells_when_nothing_is(tmp_path: Path) -> None:
    made = run(tmp_path, "create", "--scenario", "team-half-day")
    code = made.stdout.strip()
    assert made.stderr.startswith("À effacer le 20")
    assert run(tmp_path, "purge").returncode != 0
    assert run(tmp_path, "purge", code, "--due").returncode != 0
    assert "Aucun séminaire n’est à effacer" in run(tmp_path, "purge", "--due", "--yes").stdout
    database = sqlite3.connect(tmp_path / "data" / "tablee.db")
    body = database.execute("SELECT body FROM log WHERE seq=1").fetchone()[0]
    old = json.loads(body) | {"at": 0}
    database.execute("UPDATE log SET body=? WHERE seq=1", (json.dumps(old).encode(),))
    database.commit()
    database.close()
    told = run(tmp_path, "doctor", "--host", "127.0.0.1").stdout
    assert f"le séminaire {code} devait être effacé le 1970-01-31" in told
    assert f"Le séminaire {code} est effacé." in run(tmp_path, "purge", "--due", "--yes").stdout


@pytest.mark.timeout(120)
def test_copies_out_of_reach_are_destroyed_once_purge_is_asked_again(tmp_path: Path) -> None:
    key = tmp_path / "key"
    with Server(tmp_path, "--backups", str(key), TABLEE_ADMIN_KEY=ADMIN_KEY) as server:
        workshop = Workshop(server.url)
        awa = workshop.join()
        workshop.write()
        awa.do("contribution.post", kind="expectation", text=CANARY, anonymous=True)
        codes = [server.addresses.code, workshop.code]
        workshop.close()
    settings = {"TABLEE_BACKUP_DIR": str(key)}
    assert run(tmp_path, "backup", "--all", "--to", str(key)).returncode == 0
    assert holding(key, CANARY)
    aside = key.rename(tmp_path / "elsewhere")
    # A file where the folder was: it cannot be made anew.
    key.touch()
    for code in codes:
        said = run(tmp_path, "purge", code, "--yes", **settings)
        assert said.returncode == 1
        assert "Branchez le support et recommencez" in said.stderr
    key.unlink()
    aside.rename(key)
    assert run(tmp_path, "purge", codes[0], "--yes", **settings).returncode == 0
    # What is due is told too: nobody has to remember the codes.
    assert run(tmp_path, "purge", "--due", "--yes", **settings).returncode == 0
    assert holding(key, CANARY, *codes) == []
    assert holding(tmp_path / "data", CANARY, *codes) == []
