"""The async mode, chosen once: imported before anything else, it patches and serves.

This package alone names eventlet or gevent: the modes here, their sockets in `sockets`.
`TABLEE_ASYNC_MODE` is `eventlet` (the default), `gevent` or `threading`; the rest of the house uses
the functions below and plain `threading`, which the green modes have made green.
"""

import os
import socket
import ssl
import threading
import time
import warnings
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final, Literal, TypeVar

from facilitation.speech import say

R = TypeVar("R")

Mode = Literal["eventlet", "gevent", "threading"]
MODES: Final[tuple[Mode, ...]] = ("eventlet", "gevent", "threading")


def _chosen() -> Mode:
    """The mode that the environment asks for; ends the process with a sentence otherwise."""
    asked = os.environ.get("TABLEE_ASYNC_MODE") or "eventlet"
    for mode in MODES:
        if asked == mode:
            return mode
    raise SystemExit("Tablée " + say("unknown_mode", mode=asked, known=", ".join(MODES)))


MODE: Final = _chosen()
BACKLOG: Final = 4096

#: More green threads than phones: a socket keeps one for its whole life.
MOST_CONNECTIONS: Final = 20_000
#: Bytes that the system keeps for one phone which does not read, which Linux takes twofold. Left to
#: itself it keeps ten megabytes each, and a hall of phones asleep would starve all others.
MOST_UNREAD: Final = 128 * 1024
#: A connection on which nothing comes for so long is closed, in seconds; sockets have their pings.
IDLE: Final = 75


def patch() -> None:
    """Make the standard library cooperative; nothing else may have been imported before."""
    if MODE == "eventlet":
        with warnings.catch_warnings():
            # eventlet announces its own end of life at import; the customer chose it knowingly.
            warnings.simplefilter("ignore")
            import eventlet  # noqa: PLC0415 - only when chosen
        eventlet.monkey_patch()
        # psycopg's C wait would hold the whole server during a query.
        os.environ.setdefault("PSYCOPG_WAIT_FUNC", "wait_selector")
    elif MODE == "gevent":
        try:
            from gevent import monkey  # noqa: PLC0415 - only when chosen
        except ImportError:
            raise SystemExit("Tablée " + say("no_gevent")) from None
        monkey.patch_all()


def spawn(function: Callable[..., Any], *arguments: Any) -> None:
    """Run a function beside the others, for as long as it likes."""
    if MODE == "eventlet":
        import eventlet  # noqa: PLC0415

        eventlet.spawn_n(function, *arguments)
    elif MODE == "gevent":
        import gevent  # noqa: PLC0415

        gevent.spawn(function, *arguments)
    else:
        threading.Thread(target=function, args=arguments, daemon=True).start()


def sleep(seconds: float) -> None:
    """Let the others run for a while."""
    if MODE == "eventlet":
        import eventlet  # noqa: PLC0415

        eventlet.sleep(seconds)
    elif MODE == "gevent":
        import gevent  # noqa: PLC0415

        gevent.sleep(seconds)
    else:
        time.sleep(seconds)


def run_in_real_thread(function: Callable[..., R], *arguments: Any) -> R:
    """Run a blocking function in a thread of the system while the others go on.

    The function must not take a lock that green threads take too, nor log.
    """
    if MODE == "eventlet":
        from eventlet import tpool  # noqa: PLC0415

        answer: R = tpool.execute(function, *arguments)
        return answer
    if MODE == "gevent":
        import gevent  # noqa: PLC0415

        threaded: R = gevent.get_hub().threadpool.apply(function, arguments)
        return threaded
    return function(*arguments)


def listen(host: str, port: int, *, together: bool = False) -> socket.socket:
    """A listening socket; port 0 takes a free one. Raises OSError when it is taken.

    `together`: other processes may listen on the same one.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    if MODE == "eventlet":
        import eventlet  # noqa: PLC0415

        listener: socket.socket = eventlet.listen(
            (host, port), family=family, backlog=BACKLOG, reuse_port=together
        )
    else:
        listener = socket.socket(family, socket.SOCK_STREAM)
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if together:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        listener.bind((host, port))
        listener.listen(BACKLOG)
    # Nagle would hold an acknowledgement back 40 ms behind a broadcast.
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, MOST_UNREAD)
    return listener


def reserve(host: str, port: int) -> socket.socket:
    """A port kept for others to listen on together; nobody is served by this socket itself."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    kept = socket.socket(family, socket.SOCK_STREAM)
    # Whether somebody else listens there already is only told without sharing.
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, port))
    kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
    kept.bind((host, port))
    return kept


@dataclass(frozen=True, slots=True)
class Certificate:
    """The files of a certificate and its key, for TLS."""

    file: str
    key: str

    def check(self) -> None:
        """Raises OSError (ssl.SSLError is one) when the files cannot be used."""
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(self.file, self.key)


def serve(listener: socket.socket, app: Any, certificate: Certificate | None = None) -> None:
    """Serve a WSGI application until the process is told to end; over TLS with a certificate."""
    from facilitation.concurrency import wsgi  # noqa: PLC0415 - which asks here for the mode

    wsgi.serve(listener, app, (certificate.file, certificate.key) if certificate else None)
