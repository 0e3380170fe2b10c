"""A workshop served by two workers, and phones that reach either of them."""

import time
from pathlib import Path
from uuid import uuid4

import requests

from tests.support.remote import ADMIN_KEY, Line, Workshop, expectation
from tests.support.serving import Server

#: No screen may be behind for longer, in seconds.
STALE = 2.0
PHONES = 6


class Pair(Server):
    """A server of two workers."""

    @classmethod
    def start(cls, folder: Path, database: str, **settings: str) -> "Pair":
        """On a database of its own. A phone here writes without pause: its limits are not what is
        tested.
        """
        given = {
            "TABLEE_DATABASE_URL": database,
            "TABLEE_ADMIN_KEY": ADMIN_KEY,
            "TABLEE_FASTER": "1000",
        }
        return cls(folder, "--scenario", "team-half-day", "--workers", "2", **given | settings)

    def workers(self) -> list[int]:
        """Their processes."""
        parent = self._process.pid
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text()
        return [int(pid) for pid in children.split()]


def opened(pair: Pair) -> Workshop:
    """A workshop of theirs in which everybody reads at once what others write."""
    made = Workshop(pair.url)
    made.facilitator.do("step.correct", step="expectations", private=False)
    made.write()
    return made


def spread(line: Line) -> Line:
    """Each request of this device comes by a connection of its own: to either worker."""
    line.http.headers["Connection"] = "close"
    return line


def phones(workshop: Workshop, count: int = PHONES) -> list[Line]:
    """So many people at one table."""
    return [spread(workshop.join(table="1")) for _ in range(count)]


def kept(workshop: Workshop) -> list[str]:
    """All texts, in their order."""
    records = workshop.facilitator.records("contributions")
    return [one["text"] for one in records.values()]


def insist(phone: Line, text: str, key: str = "") -> None:
    """Post as a phone's outbox does: the same key again until it is answered."""
    key = key or uuid4().hex
    # Both workers may be starting at once, which takes long on a busy machine.
    until = time.monotonic() + 200
    while time.monotonic() < until:
        try:
            answer = phone.send("contribution.post", key=key, **expectation(text))
        except requests.RequestException:
            continue
        if answer.ok:
            return
        assert answer.status_code in {429, 503}, answer.text
    raise AssertionError(text)
