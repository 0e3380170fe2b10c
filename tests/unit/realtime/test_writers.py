"""What queued for a phone is written in order, by a writer that lives only while something does."""

from collections import deque
from collections.abc import Callable
from queue import Queue
from types import SimpleNamespace
from typing import Any

import pytest
from engineio.packet import MESSAGE, Packet
from engineio.socket import Socket

from facilitation import concurrency
from facilitation.concurrency.sockets import _patient
from facilitation.realtime.writers import Writer


class Connection:
    """Takes note; may be gone."""

    def __init__(self) -> None:
        self.sent: list[str] = []
        self.closed = self.gone = False

    def send(self, text: str) -> None:
        """A packet leaves."""
        if self.gone:
            raise OSError
        self.sent.append(text)

    def close(self) -> None:
        """Hang up."""
        self.closed = True


@pytest.fixture
def tasks(monkeypatch: pytest.MonkeyPatch) -> deque[Callable[[], None]]:
    """What was spawned and did not run yet."""
    waiting: deque[Callable[[], None]] = deque()
    monkeypatch.setattr(concurrency, "spawn", waiting.append)
    return waiting


def phone() -> Socket:
    """The library's own socket, with the queue of the green modes."""
    engine = SimpleNamespace(
        ping_interval=20,
        ping_timeout=15,
        create_queue=_patient(Queue),
        get_queue_empty_exception=lambda: Exception,
        logger=SimpleNamespace(info=lambda *_: None),
    )
    return Socket(engine, "sid")


def run(tasks: deque[Callable[[], None]]) -> int:
    """Run what waits; how many that were."""
    count = len(tasks)
    for _ in range(count):
        tasks.popleft()()
    return count


def test_nothing_runs_while_nothing_waits(tasks: Any) -> None:
    socket, connection = phone(), Connection()
    Writer(socket, connection)
    run(tasks)
    for number in range(3):
        socket.send(Packet(MESSAGE, str(number)))
    assert len(tasks) == 1, "one writer, whatever waits"
    run(tasks)
    assert connection.sent == ["40", "41", "42"]
    assert not tasks
    socket.send(Packet(MESSAGE, "3"))
    run(tasks)
    assert connection.sent[-1] == "43"
    assert not connection.closed


def test_a_socket_has_its_line_while_there_is_a_writer(tasks: Any) -> None:
    ended: list[str] = []
    socket, connection = phone(), Connection()
    connection.line = SimpleNamespace(end=lambda: ended.append("ended"))  # type: ignore[attr-defined]
    Writer(socket, connection)
    assert socket.line is connection.line  # type: ignore[attr-defined]
    run(tasks)
    assert not ended
    socket.queue.put(None)
    run(tasks)
    assert ended == ["ended"]


def test_what_waited_before_the_writer_came_is_written(tasks: Any) -> None:
    socket, connection = phone(), Connection()
    socket.send(Packet(MESSAGE, "0"))
    Writer(socket, connection)
    run(tasks)
    assert connection.sent == ["40"]


def test_the_end_is_written_after_all_the_rest(tasks: Any) -> None:
    socket, connection = phone(), Connection()
    writer = Writer(socket, connection)
    socket.send(Packet(MESSAGE, "0"))
    socket.queue.put(None)
    run(tasks)
    assert connection.sent == ["40"]
    assert connection.closed
    writer.join()
    socket.queue.put(Packet(MESSAGE, "1"))
    assert not tasks, "nobody writes any more"


def test_a_phone_that_is_gone_ends_its_writer(tasks: Any) -> None:
    socket, connection = phone(), Connection()
    connection.gone = True
    writer = Writer(socket, connection)
    socket.send(Packet(MESSAGE, "0"))
    run(tasks)
    assert connection.closed
    writer.join()


def test_only_the_library_s_own_writer_is_replaced(tasks: Any) -> None:
    def writer() -> None:
        """Not that one."""

    assert Writer.instead_of(writer) is None
    assert Writer.instead_of(print) is None
