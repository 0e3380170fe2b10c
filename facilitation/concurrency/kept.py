"""HTTP on connections that are kept open by the thousand, as eventlet serves it.

They hold little while nobody speaks. A request written as browsers and phones write it is read in
one go; whatever else comes is the library's to read, and to refuse.
"""

import re
import time
from collections.abc import Iterable
from typing import Any, Final

from eventlet import sleep
from eventlet.wsgi import WSGI_LOCAL, HttpProtocol, format_date_time

#: Bytes taken at once: a phone's command with its headers fits.
TAKEN: Final = 4096
#: The same of a body.
LARGEST: Final = 65_536
#: As many headers as the library reads.
MOST_HEADERS: Final = 100
ASKED: Final = re.compile(rb"(GET|POST|HEAD) (/(?:[!-.0-~][!-~]*)?) HTTP/1\.1\r\n")
HEADERS: Final = re.compile(rb"(?:[A-Za-z0-9-]+: [ -~]*\r\n)+")
#: Answers that have a body and say how long it is.
WHOLE: Final = frozenset({"200", "201", "400", "401", "403", "404", "409", "422", "429"})
#: Headers that change how a request is read.
UNUSUAL: Final = frozenset({"transfer-encoding", "expect"})


class Incoming:
    """What a connection sends, by line or by length; holds nothing while nobody speaks."""

    __slots__ = ("_file", "_recv", "held")

    def __init__(self, connection: Any) -> None:
        self._recv = connection.recv
        # While a file of it is open a connection is not closed under whoever waits for it.
        self._file = connection.makefile("rb", buffering=0)
        self.held = b""

    @property
    def closed(self) -> bool:
        """Whether nothing more is read."""
        return bool(self._file.closed)

    def close(self) -> None:
        """Read no more."""
        self._file.close()

    def take(self, size: int) -> bytes:
        """Of what came, the first bytes."""
        taken, self.held = self.held[:size], self.held[size:]
        return taken

    def readline(self, limit: int = -1) -> bytes:
        """A line with its end; less of it at the limit, at LARGEST, or when nothing more comes.

        The library reads the lengths of chunks without a limit, from anybody.
        """
        most = limit if limit >= 0 else LARGEST
        while b"\n" not in self.held and len(self.held) < most:
            more = self._recv(TAKEN)
            if not more:
                break
            self.held += more
        size = self.held.find(b"\n") + 1 or len(self.held)
        return self.take(min(size, most))

    def read(self, size: int = -1) -> bytes:
        """So many bytes, or all; less when nothing more comes."""
        while not 0 <= size <= len(self.held):
            more = self._recv(LARGEST)
            if not more:
                size = len(self.held)
            self.held += more
        return self.take(size)

    def readlines(self, _about: int = -1) -> list[bytes]:
        """Every line."""
        return list(iter(self.readline, b""))


class Outgoing:
    """What a connection is sent: each answer in one piece."""

    __slots__ = ("_sendall", "closed")

    def __init__(self, connection: Any) -> None:
        self._sendall = connection.sendall
        self.closed = False

    def write(self, content: bytes) -> None:
        """Send it, once the kernel has room."""
        self._sendall(content)

    def writelines(self, parts: Iterable[bytes]) -> None:
        """Send it all."""
        self._sendall(b"".join(parts))

    def flush(self) -> None:
        """Nothing waits here."""

    def close(self) -> None:
        """Send no more."""
        self.closed = True


class Headers(dict[str, str]):
    """A request's headers, each there once, by name in small letters; and as they came."""

    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        super().__init__((name.lower(), value) for name, value in pairs)
        self._headers = pairs

    def get(self, name: str, default: Any = None) -> Any:
        """A header, by its name in any letters."""
        return super().get(name.lower(), default)

    def get_content_type(self) -> str:
        """What a body is of which nothing is said."""
        return "text/plain"


