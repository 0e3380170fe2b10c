"""`doctor` on the command line: its sentences and its exit status; and what it sees of a server."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.console import Console

from facilitation import addresses
from facilitation.doctor import checkup, phone
from facilitation.doctor.finding import Finding
from facilitation.settings import Settings
from tests.integration.test_command_line import run
from tests.support.serving import Server

#: What is asked here does not hang on the async mode: once is enough.
pytestmark = pytest.mark.slow

PAGE = '<form><select name="service"><select name="table"></form><link href="/assets/1/a.css">'


@pytest.fixture
def stub(tmp_path: Path) -> Iterator[str]:
    """A server of its own process that has `PAGE`, and 404 for what it links to: threads of this
    process may have been made green by then.
    """
    (tmp_path / "w").mkdir()
    (tmp_path / "w" / "ABC234").write_text(PAGE, encoding="utf-8")
    line = [sys.executable, "-u", "-m", "http.server", "0", "--bind", "127.0.0.1"]
    with subprocess.Popen(  # noqa: S603 - this very Python
        line, cwd=tmp_path, text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as server:
        assert server.stdout is not None
        said = server.stdout.readline()
        yield f"http://127.0.0.1:{said.split(' port ')[1].split(' ')[0]}/"
        server.kill()


def told(found: Iterator[Finding]) -> list[tuple[str, str]]:
    return [(one.level, one.code) for one in found]


def test_a_page_that_loads_not_all_it_names_is_wrong(stub: str) -> None:
    assert told(phone.page(f"{stub}w/ABC234")) == [("wrong", "phone_broken")]


def test_a_page_without_the_way_in_is_wrong(stub: str) -> None:
    assert told(phone.page(f"{stub}elsewhere")) == [("wrong", "phone_no_form")]
    assert not phone.is_served(stub)


def test_an_address_where_nobody_answers_is_wrong() -> None:
    assert told(phone.page("http://127.0.0.1:9/w/ABC234")) == [("wrong", "phone_unreached")]
    assert not phone.is_served("http://127.0.0.1:9/")


def test_a_machine_on_no_network_ends_with_one_and_says_so_in_the_language_asked(
    tmp_path: Path,
) -> None:
    done = run(tmp_path, "doctor", "--host", "127.0.0.1", "--lang", "en")
    assert done.returncode == 1
    assert "✗ Address (to mend) : this computer is on no network" in done.stdout
    assert "✓ Phone (good)" in done.stdout
    assert done.stdout.strip().endswith("see above.")
    assert done.stderr == ""


def test_beside_a_running_server_it_looks_at_that_one(tmp_path: Path) -> None:
    with Server(tmp_path) as server:
        done = run(tmp_path, "doctor", "--host", "127.0.0.1", "--scenario", "team-half-day")
        assert f"Tablée répond sur le port {server.url.rpartition(':')[2]}" in done.stdout
        assert f"✓ Téléphone (bon) : la page d’accueil s’ouvre par {server.url}" in done.stdout


def test_it_ends_with_nought_when_nothing_has_to_be_mended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(checkup, "_phone", lambda *_: iter(()))
    monkeypatch.setattr(addresses, "lan_address", lambda host: "192.168.1.20")
    wanted = checkup.Wanted("127.0.0.1", 0, "team-half-day", "fr")
    console = Console(record=True)
    assert checkup.run(Settings(data_dir=tmp_path), wanted, console) == 0
    assert "Rien n’empêche la journée." in console.export_text()
