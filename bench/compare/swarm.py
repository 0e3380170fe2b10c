"""The swarm of phones (`swarm.c`): compiled once, pinned to its own core, told what to do."""

import json
import os
import subprocess
from pathlib import Path
from typing import Any, Final, Self

from bench.compare.compiling import compiled
from bench.served import cores

SOURCE: Final = Path(__file__).with_name("swarm.c")

Figures = dict[str, Any]


class Swarm:
    """So many phones of one workshop, for the length of a `with` block."""

    def __init__(self, url: str, phones: int, room: Figures, *, deflate: bool) -> None:
        self._command = [
            str(compiled(SOURCE)),
            url.rstrip("/").rpartition(":")[2],
            room["code"],
            str(phones),
            str(int(deflate)),
            ",".join(room["tables"]),
            room["service"],
            room["step"],
            ",".join(room["leads"]),
        ]

    def __enter__(self) -> Self:
        """Start it; nobody has joined yet."""
        self._process = subprocess.Popen(  # noqa: S603 - our own client
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        if len(cores()) > 1:
            os.sched_setaffinity(self._process.pid, set(cores()[1:]))
        return self

    def does(self, order: str, *numbers: float) -> Figures:
        """Have it do something; what it measured."""
        orders, answers = self._process.stdin, self._process.stdout
        if orders is None or answers is None:
            raise RuntimeError("the swarm has no pipes")
        orders.write(" ".join([order, *map(str, numbers)]) + "\n")
        orders.flush()
        line = answers.readline()
        if not line:
            raise RuntimeError(f"the swarm ended during {order}")
        answer: Figures = json.loads(line)
        return answer

    def __exit__(self, *_: object) -> None:
        """Everybody leaves."""
        self._process.kill()
        self._process.wait(20)
