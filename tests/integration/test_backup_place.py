"""The place of the copies fills up, turns read-only, is pulled out and comes back: facilitators are
told each time, and nobody who writes hears of it.
"""

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from tests.support.remote import Ear, Workshop, expectation
from tests.support.serving import Server
from tests.support.terminal import run

pytestmark = [pytest.mark.slow, pytest.mark.timeout(120)]


def mounted(place: Path, *how: str) -> bool:
    """Whether this machine lets a small disk be put there."""
    line = ["mount", "-t", "tmpfs", "-o", ",".join(("size=8m", *how)), "tmpfs", str(place)]
    return shutil.which("mount") is not None and not subprocess.run(line, check=False).returncode  # noqa: S603 - our own line


@pytest.fixture
def key(tmp_path: Path) -> Iterator[Path]:
    """A medium of its own, such as a USB key."""
    place = tmp_path / "key"
    place.mkdir()
    if not mounted(place):
        pytest.skip("no disk can be mounted here")
    yield place
    pulled_out(place)


def pulled_out(place: Path) -> None:
    """Without a word to anybody; the empty folder stays."""
    subprocess.run(["umount", "-l", str(place)], check=False, stderr=subprocess.DEVNULL)  # noqa: S603, S607 - as above


def state(ear: Ear) -> Any:
    """What facilitators were last told of the copies."""
    told = ear.named("live")[-1:]
    return told[0]["backup"]["state"] if told and "backup" in told[0] else None


def filled(place: Path) -> None:
    """Until not one more byte finds room."""
    with suppress(OSError), (place / "filler").open("wb", 0) as opened:
        while True:
            opened.write(bytes(4_096))
    assert shutil.disk_usage(place).free < 4_096


def read_only(place: Path) -> None:
    (place / "filler").unlink()
    assert mounted(place, "remount", "ro")


def test_a_place_that_fails_is_told_and_costs_no_save_and_is_found_again(
    serve: Callable[..., Server], key: Path, tmp_path: Path
) -> None:
    running = serve("--scenario", "team-half-day", "--backups", str(key))
    workshop = Workshop(running.url)
    awa, texts = workshop.join(), []
    troubles = {
        "backup_full": filled,
        "backup_unwritable": read_only,
        "backup_missing": pulled_out,
    }
    with Ear(workshop.facilitator) as ear:
        ear.until(lambda ear: state(ear) == "ok", "the key is not found")
        for told, trouble in troubles.items():
            trouble(key)
            # A step that begins is a reason for a copy.
            workshop.facilitator.do("step.start")
            ear.until(lambda ear, told=told: state(ear) == told, told)
            texts.append(f"Pendant {told}")
            awa.do("contribution.post", **expectation(texts[-1]))
        assert mounted(key)
        ear.until(lambda ear: state(ear) == "ok", "the key that came back is not found")
    kept = workshop.facilitator.records("contributions").values()
    assert {one["text"] for one in kept} >= set(texts)
    workshop.close()
    running.kill()
    # The copy that was taken once the key was back holds all of it.
    (tmp_path / "second").mkdir()
    said = run(tmp_path / "second", "restore", str(key))
    assert said.returncode == 0, said.stderr
    assert f"{len(texts)} contributions" in said.stdout
