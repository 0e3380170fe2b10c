"""What a server's process takes, read from outside while it works, and how fast it grows."""

import json
import statistics
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.support.serving import Server

#: A socket of which nothing more is heard is closed after a ping and its patience, in seconds.
HANGING_UP = 60.0


@dataclass(frozen=True)
class Reading:
    """One look; `minute` is the seminar's, the median that of the answers since the last look."""

    minute: float
    memory_mb: float
    files: int
    threads: int
    wal_mb: float
    log_kb: float
    copies: int
    copies_mb: float
    median_ms: float


class Gauges:
    """Looks at a server of this machine."""

    def __init__(self, server: Server) -> None:
        self._data = server.folder / "data"
        self._log = server.log
        pid = json.loads((self._data / "server.json").read_text("utf-8"))["pid"]
        self._process = Path(f"/proc/{pid}")

    def files(self) -> int:
        """Files and sockets that are open now; not what each of the real threads waits with."""
        opened = (_link(one) for one in (self._process / "fd").iterdir())
        return sum(not one.startswith("anon_inode:") for one in opened)

    def memory(self) -> float:
        """Resident, in MB."""
        return int(self._status()["VmRSS"].split()[0]) / 1024

    def settled(self, most: int) -> int:
        """Files and sockets once everybody hung up; more than so many are waited for."""
        until = time.monotonic() + HANGING_UP
        while self.files() > most and time.monotonic() < until:
            threading.Event().wait(0.2)
        return self.files()

    def read(self, minute: float, answered: Sequence[float]) -> Reading:
        """All of it; `answered` are the seconds that each answer took since the last look."""
        copies = [size for one in self._data.glob("backups/*.db") if (size := _size(one))]
        return Reading(
            minute,
            self.memory(),
            self.files(),
            int(self._status()["Threads"]),
            _size(self._data / "tablee.db-wal") / 1e6,
            _size(self._log) / 1e3,
            len(copies),
            sum(copies) / 1e6,
            1000 * statistics.median(answered) if answered else 0.0,
        )

    def _status(self) -> dict[str, str]:
        lines = (self._process / "status").read_text("utf-8").splitlines()
        return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def _link(path: Path) -> str:
    """Where a descriptor leads; one that was closed meanwhile leads nowhere that counts."""
    with suppress(OSError):
        return str(path.readlink())
    return "anon_inode:"


def _size(path: Path) -> int:
    """Of a file that may have gone meanwhile."""
    with suppress(OSError):
        return path.stat().st_size
    return 0


class Watching:
    """Looks every so often until it is told to stop."""

    def __init__(self, look: Callable[[], Reading], seconds: float) -> None:
        self.readings: list[Reading] = []
        self._look, self._seconds = look, seconds
        self._over = threading.Event()
        self._eye = threading.Thread(target=self._watch)

    def __enter__(self) -> "Watching":
        """Begin."""
        self._eye.start()
        return self

    def __exit__(self, *_: object) -> None:
        """A last look."""
        self._over.set()
        self._eye.join()

    def _watch(self) -> None:
        while not self._over.wait(self._seconds):
            self.readings.append(self._look())


def slope(readings: Sequence[Reading], name: str) -> float:
    """By how much one of the figures grows in an hour of the seminar, by least squares."""
    hours = [one.minute / 60 for one in readings]
    figures = [float(asdict(one)[name]) for one in readings]
    return statistics.linear_regression(hours, figures).slope
