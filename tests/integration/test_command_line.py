"""The command line: what goes well says little, what goes wrong says one clear sentence."""

import json
import re
import shutil
import socket
import subprocess
from collections.abc import Callable
from pathlib import Path
from time import monotonic

import pytest
import requests

from tests.support.remote import Workshop
from tests.support.serving import ROOT, Server
from tests.support.terminal import FRENCH as FR
from tests.support.terminal import run

#: No async mode is in play: once is enough.
pytestmark = pytest.mark.slow

SMALL = ("--scenario", "team-half-day")
EN = "en_GB.UTF-8"


def until(claim: Callable[[], bool]) -> None:
    """Ask again until it is so."""
    patience = monotonic() + 60
    while not claim():
        assert monotonic() < patience, "it never was so"


def sentence(done: subprocess.CompletedProcess[str]) -> str:
    """What a failed command said: one sentence on the error output, nothing else anywhere."""
    assert done.returncode != 0
    assert done.stdout == ""
    assert "Traceback" not in done.stderr
    (said,) = done.stderr.strip().splitlines()
    assert said.startswith("Tablée ")
    return said


@pytest.fixture
def taken() -> socket.socket:
    held = socket.socket()
    held.bind(("127.0.0.1", 0))
    held.listen()
    return held


WRONG = [
    (
        ("serve", "--scenario", "nowhere"),
        "Le scénario «\u00a0nowhere\u00a0» n’existe pas",
        "“nowhere”",
    ),
    (("create", "--scenario", "../nowhere"), "n’existe pas", "does not exist"),
    (("serve", "--workshop", "ZZZZZZ"), "Aucun séminaire sous ce code", "No workshop under"),
    (("link", "ZZZZZZ"), "Aucun séminaire sous ce code", "No workshop under"),
    (("purge", "ZZZZZZ", "--yes"), "Aucun séminaire sous ce code", "No workshop under"),
    (("frobnicate",), "Cette commande n’existe pas", "no such command"),
    (("serve", "--prot", "1"), "L’option --prot n’existe pas", "no option --prot"),
    (("serve", "--port", "abc"), "La valeur donnée à --port", "value given to --port"),
    (("link",), "Il manque CODE", "CODE is missing"),
]


@pytest.mark.parametrize(("line", "french", "english"), WRONG)
def test_what_cannot_be_done_is_said_in_one_sentence_in_the_terminals_language(
    tmp_path: Path, line: tuple[str, ...], french: str, english: str
) -> None:
    assert french in sentence(run(tmp_path, *line, LANG=FR))
    assert english in sentence(run(tmp_path, *line, LANG=EN))


@pytest.mark.parametrize(("language", "said"), [(FR, "Modes possibles"), (EN, "Possible modes")])
def test_an_unknown_async_mode_is_said_in_one_sentence(
    tmp_path: Path, language: str, said: str
) -> None:
    done = run(tmp_path, "serve", TABLEE_ASYNC_MODE="x", LANG=language)
    assert said in sentence(done)
    assert not (tmp_path / "data").exists()


def test_a_port_in_use_is_said_with_another_to_try(tmp_path: Path, taken: socket.socket) -> None:
    port = taken.getsockname()[1]
    done = run(tmp_path, "serve", *SMALL, "--host", "127.0.0.1", "--port", str(port))
    taken.close()
    assert f"Le port {port} est déjà pris" in sentence(done)
    assert f"--port {port + 1}" in done.stderr


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file in the way")
    assert "TABLEE_DATA_DIR" in sentence(run(tmp_path, "serve", *SMALL))
    assert "cannot be written" in sentence(run(tmp_path, "create", *SMALL, LANG=EN))


def test_a_database_that_is_none_is_said_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    file = tmp_path / "data" / "tablee.db"
    file.write_bytes(b"something else that somebody needs" * 100)
    assert "n’est pas une base de Tablée" in sentence(run(tmp_path, "serve", *SMALL))
    assert file.read_bytes() == b"something else that somebody needs" * 100


def test_a_database_address_that_means_nothing_is_said(tmp_path: Path) -> None:
    done = run(tmp_path, "create", *SMALL, TABLEE_DATABASE_URL="nonsense")
    assert "TABLEE_DATABASE_URL" in sentence(done)


def test_several_workers_on_one_file_are_refused(tmp_path: Path) -> None:
    done = run(tmp_path, "serve", *SMALL, "--port", "0", "--workers", "2")
    assert "PostgreSQL" in sentence(done)
    assert not (tmp_path / "data" / "tablee.db").exists()


def test_a_database_that_is_not_there_is_said(tmp_path: Path) -> None:
    address = {"TABLEE_DATABASE_URL": "postgresql://personne:rien@127.0.0.1:1/rien"}
    done = run(tmp_path, "serve", *SMALL, "--port", "0", **address)
    assert "ne répond pas" in sentence(done)
    assert "rien@" not in done.stderr


