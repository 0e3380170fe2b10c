"""The day's computer dies: another one goes on from the last copy, and phones bring the rest."""

import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from time import monotonic
from typing import Any
from uuid import uuid4

import pytest

from tests.support.remote import ADMIN_KEY, Line, Workshop, expectation, refused
from tests.support.serving import Server
from tests.support.terminal import run

#: No async mode is in play: once is enough.
pytestmark = pytest.mark.slow

Json = dict[str, Any]
FIRST = "the computer of the morning"
SECOND = "another computer"
KEY = "key"


@pytest.fixture
def serve_at(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Start servers, each on the folder of its own computer; copies go to the same key."""
    started: list[Server] = []

    def start(computer: str, *options: str) -> Server:
        (tmp_path / computer).mkdir(exist_ok=True)
        place = ("--scenario", "team-half-day", "--backups", str(tmp_path / KEY), *options)
        started.append(Server(tmp_path / computer, *place, TABLEE_ADMIN_KEY=ADMIN_KEY))
        return started[-1]

    yield start
    for one in started:
        one.stop()


def copied(folder: Path) -> list[Path]:
    """The copies on the key, oldest first."""
    return sorted((folder / KEY).glob("tablee-*.db"))


def until(claim: Callable[[], bool]) -> None:
    """Ask again until it is so."""
    patience = monotonic() + 30
    while not claim():
        assert monotonic() < patience, "it never was so"


def test_a_dead_computer_loses_nothing_that_phones_were_told_was_saved(
    serve_at: Callable[..., Server], tmp_path: Path
) -> None:
    running = serve_at(FIRST)
    workshop = Workshop(running.url)
    awa = workshop.join(key="0a" * 16)
    before = len(copied(tmp_path))
    workshop.write()
    kept = awa.do("contribution.post", key="1a" * 16, **expectation("Avant la copie"))
    until(lambda: len(copied(tmp_path)) > before)
    # A copy by hand, as the server runs, holds what was just said.
    assert run(tmp_path / FIRST, "backup", "--all", "--to", str(tmp_path / KEY)).returncode == 0
    luc = workshop.join(key="0b" * 16)
    body = {"name": "contribution.post", "payload": expectation("Après la copie")}
    lost = luc.post("commands", json=body | {"key": "1b" * 16}).json()
    running.kill()

    said = run(tmp_path / SECOND, "restore", str(tmp_path / KEY))
    assert said.returncode == 0, said.stderr
    assert f"{workshop.code}" in said.stdout
    assert "1 contributions" in said.stdout
    back = serve_at(SECOND, "--workshop", workshop.code)
    workshop.root = back.url
    for line in workshop._lines:
        line.root = back.url

    # Who was there before the copy is still known, and nothing is done twice.
    assert awa.do("contribution.post", key="1a" * 16, **expectation("Avant la copie")) == kept
    # Who came after it comes in by the same key, is the same person, and offers again.
    assert refused(luc.post("commands", json=body | {"key": "1b" * 16})) == (401, "unknown_token")
    again = workshop.join(key="0b" * 16)
    assert again.participant == luc.participant
    offer = body | {"key": "1b" * 16, "epoch": lost["epoch"], "number": lost["result"]["id"]}
    for _ in range(2):
        assert again.post("commands", json=offer).json()["result"] == lost["result"]
    texts = {one["text"] for one in workshop.facilitator.records("contributions").values()}
    assert texts >= {"Avant la copie", "Après la copie"}
    fresh = workshop.facilitator.get("snapshot").json()
    assert fresh["epoch"] != lost["epoch"]
    assert fresh["records"]["workshop"][workshop.code]["restored_from"] > 0
    workshop.close()


@pytest.fixture
def morning(serve_at: Callable[..., Server], tmp_path: Path) -> str:
    """A computer with a workshop, stopped, and its copy on the key; the workshop's code."""
    running = serve_at(FIRST)
    code = running.addresses.code
    running.stop()
    assert copied(tmp_path)
    return code


def test_what_is_no_whole_copy_is_refused_and_nothing_is_touched(
    morning: str, tmp_path: Path
) -> None:
    database = tmp_path / FIRST / "data" / "tablee.db"
    before = database.read_bytes()
    copy = copied(tmp_path)[-1]
    torn = tmp_path / "torn.db"
    torn.write_bytes(copy.read_bytes()[:-5_000])
    letter = tmp_path / "letter.db"
    letter.write_text("Monsieur le Préfet,")
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as opened:
        opened.execute("CREATE TABLE log (a)")
    for wrong in (torn, letter, other):
        said = run(tmp_path / FIRST, "restore", str(wrong))
        assert said.returncode == 1
        assert "n’est pas une copie entière" in said.stderr
    assert "Il n’y a pas de fichier" in run(tmp_path / FIRST, "restore", "nowhere.db").stderr
    assert database.read_bytes() == before
    assert not list(database.parent.glob("before-restore*"))
    assert not list(database.parent.glob("*restoring*"))


def test_a_copy_whose_events_cannot_be_read_is_refused(morning: str, tmp_path: Path) -> None:
    newer = tmp_path / "newer.db"
    shutil.copy(copied(tmp_path)[-1], newer)
    with closing(sqlite3.connect(newer)) as opened:
        opened.execute("UPDATE log SET name = 'of.a.later.version' WHERE seq = 1")
        opened.commit()
    said = run(tmp_path / SECOND, "restore", str(newer))
    assert "n’est pas une copie entière" in said.stderr
    assert not (tmp_path / SECOND / "data" / "tablee.db").exists()


def test_a_damaged_copy_is_passed_over_for_the_one_before_it(morning: str, tmp_path: Path) -> None:
    newest = copied(tmp_path)[-1]
    damaged = newest.with_name(newest.name.replace("tablee-2", "tablee-3"))
    damaged.write_bytes(newest.read_bytes()[:-1] + b"x")
    said = run(tmp_path / SECOND, "restore", str(tmp_path / KEY))
    assert said.returncode == 0
    assert f"Copie abîmée, laissée de côté\u00a0: {damaged.name}" in said.stdout
    assert morning in said.stdout


def test_what_was_there_is_kept_and_asked_about_when_it_knows_more(
    serve_at: Callable[..., Server], morning: str, tmp_path: Path
) -> None:
    copy = copied(tmp_path)[-1]
    running = serve_at(FIRST, "--workshop", morning)
    said = run(tmp_path / FIRST, "restore", str(copy), "--yes")
    assert "déjà ouvert par un autre Tablée" in said.stderr
    workshop = Workshop(running.url)
    workshop.close()
    running.stop()
    database = tmp_path / FIRST / "data" / "tablee.db"
    with closing(sqlite3.connect(database)) as opened:
        opened.execute("UPDATE log SET seq = 99 WHERE workshop = ? AND seq = 1", (morning,))
        opened.commit()
    asked = run(tmp_path / FIRST, "restore", str(copy))
    assert asked.returncode == 1
    assert "en sait plus que la copie" in asked.stdout
    assert run(tmp_path / FIRST, "restore", str(copy), "--yes").returncode == 0
    (aside,) = database.parent.glob("before-restore*")
    with closing(sqlite3.connect(aside / "tablee.db")) as opened:
        (most,) = opened.execute("SELECT max(seq) FROM log").fetchone()
    assert most == 99


def test_one_workshop_is_copied_alone_and_brought_back_alone(
    serve_at: Callable[..., Server], tmp_path: Path
) -> None:
    running = serve_at(FIRST)
    other = Workshop(running.url)
    other.close()
    one = running.addresses.code
    assert run(tmp_path / FIRST, "backup", one.lower(), "--to", str(tmp_path / KEY)).returncode == 0
    (alone,) = (tmp_path / KEY).glob(f"tablee-{one}-*.db")
    running.stop()
    assert run(tmp_path / SECOND, "restore", str(alone)).returncode == 0
    with closing(sqlite3.connect(tmp_path / SECOND / "data" / "tablee.db")) as opened:
        for rows in ("code FROM workshops", "workshop FROM log", "workshop FROM credentials"):
            found = opened.execute(f"SELECT DISTINCT {rows}")
            assert {row[0] for row in found} == {one}


def test_backup_says_what_it_needs_and_where_it_cannot_go(morning: str, tmp_path: Path) -> None:
    assert "Donnez le code d’un séminaire, ou --all" in run(tmp_path / FIRST, "backup").stderr
    away = run(tmp_path / FIRST, "backup", "--all", "--to", str(tmp_path / "not" / "there"))
    assert "n’est pas là" in away.stderr


def test_the_sheet_is_a_page_of_its_own(tmp_path: Path) -> None:
    sheet = tmp_path / "fiche.html"
    assert run(tmp_path, "restore", "--sheet", str(sheet)).returncode == 0
    text = sheet.read_text(encoding="utf-8")
    assert "python3 app.py restore" in text
    assert "<h1>Fiche de secours</h1>" in text


def posted(database: Path) -> list[str]:
    """The texts that a database holds, in order."""
    with closing(sqlite3.connect(database)) as opened:
        rows = opened.execute("SELECT body FROM log WHERE name = 'contribution.posted'")
        texts = [json.loads(body) for (body,) in rows]
    return sorted(one["text"] for one in texts if one["via"] != "seed")


def test_a_day_goes_on_from_its_archive_on_another_computer(
    serve_at: Callable[..., Server], tmp_path: Path
) -> None:
    running = serve_at(FIRST)
    workshop = Workshop(running.url)
    workshop.write()
    before = [workshop.join(key=f"{number:02x}" * 16) for number in range(1, 6)]
    sent = []
    for number, phone in enumerate(before):
        for signed in (False, True):
            text = f"Avant l’archive, {number} {signed}"
            payload = expectation(text, anonymous=not signed)
            payload |= {} if signed else {"edit_secret": f"{number:02x}" * 16}
            sent.append((phone, payload))
    offers = [_acknowledged(phone, payload) for phone, payload in sent]
    archive = tmp_path / "journee.zip"
    said = run(tmp_path / FIRST, "archive", workshop.code, "--to", str(archive))
    assert said.returncode == 0, said.stderr
    after = [workshop.join(key=f"{number:02x}" * 16) for number in range(6, 9)]
    late = [(phone, expectation(f"Après l’archive, {n}")) for n, phone in enumerate(after)]
    offers += [_acknowledged(phone, payload) for phone, payload in late]
    told = posted(tmp_path / FIRST / "data" / "tablee.db")
    running.kill()

    assert run(tmp_path / SECOND, "restore", str(archive)).returncode == 0
    port = running.url.rpartition(":")[2]
    back = serve_at(SECOND, "--workshop", workshop.code, "--port", port)
    assert back.url == running.url
    # The archive brings no access: each phone comes in again by its key, as the same person.
    for number, phone in enumerate((*before, *after), 1):
        assert refused(phone.post("commands", json=offers[0][1])) == (401, "unknown_token")
        again = workshop.join(key=f"{number:02x}" * 16)
        assert again.participant == phone.participant
        phone.token = again.token
        phone.http.headers["Authorization"] = f"Bearer {again.token}"
    for _ in range(2):
        for phone, offer, result in reversed(offers):
            assert phone.post("commands", json=offer).json()["result"] == result
    assert posted(tmp_path / SECOND / "data" / "tablee.db") == told
    assert len(told) == len(offers) == len(set(told))
    workshop.close()


def _acknowledged(phone: Line, payload: Json) -> tuple[Line, Json, Json]:
    """A text that was saved: whose, how it is offered again, its first answer."""
    body = {"key": uuid4().hex, "name": "contribution.post", "payload": payload}
    answer = phone.post("commands", json=body).json()
    again = {"epoch": answer["epoch"], "number": answer["result"]["id"]}
    return phone, body | again, answer["result"]
