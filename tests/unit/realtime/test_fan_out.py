"""A frame goes straight to a free connection; a busy one queues in order; a stuck one is closed."""

import json
import socket
import threading
from collections import deque
from dataclasses import dataclass, field
from types import SimpleNamespace
from typing import Any

import pytest
from socketio.packet import Packet
from wsproto.frame_protocol import FrameProtocol

from facilitation.concurrency import sockets
from facilitation.realtime.fanout import MOST_WAITING, Fanout, framed


class Turn:
    """A lock as the green modes have it: `counter` is 0 while somebody holds it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.acquire, self.release = self._lock.acquire, self._lock.release

    @property
    def counter(self) -> int:
        """How many may still take it."""
        return int(not self._lock.locked())


@dataclass
class Connection:
    """A green socket's shape: a real non-blocking one inside, and a `sendall` that waits."""

    near: socket.socket
    lock: Any = field(default_factory=Turn)

    def sendall(self, rest: bytes) -> None:
        """Wait until the kernel has all."""
        self.near.setblocking(True)
        self.near.sendall(rest)


class Waiting(deque[Any]):
    """A queue of packets."""

    @property
    def queue(self) -> "Waiting":
        """What waits."""
        return self

    def qsize(self) -> int:
        """How many wait."""
        return len(self)


@dataclass
class Phone:
    """The Engine.IO socket of one phone."""

    line: Any
    closed: bool = False
    queue: Waiting = field(default_factory=Waiting)

    def send(self, packet: Any) -> None:
        """Queue a packet, as the library does."""
        self.queue.append(packet)

    def close(self, **_how: Any) -> None:
        """Hang up."""
        self.closed = True


@dataclass
class Pair:
    """Both ends of a phone's connection."""

    phone: Phone
    connection: Connection
    far: socket.socket


