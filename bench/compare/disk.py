"""The disk under a measurement: what it costs to have something on it, and a slower one."""

import os
import tempfile
import time
from pathlib import Path
from statistics import median
from typing import Final

from bench.compare.compiling import compiled

SOURCE: Final = Path(__file__).with_name("slowsync.c")
TRIES: Final = 200


def sync_ms() -> float:
    """Milliseconds until 4 KiB more of a file are on the disk here."""
    took = []
    with tempfile.NamedTemporaryFile() as file:
        for _ in range(TRIES):
            os.write(file.fileno(), b"x" * 4096)
            began = time.perf_counter()
            os.fdatasync(file.fileno())
            took.append((time.perf_counter() - began) * 1000)
    return median(took)


def slower(ms: float) -> dict[str, str]:
    """The environment of a server whose disk takes so many milliseconds more each time."""
    if not ms:
        return {}
    library = compiled(SOURCE, "-shared", "-fPIC", "-ldl")
    return {"LD_PRELOAD": str(library), "SLOWSYNC_US": str(round(ms * 1000))}
