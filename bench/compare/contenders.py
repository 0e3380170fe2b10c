"""Who is measured: Tablée, its variants and its peers, each a command serving on a free port."""

import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

NODE: Final = Path(__file__).with_name("node")
SERVE: Final = ("serve", "--host", "127.0.0.1", "--port", "0")


@dataclass(frozen=True, slots=True)
class Contender:
    """A server to measure; with `deflate` its phones offer compression, as every browser does."""

    name: str
    command: tuple[str, ...]
    deflate: bool = False
    environment: dict[str, str] = field(default_factory=dict)


def _python(name: str, *command: str, deflate: bool = False, **environment: str) -> Contender:
    return Contender(name, (sys.executable, *command), deflate, environment)


EVERY: Final = {
    one.name: one
    for one in (
        _python("tablee", "app.py", *SERVE, deflate=True),
        _python("tablee gevent", "app.py", *SERVE, deflate=True, TABLEE_ASYNC_MODE="gevent"),
        _python("stock", "-m", "bench.compare.stock"),
        _python("stock, browsers", "-m", "bench.compare.stock", deflate=True),
        Contender("node", ("node", str(NODE / "server.js")), deflate=True),
        _python("commit per post", "-m", "bench.compare.variant", "each", *SERVE),
        _python("no database", "-m", "bench.compare.variant", "nodisk", *SERVE),
    )
}


def prepare_node() -> None:
    """The libraries of the Node.js peer, at the versions of its lock file."""
    npm = shutil.which("npm")
    if npm is None:
        raise SystemExit("bench.compare needs Node.js and npm, or --without node")
    if not (NODE / "node_modules").exists():
        command = [npm, "ci", "--no-audit", "--no-fund", "--silent"]
        subprocess.run(command, cwd=NODE, check=True)  # noqa: S603 - the lock file decides