def test_a_mistake_in_a_scenario_is_said_with_file_line_and_remedy(tmp_path: Path) -> None:
    root = tmp_path / "copy"
    for name in ("facilitation", "scenarios"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("app.py", "requirements.txt", "constraints.txt"):
        shutil.copy(ROOT / name, root)
    (root / ".venv").symlink_to(ROOT / ".venv")
    page = root / "scenarios" / "team-half-day" / "steps" / "02-expectations.md"
    page.write_text(page.read_text("utf-8").replace("minutes: 25", "minutes: long"), "utf-8")
    for command in ("serve", "create"):
        done = run(tmp_path, command, *SMALL, root=root)
        assert done.returncode == 1
        assert done.stdout == ""
        assert "Traceback" not in done.stderr
        head, where, remedy, *_ = done.stderr.splitlines()
        assert "Le scénario ne peut pas être ouvert" in head
        assert "02-expectations.md, ligne 5" in where
        assert remedy.startswith("    ")


def test_create_prints_the_code_and_nothing_else(tmp_path: Path) -> None:
    done = run(tmp_path, "create", *SMALL)
    assert done.returncode == 0
    assert re.fullmatch(r"À effacer le \d{4}-\d\d-\d\d\n", done.stderr)
    assert len(done.stdout.strip()) == 6


def test_serving_again_opens_the_latest_open_workshop_and_a_named_one_when_asked(
    serve: Callable[..., Server], tmp_path: Path
) -> None:
    oldest = run(tmp_path, "create", *SMALL).stdout.strip()
    latest = run(tmp_path, "create", *SMALL).stdout.strip()
    first = serve(*SMALL)
    assert first.addresses.code == latest
    first.stop()
    named = serve(*SMALL, "--workshop", oldest.lower())
    assert named.addresses.code == oldest
    named.stop()
    assert run(tmp_path, "purge", latest, "--yes").returncode == 0
    assert serve(*SMALL).addresses.code == oldest


def test_a_workshop_is_served_by_one_server_at_a_time(serve: Callable[..., Server]) -> None:
    first = serve(*SMALL)
    with pytest.raises(RuntimeError, match="déjà ouvert par un autre Tablée"):
        serve(*SMALL)
    first.kill()
    assert serve(*SMALL).addresses.code == first.addresses.code


def test_a_closed_workshop_is_not_opened_again_by_itself(serve: Callable[..., Server]) -> None:
    first = serve(*SMALL)
    workshop = Workshop(first.url)
    workshop.facilitator.do("workshop.close")
    first.stop()
    assert serve(*SMALL).addresses.code != workshop.code
    workshop.close()


@pytest.mark.parametrize("role", ["facilitator", "screen", "observer", "table"])
def test_link_mints_a_one_use_address_for_a_running_server(
    serve: Callable[..., Server], tmp_path: Path, role: str
) -> None:
    running = serve(*SMALL)
    table = ("--table", "1") if role == "table" else ()
    done = run(tmp_path, "link", running.addresses.code.lower(), "--role", role, *table)
    address = done.stdout.strip()
    assert address.startswith(running.url)
    assert [requests.post(address, timeout=20).status_code for _ in range(2)] == [200, 410]


def test_a_link_for_a_table_that_is_not_there_is_refused(tmp_path: Path) -> None:
    code = run(tmp_path, "create", *SMALL).stdout.strip()
    done = run(tmp_path, "link", code, "--role", "table", "--table", "99")
    assert "Cette table n’existe pas" in sentence(done)


def test_a_purged_workshop_is_gone_for_a_running_server_too(
    serve: Callable[..., Server], tmp_path: Path
) -> None:
    running = serve(*SMALL)
    workshop = Workshop(running.url)
    leader = workshop.facilitator
    leader.do("contribution.park", text="Avant")
    assert run(tmp_path, "purge", workshop.code, "--yes").returncode == 0
    assert not leader.send("contribution.park", text="Après").ok
    until(lambda: leader.get("snapshot").status_code == 401)
    again = run(tmp_path, "link", workshop.code)
    assert "Aucun séminaire" in sentence(again)
    assert workshop.code.encode() not in b"".join(
        path.read_bytes() for path in (tmp_path / "data").glob("tablee.db*")
    )
    workshop.close()


def test_purging_asks_first(tmp_path: Path) -> None:
    code = run(tmp_path, "create", *SMALL).stdout.strip()
    done = run(tmp_path, "purge", code)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert run(tmp_path, "link", code).returncode == 0


def test_themes_takes_texts_from_its_input_and_gives_back_labels_and_names(tmp_path: Path) -> None:
    texts = ["Le prix de l’eau", "L’eau est à un prix élevé", "Un bus du soir", "Les bus le soir"]
    done = run(tmp_path, "themes", "--words-only", given=json.dumps({"texts": texts, "lang": "fr"}))
    found = json.loads(done.stdout)
    assert found["labels"] in ([0, 0, 1, 1], [1, 1, 0, 0])
    assert len(found["names"]) == 2
    assert (done.returncode, done.stderr) == (0, "")


def test_themes_says_in_one_sentence_what_it_cannot_read(tmp_path: Path) -> None:
    assert "ne se lit pas" in sentence(run(tmp_path, "themes", given="pas du JSON"))
    assert "pas de texte" in sentence(run(tmp_path, "themes", given='{"texts": []}'))
    assert "no text" in sentence(run(tmp_path, "themes", given="{}", LANG=EN))
