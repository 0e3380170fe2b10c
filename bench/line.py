"""One simulated device: HTTP requests up on a connection kept open, a WebSocket down.

Speaks Engine.IO 4 and Socket.IO 5 directly (four kinds of frames), so that what is measured is
the server and not a client library.
"""

import http.client
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final
from urllib.parse import urlsplit

import gevent
import websocket

Json = dict[str, Any]

TIMEOUT: Final = 60.0
OPEN, PING, PONG, CONNECT, EVENT = "0", "2", "3", "40", "42"


@dataclass(slots=True)
class Line:
    """Where a workshop is served, and the token that speaks for the device."""

    url: str
    code: str
    token: str = ""
    _http: http.client.HTTPConnection | None = None

    @property
    def place(self) -> str:
        """Host and port."""
        return urlsplit(self.url).netloc

    def post(self, path: str, body: Json) -> tuple[int, Json]:
        """Send JSON below the workshop's address; the status and the answer."""
        return self._send("POST", f"/api/workshops/{self.code}/{path}", json.dumps(body))

    def create(self, admin_key: str, scenario: str) -> Json:
        """A fresh workshop, with its tokens."""
        self.token = admin_key
        return self._send("POST", "/api/workshops", json.dumps({"scenario": scenario}))[1]

    def command(self, key: str, name: str, payload: Json) -> tuple[int, Json]:
        """One command of the catalogue."""
        return self.post("commands", {"key": key, "name": name, "payload": payload})

    def get(self, path: str) -> Json:
        """Read JSON below the workshop's address."""
        return self._send("GET", f"/api/workshops/{self.code}/{path}")[1]

    def _send(self, method: str, path: str, body: str | None = None) -> tuple[int, Json]:
        if self._http is None:
            self._http = http.client.HTTPConnection(self.place, timeout=TIMEOUT)
        headers = {"Content-Type": "application/json"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        self._http.request(method, path, body.encode() if body else None, headers)
        answer = self._http.getresponse()
        return answer.status, json.loads(answer.read() or b"{}")


@dataclass(slots=True)
class Ear:
    """A WebSocket that hands on every event with the moment it arrived, in seconds."""

    line: Line
    heard: Callable[[str, Json, float], None]
    ready: gevent.event.Event = field(default_factory=gevent.event.Event)
    _socket: Any = None

    def open(self) -> None:
        """Connect; `ready` is set when the first snapshot is there."""
        self._socket = websocket.create_connection(
            f"ws://{self.line.place}/socket.io/?EIO=4&transport=websocket",
            timeout=TIMEOUT,
        )
        self._expect(OPEN)
        self._socket.send(CONNECT + json.dumps({"token": self.line.token}))
        gevent.spawn(self._listen)

    def _expect(self, kind: str) -> None:
        frame = self._socket.recv()
        if not frame.startswith(kind):
            raise RuntimeError(f"unexpected frame: {frame[:80]}")

    def _listen(self) -> None:
        while self._socket is not None:
            try:
                frame = self._socket.recv()
            except (OSError, websocket.WebSocketException):
                return
            self._take(frame, time.perf_counter())

    def _take(self, frame: str, now: float) -> None:
        if frame.startswith(PING):
            self._socket.send(PONG)
        elif frame.startswith(EVENT):
            name, content = json.loads(frame[len(EVENT) :])
            if name == "snapshot":
                self.ready.set()
            self.heard(name, content, now)

    def close(self) -> None:
        """Hang up."""
        kept, self._socket = self._socket, None
        if kept is not None:
            kept.close()
