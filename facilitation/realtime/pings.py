"""One clock for everybody's pings, where the library keeps a green thread asleep for each phone."""

import time
from heapq import heappop, heappush
from itertools import count
from random import random
from typing import Any, Final
from weakref import ref

from engineio import packet
from engineio.exceptions import SocketIsClosedError
from engineio.socket import Socket

from facilitation import concurrency
from facilitation.realtime.fanout import straight
from facilitation.realtime.timings import PINGS_EVERY
from facilitation.realtime.writers import Writer

#: An Engine.IO ping as it goes over the wire.
PING: Final = b"\x81\x012"
#: A hall that joined in one instant is not to answer in one instant, every twenty seconds.
SPREAD: Final = 0.25


class Pings:
    """Who is to be pinged when; takes the place of the library's own tasks on one server."""

    def __init__(self, engine: Any) -> None:
        self._interval = engine.ping_interval
        self._start = engine.start_background_task
        #: By weak reference: a line that ends before its next ping is not kept until then.
        self._due: list[tuple[float, int, ref[Any]]] = []
        self._numbers = count()
        self._running = False
        engine.start_background_task = self._instead

    def _instead(self, target: Any, *given: Any, **named: Any) -> Any:
        if getattr(target, "__func__", None) is not Socket._send_ping:
            return Writer.instead_of(target) or self._start(target, *given, **named)
        self.add(target.__self__, time.monotonic())
        if not self._running:
            self._running = True
            concurrency.spawn(self._run)
        return None

    def add(self, socket: Any, now: float) -> None:
        """This one is to be pinged in a while."""
        due = now + self._interval * (1 - SPREAD * random())  # noqa: S311 - spreads, hides nothing
        heappush(self._due, (due, next(self._numbers), ref(socket)))

    def _run(self) -> None:
        while True:
            concurrency.sleep(PINGS_EVERY)
            self.ping(time.monotonic())

    def ping(self, now: float) -> None:
        """Ping whoever is due."""
        while self._due and self._due[0][0] <= now:
            socket = heappop(self._due)[2]()
            if socket is None or socket.closing or socket.closed:
                continue
            socket.last_ping = time.time()
            if not straight(socket, PING):
                _queue(socket)


def _queue(socket: Any) -> None:
    try:
        socket.send(packet.Packet(packet.PING))
    except SocketIsClosedError:
        return
