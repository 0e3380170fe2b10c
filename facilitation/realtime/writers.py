"""Writing what queued for one phone, by a green thread that lives only while something does.

Nearly everything is written straight to the connection; a writer that sleeps meanwhile costs each
phone 18 KiB.
"""

from inspect import getclosurevars
from threading import Event
from typing import Any, Final, Self

from facilitation import concurrency

#: The library's own writer, a function inside the function that serves a WebSocket.
THEIRS: Final = "Socket._websocket_handler.<locals>.writer"


class Writer:
    """Stands where the library expects the task that writes: `join` waits for its end."""

    def __init__(self, socket: Any, connection: Any) -> None:
        self._socket = socket
        self._connection = connection
        self._busy = False
        self._ended = False
        self._end: Event | None = None
        # Only now: a connection that changes over from polling has its own order first.
        socket.line = self._line = getattr(connection, "line", None)
        socket.queue.wake = self.wake
        self.wake()

    @classmethod
    def instead_of(cls, task: Any) -> Self | None:
        """The writer in the place of this task; None when it is another, or queues do not wake."""
        if getattr(task, "__qualname__", "") != THEIRS:
            return None
        around = getclosurevars(task).nonlocals
        return cls(around["self"], around["ws"]) if hasattr(around["self"].queue, "wake") else None

    def wake(self) -> None:
        """Something queued."""
        if not self._busy and not self._ended:
            self._busy = True
            concurrency.spawn(self._write)

    def _write(self) -> None:
        try:
            while self._socket.queue.qsize():
                packets = self._socket.poll()
                if not packets:
                    break
                for packet in packets:
                    self._connection.send(packet.encode())
            else:
                self._busy = False
                return
        except Exception:  # noqa: BLE001, S110 - the connection is gone: whoever reads is told
            pass
        self._finish()

    def _finish(self) -> None:
        self._ended = True
        if self._line is not None:
            self._line.end()
        self._connection.close()
        if self._end is not None:
            self._end.set()

    def join(self) -> None:
        """Wait until the last word is written."""
        if not self._ended:
            self._end = Event()
            self._end.wait()
