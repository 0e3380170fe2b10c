"""Small programs in C that a measurement needs, compiled when their source is newer."""

import os
import shutil
import subprocess
import tempfile
from pathlib import Path


def compiled(source: Path, *options: str) -> Path:
    """The compiled file; needs a C compiler (Debian: gcc)."""
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        raise SystemExit("bench.compare needs a C compiler (Debian: apt install gcc libc6-dev)")
    made = Path(tempfile.gettempdir()) / f"tablee-{source.stem}-{os.getuid()}"
    if not made.exists() or made.stat().st_mtime < source.stat().st_mtime:
        command = [compiler, "-O2", "-o", str(made), str(source), *options]
        subprocess.run(command, check=True)  # noqa: S603 - our own source
    return made
