"""The server under load: its own process, its own core where there are two, its own folder."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

ROOT: Final = Path(__file__).resolve().parent.parent
ADMIN_KEY: Final = "bench"
READY: Final = "TABLEE READY "
TICKS: Final = os.sysconf("SC_CLK_TCK")
COMMANDS: Final = {
    "tablee": (sys.executable, "app.py", "serve", "--host", "127.0.0.1", "--port", "0"),
    "peer": (sys.executable, "-m", "bench.peer"),
}


@dataclass(frozen=True, slots=True)
class Cost:
    """What a server has used since it started: seconds of CPU, MiB of memory now."""

    cpu_seconds: float
    memory_mib: float


class Served:
    """A server that runs for the length of a `with` block."""

    def __init__(
        self, command: Sequence[str], folder: Path, environment: dict[str, str] | None = None
    ) -> None:
        self._command = command
        self._folder = folder
        self._more = environment or {}

    def __enter__(self) -> Self:
        """Start it; its address is `url`."""
        environment = {
            **os.environ,
            "TABLEE_DATA_DIR": str(self._folder),
            "TABLEE_ADMIN_KEY": ADMIN_KEY,
            "TABLEE_READY_LINE": "1",
            # One poster stands for many: each check is made, none holds a measurement back.
            "TABLEE_FASTER": "100000",
            "PYTHONUNBUFFERED": "1",
            **self._more,
        }
        self._process = subprocess.Popen(  # noqa: S603 - our own server
            self._command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True
        )
        if len(cores()) > 1:
            os.sched_setaffinity(self._process.pid, {cores()[0]})
        self.url = self._wait()
        return self

    def _wait(self) -> str:
        for line in self._process.stdout or ():
            if line.startswith(READY):
                url: str = json.loads(line.removeprefix(READY))["url"]
                return url
        raise RuntimeError("the server did not start")

    def __exit__(self, *_: object) -> None:
        """Stop it."""
        self._process.terminate()
        self._process.wait(20)

    def cost(self) -> Cost:
        """What the process has used so far."""
        fields = Path(f"/proc/{self._process.pid}/stat").read_text("utf-8").rpartition(")")[2]
        user, system = fields.split()[11:13]
        pages = int(Path(f"/proc/{self._process.pid}/statm").read_text("utf-8").split()[1])
        memory = pages * os.sysconf("SC_PAGE_SIZE") / 2**20
        return Cost((int(user) + int(system)) / TICKS, memory)


def cores() -> list[int]:
    """The cores this process may use."""
    return sorted(os.sched_getaffinity(0))


def settle(seconds: float = 0.5) -> None:
    """Let what is on its way arrive."""
    time.sleep(seconds)
