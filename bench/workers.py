"""`python -m bench.workers`: the same load on one worker with its file, then on PostgreSQL with
Redis and one, two or more workers. What the database itself uses is not in these figures.
"""

# Everything below waits on sockets: the standard library is made cooperative first.
from gevent import monkey

monkey.patch_all()

import argparse  # noqa: E402 - after the patch
import os  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
from collections.abc import Iterator  # noqa: E402
from contextlib import contextmanager  # noqa: E402
from pathlib import Path  # noqa: E402

from rich.console import Console  # noqa: E402

from bench import phases, report  # noqa: E402
from bench.measuring import measured  # noqa: E402
from bench.served import COMMANDS, TICKS, Cost, Served  # noqa: E402
from tests.support.services import PostgreSQL, Redis  # noqa: E402

console = Console(highlight=False, width=100)


class Crew(Served):
    """A server of several workers: their cost is added up."""

    def cost(self) -> Cost:
        """What the processes of the server have used so far."""
        return Cost(sum(map(_seconds, self.processes())), sum(map(_memory, self.processes())))

    def processes(self) -> list[int]:
        """The one that was started, and its workers."""
        parent = self._process.pid
        workers = Path(f"/proc/{parent}/task/{parent}/children").read_text("utf-8").split()
        return [parent, *map(int, workers)]


def _seconds(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def _memory(pid: int) -> float:
    pages = int(Path(f"/proc/{pid}/statm").read_text("utf-8").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


@contextmanager
def _served(workers: int, folder: Path) -> Iterator[Crew]:
    """So many workers on PostgreSQL and Redis; for no number, the file alone."""
    if not workers:
        with Crew(COMMANDS["tablee"], folder) as server:
            yield server
        return
    with PostgreSQL() as postgresql, Redis() as redis:
        settings = {"TABLEE_DATABASE_URL": postgresql.database(), "TABLEE_REDIS_URL": redis.address}
        command = (*COMMANDS["tablee"], "--workers", str(workers))
        with Crew(command, folder, settings) as server:
            yield server


def main() -> int:
    """Every phase on each; exit status 1 when something acknowledged is missing."""
    parser = argparse.ArgumentParser(prog="python -m bench.workers", description=__doc__)
    parser.add_argument("--phones", type=int, default=200, help="phones that join and listen")
    parser.add_argument("--rate", type=float, default=20, help="posts per second, open loop")
    parser.add_argument("--seconds", type=float, default=8, help="length of each timed phase")
    parser.add_argument("--posters", type=int, default=32, help="phones of the closed loop")
    parser.add_argument("--workers", type=int, nargs="+", default=[0, 1, 2], help="0 is the file")
    asked = parser.parse_args()
    results = [_measure(workers, asked) for workers in asked.workers]
    report.show(console, asked, results)
    return 1 if any(result.lost for result in results) else 0


def _measure(workers: int, asked: argparse.Namespace) -> phases.Result:
    name = f"PostgreSQL, {workers} workers" if workers else "one file, one worker"
    with tempfile.TemporaryDirectory() as folder, _served(workers, Path(folder)) as server:
        # Wherever the system likes: the point is that there are several.
        for pid in server.processes():
            os.sched_setaffinity(pid, set(range(os.cpu_count() or 1)))
        return measured(name, server, asked, console)


if __name__ == "__main__":
    sys.exit(main())
