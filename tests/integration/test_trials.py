"""Short forms of the hard trials; `python -m tests.trials` runs the long ones."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.remote import Workshop
from tests.support.serving import ROOT, Server
from tests.trials import hands, kills, partitions
from tests.trials.model import run as model

pytestmark = [pytest.mark.slow, pytest.mark.timeout(400)]


def test_killed_at_random_the_server_keeps_all_it_answered_once(tmp_path: Path) -> None:
    done = kills.run(tmp_path, kills=8)
    assert done["answered"] >= 8
    assert done["tries"] > done["answered"]  # some were asked of a dead server


def test_cut_off_and_back_everybody_holds_everything_once(tmp_path: Path) -> None:
    assert len(partitions.run(tmp_path, [1, 3])) == 2


def test_two_facilitators_at_once_and_one_wins(workshop: Workshop, server: Server) -> None:
    second = workshop.line(workshop.made["facilitator_token"])
    seen = hands.Table(workshop, second).rounds(20)
    assert seen["theme"] == seen["card"] == seen["step"] == seen["merge"] == 20
    assert seen["vote counted"] + seen["vote too late"] == 20


def test_whatever_befalls_a_room_what_was_answered_is_there_once() -> None:
    model.run(seminars=200, steps=50)


def test_a_day_of_wear_loses_doubles_and_keeps_nothing() -> None:
    """In a process of its own: lines that are torn while they open leave warnings behind."""
    asked = [sys.executable, "-m", "tests.trials", "soak", "--short"]
    told = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603 - our own
    assert told.returncode == 0, told.stderr[-4_000:]
