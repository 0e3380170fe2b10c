"""A real room on doubles: real threads, a disk that a test holds back or breaks."""

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from typing import Any
from uuid import uuid4

from facilitation.domain.core import Actor
from facilitation.domain.people import Join
from facilitation.protocol import wire
from facilitation.protocol.catalogue import CATALOGUE, JOIN
from facilitation.protocol.ports import Entry, StorageFailed
from facilitation.service.jobs import Job
from facilitation.service.ports import Ports
from facilitation.service.room import Room
from facilitation.service.rooms import Rooms
from tests.support.doubles import CountingIds, HandClock, KeptMessages, MemoryLog
from tests.support.scenario import small

PATIENCE = 60
CLAIRE = Actor("facilitator", "claire")


class HeldLog(MemoryLog):
    """A log whose writes wait for `gate`, and fail when `breaks` says so of their entries."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = threading.Event()
        self.gate.set()
        self.writing = threading.Event()
        self.breaks: Callable[[Sequence[Entry]], str] = lambda entries: ""
        self.fault: Exception | None = None

    def append(self, code: str, entries: Sequence[Entry]) -> None:
        """Wait for the gate, then keep or fail."""
        self.writing.set()
        self.gate.wait()
        if self.fault is not None:
            raise self.fault
        if reason := self.breaks(entries):
            raise StorageFailed(reason)
        super().append(code, entries)


def beside(function: Callable[..., Any], *arguments: Any) -> "Future[Any]":
    """Run a function in a thread that keeps nobody waiting at the end."""
    done: Future[Any] = Future()

    def run() -> None:
        try:
            done.set_result(function(*arguments))
        except Exception as failure:  # noqa: BLE001 - the future tells it
            done.set_exception(failure)

    threading.Thread(target=run, daemon=True).start()
    return done


class House:
    """One workshop with its log, its messages, and threads that send at the same time.

    `shared` is a log that other houses append to as well, `code` a workshop made there.
    """

    def __init__(self, shared: Any = None, code: str = "") -> None:
        self.log = shared or HeldLog()
        self.messages = KeptMessages()
        ports = Ports(
            self.log,
            HandClock(),
            CountingIds(),
            self.messages,
            lambda function, *arguments: function(*arguments),
            beside,
            lambda seconds: None,
            shared,
        )
        self.rooms = Rooms(ports)
        self.room: Room = self.rooms.room(code) if code else self.rooms.create(small())

    def close(self) -> None:
        """Let the disk go on, whatever a test left waiting."""
        self.log.gate.set()

    def job(self, text: str, key: str = "", actor: Actor = CLAIRE) -> Job:
        """A point parked by a facilitator."""
        command = CATALOGUE["contribution.park"]
        payload = {"text": text}
        hashed = wire.fingerprint(command.name, payload)
        return Job(
            actor, command, wire.decode(payload, command.payload), key or uuid4().hex, hashed
        )

    def do(self, name: str, /, **payload: Any) -> Any:
        """A facilitator's command; its answer."""
        command = CATALOGUE[name]
        hashed = wire.fingerprint(name, payload)
        asked = wire.decode(payload, command.payload)
        return self.room.submit(Job(CLAIRE, command, asked, uuid4().hex, hashed))

    def send(self, job: Job) -> "Future[Any]":
        """Submit from a thread of its own."""
        return beside(self.room.submit, job)

    def together(self, jobs: Sequence[Job]) -> "list[Future[Any]]":
        """Submit all so that they become one batch behind a first one that the disk holds up."""
        self.log.gate.clear()
        self.log.writing.clear()
        first = self.send(self.job("devant"))
        self.log.writing.wait()
        sent = [self.send(job) for job in jobs]
        while len(self.room._waiting) < len(jobs):
            threading.Event().wait(0.001)
        self.log.gate.set()
        first.result(PATIENCE)
        for one in sent:
            one.exception(PATIENCE)
        return sent

    def quiet(self) -> None:
        """Wait until all that happened has been told."""
        while not self.room._telling.quiet:
            threading.Event().wait(0.001)

    def join(self) -> str:
        """Somebody comes in."""
        job = Job(Actor("newcomer"), JOIN, Join("ddt", "1"), owner="newcomer")
        return str(self.room.submit(job)["result"]["participant"])

    def parked(self) -> list[str]:
        """The texts of the points parked, as they are published."""
        kept = self.room.state.collections["parked"].values()
        return [str(getattr(one, "text", "")) for one in kept]

    def saved(self) -> list[str]:
        """The same, as they would be after a restart."""
        again = Room(self.room.code, self.log.load(self.room.code), self.rooms.ports)
        kept = again.state.collections["parked"].values()
        return [str(getattr(one, "text", "")) for one in kept]
