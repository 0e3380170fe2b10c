"""One command of the command line, to its end, on a folder of its own."""

import os
import subprocess
import sys
from pathlib import Path

from tests.support.serving import ROOT

FRENCH = "fr_FR.UTF-8"


def run(
    folder: Path, *line: str, root: Path = ROOT, given: str = "", **settings: str
) -> "subprocess.CompletedProcess[str]":
    """What it said and how it ended; `given` stands on its standard input."""
    data = str(folder / "data")
    environment = {**os.environ, "TABLEE_DATA_DIR": data, "LANG": FRENCH, **settings}
    for name in ("LC_ALL", "LC_MESSAGES"):
        environment.pop(name, None)
    return subprocess.run(  # noqa: S603 - our own command line
        [sys.executable, "app.py", *line],
        check=False,
        cwd=root,
        env=environment,
        input=given,
        capture_output=True,
        text=True,
        timeout=120,
    )
