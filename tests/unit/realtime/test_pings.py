"""Every phone is pinged in its turn by one clock, until it is gone."""

import gc
from queue import Queue
from types import SimpleNamespace
from typing import Any
from weakref import ref

import pytest
from engineio.packet import PING
from engineio.socket import Socket

from facilitation import concurrency
from facilitation.realtime import pings

INTERVAL = 20


class Phone(Socket):
    """The library's own socket, on an engine that only counts what it starts."""

    def __init__(self, engine: Any) -> None:
        super().__init__(engine, "sid")
        self.upgraded = True
        self.written: list[bytes] = []
        self.line = SimpleNamespace(write=self.write)
        self.free = True

    def write(self, frame: bytes) -> bool:
        """Take a frame when the connection is free."""
        if self.free:
            self.written.append(frame)
        return self.free


@pytest.fixture
def engine(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setattr(concurrency, "spawn", lambda _run: None)
    started: list[Any] = []
    made = SimpleNamespace(
        ping_interval=INTERVAL,
        ping_timeout=15,
        start_background_task=lambda *task: started.append(task),
        create_queue=Queue,
        started=started,
        logger=SimpleNamespace(info=lambda *_: None),
    )
    made.clock = pings.Pings(made)
    return made


def after(seconds: float) -> float:
    """A moment so long after now."""
    return pings.time.monotonic() + seconds


def test_a_phone_is_pinged_once_its_turn_has_come(engine: Any) -> None:
    phone = Phone(engine)
    phone.schedule_ping()
    engine.clock.ping(after(INTERVAL * (1 - pings.SPREAD) - 1))
    assert not phone.written
    engine.clock.ping(after(INTERVAL))
    assert phone.written == [pings.PING]
    assert phone.last_ping
    assert not engine.started, "no task of its own"


def test_a_phone_that_answered_has_its_next_turn(engine: Any) -> None:
    phone = Phone(engine)
    phone.schedule_ping()
    engine.clock.ping(after(INTERVAL))
    phone.schedule_ping()
    engine.clock.ping(after(2 * INTERVAL))
    assert phone.written == [pings.PING] * 2


def test_a_ping_waits_behind_what_waits(engine: Any) -> None:
    phone = Phone(engine)
    phone.free = False
    phone.schedule_ping()
    engine.clock.ping(after(INTERVAL))
    assert phone.queue.get().packet_type == PING


@pytest.mark.parametrize("state", ["closing", "closed"])
def test_nobody_pings_who_is_gone(engine: Any, state: str) -> None:
    phone = Phone(engine)
    phone.schedule_ping()
    setattr(phone, state, True)
    engine.clock.ping(after(INTERVAL))
    assert not phone.written
    assert not phone.queue.qsize()


def test_who_is_gone_is_not_kept_until_the_next_turn(engine: Any) -> None:
    phone = Phone(engine)
    phone.schedule_ping()
    gone = ref(phone)
    del phone
    gc.collect()
    assert gone() is None
    engine.clock.ping(after(INTERVAL))


def test_other_tasks_start_as_ever(engine: Any) -> None:
    engine.start_background_task(print, "bonjour")
    assert engine.started == [(print, "bonjour")]
