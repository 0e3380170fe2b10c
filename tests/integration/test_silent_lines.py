"""A line on which nothing comes is closed: before a request, within it, and before it is encrypted.

The server is the bare one of this async mode, with a short patience.
"""

import os
import socket
import ssl
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress

import pytest

from tests.support.serving import ROOT

TLS = ROOT / "tests" / "support" / "tls"
SERVE = """
import sys
from facilitation import concurrency

concurrency.patch()
concurrency.IDLE = 0.2
listener = concurrency.listen("127.0.0.1", 0)
files = sys.argv[1:]


def app(environ, start):
    environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
    start("200 OK", [("Content-Length", "2")])
    return [b"ok"]


print(listener.getsockname()[1], flush=True)
concurrency.serve(listener, app, concurrency.Certificate(*files) if files else None)
"""


@pytest.fixture(scope="module", params=["plain", "encrypted"])
def server(request: pytest.FixtureRequest) -> Iterator[tuple[int, bool]]:
    """A server that waits a fifth of a second: where it listens, and whether it encrypts."""
    encrypted = request.param == "encrypted"
    files = [TLS / "certificate.pem", TLS / "key.pem"] if encrypted else []
    with subprocess.Popen(  # noqa: S603 - our own server
        [sys.executable, "-W", "ignore", "-c", SERVE, *map(str, files)],
        cwd=ROOT,
        env=dict(os.environ),
        stdout=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        yield int(running.stdout.readline()), encrypted
        running.kill()


@pytest.mark.parametrize(
    "said",
    [
        b"",
        b"GET / HT",
        b"GET / HTTP/1.1\r\nHost: a\r\nX-",
        b"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf",
        b"GET / HTTP/1.1\r\nHost: a\r\n\r\n",
        # The beginning of what an encrypted line begins with.
        b"\x16\x03\x01\x02\x00\x01",
    ],
    ids=["nothing", "half a line", "half a header", "half a body", "one request", "half a key"],
)
def test_a_line_that_falls_silent_is_closed_and_others_are_served_meanwhile(
    server: tuple[int, bool], said: bytes
) -> None:
    port, _ = server
    with socket.create_connection(("127.0.0.1", port), 20) as silent:
        silent.sendall(said)
        assert asked(*server).startswith(b"HTTP/1.")
        with suppress(ConnectionResetError):
            while silent.recv(4096):
                pass


def asked(port: int, encrypted: bool) -> bytes:
    """What somebody else is answered."""
    with socket.create_connection(("127.0.0.1", port), 20) as plain:
        context = ssl.create_default_context(cafile=TLS / "certificate.pem")
        line = context.wrap_socket(plain, server_hostname="127.0.0.1") if encrypted else plain
        with line:
            line.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
            return line.recv(4096)
