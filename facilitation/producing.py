"""Producing a document in a subprocess that reads and folds the log itself: the room never waits.

`produce` is the parent's side; `python -m facilitation.producing JOB` the child's. They speak
through three files in a folder of their own: the job, the progress, the result.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import structlog

from facilitation import concurrency
from facilitation.documents import catalogue
from facilitation.domain.core import Refused
from facilitation.protocol import archived
from facilitation.protocol.ports import Loaded
from facilitation.service.memory import remember
from facilitation.store.sql_log import SqlEventLog
from facilitation.views.report.reading import Reader

#: How long a document may take before it is given up, in seconds.
PATIENCE: Final = 120
LOOK_EVERY: Final = 0.05

log = structlog.get_logger()

Told = Callable[[int, str], None]


@dataclass(frozen=True, slots=True)
class Made:
    """A finished document."""

    content: bytes
    media_type: str
    filename: str


def produce(database: str, code: str, name: str, locale: str, told: Told | None) -> Made:
    """One document as the workshop stands now; raises Refused when it cannot be made."""
    kind = catalogue.find(name)
    if kind is None:
        raise Refused("unknown_page")
    with tempfile.TemporaryDirectory(prefix="tablee-") as folder:
        place = Path(folder)
        job = {"database": database, "code": code, "name": name, "locale": locale}
        (place / "job.json").write_text(json.dumps(job), encoding="utf-8")
        if _run(place, told) != 0:
            log.error("document", code=code, name=name, trace=_where(place))
            raise Refused("document_failed")
        content = (place / "result").read_bytes()
    return Made(content, kind.media_type, f"{code}-{name}")


def _where(place: Path) -> list[str]:
    """Which lines of the program failed, without the message: it may repeat what people wrote."""
    said = (place / "errors").read_text(encoding="utf-8", errors="replace")
    return [line.strip() for line in said.splitlines() if line.startswith("  File ")]


def _run(place: Path, told: Told | None) -> int:
    """Start the child and look after it without blocking anybody."""
    with (place / "errors").open("wb") as errors:
        child = subprocess.Popen(  # noqa: S603 - our own module, our own file
            [sys.executable, "-m", "facilitation.producing", str(place)],
            stdin=subprocess.DEVNULL,
            stdout=errors,
            stderr=errors,
            cwd=Path(__file__).resolve().parent.parent,
        )
    waited = 0.0
    while child.poll() is None and waited < PATIENCE:
        concurrency.sleep(LOOK_EVERY)
        waited += LOOK_EVERY
        if told is not None:
            _tell(place, told)
    if child.poll() is None:
        child.kill()
        child.wait()
    return child.returncode


def _tell(place: Path, told: Told) -> None:
    try:
        percent, text = (place / "progress").read_text(encoding="utf-8").split(" ", 1)
    except (OSError, ValueError):
        return
    told(int(percent), text)


def main(place: Path) -> None:
    """The child: read the log, build, render, leave the result."""
    job: dict[str, Any] = json.loads((place / "job.json").read_text(encoding="utf-8"))

    def progress(percent: int, text: str) -> None:
        (place / "next").write_text(f"{percent} {text}", encoding="utf-8")
        (place / "next").rename(place / "progress")

    progress(10, "read")
    log = SqlEventLog(job["database"], prepared=True)
    loaded = log.load(job["code"])
    log.close()
    progress(30, "fold")
    reader = Reader(remember(loaded).state, job["locale"])
    kind = catalogue.find(job["name"])
    if kind is None:
        raise SystemExit(2)
    progress(50, "write")
    (place / "result").write_bytes(kind.make(source(loaded, reader)))
    progress(100, "done")


def source(loaded: Loaded, reader: Reader) -> catalogue.Source:
    """All that a document may be made from."""
    told = (archived.lines, archived.keys, archived.lives)
    return catalogue.Source(reader, *(tuple(one(loaded, reader.state)) for one in told))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
