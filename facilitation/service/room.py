"""One workshop in memory: its writer, its published state, who has written.

Green threads share it; every access to published state happens under the room's lock.
"""

from threading import Event, RLock
from typing import Any

import structlog

from facilitation.domain import writing
from facilitation.domain.casting import turnout
from facilitation.domain.contributions import ContributionPosted
from facilitation.domain.core import Actor
from facilitation.domain.erasing import ContributionErased
from facilitation.domain.restoring import left
from facilitation.domain.state import State
from facilitation.protocol.catalogue import BY_PAYLOAD
from facilitation.protocol.ports import Loaded, News, StorageFailed
from facilitation.service.disk import OwnDisk, SharedDisk
from facilitation.service.jobs import Job
from facilitation.service.memory import Memory, remember
from facilitation.service.ports import Ports
from facilitation.service.telling import Telling
from facilitation.service.writer import Committed, Writer
from facilitation.views.audience import Audience

log = structlog.get_logger()

Json = dict[str, Any]


class Room:
    """A workshop that is open on this server."""

    def __init__(self, code: str, loaded: Loaded, ports: Ports) -> None:
        self.code = code
        self.epoch = loaded.epoch
        self.wrote: dict[tuple[str, str], set[str]] = {}
        self._ports = ports
        self._lock = RLock()
        self._memory = remember(loaded)
        self._disk = (
            SharedDisk(code, loaded.epoch, ports.shared)
            if ports.shared is not None
            else OwnDisk(code, ports.log, ports.in_thread)
        )
        self._writer = Writer(self._memory, self._disk, self._ticket)
        self._telling = Telling(code, loaded.epoch, self._memory.state, ports, self._lock)
        self._waiting: list[Job] = []
        self._looking: list[Event] = []
        self._writing = False

    def _ticket(self) -> tuple[int, str]:
        return self._ports.clock.now(), self._ports.ids.new()

    @property
    def state(self) -> State:
        """The published state: on disk, and seen by everybody it concerns."""
        return self._memory.state

    @property
    def storage(self) -> str:
        """How the disk is: `ok`, or why nothing can be saved."""
        return self._disk.storage

    def recover(self) -> None:
        """See whether the disk takes anything again: the banner goes though nobody writes."""
        self._disk.recover()

    @property
    def outdated(self) -> bool:
        """Whether the disk holds another life of this workshop: a backup was brought back."""
        return self._disk.outdated

    def left(self, epoch: str | None) -> int | None:
        """Where a former life of this workshop ended; None for the present one."""
        return None if epoch in (None, self.epoch) else left(self.state, str(epoch))

    def submit(self, job: Job) -> Json:
        """Have a command decided and saved; raises Refused or StorageFailed."""
        with self._lock:
            self._waiting.append(job)
            self._go()
        job.done.wait()
        if job.failure is not None:
            raise job.failure
        return job.answer or {}

    def refresh(self) -> None:
        """Learn what other workers appended so far; at once when there are none."""
        if self._ports.shared is not None:
            self.look().wait()

    def look(self) -> Event:
        """The same, without waiting for it: the event is set once it is done."""
        seen = Event()
        with self._lock:
            self._looking.append(seen)
            self._go()
        return seen

    def _go(self) -> None:
        """Have what waits worked on, unless somebody is at it."""
        if not self._writing:
            self._writing = True
            self._ports.spawn(self._drain)

    def _drain(self) -> None:
        while True:
            with self._lock:
                batch, self._waiting = self._waiting, []
                looking, self._looking = self._looking, []
                if not batch and not looking:
                    self._writing = False
                    return
            self._work(batch)
            for seen in looking:
                seen.set()

    def _work(self, batch: list[Job]) -> None:
        try:
            self._publish(self._writer.commit(batch) if batch else self._learnt())
        except Exception as fault:  # noqa: BLE001 - nobody may wait for ever for an answer
            for job in batch:
                if not job.done.is_set():
                    job.fail(fault)

    def _learnt(self) -> list[Committed | News]:
        try:
            return self._writer.look(box=bool(self.turnout()))
        except StorageFailed:
            # The banner tells; whoever reads is answered from what is known.
            return []

    def _publish(self, done: list[Committed | News]) -> None:
        saved = [one for one in done if isinstance(one, Committed)]
        fresh = self._reread() if any(_erases(one) for one in done) else None
        # All under one lock: whoever reads in between would be told of the place in the log, and
        # never again of what an erasure changes there besides.
        with self._lock:
            for one in done:
                if isinstance(one, News):
                    self._telling.note(self._memory.learn(one))
                else:
                    self._telling.note(self._memory.take(one.entry))
                    self._note(one)
            if fresh is not None:
                self._telling.note(self._memory.become(fresh))
                self._writer.restart()
        if saved:
            self._ports.hint(self.code, self.state.seq)
        self._telling.tell()
        for one in saved:
            one.job.succeed(one.entry.answer)

    def _reread(self) -> Memory | None:
        """A text was erased from events that are long folded in: memory follows the disk."""
        try:
            return remember(self._ports.in_thread(self._ports.log.load, self.code))
        except Exception as fault:  # noqa: BLE001 - what is saved is published
            # What was erased is erased: this room is opened again before anybody reads from it.
            log.warning("not read again", workshop=self.code, fault=type(fault).__name__)
            self._disk.outdated = True
            return None

    def _note(self, one: Committed) -> None:
        """Who has written in a step: a count by table, in memory only."""
        actor = one.job.actor
        for step in _posted(one):
            if actor.table and one.job.command.name == "contribution.post":
                self.wrote.setdefault((step, actor.table), set()).add(actor.participant or actor.id)

    def read(
        self,
        audience: Audience,
        since: int | None = None,
        epoch: str | None = None,
        *,
        packed: bool = False,
    ) -> Json:
        """A stream's records: what changed since a number, or all of them (`full`)."""
        return self._telling.read(audience, since, epoch, packed=packed)

    def person(self, key: str) -> tuple[str, str] | None:
        """A present participant's service and table; None for anybody else."""
        with self._lock:
            record: Any = self.state.find("participants", key)
            if record is not None and record.state == "merged":
                return self.person(record.merged_into)
            if record is None or record.state != "present":
                return None
            return record.service, record.table

    def arrived(self, key: str) -> tuple[str, str] | None:
        """The same, of somebody who may have come in by another worker a moment ago."""
        found = self.person(key)
        if found is None:
            self.refresh()
            found = self.person(key)
        return found

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

    def signatures(self) -> object:
        """Something that is another as soon as anybody's votes are, or whose they are."""
        with self._lock:
            signed = sorted((ballot, len(who)) for ballot, who in self._memory.signed.items())
            return signed, sum(len(entries) for entries in self.state.merged.values())

    def people_changed(self) -> set[str]:
        """Whose entries changed since this was last asked."""
        return self._telling.people_changed()

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


def _posted(one: Committed) -> list[str]:
    """The steps in which texts arrived: none for one that only has its author again."""
    happened = [recorded.event for recorded in one.entry.recorded]
    return [one.step for one in happened if isinstance(one, ContributionPosted) and one.step]


def _erases(one: Committed | News) -> bool:
    recorded = one.entry.recorded if isinstance(one, Committed) else one.recorded
    return any(isinstance(happened.event, ContributionErased) for happened in recorded)
