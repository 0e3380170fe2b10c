"""`python -m bench.compare`: Tablée beside stock Flask-SocketIO and Node Socket.IO, as ratios.

Every repeat runs every contender once, one after the other, so that a slow moment of the machine
hits all; the server has one core and the phones the other. Medians are printed.
"""

import argparse
import sys
import time

from bench.compare import contenders, disk, phases, report
from bench.compare.runs import run
from bench.compare.swarm import Figures


def main() -> int:
    """Run the phases asked for; exit status 1 when a bar is missed."""
    asked = _asked()
    slower = disk.slower(asked.slower_disk)
    sys.stdout.write(f"4 KiB are on this disk after {disk.sync_ms() + asked.slower_disk:.2f} ms.\n")
    met = True
    for name in asked.phases:
        phase = phases.EVERY[name]
        names = [one for one in phase.contenders if one not in asked.without]
        began = time.perf_counter()
        measured: dict[str, list[Figures]] = {one: [] for one in names}
        for _ in range(asked.repeat):
            for one in names:
                measured[one].append(run(contenders.EVERY[one], phase, slower))
        seconds = time.perf_counter() - began
        met &= report.show(phase, measured, seconds)
    return 0 if met else 1


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.compare", description=__doc__)
    names = list(phases.EVERY)
    parser.add_argument("phases", nargs="*", default=names, help=f"some of: {' '.join(names)}")
    parser.add_argument("--repeat", type=int, default=3, help="how often each contender runs")
    parser.add_argument(
        "--without", action="append", default=[], help="leave a contender out (may be repeated)"
    )
    parser.add_argument(
        "--slower-disk", type=float, default=0, metavar="MS", help="each fsync takes so much more"
    )
    asked = parser.parse_args()
    unknown = set(asked.phases) - set(names)
    if unknown:
        parser.error(f"unknown phase: {', '.join(sorted(unknown))}")
    if "node" not in asked.without:
        contenders.prepare_node()
    return asked


if __name__ == "__main__":
    sys.exit(main())
