"""WebSockets as a broadcast needs them: written to at once, never compressed, unmasked in one go.

What is changed of the libraries' own sockets stands here, for eventlet and for gevent.
"""

import ssl
from collections.abc import Callable
from typing import Any, Final

from facilitation.concurrency import MODE, spawn

OFFER: Final = "HTTP_SEC_WEBSOCKET_EXTENSIONS"


def quicken(engine: Any) -> None:
    """Let an Engine.IO server open sockets that keep a `line` to write to; else they stay as is.

    They decline compression, which every browser offers: one compressor a phone, never shared,
    doubles the cost of each broadcast and takes 92 KiB apiece. Whoever waits for the next message
    of a phone waits as long as it takes: the library armed and dropped a timer for each.
    """
    if MODE == "threading":
        return
    ours = {"websocket": _for_eventlet() if MODE == "eventlet" else _for_gevent()}
    engine._async = {**engine._async, **ours, "queue": _patient(engine._async["queue"])}


class Line:
    """A connection to write frames to: `green` waits until all is sent, `plain` never waits;
    what queues for `socket` goes first.
    """

    __slots__ = ("_lock", "_send", "_waiting", "_whole", "socket")

    def __init__(self, socket: Any, green: Any, plain: Any, lock: Any) -> None:
        # An encrypted connection has no bytes of its own to share: it goes the library's way.
        encrypted = any(isinstance(one, ssl.SSLSocket) for one in (green, plain))
        # Of the connection, never of its number, which may be another one's by then.
        self._send = None if encrypted or plain is None else plain.send
        self._whole = green.sendall
        self._lock = lock
        self._waiting = socket.queue.queue
        self.socket = socket

    def end(self) -> None:
        """Nothing more is written."""
        self._send = None

    def write(self, frame: bytes) -> bool:
        """Hand a whole frame to the kernel, without a queue or a green thread in between.

        False when the connection is busy and the frame has to queue. What the kernel does not take
        at once is finished beside the others, under the connection's own lock: frames never mix.
        """
        if self._waiting or self._lock.counter < 1 or self._send is None:
            return False
        try:
            sent = self._send(frame)
        except (BlockingIOError, InterruptedError):
            return False
        except OSError:
            # It is gone: whoever reads from it is told, and there is nobody left to send to.
            return True
        if sent < len(frame):
            self._lock.acquire()
            spawn(self._finish, frame[sent:])
        return True

    def _finish(self, rest: bytes) -> None:
        try:
            self._whole(rest)
        except OSError:
            return
        finally:
            self._lock.release()


def _patient(queue: type[Any]) -> type[Any]:
    class Patient(queue):  # type: ignore[misc]  # published without types
        """Waits without a timer, since the clock of the pings closes whoever is gone; wakes whoever
        is to write what was put in.
        """

        wake: Callable[[], None] | None = None

        def get(self, block: bool = True, **_timeout: Any) -> Any:
            return super().get(block)

        def put(self, item: Any, *given: Any, **named: Any) -> None:
            super().put(item, *given, **named)
            if self.wake is not None:
                self.wake()

    return Patient


def unmask(content: bytes, mask: Any, length: int | None = None, offset: int = 0) -> bytes:
    """A browser's bytes as they were before it masked them: one exclusive or of two large numbers.

    The library takes them one by one, which holds everybody up for 0.4 s when a frame has 1 MB.
    """
    size = len(content) if length is None else length
    turned = bytes(mask[(offset + place) % 4] for place in range(4))
    key = (turned * (size // 4 + 1))[:size]
    mixed = int.from_bytes(content[:size], "little") ^ int.from_bytes(key, "little")
    return mixed.to_bytes(size, "little")


def _for_eventlet() -> type[Any]:
    from engineio.async_drivers.eventlet import WebSocketWSGI  # noqa: PLC0415
    from eventlet.websocket import RFC6455WebSocket  # noqa: PLC0415

    RFC6455WebSocket._apply_mask = staticmethod(unmask)

    class Open(WebSocketWSGI):  # type: ignore[misc]  # published without types
        """Shows its connection to the Engine.IO socket that it carries."""

        def __init__(self, handler: Any, server: Any) -> None:
            def shown(ws: Any) -> Any:
                plain = getattr(ws.socket, "fd", None)
                ws.line = Line(handler.__self__, ws.socket, plain, ws._sendlock)
                return handler(ws)

            super().__init__(shown, server)

        def _negotiate_permessage_deflate(self, _offers: Any) -> None:
            """Decline."""

    return Open


def _for_gevent() -> type[Any]:
    from engineio.async_drivers.gevent import WebSocketWSGI  # noqa: PLC0415
    from gevent.lock import Semaphore  # noqa: PLC0415

    class Whole:
        """A connection whose `send` sends all: the library takes a part of a frame for all of it,
        and lets two writers mix.
        """

        def __init__(self, connection: Any) -> None:
            self.connection = connection
            self.lock = Semaphore()

        def send(self, content: bytes) -> None:
            with self.lock:
                self.connection.sendall(content)

        def __getattr__(self, name: str) -> Any:
            return getattr(self.connection, name)

    class Open(WebSocketWSGI):  # type: ignore[misc]  # published without types
        """The same with gevent."""

        def __init__(self, handler: Any, server: Any) -> None:
            def shown(carrier: Any) -> Any:
                whole = Whole(carrier.ws.sock)
                carrier.ws.sock = whole
                plain = getattr(whole.connection, "_sock", None)
                line = Line(handler.__self__, whole.connection, plain, whole.lock)
                carrier.line = line
                return handler(carrier)

            super().__init__(shown, server)
            self.server_args["max_message_size"] = server.max_http_buffer_size

        def __call__(self, environ: Any, start_response: Any) -> Any:
            environ.pop(OFFER, None)
            return super().__call__(environ, start_response)

    return Open
