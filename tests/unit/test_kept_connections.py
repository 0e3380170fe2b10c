"""A request is read alike in one go and as eventlet reads it; what is odd is left to eventlet."""

import socket
import sys
from contextlib import suppress
from typing import Any

import pytest
from eventlet.greenio import GreenSocket
from eventlet.wsgi import HttpProtocol, Server

from facilitation.concurrency import kept
from facilitation.concurrency.kept import Kept

PLACE = "/api/workshops/ABCDEF/commands"
POST = f"POST {PLACE} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\n"
#: What differs between two requests that are alike.
OWN = {"wsgi.input", "eventlet.input", "eventlet.set_idle", "REMOTE_PORT", "SERVER_PORT"}

USUAL = {
    "a head": "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n",
    "a page": "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
    "a question": "GET /w/A?as=table%3A1&x= HTTP/1.1\r\nHost: a\r\nAccept: */*\r\n\r\n",
    "a command": f"{POST}Content-Type: application/json\r\n\r\n{{}}",
    "a command by browser": f"{POST}Cookie: a=b; c=d\r\nX-Tablee-As: table:2\r\n\r\n{{}}",
    "the last one": f"{POST}Connection: close\r\n\r\n{{}}",
    "kept open": f"{POST}Connection: keep-alive\r\n\r\n{{}}",
    "two at once": f"{POST}\r\n{{}}{POST}\r\n[]",
    "an escaped place": "GET /w/%C3%A9t%C3%A9%2F HTTP/1.1\r\nHost: a\r\n\r\n",
    "an empty header": "GET / HTTP/1.1\r\nHost: a\r\nX-Empty: \r\n\r\n",
    "spaces around": "GET / HTTP/1.1\r\nHost: a\r\nX-Wide:   b   \r\n\r\n",
    "a length that is none": "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
    "a body cut short": "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{}",
    "a long body": f"POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 60000\r\n\r\n{'x' * 60_000}",
}
ODD = {
    "an old version": "GET / HTTP/1.0\r\nHost: a\r\n\r\n",
    "no version": "GET /\r\n\r\n",
    "a newer version": "GET / HTTP/2.0\r\nHost: a\r\n\r\n",
    "another method": "PUT / HTTP/1.1\r\nHost: a\r\n\r\n",
    "two slashes": "GET //elsewhere/ HTTP/1.1\r\nHost: a\r\n\r\n",
    "a whole address": "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n",
    "no headers": "GET / HTTP/1.1\r\n\r\n",
    "lines that end otherwise": "GET / HTTP/1.1\nHost: a\n\n",
    "an end of line inside": f"{POST}X-Odd: a\rX-More: b\r\n\r\n{{}}",
    "a line that goes on": "GET / HTTP/1.1\r\nHost: a\r\nX-Long: b\r\n c\r\n\r\n",
    "a space before the colon": "GET / HTTP/1.1\r\nHost : a\r\n\r\n",
    "no space after it": "GET / HTTP/1.1\r\nHost:a\r\n\r\n",
    "an underscore": "GET / HTTP/1.1\r\nHost: a\r\nX_Forwarded_For: b\r\n\r\n",
    "no colon": "GET / HTTP/1.1\r\nHost: a\r\nnonsense\r\n\r\n",
    "other letters": "GET / HTTP/1.1\r\nHost: a\r\nX-Name: \xe9\r\n\r\n",
    "a header twice": f"{POST}Content-Length: 1\r\n\r\n{{}}",
    "the same in other letters": f"{POST}CONTENT-LENGTH: 1\r\n\r\n{{}}",
    "in pieces": "POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n"
    "0\r\n\r\n",
    "in pieces and by length": f"{POST}Transfer-Encoding: chunked\r\n\r\n2\r\n{{}}\r\n0\r\n\r\n",
    "asking first": f"{POST}Expect: 100-continue\r\n\r\n{{}}",
    "too many headers": "GET / HTTP/1.1\r\n" + "A: b\r\n" * 101 + "\r\n",
    "too many different headers": "GET / HTTP/1.1\r\n"
    + "".join(f"A{number}: b\r\n" for number in range(101))
    + "\r\n",
    "a head cut short": "GET / HTTP/1.1\r\nHost: a\r\n",
    "a header too long": f"GET / HTTP/1.1\r\nX-Long: {'x' * 70_000}\r\n\r\n",
    "a place too long": f"GET /{'x' * 9_000} HTTP/1.1\r\nHost: a\r\n\r\n",
    "nothing": "",
    "nonsense": "\x16\x03\x01\x02\r\n\r\n",
}


