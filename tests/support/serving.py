"""Starts the real server as its own process, on a free port and with its own folder, and keeps
what it says. It serves in the async mode that TABLEE_ASYNC_MODE names.
"""

import json
import os
import queue
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Self

ROOT = Path(__file__).resolve().parents[2]
READY = "TABLEE READY "
START_SECONDS = 180
STOP_SECONDS = 10
#: A process that was killed is gone at once, unless the machine has no time for it.
GONE_SECONDS = 60


@dataclass(frozen=True)
class Addresses:
    """The links that `serve` prints; `TABLEE_READY_LINE` makes it print them as one line of
    JSON.
    """

    url: str
    code: str
    facilitator: str
    screen: str
    observer: str
    join: str


class Server:
    """A running `app.py serve`; its output goes to `log`."""

    #: Where the program stands.
    root = ROOT
    #: What Python is asked to run.
    program: tuple[str, ...] = ("app.py",)

    def __init__(self, folder: Path, *options: str, **settings: str) -> None:
        """Start it with these options and settings, and wait for its addresses; RuntimeError with
        its last words if they do not come.
        """
        self.folder = folder
        self._settings = settings
        self.log = folder / "server.log"
        self._log = self.log.open("a", encoding="utf-8")
        self._process = subprocess.Popen(  # noqa: S603 - our own server
            [
                sys.executable,
                *self.program,
                "serve",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                *options,
            ],
            cwd=self.root,
            env=self._environment(),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        self.addresses = self._wait_until_ready()

    def __enter__(self) -> Self:
        """Return the running server."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop it."""
        self.stop()

    @property
    def url(self) -> str:
        """The address of the server's root, without a final slash."""
        return self.addresses.url.rstrip("/")

    def stop(self) -> None:
        """Ask it to end, as Ctrl-C would; insist if it does not."""
        self._process.terminate()
        try:
            self._process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
        self._reader.join(STOP_SECONDS)
        self._log.close()

    def kill(self) -> None:
        """Pull the plug: nothing gets a chance to be written any more."""
        self._process.kill()
        self._process.wait(GONE_SECONDS)

    def _environment(self) -> dict[str, str]:
        return {
            **os.environ,
            "TABLEE_DATA_DIR": str(self.folder / "data"),
            "TABLEE_READY_LINE": "1",
            # Tests write faster than people; those of the limits set it back.
            "TABLEE_FASTER": "1000",
            "PYTHONUNBUFFERED": "1",
            "LANG": "fr_FR.UTF-8",
            **self._settings,
        }

    def _wait_until_ready(self) -> Addresses:
        assert self._process.stdout is not None
        ready: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        self._reader = threading.Thread(
            target=self._read, args=(self._process.stdout, ready), daemon=True
        )
        self._reader.start()
        try:
            line = ready.get(timeout=START_SECONDS)
        except queue.Empty:
            line = None
        if line is None:
            self.stop()
            raise RuntimeError(f"The server did not start:\n{self.log.read_text('utf-8')[-4000:]}")
        return Addresses(**json.loads(line))

    def _read(self, output: IO[str], ready: "queue.SimpleQueue[str | None]") -> None:
        """Keep every line; hand over the ready line, or None when the server ended without it."""
        for line in output:
            # On a disk that a test filled, what is said is lost; the server must not wait for it.
            with suppress(OSError):
                self._log.write(line)
                self._log.flush()
            if line.startswith(READY):
                ready.put(line.removeprefix(READY))
        output.close()
        ready.put(None)
