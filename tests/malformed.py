"""The long form of the malformed input: `python -m tests.malformed [--frames 10000] [--seed 1]`.

Prints what was sent, the memory before and after, and how long others waited meanwhile.
"""

import argparse
import json
import random
import statistics
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.support import malformed
from tests.support.remote import ADMIN_KEY, Line, Workshop
from tests.support.serving import Server


@dataclass
class Report:
    """What came of it."""

    sent: dict[str, int] = field(default_factory=dict)
    grown: float = 0.0
    waits: list[float] = field(default_factory=list)
    logged: int = 0
    traces: int = 0

    @property
    def slow(self) -> float:
        """How long one in twenty of the others waited at least, in seconds."""
        return statistics.quantiles(self.waits, n=20)[-1]


def memory(server: Server) -> float:
    """The server's resident memory, in MB."""
    pid = json.loads((server.folder / "data" / "server.json").read_text("utf-8"))["pid"]
    status = Path(f"/proc/{pid}/status").read_text("utf-8")
    line = next(one for one in status.splitlines() if one.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


class Neighbour(threading.Thread):
    """Somebody who writes meanwhile, and counts how long each answer takes."""

    def __init__(self, line: Line) -> None:
        super().__init__(daemon=True)
        self._line = line
        self._done = threading.Event()
        self.waits: list[float] = []
        self.fault: BaseException | None = None

    def run(self) -> None:
        """Write now and then until told to stop."""
        try:
            while not self._done.wait(0.1):
                started = time.perf_counter()
                self._line.do("table.call", on=len(self.waits) % 2 == 0)
                self.waits.append(time.perf_counter() - started)
        except BaseException as fault:  # noqa: BLE001 - told to whoever waits
            self.fault = fault

    def stop(self) -> None:
        """No more."""
        self._done.set()
        self.join()
        if self.fault is not None:
            raise self.fault


def attack(server: Server, frames: int, polls: int, requests: int, seed: int) -> Report:
    """Send it all while a neighbour writes; memory is compared after a first tenth."""
    workshop = Workshop(server.url)
    neighbour = Neighbour(workshop.join())
    token = workshop.screen.token
    rng = random.Random(seed)  # noqa: S311 - repeatable on purpose
    report = Report()
    _all(server, token, (frames // 10, polls // 10, requests // 10), rng)
    before, logged = memory(server), server.log.stat().st_size
    neighbour.start()
    report.sent = _all(server, token, (frames, polls, requests), rng)
    neighbour.stop()
    report.waits = neighbour.waits
    report.grown = memory(server) - before
    report.logged = server.log.stat().st_size - logged
    report.traces = server.log.read_text("utf-8", "replace").count("Traceback")
    assert workshop.facilitator.get("me").ok
    workshop.close()
    return report


def _all(
    server: Server, token: str, counts: tuple[int, int, int], rng: random.Random
) -> dict[str, int]:
    frames, polls, requests = counts
    return {
        "frames": malformed.frames(server.url, token, frames, rng),
        "polls": malformed.polls(server.url, polls, rng),
        "requests": malformed.requested(server.url, requests, rng),
    }


def main() -> int:
    """The long form, with its bars."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--frames", type=int, default=10_000)
    asked.add_argument("--polls", type=int, default=1_000)
    asked.add_argument("--requests", type=int, default=1_000)
    asked.add_argument("--seed", type=int, default=1)
    wanted = asked.parse_args()
    folder = Path(tempfile.mkdtemp())
    with Server(folder, TABLEE_ADMIN_KEY=ADMIN_KEY) as server:
        counts = (wanted.frames, wanted.polls, wanted.requests)
        report = attack(server, *counts, wanted.seed)
    well = report.grown < 30 and report.traces == 0 and report.logged < 100_000
    median = 1000 * statistics.median(report.waits)
    sys.stdout.write(
        f"sent {report.sent}\nmemory {report.grown:+.1f} MB (bar: +30)\n"
        f"others: {len(report.waits)} writes, median {median:.0f} ms,"
        f" one in twenty above {1000 * report.slow:.0f} ms\n"
        f"log +{report.logged} bytes, traces {report.traces}\n{'well' if well else 'ill'}\n"
    )
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
