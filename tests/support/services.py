"""PostgreSQL and Redis as Debian brings them, started for the tests alone: on the loopback, on a
port and in a folder of their own, ended by their process.
"""

import os
import pwd
import secrets
import shutil
import signal
import socket
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Self

import psycopg2
import redis

START_SECONDS = 30
STOP_SECONDS = 15


def find(program: str) -> str | None:
    """A program on the path, or where Debian keeps PostgreSQL's own."""
    kept = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))
    return str(kept[-1]) if kept else shutil.which(program)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for_port(port: int) -> None:
    """Wait until somebody listens there."""
    _wait(lambda: socket.create_connection(("127.0.0.1", port)).close(), OSError, str(port))


def _unprivileged(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: what to put before its commands, the folder being its
    user's.
    """
    if os.geteuid() != 0:
        return []
    names = {one.pw_name: one for one in pwd.getpwall()}
    user = names.get("postgres") or names["nobody"]
    for path in (folder, *folder.rglob("*")):
        os.chown(path, user.pw_uid, user.pw_gid)
    return ["setpriv", f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]


def _wait(ready: Callable[[], object], failures: type[Exception], what: str) -> None:
    until = time.monotonic() + START_SECONDS
    while True:
        try:
            ready()
        except failures:
            if time.monotonic() > until:
                raise RuntimeError(f"{what} did not start") from None
            threading.Event().wait(0.02)
        else:
            return


class _Service:
    """A process with a folder of its own."""

    process: subprocess.Popen[bytes]

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="tablee-service-"))
        self.port = free_port()

    def __enter__(self) -> Self:
        """Return the running service."""
        return self

    def __exit__(self, *_: object) -> None:
        """Stop it."""
        self.stop()

    def _run(self, *command: str) -> None:
        with (self.folder.parent / f"{self.folder.name}.log").open("ab") as log:
            self.process = subprocess.Popen(  # noqa: S603 - Debian's own programs
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/"
            )

    def said(self) -> str:
        """All that it wrote into its own log."""
        return (self.folder.parent / f"{self.folder.name}.log").read_text("utf-8", "replace")

    def kill(self) -> None:
        """Pull the plug."""
        self.process.kill()
        self.process.wait(STOP_SECONDS)

    def stop(self) -> None:
        """End it, and remove what it kept."""
        self.process.send_signal(signal.SIGINT)
        try:
            self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)
        (self.folder.parent / f"{self.folder.name}.log").unlink(missing_ok=True)


class PostgreSQL(_Service):
    """A server of PostgreSQL; `database()` makes a fresh database and answers its address."""

    def __init__(self) -> None:
        super().__init__()
        self._password = secrets.token_hex(8)
        self._count = 0
        (self.folder / "password").write_text(self._password)
        as_user = _unprivileged(self.folder)
        self.data = self.folder / "data"
        subprocess.run(  # noqa: S603
            [*as_user, find("initdb") or "", "-D", str(self.data), "-U", "admin", "--no-sync",
             "-A", "scram-sha-256", f"--pwfile={self.folder / 'password'}", "-E", "UTF8"],
            check=True, capture_output=True, cwd="/",
        )  # fmt: skip
        self._as_user = as_user
        self.start()
        self._make_role()

    def start(self) -> None:
        """Start, or start again on what is left of a server that was killed."""
        self._run(
            *self._as_user, find("postgres") or "", "-D", str(self.data), "-p", str(self.port),
            "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
        )  # fmt: skip
        _wait(lambda: self.ask("SELECT 1"), psycopg2.OperationalError, "PostgreSQL")

    def kill(self) -> None:
        """All its processes at once: what it had not written is gone, as in a power cut."""
        pid = self.process.pid
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
        for one in (pid, *map(int, children)):
            with suppress(ProcessLookupError):
                os.kill(one, signal.SIGKILL)
        super().kill()

    def _make_role(self) -> None:
        """The role of docs/deploy/database.sql, which has no other right than its own tables."""
        page = Path(__file__).resolve().parents[2] / "docs" / "deploy" / "database.sql"
        text = page.read_text("utf-8").replace("change-me", self._password)
        for statement in text.split(";"):
            if statement.strip() and "CREATE DATABASE" not in statement:
                self.ask(statement)

    def address(self, name: str, user: str = "tablee") -> str:
        """The address of a database, as TABLEE_DATABASE_URL takes it."""
        return f"postgresql://{user}:{self._password}@127.0.0.1:{self.port}/{name}"

    def ask(self, query: str, name: str = "postgres") -> list[tuple[object, ...]]:
        """Let a query run outside any transaction; its rows, if it has some."""
        line = psycopg2.connect(self.address(name, "admin"))
        try:
            line.autocommit = True
            with line.cursor() as cursor:
                cursor.execute(query)
                return cursor.fetchall() if cursor.description else []
        finally:
            line.close()

    def database(self) -> str:
        """A fresh database's address."""
        self._count += 1
        self.ask(f"CREATE DATABASE test_{self._count} OWNER tablee TEMPLATE template0")
        return self.address(f"test_{self._count}")

    def files(self, address: str) -> bytes:
        """All that the tables of a database hold on disk, deleted or not."""
        self.ask("CHECKPOINT")
        name = address.rpartition("/")[2]
        [(oid,)] = self.ask(f"SELECT oid FROM pg_database WHERE datname = '{name}'")  # noqa: S608
        return b"".join(path.read_bytes() for path in (self.data / "base" / str(oid)).iterdir())


class Redis(_Service):
    """A server of Redis, kept in memory alone; it can be killed and started again in its place."""

    def __init__(self) -> None:
        super().__init__()
        self.start()

    @property
    def address(self) -> str:
        """As TABLEE_REDIS_URL takes it."""
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        """Start, or start again."""
        self._run(
            find("redis-server") or "", "--port", str(self.port), "--bind", "127.0.0.1",
            "--save", "", "--appendonly", "no", "--dir", str(self.folder),
        )  # fmt: skip
        line = redis.Redis.from_url(self.address)
        _wait(line.ping, redis.exceptions.ConnectionError, "Redis")
        line.close()
