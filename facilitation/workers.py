"""Several workers on one port: started, looked after, ended together. Decides nothing else.

Each is a process of its own that listens on the same address; the system spreads the connections
among them. One that dies is started again.
"""

import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import structlog

from facilitation import concurrency

#: What a worker says once it listens.
LISTENING: Final = "TABLEE WORKER"
#: How often the parent looks after its workers, and a worker after its parent, in seconds.
LOOK_EVERY: Final = 0.25
#: How long a worker may take to end once it was asked.
PATIENCE: Final = 60.0
#: How long the workers may take to start, all of them together: a loaded machine reads a long day.
STARTING: Final = 120

log = structlog.get_logger()


def possible() -> bool:
    """Whether this system lets several processes listen on one port."""
    return hasattr(socket, "SO_REUSEPORT") and hasattr(os, "fork")


@dataclass(slots=True)
class Crew:
    """The workers of one server: `command` starts one, which may take `patience` seconds."""

    command: list[str]
    size: int
    patience: float = STARTING
    _working: list["subprocess.Popen[str]"] = field(default_factory=list)

    def start(self) -> bool:
        """Start them all; False when one ended instead, TimeoutError when one says nothing."""
        self._working = [self._one() for _ in range(self.size)]
        until = time.monotonic() + self.patience
        try:
            return all(_listens(worker, until) for worker in self._working)
        except TimeoutError:
            # One that hangs may well not hear that it is asked to end.
            for worker in self._working:
                worker.kill()
            raise

    def _one(self) -> "subprocess.Popen[str]":
        return subprocess.Popen(  # noqa: S603 - our own program
            self.command,
            cwd=Path(__file__).resolve().parent.parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        )

    def look_after(self) -> None:
        """For ever: whoever died is started again, and said so."""
        while True:
            concurrency.sleep(LOOK_EVERY)
            for place, worker in enumerate(self._working):
                status = worker.poll()
                if status is not None:
                    log.error("worker", pid=worker.pid, status=status)
                    self._working[place] = self._one()

    def end(self) -> None:
        """Ask them all to end; insist with those that do not."""
        for worker in self._working:
            worker.terminate()
        for worker in self._working:
            try:
                worker.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                worker.kill()
                worker.wait()
            if worker.stdout is not None:
                worker.stdout.close()


def _listens(worker: "subprocess.Popen[str]", until: float) -> bool:
    """Whether it comes to say so; False when it ended."""
    said, heard = worker.stdout, b""
    while said is not None and LISTENING.encode() not in heard:
        ready, *_ = select.select([said], [], [], max(0.0, until - time.monotonic()))
        if not ready:
            raise TimeoutError
        more = os.read(said.fileno(), 4_096)
        if not more:
            return False
        heard += more
    return True


def run(crew: Crew, announce: Callable[[], None]) -> bool:
    """Serve with a crew until interrupted; False when it could not start, TimeoutError when one
    of them hung.
    """
    # An end that is asked for politely is an end for all of them.
    signal.signal(signal.SIGTERM, _interrupted)
    try:
        if not crew.start():
            return False
        announce()
        crew.look_after()
    except KeyboardInterrupt:
        pass
    finally:
        crew.end()
    return True


def _interrupted(*_signal: Any) -> None:
    raise KeyboardInterrupt


def report(parent: int) -> None:
    """As a worker: say that one listens, and end when the parent does, however it ends."""
    sys.stdout.write(LISTENING + "\n")
    sys.stdout.flush()
    # Nobody reads that pipe from here on: once full it would hold the whole worker up.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    concurrency.spawn(_watch, parent)


def _watch(parent: int) -> None:
    while os.getppid() == parent:
        concurrency.sleep(LOOK_EVERY)
    os.kill(os.getpid(), signal.SIGTERM)
