"""A wire between phones and the server that can go dead without a word, as a bad Wi-Fi does."""

import contextlib
import socket
import threading
from typing import Self


class Relay:
    """Passes bytes on, until it is frozen: connections stay open, and nothing gets through."""

    def __init__(self) -> None:
        #: The server's port.
        self.to = 0
        self._alive = threading.Event()
        self._alive.set()
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._ends: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._alive.set()
        for one in (self._listener, *self._ends):
            with contextlib.suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()

    def freeze(self) -> None:
        """From now on nothing gets through, and nobody is told."""
        self._alive.clear()

    def thaw(self) -> None:
        """What was held gets through, and all that follows."""
        self._alive.set()

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                phone, _address = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self.to))
                self._ends += [phone, server]
                for pair in ((phone, server), (server, phone)):
                    threading.Thread(target=self._pass, args=pair, daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(65536):
                self._alive.wait()
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)
