"""Malformed input, the short form: the server stays up, small and quiet; nobody waits for it."""

from pathlib import Path

from tests import malformed
from tests.support.remote import ADMIN_KEY
from tests.support.serving import Server


def test_malformed_frames_polls_and_requests_harm_nobody(tmp_path: Path) -> None:
    with Server(tmp_path, TABLEE_ADMIN_KEY=ADMIN_KEY) as server:
        report = malformed.attack(server, frames=500, polls=60, requests=80, seed=7)
    assert report.sent["frames"] > 450
    assert report.sent["polls"] == 60  # each is answered, none is held
    assert report.sent["requests"] > 70
    assert report.grown < 30
    assert report.traces == 0
    assert report.logged < 20_000
    assert report.waits