class Kept(HttpProtocol):  # type: ignore[misc]  # published without types
    """One connection: of the request before, nothing is kept."""

    def setup(self) -> None:
        """Begin with empty hands."""
        self.connection = self.request
        self.rfile: Any = Incoming(self.connection)
        self.wfile: Any = Outgoing(self.connection)

    def handle_one_request(self) -> None:
        """Forget the last request before waiting for the next; whoever sends the next without
        waiting lets others go first.
        """
        self.environ: Any = None
        self.headers: Any = None
        self.application: Any = None
        if self.rfile.held:
            sleep(0)
        super().handle_one_request()

    def parse_request(self) -> bool:
        """Read a request's head; False once it was refused."""
        headers = usual(self.raw_requestline, self.rfile.fp)
        self.is_usual = headers is not None
        if headers is None:
            return bool(super().parse_request())
        self.requestline = self.raw_requestline.decode("ascii").rstrip()
        self.command, self.path, self.request_version = self.requestline.split(" ")
        self.headers = headers
        self.close_connection = headers.get("connection", "").lower() == "close"
        return True

    def get_environ(self) -> Any:
        """What the application is told; of the headers only what is asked of them later stays."""
        made = super().get_environ()
        self.headers = {"Connection": self.headers.get("Connection", "")}
        return made

    def handle_one_response(self) -> None:
        """Send an answer that is there as a whole in one piece; others go the library's way."""
        if not self.is_usual:
            super().handle_one_response()
            return
        told: list[Any] = []
        WSGI_LOCAL.already_handled = False
        try:
            result = self.application(self.environ, lambda *given: told.append(given))
        except Exception as failure:  # noqa: BLE001 - told as the library does
            self._again(_raising(failure))
            return
        if WSGI_LOCAL.already_handled:
            # A socket, which is over.
            self.close_connection = True
        elif len(told) == 1 and self._is_whole(result, *told[0]):
            self.wfile.write(self._whole(*told[0]) + result[0])
        else:
            self._again(_replaying(told, result))

    def _again(self, application: Any) -> None:
        self.application = application
        super().handle_one_response()

    def _is_whole(self, result: Any, status: str, headers: Any, *failed: Any) -> bool:
        asked = self.environ["eventlet.input"]
        return (
            isinstance(result, list)
            and len(result) == 1
            and status[:3] in WHOLE
            and self.command != "HEAD"
            and not failed
            and ("Content-Length", str(len(result[0]))) in headers
            and asked.position == asked.content_length
        )

    def _whole(self, status: str, headers: Any) -> bytes:
        """The head of an answer, as the library writes it."""
        lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in headers)]
        if not any(name.lower() == "date" for name, _value in headers):
            lines.append(f"Date: {format_date_time(time.time())}")
        if self.close_connection:
            lines.append("Connection: close")
        elif self.headers["Connection"].lower() == "keep-alive":
            lines.append("Connection: keep-alive")
        return "\r\n".join([*lines, "\r\n"]).encode("latin-1")

    def log_message(self, *_words: Any) -> None:
        """Say nothing: addresses may hold one-use secrets, of malformed requests too."""


def _raising(failure: Exception) -> Any:
    def application(_environ: Any, _start: Any) -> Any:
        raise failure

    return application


def _replaying(told: list[Any], result: Any) -> Any:
    """An application that says again what another one said."""

    def application(_environ: Any, start: Any) -> Any:
        for given in told:
            start(*given)
        return result

    return application


def usual(asked: bytes, incoming: Incoming) -> Headers | None:
    """The headers of a request as browsers write it, taken from what came; None, and nothing is
    taken, when it is any other: not here yet, folded, repeated, or in other letters.
    """
    end = incoming.held.find(b"\r\n\r\n") + 2
    head = incoming.held[:end]
    if end < 2 or not ASKED.fullmatch(asked) or not HEADERS.fullmatch(head):
        return None
    lines = head.decode("ascii").split("\r\n")[:-1]
    headers = Headers([(one.partition(": ")[0], one.partition(": ")[2].strip()) for one in lines])
    if len(headers) < len(lines) or len(lines) > MOST_HEADERS or headers.keys() & UNUSUAL:
        return None
    incoming.take(end + 2)
    return headers
