"""One workshop in memory: its writer, its published state, its streams, who is connected.

Green threads share it; every access to published state happens under the room's lock.
"""

import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from threading import RLock
from typing import Any, Final

import structlog

from facilitation.domain import writing
from facilitation.domain.casting import turnout
from facilitation.domain.core import Actor
from facilitation.domain.restoring import left
from facilitation.domain.state import State
from facilitation.protocol.catalogue import BY_PAYLOAD
from facilitation.protocol.ports import Clock, EventLog, Ids, Loaded, Publisher, StorageFailed
from facilitation.service.memory import remember
from facilitation.service.owners import Owners
from facilitation.service.streams import Key, Stream, key_of
from facilitation.service.writer import Committed, Job, Writer
from facilitation.views.audience import Audience

Json = dict[str, Any]

log = structlog.get_logger()

#: Seconds between two tellings: in a quiet room a change leaves at once; in a busy one whatever
#: happens within the gap leaves together, projected once.
GAP: Final = 0.05


@dataclass(frozen=True, slots=True)
class Ports:
    """What a room needs from outside.

    `in_thread` runs a blocking write without stopping others; `spawn` lets a function run beside
    them, `pause` lets them run for some seconds.
    """

    log: EventLog
    clock: Clock
    ids: Ids
    publisher: Publisher
    in_thread: Callable[..., Any]
    spawn: Callable[..., Any]
    pause: Callable[[float], None]


