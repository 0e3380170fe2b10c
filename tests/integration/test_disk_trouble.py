"""A disk that is held, or full: nothing is called saved before it is, and reads go on."""

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import requests

from tests.support.remote import ADMIN_KEY, Ear, Workshop, expectation, refused
from tests.support.serving import Server

KEY = "0f" * 16


@contextmanager
def held(database: Path) -> Iterator[None]:
    """Another program has the database, and does not let go."""
    other = sqlite3.connect(database, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@pytest.fixture
def running(serve: Callable[..., Server]) -> Server:
    return serve("--scenario", "team-half-day")


@pytest.fixture
def workshop(running: Server) -> Iterator[Workshop]:
    made = Workshop(running.url)
    made.write()
    yield made
    made.close()


def kept(workshop: Workshop) -> list[str]:
    """The texts that people wrote."""
    found = workshop.facilitator.records("contributions").values()
    return [one["text"] for one in found if not one["origin"]]


def fill(file: Path) -> None:
    """Until not one more byte finds room."""
    with file.open("wb", buffering=0) as opened:
        while True:
            opened.write(bytes(1_024))


def storage(ear: Ear) -> Any:
    """What facilitators were last told of the disk."""
    return ear.named("live")[-1].get("storage") if ear.named("live") else None


def test_a_database_held_for_a_moment_is_waited_for(
    running: Server, workshop: Workshop, tmp_path: Path
) -> None:
    awa = workshop.join()
    answers: list[requests.Response] = []
    with held(tmp_path / "data" / "tablee.db"):
        writing = threading.Thread(
            target=lambda: answers.append(awa.send("contribution.post", **expectation("Attendu")))
        )
        writing.start()
        # Meanwhile whoever reads is answered, and nothing is called saved.
        for _ in range(10):
            assert "Attendu" not in kept(workshop)
        assert not answers
    writing.join(20)
    assert answers[0].json()["ok"]
    assert kept(workshop) == ["Attendu"]


@pytest.mark.parametrize("waiting", ["a code for another phone", "a new workshop"])
def test_others_are_answered_while_a_door_waits_for_a_database_that_is_held(
    running: Server, workshop: Workshop, tmp_path: Path, waiting: str
) -> None:
    awa, luc = workshop.join(), workshop.join()
    answers: list[Any] = []

    def ask() -> None:
        if waiting == "a new workshop":
            answers.append(Workshop(running.url))
        else:
            answers.append(awa.post("resume-code", json={}))

    with held(tmp_path / "data" / "tablee.db"):
        asking = threading.Thread(target=ask)
        asking.start()
        # Were the server held up, one of these would last until the door had given up waiting.
        for _ in range(20):
            assert luc.get("snapshot").ok
        assert not answers
    asking.join(20)
    assert answers


def test_a_database_that_is_not_let_go_is_told_and_found_free_again(
    running: Server, workshop: Workshop, tmp_path: Path
) -> None:
    awa = workshop.join()
    with Ear(workshop.facilitator) as ear:
        ear.until(lambda ear: storage(ear) == "ok")
        with held(tmp_path / "data" / "tablee.db"):
            answer = awa.send("contribution.post", key=KEY, **expectation("Retenu"))
            assert refused(answer) == (503, "database_locked")
            ear.until(lambda ear: storage(ear) == "database_locked")
            assert kept(workshop) == []
        # Nobody writes, and the banner goes all the same.
        ear.until(lambda ear: storage(ear) == "ok")
    first = awa.do("contribution.post", key=KEY, **expectation("Retenu"))
    assert awa.do("contribution.post", key=KEY, **expectation("Retenu")) == first
    assert kept(workshop) == ["Retenu"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of six megabytes, where this machine lets one be made."""
    place = tmp_path / "disk"
    place.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(place)]
    if shutil.which("mount") is None or subprocess.run(mounting, check=False).returncode:  # noqa: S603 - our own line
        pytest.skip("no disk can be mounted here: a full one is tried by max_page_count alone")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=False)  # noqa: S603, S607 - as above


def test_on_a_full_disk_nothing_is_called_saved_and_the_rest_goes_on(small_disk: Path) -> None:
    with Server(small_disk, "--scenario", "team-half-day", TABLEE_ADMIN_KEY=ADMIN_KEY) as running:
        workshop = Workshop(running.url)
        workshop.write()
        awa = workshop.join()
        with Ear(workshop.facilitator) as ear:
            ear.until(lambda ear: storage(ear) == "ok")
            filler = small_disk / "filler"
            with pytest.raises(OSError, match="space"):
                fill(filler)
            answers = [awa.send("contribution.post", **expectation("x" * 2_000)) for _ in range(20)]
            told = [answer for answer in answers if not answer.ok]
            assert told
            assert {refused(answer) for answer in told} == {(507, "disk_full")}
            saved = [answer.json()["result"]["id"] for answer in answers if answer.ok]
            assert len(kept(workshop)) == len(saved)
            ear.until(lambda ear: storage(ear) == "disk_full")
            assert ear.named("live")[-1]["space"] == 0
            filler.unlink()
            ear.until(lambda ear: storage(ear) == "ok")
        awa.do("contribution.post", key=KEY, **expectation("De nouveau"))
        assert len(kept(workshop)) == len(saved) + 1
        workshop.close()


def _tracer(process: int) -> str:
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
    return status.partition("TracerPid:")[2].split()[0]


@contextmanager
def watched(process: int, told: Path) -> Iterator[None]:
    """What a process asks of the system, as strace sees it."""
    calls = "fsync,fdatasync,recvfrom,sendto,sendmsg"
    line = ["strace", "-f", "-qq", "-s", "80", "-e", f"trace={calls}", "-o", str(told)]
    tracer = subprocess.Popen(  # noqa: S603 - our own line
        [*line, "-p", str(process)], stderr=subprocess.DEVNULL
    )
    try:
        while _tracer(process) == "0":
            if tracer.poll() is not None:
                pytest.skip("strace may not look at another process here")
            os.sched_yield()
        yield
    finally:
        tracer.send_signal(signal.SIGINT)
        tracer.wait(20)


@pytest.mark.slow
def test_each_answer_leaves_after_the_disk_has_settled(
    running: Server, workshop: Workshop, tmp_path: Path
) -> None:
    """A killed process cannot show it, a power cut would: seen by what is asked of the system."""
    if shutil.which("strace") is None:
        pytest.skip("strace is not installed: apt-get install strace")
    awa = workshop.join()
    told = tmp_path / "calls"
    with watched(running._process.pid, told):
        for number in range(20):
            awa.do("contribution.post", **expectation(f"Texte {number}"))
    settled, asked, answered = 0, False, 0
    for line in told.read_text(encoding="utf-8", errors="replace").splitlines():
        if "POST /api/workshops" in line:
            settled, asked = 0, True
        elif re.search(r"f(data)?sync\(\d+\)\s+= 0|<... f(data)?sync resumed>.*= 0", line):
            settled += 1
        elif asked and re.search(r"send(to|msg)\(.*HTTP/1\.1 200", line):
            assert settled, f"answer {answered} left before the disk had settled"
            asked, answered = False, answered + 1
    assert answered == 20
