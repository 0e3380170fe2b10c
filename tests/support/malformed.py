"""What no client sends: frames, polling bodies and requests bent by a seeded mutator.

Every line is known to be open before something is sent over it, so that nothing is wasted on the
dead; a line that the server ended is replaced.
"""

import json
import random
import socket
from collections.abc import Callable
from contextlib import suppress
from typing import Final
from urllib.parse import urlsplit

import requests
import websocket

PATIENCE: Final = 20
SEEDS: Final = (
    "2probe",
    "3",
    '40{"token":"x"}',
    "41",
    '42["event",{"a":1}]',
    '421["event"]',
    "43[1]",
    '45-["event"]',
    '451-["event",{"_placeholder":true,"num":0}]',
    "461-1[]",
    "42/admin,[]",
    "6",
    "5",
    "b4AAAA",
    '42["\\ud800",NaN,Infinity]',
    "4" + "[" * 400,
)
PIECES: Final = (b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"[", b"]", b'"', b"-1", b"\x1e", b"9" * 40)
LINES: Final = (
    b"GET {path} HTTP/1.1",
    b"POST {path} HTTP/1.1",
    b"OPTIONS * HTTP/1.1",
    b"BREW {path} HTTP/9.9",
    b"GET http://evil.example{path} HTTP/1.1",
    b"GET {path}",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
)
HEADERS: Final = (
    b"Content-Length: -1",
    b"Content-Length: 99999999999999999999",
    b"Content-Length: 10\r\nContent-Length: 11",
    b"Transfer-Encoding: chunked",
    b"Transfer-Encoding: chunked\r\nContent-Length: 4",
    b"Host: evil.example",
    b"Cookie: " + b"a=b; " * 400,
    b"X: " + b"y" * 9_000,
    b"Authorization: Bearer \xff\xfe",
    b"Origin: null",
    b": empty",
    b"Upgrade: websocket\r\nConnection: Upgrade",
    b"Expect: 100-continue",
    b"Accept-Language: \xc3\x28;q=nan",
)
PATHS: Final = (
    *(b"/", b"/w/%00", b"/w/ABC234/table/%2e%2e", b"/static/../app.py"),
    *(b"/socket.io/?EIO=4&transport=websocket", b"/socket.io/?EIO=4&transport=polling&j=0"),
    *(b"/socket.io/?sid=../../x&EIO=4", b"/api/workshops/%ff/snapshot?since=%7b%7d"),
    *(b"/static/%2e%2e/settings.py", b"/healthz?" + b"x" * 9_000),
)


def bent(rng: random.Random, seed: bytes) -> bytes:
    """A frame with some of its bytes cut, doubled, swapped or replaced."""
    frame = bytearray(seed)
    for _turn in range(rng.randint(0, 4)):
        at = rng.randint(0, len(frame))
        match rng.randint(0, 4):
            case 0:
                del frame[at : at + rng.randint(1, 4)]
            case 1:
                frame[at:at] = rng.choice(PIECES)
            case 2:
                frame[at:at] = frame[: rng.randint(0, len(frame))]
            case 3 if frame:
                frame[min(at, len(frame) - 1)] = rng.randint(0, 255)
            case _:
                frame = bytearray(rng.choice(SEEDS).encode()) + frame[:at]
    if rng.random() < 0.002:
        frame += b"x" * 5_000_000
    return bytes(frame)


class Lines:
    """A few open sockets, some of them let in; `sent` counts what went over a living one."""

    def __init__(self, root: str, token: str, count: int = 4) -> None:
        self._address = f"{root.replace('http', 'ws', 1)}/socket.io/?EIO=4&transport=websocket"
        self._token = token
        self._lines: list[websocket.WebSocket | None] = [None] * count
        self.sent = 0

    def _open(self) -> websocket.WebSocket:
        line = websocket.create_connection(self._address, timeout=PATIENCE)
        line.recv()
        if random.random() < 0.5:  # noqa: S311 - either way is wanted
            line.send("40" + json.dumps({"token": self._token}))
        return line

    def send(self, turn: int, frame: bytes) -> None:
        """Send a frame over a line that lives."""
        at = turn % len(self._lines)
        line = self._lines[at]
        if line is None or not _lives(line):
            if line is not None:
                line.shutdown()
            line = self._lines[at] = self._open()
        binary = turn % 7 == 0
        code = websocket.ABNF.OPCODE_BINARY if binary else websocket.ABNF.OPCODE_TEXT
        with suppress(OSError, websocket.WebSocketException):
            line.send(frame, code)
            self.sent += 1

    def close(self) -> None:
        """Hang up everywhere."""
        for line in self._lines:
            if line is not None:
                line.shutdown()


def _lives(line: websocket.WebSocket) -> bool:
    """Read what waits, without waiting; False once the server hung up."""
    try:
        line.settimeout(0.001)
        while True:
            opcode, _said = line.recv_data()
            if opcode == websocket.ABNF.OPCODE_CLOSE:
                return False
    except (websocket.WebSocketTimeoutException, BlockingIOError):
        return True
    except (websocket.WebSocketException, OSError):
        return False
    finally:
        with suppress(OSError):
            line.settimeout(PATIENCE)


def frames(root: str, token: str, count: int, rng: random.Random) -> int:
    """Send so many malformed frames over living sockets."""
    lines = Lines(root, token)
    for turn in range(count):
        lines.send(turn, bent(rng, rng.choice(SEEDS).encode()))
    lines.close()
    return lines.sent


def polls(root: str, count: int, rng: random.Random) -> int:
    """Send so many malformed polling bodies, each to a session that lives."""
    address = f"{root}/socket.io/?EIO=4&transport=polling"
    with requests.Session() as session:
        sid, answered = "", 0
        for _turn in range(count):
            if not sid:
                sid = json.loads(session.get(address, timeout=PATIENCE).text[1:])["sid"]
            body = b"\x1e".join(
                bent(rng, rng.choice(SEEDS).encode()) for _ in range(rng.randint(0, 20))
            )
            with suppress(requests.RequestException):
                told = session.post(f"{address}&sid={sid}", data=body, timeout=PATIENCE)
                answered += 1
                sid = sid if told.ok else ""
    return answered


def requested(root: str, count: int, rng: random.Random) -> int:
    """Send so many malformed requests, each on a connection of its own, and read what comes."""
    place = urlsplit(root)
    sent = 0
    for _turn in range(count):
        with (
            suppress(OSError),
            socket.create_connection(
                (str(place.hostname), int(place.port or 80)), PATIENCE
            ) as line,
        ):
            line.settimeout(0.2)
            line.sendall(_request(rng, place.netloc.encode()))
            sent += 1
            with suppress(OSError):
                line.shutdown(socket.SHUT_WR)
                while line.recv(65_536):
                    pass
    return sent


def _request(rng: random.Random, host: bytes) -> bytes:
    line = rng.choice(LINES).replace(b"{path}", rng.choice(PATHS))
    headers = [b"Host: " + host, *rng.sample(HEADERS, rng.randint(0, 4))]
    body = bent(rng, b'{"key":"0f","name":"x"}') if rng.random() < 0.5 else b""
    whole = b"\r\n".join([line, *headers]) + b"\r\n\r\n" + body
    return bent(rng, whole) if rng.random() < 0.3 else whole


Attack = Callable[[], int]