class Library(HttpProtocol):  # type: ignore[misc]  # published without types
    """The library's own way, that says nothing either."""

    def log_message(self, *_words: Any) -> None:
        """Say nothing."""


HEADERS = [("X-Many", "x" * 300), ("Content-Type", "a/b"), ("X-Name", "\xe9")]
LENGTH = ("Content-Length", "6")


class Stopping(list[bytes]):
    """A body that is told when it is no longer needed."""

    closed = 0

    def close(self) -> None:
        """It is not."""
        Stopping.closed += 1


def whole(_environ: Any, start: Any) -> Any:
    """An answer that is there."""
    start("200 OK", [*HEADERS, LENGTH])
    return [b"answer"]


def dated(_environ: Any, start: Any) -> Any:
    """One that says when it was given."""
    start("404 Not Found", [("Date", "today"), *HEADERS, LENGTH])
    return [b"answer"]


def unmeasured(_environ: Any, start: Any) -> Any:
    """One that does not say how long it is."""
    start("200 OK", list(HEADERS))
    return [b"answer"]


def lying(_environ: Any, start: Any) -> Any:
    """One that is longer than it says."""
    start("200 OK", [*HEADERS, ("Content-Length", "3")])
    return [b"answer"]


def empty(_environ: Any, start: Any) -> Any:
    """One without a body."""
    start("204 No Content", [])
    return []


def unchanged(_environ: Any, start: Any) -> Any:
    """One that has a length all the same."""
    start("304 Not Modified", [LENGTH])
    return [b"answer"]


def flowing(_environ: Any, start: Any) -> Any:
    """One in pieces."""
    start("200 OK", list(HEADERS))
    return iter([b"an", b"", b"swer"])


def stopping(_environ: Any, start: Any) -> Any:
    """One that wants to be closed."""
    start("200 OK", [*HEADERS, LENGTH])
    return Stopping([b"ans", b"wer"])


def corrected(_environ: Any, start: Any) -> Any:
    """One that begins twice."""
    start("200 OK", [LENGTH])
    try:
        raise LookupError
    except LookupError:
        start("500 Internal Server Error", [*HEADERS, LENGTH], sys.exc_info())
    return [b"answer"]


def broken(_environ: Any, _start: Any) -> Any:
    """None at all."""
    raise LookupError


def silent(_environ: Any, _start: Any) -> Any:
    """A body without a beginning."""
    return [b"answer"]


ANSWERS = [
    whole,
    dated,
    unmeasured,
    lying,
    empty,
    unchanged,
    flowing,
    stopping,
    corrected,
    broken,
    silent,
]


def served(
    protocol: type[Any], request: str, answering: Any = whole, *, reads: bool = True
) -> tuple[list[dict[str, Any]], bytes]:
    """What the application was told by a whole connection, and what came back."""
    told: list[dict[str, Any]] = []

    def app(environ: dict[str, Any], start: Any) -> Any:
        body = environ["wsgi.input"].read() if reads else b""
        told.append({name: value for name, value in environ.items() if name not in OWN})
        told[-1]["body"] = body
        return answering(environ, start)

    near, far = socket.socketpair()
    with near, far:
        far.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 200_000)
        far.sendall(request.encode("latin-1"))
        far.shutdown(socket.SHUT_WR)
        server = Server(near, ("127.0.0.1", 1), app, log_output=False, debug=False)
        server.max_http_version = "HTTP/1.1"
        protocol([("127.0.0.1", 2), GreenSocket(near), "idle"], server)
        return told, heard(far)


def heard(far: socket.socket) -> bytes:
    """All that came back; a connection that is ended before it was read to its end is reset."""
    answer = b""
    with suppress(ConnectionResetError):
        while piece := far.recv(100_000):
            answer += piece
    return answer