class Room:
    """A workshop that is open on this server."""

    def __init__(self, code: str, loaded: Loaded, ports: Ports) -> None:
        self.code = code
        self.epoch = loaded.epoch
        self.storage = "ok"
        self.wrote: dict[tuple[str, str], set[str]] = {}
        self._ports = ports
        self._lock = RLock()
        self._memory = remember(loaded)
        self._writer = Writer(self._memory, self._write, self._ticket)
        self._streams: dict[str, Stream] = {}
        self._waiting: list[Job] = []
        self._writing = False
        self._untold: dict[Key, None] = {}
        self._telling = False
        self._places: set[int] = set()
        self._owners = Owners(self._memory.state)

    def _write(self, entries: Any) -> None:
        try:
            self._ports.in_thread(self._ports.log.append, self.code, entries)
        except StorageFailed as failure:
            self.storage = failure.code
            raise
        self.storage = "ok"

    def _ticket(self) -> tuple[int, str]:
        return self._ports.clock.now(), self._ports.ids.new()

    @property
    def state(self) -> State:
        """The published state: on disk, and seen by everybody it concerns."""
        return self._memory.state

    def left(self, epoch: str | None) -> int | None:
        """Where a former life of this workshop ended; None for the present one."""
        return None if epoch in (None, self.epoch) else left(self.state, str(epoch))

    def submit(self, job: Job) -> Json:
        """Have a command decided and saved; raises Refused or StorageFailed."""
        with self._lock:
            self._waiting.append(job)
            mine = not self._writing
            self._writing = True
        if mine:
            self._ports.spawn(self._drain)
        job.done.wait()
        if job.failure is not None:
            raise job.failure
        return job.answer or {}

    def _drain(self) -> None:
        while True:
            with self._lock:
                batch, self._waiting = self._waiting, []
                if not batch:
                    self._writing = False
                    return
            try:
                self._publish(self._writer.commit(batch))
            except Exception as fault:  # noqa: BLE001 - nobody may wait for ever for an answer
                for job in batch:
                    if not job.done.is_set():
                        job.fail(fault)

    def _publish(self, done: list[Committed]) -> None:
        with self._lock:
            for one in done:
                self._untold |= {key_of(change): None for change in self._memory.take(one.entry)}
                self._note(one)
        self._tell()
        for one in done:
            one.job.succeed(one.entry.answer)

    def _tell(self) -> None:
        """At once, unless something was told just before: then once the gap is over."""
        with self._lock:
            if self._telling or not self._untold:
                return
            self._telling = True
            self._send_safely()
        self._ports.spawn(self._tell_on)

    def _tell_on(self) -> None:
        while True:
            self._ports.pause(GAP)
            with self._lock:
                if not self._untold:
                    self._telling = False
                    return
                self._send_safely()

    def _send_safely(self) -> None:
        """A fault in telling is not one in saving: who posted is answered, the room goes on."""
        try:
            self._send()
        except Exception:  # noqa: BLE001 - a room that stops telling would be silent for good
            log.error("telling", code=self.code, trace=traceback.format_exc())

    def _note(self, one: Committed) -> None:
        """Who has written in the current step: a count by table, in memory only."""
        actor, step = one.job.actor, self.state.workshop.step if self.state.seq else None
        if one.job.command.name == "contribution.post" and actor.table and step:
            self.wrote.setdefault((step, actor.table), set()).add(actor.participant or actor.id)

    def _send(self) -> None:
        """Shared streams first: where two streams hold one record, the personal one prevails."""
        changed, self._untold = self._untold, {}
        shared = [one for one in self._streams.values() if one.audience.kind != "me"]
        for stream in shared:
            self._advance(stream, changed)
        for owner, keys in self._owners.concerned(self.state, changed).items():
            stream_or_none = self._streams.get(f"me:{owner}")
            if stream_or_none is not None:
                self._advance(stream_or_none, keys)
        self._places.add(self.state.seq)

    def _advance(self, stream: Stream, keys: Iterable[Key]) -> None:
        try:
            self._tell_stream(stream, keys)
        except Exception:  # noqa: BLE001 - one audience's fault
            # A bug in what one audience is shown must not silence the others: this stream begins
            # afresh, and its readers find the gap in its numbers.
            # No `log.exception`: it shows local variables, and they hold what people wrote.
            trace = traceback.format_exc()
            log.error("stream", code=self.code, stream=str(stream.audience), trace=trace)
            self._streams.pop(str(stream.audience), None)

    def _tell_stream(self, stream: Stream, keys: Iterable[Key]) -> None:
        before = stream.number
        records = stream.advance(self.state, keys)
        if records is not None:
            name = str(stream.audience)
            message = self._envelope(name, stream.number) | {"from": before, "records": records}
            self._ports.publisher.changes(self.code, name, message)

    def _envelope(self, name: str, number: int) -> Json:
        return {"epoch": self.epoch, "streams": {name: number}, "now": self._ports.clock.now()}

    def _stream(self, audience: Audience) -> Stream:
        name = str(audience)
        if name not in self._streams:
            # A stream that began before what is still untold would be numbered past the log.
            self._send()
            self._streams[name] = Stream.begin(self.state, audience)
        return self._streams[name]

    def read(self, audience: Audience, since: int | None = None, epoch: str | None = None) -> Json:
        """A stream's records: what changed since a number, or all of them (`full`)."""
        with self._lock:
            # Whoever reads is answered from the state as it is: what waits is told first.
            self._send()
            stream = self._stream(audience)
            delta = None
            # Only places at which this room told what it saw: between two of them another worker
            # may have shown a record that was gone again before it could be seen here.
            if since in self._places and epoch in (None, self.epoch):
                delta = stream.since(self.state, since)
            records = stream.snapshot(self.state) if delta is None else delta
            message = self._envelope(str(audience), stream.number)
            return message | {"records": records, "full": delta is None, "from": since}

    def person(self, key: str) -> tuple[str, str] | None:
        """A present participant's service and table; None for anybody else."""
        with self._lock:
            record: Any = self.state.find("participants", key)
            if record is not None and record.state == "merged":
                return self.person(record.merged_into)
            if record is None or record.state != "present":
                return None
            return record.service, record.table

    def kept(self, key: str) -> str:
        """The participant that an entry became, when a facilitator merged it."""
        record: Any = self.state.find("participants", key)
        if record is not None and record.state == "merged":
            return self.kept(record.merged_into)
        return key

    def turnout(self) -> dict[str, dict[str, int]]:
        """How each open vote goes, without a name or a total."""
        with self._lock:
            return turnout(self.state, self._memory.signed)

    def voted(self, participant: str) -> list[str]:
        """The open ballots that somebody signed for."""
        with self._lock:
            entries = self.state.entries(participant)
            return sorted(
                ballot for ballot, signed in self._memory.signed.items() if entries & signed
            )

    def tick(self) -> None:
        """Submit what the clock alone brings about."""
        with self._lock:
            waiting = writing.due(self.state, self._ports.clock.now())
        for payload in waiting:
            command = BY_PAYLOAD[type(payload)]
            self.submit(Job(Actor("clock"), command, payload))
