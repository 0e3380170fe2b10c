"""The server with hours that pass faster: its clock, its copies and its pings; the rest is as it
is. `python -m tests.trials.soak.hastened serve …`; TRIALS_FASTER says by how much.
"""

import os
import sys
import time

from facilitation.concurrency import patch

#: Pings are not hastened beyond this, in seconds: a machine at work answers within a moment.
SOONEST_PING = 1.0


def hasten(faster: float) -> None:
    """Let a second of this machine be so many of the seminar's."""
    from facilitation import factory  # noqa: PLC0415 - after the patch
    from facilitation.realtime import timings  # noqa: PLC0415

    began = time.time_ns() // 1_000_000

    def now(_clock: factory.SystemClock) -> int:
        return began + round((time.time_ns() // 1_000_000 - began) * faster)

    factory.SystemClock.now = now  # type: ignore[method-assign]
    timings.PING = max(SOONEST_PING, timings.PING / faster)  # type: ignore[misc,assignment]


def main() -> int:
    """Hasten, then serve as ever."""
    patch()
    hasten(float(os.environ["TRIALS_FASTER"]))
    from facilitation.cli import main as command_line  # noqa: PLC0415 - after the patch

    return int(command_line())


if __name__ == "__main__":
    sys.exit(main())
