"""The fan-out: a message is packed once and written as the same bytes to every socket.

The library's own way hands each message to a queue and a green thread per phone, which is where
nearly all the time of a broadcast goes. It stays in use for whoever cannot be written to at once:
a phone that polls, a connection that is full, the threading mode.
"""

import struct
from typing import Any, Final

from engineio import packet as engine_packet
from socketio import Manager
from socketio import packet as socket_packet

from facilitation import concurrency
from facilitation.concurrency.sockets import Line
from facilitation.realtime.timings import LARGEST_FRAME

Json = dict[str, Any]

#: Messages that may wait for one slow phone; then it is closed, and comes back by number.
MOST_WAITING: Final = 256
#: After so many sockets the others get a turn: answers and pings are not held up by a broadcast.
STRETCH: Final = 250
#: From so many sockets on, those of a room are not looked up for each event.
MANY: Final = 4


class Fanout(Manager):  # type: ignore[misc]  # published without types
    """The library's manager of sockets and rooms, with a faster way down."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[Any, list[Any]] = {}

    def emit(  # noqa: PLR0913, PLR0917 - the library's signature
        self,
        event: str,
        data: Any,
        namespace: str,
        room: Any = None,
        skip_sid: Any = None,
        callback: Any = None,
        to: Any = None,
        **more: Any,
    ) -> None:
        """Send an event to a room or a socket, in the order of the calls."""
        place = to or room
        if callback or skip_sid or place is None:
            super().emit(event, data, namespace, place, skip_sid, callback, **more)
            return
        packet = self._packet(event, data, namespace)
        frame = framed(packet.encode())
        if event == "changes" and len(frame) > LARGEST_FRAME:
            packet = self._packet(event, asking(data), namespace)
            frame = framed(packet.encode())
        lines = self._lines(namespace, place)
        for begin in range(0, len(lines), STRETCH):
            if begin:
                concurrency.sleep(0)
            for line in lines[begin : begin + STRETCH]:
                if not line.write(frame):
                    self._queue(line.socket, packet)

    def _lines(self, namespace: str, place: Any) -> list[Any]:
        """The connections of a room; of one with many they are kept until one enters or leaves."""
        known = self._kept.get(place)
        if known is None:
            held = self.server.eio.sockets
            keys = [key for _sid, key in self.get_participants(namespace, place)]
            known = [line_of(held[key]) for key in keys if key in held]
            if len(known) >= MANY and not any(isinstance(one, Detour) for one in known):
                self._kept[place] = known
        return known

    def basic_enter_room(self, sid: Any, namespace: Any, room: Any, **more: Any) -> Any:
        """A socket listens to a room from now on."""
        self._kept.pop(room, None)
        return super().basic_enter_room(sid, namespace, room, **more)

    def basic_leave_room(self, sid: Any, namespace: Any, room: Any) -> Any:
        """A socket listens to a room no more."""
        self._kept.pop(room, None)
        return super().basic_leave_room(sid, namespace, room)

    def _packet(self, event: str, data: Any, namespace: str) -> Any:
        arguments = list(data) if isinstance(data, tuple) else [data]
        packet = self.server.packet_class(
            socket_packet.EVENT, namespace=namespace, data=[event, *arguments], binary=False
        )
        return engine_packet.Packet(engine_packet.MESSAGE, packet.encode())

    def _queue(self, socket: Any, packet: Any) -> None:
        if socket.closed:
            return
        if socket.queue.qsize() < MOST_WAITING:
            socket.send(packet)
        else:
            socket.close(wait=False, abort=True)


def framed(text: str) -> bytes:
    """A text as a WebSocket carries it from a server (RFC 6455, section 5.2)."""
    content = text.encode()
    size = len(content)
    if size < 126:
        return struct.pack("!BB", 0x81, size) + content
    if size < 2**16:
        return struct.pack("!BBH", 0x81, 126, size) + content
    return struct.pack("!BBQ", 0x81, 127, size) + content


def asking(changes: Json) -> Json:
    """Changes that are too many for a queue: they begin where they end, and so leave a gap that
    each reader asks about, once there is room.
    """
    return {**changes, "from": max(changes["streams"].values()), "records": {}}


class Detour:
    """In the place of a line where there is none: all that is sent queues."""

    def __init__(self, socket: Any) -> None:
        self.socket = socket

    def write(self, _frame: bytes) -> bool:
        """Leave it to the queue."""
        return False


def line_of(socket: Any) -> Line | Detour:
    """The way to a socket."""
    return getattr(socket, "line", None) or Detour(socket)


def straight(socket: Any, frame: bytes) -> bool:
    """Write a frame to the connection itself; False when something else has to go first."""
    return line_of(socket).write(frame)