@pytest.fixture
def pair(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(
        sockets, "spawn", lambda act, *these: threading.Thread(target=act, args=these).start()
    )
    near, far = socket.socketpair()
    near.setblocking(False)
    connection = Connection(near)
    with near, far:
        phone = Phone(None)
        phone.line = sockets.Line(phone, connection, near, connection.lock)
        yield Pair(phone, connection, far)


def broadcast(phone: Phone, text: str) -> None:
    """An event for the only phone of the room."""
    fanout_to(phone).emit("event", {"text": text}, "/", room="T/table:1")


def fanout_to(phone: Phone) -> Fanout:
    """The fan-out of a room with one phone."""
    fanout = Fanout()
    engine = SimpleNamespace(sockets={"key": phone})
    fanout.set_server(SimpleNamespace(eio=engine, packet_class=Packet))
    fanout.get_participants = lambda _namespace, _room: [("sid", "key")]
    return fanout


def fill(near: socket.socket) -> None:
    """Send until the kernel takes no more."""
    while True:
        try:
            near.send(b"x" * 65_536)
        except BlockingIOError:
            return


def frame_of(text: str) -> bytes:
    """What a short event looks like on the wire."""
    content = f'42["event",{{"text":"{text}"}}]'.encode()
    return bytes([0x81, len(content)]) + content


@pytest.mark.parametrize("size", [0, 1, 125, 126, 65_535, 65_536, 100_000])
def test_a_frame_is_what_the_standard_says(size: int) -> None:
    text = "é" * (size // 2) + "x" * (size % 2)
    assert framed(text) == bytes(FrameProtocol(client=False, extensions=[]).send_data(text))


def test_changes_too_large_for_a_queue_leave_a_gap_that_readers_ask_about(pair: Pair) -> None:
    fanout = fanout_to(pair.phone)
    message = {"streams": {"table:1": 12}, "from": 9, "records": {"themes": {"A": "x" * 70_000}}}
    fanout.emit("changes", message, "/", room="T/table:1")
    sent = pair.far.recv(1000)
    assert json.loads(sent[sent.index(b"{") : -1]) == message | {"from": 12, "records": {}}


def test_a_large_snapshot_is_sent_whole(pair: Pair) -> None:
    fanout_to(pair.phone).emit("snapshot", {"text": "x" * 70_000}, "/", room="T/table:1")
    assert len(pair.far.recv(70_000)) > 60_000


def test_a_free_connection_is_written_to_at_once(pair: Pair) -> None:
    broadcast(pair.phone, "un")
    assert pair.far.recv(200) == frame_of("un")
    assert not pair.phone.queue


def test_whatever_waits_goes_first(pair: Pair) -> None:
    pair.phone.queue.append("earlier")
    broadcast(pair.phone, "un")
    assert [str(one) for one in list(pair.phone.queue)[:1]] == ["earlier"]
    assert len(pair.phone.queue) == 2


def test_a_frame_under_way_is_never_interrupted(pair: Pair) -> None:
    pair.connection.lock.acquire()
    broadcast(pair.phone, "un")
    assert len(pair.phone.queue) == 1


def test_a_phone_that_polls_is_served_the_library_s_way(pair: Pair) -> None:
    pair.phone.line = None
    broadcast(pair.phone, "un")
    assert len(pair.phone.queue) == 1


def test_a_line_that_has_ended_is_written_to_no_more(pair: Pair) -> None:
    pair.phone.line.end()
    pair.phone.closed = True
    broadcast(pair.phone, "un")
    assert not pair.phone.queue
    pair.connection.near.close()
    assert pair.far.recv(10) == b""


def test_what_the_kernel_does_not_take_follows_before_anything_else(pair: Pair) -> None:
    long = "x" * 4_000_000
    broadcast(pair.phone, long)
    broadcast(pair.phone, "second")
    assert len(pair.phone.queue) == 1, "the second waits for the end of the first"
    received = bytearray()
    while len(received) < len(long):
        received += pair.far.recv(1_000_000)
    assert received.endswith(b"x" * 100 + b'"}]')


def test_a_full_connection_queues(pair: Pair) -> None:
    fill(pair.connection.near)
    broadcast(pair.phone, "un")
    assert len(pair.phone.queue) == 1


def test_a_phone_for_which_too_much_waits_is_closed(pair: Pair) -> None:
    pair.phone.queue.extend(range(MOST_WAITING))
    broadcast(pair.phone, "un")
    assert pair.phone.closed
    assert len(pair.phone.queue) == MOST_WAITING


def test_a_phone_that_is_gone_stops_nobody(pair: Pair) -> None:
    pair.far.close()
    broadcast(pair.phone, "un")
    assert not pair.phone.queue


class Heard:
    """A line that counts."""

    def __init__(self) -> None:
        self.frames = 0

    def write(self, _frame: bytes) -> bool:
        """A frame leaves."""
        self.frames += 1
        return True


class Many:
    """A room that phones enter and leave, by the library's own means."""

    def __init__(self) -> None:
        self.fanout = Fanout()
        self.sockets: dict[str, Phone] = {}
        engine = SimpleNamespace(sockets=self.sockets)
        self.fanout.set_server(SimpleNamespace(eio=engine, packet_class=Packet))

    def enter(self, *names: str) -> None:
        """These listen to everybody's place and to a place of their own."""
        for name in names:
            self.sockets.setdefault(name, Phone(Heard()))
            for place in (None, name, "T/table:1"):
                self.fanout.basic_enter_room(name, "/", place, eio_sid=name)

    def told(self) -> dict[str, int]:
        """How much each was sent so far, after one more event."""
        self.fanout.emit("event", {}, "/", room="T/table:1")
        return {name: phone.line.frames for name, phone in self.sockets.items()}


NAMES = [f"phone {number}" for number in range(6)]


def test_whoever_enters_a_room_hears_the_next_event() -> None:
    many = Many()
    many.enter(*NAMES[:5])
    assert set(many.told().values()) == {1}
    many.enter(NAMES[5])
    assert many.told() == dict.fromkeys(NAMES[:5], 2) | {NAMES[5]: 1}


def test_whoever_leaves_a_room_hears_nothing_more_of_it() -> None:
    many = Many()
    many.enter(*NAMES)
    many.told()
    many.fanout.leave_room(NAMES[0], "/", "T/table:1")
    many.fanout.basic_disconnect(NAMES[1], "/")
    assert many.told() == dict.fromkeys(NAMES[:2], 1) | dict.fromkeys(NAMES[2:], 2)


def test_a_closed_room_is_heard_by_nobody() -> None:
    many = Many()
    many.enter(*NAMES)
    many.told()
    many.fanout.close_room("T/table:1", "/")
    assert set(many.told().values()) == {1}


def test_a_phone_that_polled_is_written_to_once_its_socket_is_there() -> None:
    many = Many()
    many.enter(*NAMES)
    polling = many.sockets[NAMES[0]]
    heard, polling.line = polling.line, None
    many.fanout.emit("event", {}, "/", room="T/table:1")
    assert len(polling.queue) == 1
    polling.line = heard
    assert set(many.told().values()) == {1, 2}
    assert len(polling.queue) == 1
