"""A device's way down: a real Socket.IO connection that feeds its streams and asks for gaps."""

import logging
import time
from typing import Any, Final

import socketio

from facilitation.rehearsal.line import Line
from facilitation.rehearsal.streams import Streams

Json = dict[str, Any]

CONNECT: Final = 20.0
#: A socket that the server closes is part of the play: the library need not say so.
QUIET: Final = logging.getLogger("facilitation.rehearsal")
QUIET.setLevel(logging.CRITICAL)


class Ear:
    """Listens for a device until it is closed; comes back by number after a cut."""

    def __init__(self, line: Line, streams: Streams) -> None:
        self.line = line
        self.streams = streams
        self.moved = False
        self._socket: socketio.Client | None = None
        self._open = False

    def open(self) -> None:
        """Connect, and wait until the first snapshot is there."""
        self.moved = False
        until = time.monotonic() + CONNECT
        while not self._connected():
            # Torn off while it was opening: tried anew, as a page does.
            self.close()
            if time.monotonic() > until:
                self.line.ledger.fault(f"no line for {self.line.role}")
                return
        if not self.streams.wait(lambda: self.streams.numbers, CONNECT):
            self.line.ledger.fault(f"no snapshot for {self.line.role}")

    def _connected(self) -> bool:
        socket = self._socket = socketio.Client(
            reconnection_delay=0.2, reconnection_delay_max=2, logger=QUIET, engineio_logger=QUIET
        )
        for name in ("connect", "disconnect", "snapshot", "changes", "live", "moved"):
            socket.on(name, getattr(self, f"_{name}"))
        try:
            socket.connect(
                self.line.site.root,
                headers={"Cookie": self.line.cookie} if not self.line.token else {},
                auth=self._auth,
                transports=["websocket"],
                wait_timeout=CONNECT,
            )
        except socketio.exceptions.ConnectionError:
            return False
        return True

    def _auth(self) -> Json:
        """Who connects, and what is held already."""
        held = {"since": dict(self.streams.numbers), "epoch": self.streams.epoch}
        who = {"code": self.line.site.code, "as": self.line.role}
        if self.line.token:
            who = {"code": self.line.site.code, "token": self.line.token}
        return who | (held if self.streams.numbers else {})

    def close(self) -> None:
        """Hang up."""
        if self._socket is not None:
            # One that was trying to come back stops, or has come back meanwhile.
            self._socket.shutdown()
            self._socket.disconnect()
        self._socket = None
        self._count(False)

    def reopen(self, kept: list[str]) -> None:
        """Come back by the door after a move, with the streams that are now one's own."""
        self.close()
        self.streams.forget(kept)
        self.open()

    def mend(self) -> None:
        """Ask for what was missed, if something was."""
        for name in self.streams.missing():
            self.line.ledger.gap()
            self.streams.snapshot(self.line.get("snapshot", stream=name))

    def _count(self, connected: bool) -> None:
        if connected != self._open:
            self._open = connected
            self.line.ledger.line(1 if connected else -1)

    def _connect(self) -> None:
        self._count(True)

    def _disconnect(self, *_reason: Any) -> None:
        self._count(False)

    def _snapshot(self, message: Json) -> None:
        self.streams.snapshot(message)

    def _changes(self, message: Json) -> None:
        self.streams.changes(message)
        for name, number in message["streams"].items():
            if message["from"] == number and self.streams.numbers.get(name, -1) < number:
                # Changes too many for one message begin where they end: they are to be asked for.
                self.streams.snapshot(self.line.get("snapshot", stream=name))

    def _live(self, message: Json) -> None:
        self.streams.told(message)

    def _moved(self, _message: Any = None) -> None:
        self.moved = True
        self.streams.told({})
