"""`python -m bench.load`: so many phones join, listen and post; latencies and throughput printed.

The server runs on one core, the phones on the other. With `--peer` the same load goes to a plain
Flask-SocketIO server (commit per post, library fan-out) in the same run, for the ratios.
"""

# Everything below waits on sockets: the standard library is made cooperative first.
from gevent import monkey

monkey.patch_all()

import argparse  # noqa: E402 - after the patch
import os  # noqa: E402
import sys  # noqa: E402
import tempfile  # noqa: E402
from pathlib import Path  # noqa: E402

from rich.console import Console  # noqa: E402

from bench import phases, report  # noqa: E402
from bench.measuring import measured  # noqa: E402
from bench.served import COMMANDS, Served, cores  # noqa: E402

console = Console(highlight=False, width=100)


def main() -> int:
    """Run every phase against each server; exit status 1 when something acknowledged is missing."""
    asked = _asked()
    if len(cores()) > 1:
        os.sched_setaffinity(0, set(cores()[1:]))
    names = ["tablee", "peer"] if asked.peer else ["tablee"]
    results = [_measure(name, asked) for name in names]
    report.show(console, asked, results)
    return 1 if any(result.lost for result in results) else 0


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.load", description=__doc__)
    parser.add_argument("--phones", type=int, default=60, help="phones that join and listen")
    parser.add_argument("--rate", type=float, default=10, help="posts per second, open loop")
    parser.add_argument("--seconds", type=float, default=10, help="length of each timed phase")
    parser.add_argument("--posters", type=int, default=32, help="phones of the closed loop")
    parser.add_argument("--peer", action="store_true", help="the same load on a plain server too")
    return parser.parse_args()


def _measure(name: str, asked: argparse.Namespace) -> phases.Result:
    with tempfile.TemporaryDirectory() as folder, Served(COMMANDS[name], Path(folder)) as server:
        return measured(name, server, asked, console)


if __name__ == "__main__":
    sys.exit(main())