def shown(answer: bytes) -> bytes:
    """An answer without the moment at which it was given."""
    lines = answer.split(b"\r\n")
    return b"\r\n".join(line for line in lines if not line.startswith(b"Date: "))


@pytest.mark.parametrize("name", [*USUAL, *ODD])
def test_every_request_is_read_and_answered_as_the_library_does(name: str) -> None:
    request = (USUAL | ODD)[name]
    ours, theirs = served(Kept, request), served(Library, request)
    assert ours[0] == theirs[0]
    assert shown(ours[1]) == shown(theirs[1])


@pytest.mark.parametrize("answering", ANSWERS)
@pytest.mark.parametrize("reads", [True, False])
@pytest.mark.parametrize(
    "name", ["a command", "the last one", "kept open", "two at once", "a body cut short", "a head"]
)
def test_every_answer_is_sent_as_the_library_does(answering: Any, name: str, reads: bool) -> None:
    request = USUAL[name]
    Stopping.closed = 0
    ours, theirs = (served(one, request, answering, reads=reads) for one in (Kept, Library))
    assert len(ours[0]) == len(theirs[0])
    assert shown(ours[1]) == shown(theirs[1])
    assert Stopping.closed in (0, 2 * len(theirs[0]))


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """For each request, whether it was read in one go."""
    ways: list[bool] = []
    usual = kept.usual

    def noted(*given: Any) -> Any:
        found = usual(*given)
        ways.append(found is not None)
        return found

    monkeypatch.setattr(kept, "usual", noted)
    return ways


@pytest.mark.parametrize("name", USUAL)
def test_what_browsers_and_phones_send_is_read_in_one_go(name: str, short: list[bool]) -> None:
    served(Kept, USUAL[name])
    assert short
    assert all(short)


@pytest.mark.parametrize("name", ODD)
def test_whatever_is_odd_is_left_to_the_library(name: str, short: list[bool]) -> None:
    served(Kept, ODD[name])
    assert not any(short)


@pytest.mark.parametrize("answering", [whole, dated, unmeasured])
def test_an_answer_leaves_in_one_piece(answering: Any) -> None:
    pieces: list[bytes] = []

    class Connection(GreenSocket):  # type: ignore[misc]
        """Takes note."""

        def sendall(self, content: bytes, flags: int = 0) -> None:
            """A piece leaves."""
            pieces.append(content)

    near, far = socket.socketpair()
    with near, far:
        far.sendall(USUAL["a command"].encode())
        far.shutdown(socket.SHUT_WR)

        def app(environ: dict[str, Any], start: Any) -> list[bytes]:
            environ["wsgi.input"].read()
            return answering(environ, start)

        server = Server(near, ("127.0.0.1", 1), app, log_output=False, debug=False)
        Kept([("127.0.0.1", 2), Connection(near), "idle"], server)
    assert len(pieces) == 1
    assert pieces[0].endswith(b"answer")


def test_between_two_requests_nothing_of_the_last_is_held() -> None:
    held: list[Any] = []

    class Waiting(Kept):
        """Looks at what is held while nobody speaks."""

        def _read_request_line(self) -> Any:
            held.append((self.environ, self.headers, self.application, self.rfile.held))
            return super()._read_request_line()

    for answering in (whole, flowing):
        held.clear()
        served(Waiting, USUAL["a command"], answering)
        assert held == [(None, None, None, b"")] * 2


def test_a_line_without_an_end_is_read_no_further_than_a_header() -> None:
    class Endless:
        """Somebody who sends the length of a piece for ever."""

        asked = 0

        def recv(self, size: int) -> bytes:
            self.asked += 1
            return b"0" * size

        def makefile(self, *_how: Any, **_more: Any) -> Any:
            return None

    sender = Endless()
    assert len(kept.Incoming(sender).readline()) == kept.LARGEST
    assert sender.asked == kept.LARGEST // kept.TAKEN


@pytest.mark.parametrize(("name", "turns"), [("a command", 0), ("two at once", 1)])
def test_whoever_does_not_wait_for_an_answer_lets_others_go_first(
    monkeypatch: pytest.MonkeyPatch, name: str, turns: int
) -> None:
    given: list[float] = []
    monkeypatch.setattr(kept, "sleep", given.append)
    served(Kept, USUAL[name])
    assert len(given) == turns
