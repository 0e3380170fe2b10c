"""Group commit: decide the waiting commands on a speculative state, write them in one go.

Nothing is answered before it is on disk. When a batch fails the speculation is dropped and each
command tried alone, so that one bad apple never costs the others their save.
"""

import hashlib
from collections.abc import Callable, Sequence
from copy import copy
from dataclasses import dataclass, field
from threading import Event
from typing import Any

from facilitation.domain.core import (
    Actor,
    Box,
    CastPaper,
    Context,
    Decision,
    Effect,
    EmptyBox,
    Paper,
    Refused,
    SetName,
)
from facilitation.domain.evolve import Recorded, fold
from facilitation.domain.state import State
from facilitation.protocol.catalogue import Command
from facilitation.protocol.credentials import Credential
from facilitation.protocol.ports import Answered, Entry, StorageFailed

Json = dict[str, Any]


@dataclass(slots=True)
class Job:
    """One command under way; `done` is set once `answer` or `failure` is there."""

    actor: Actor
    command: Command
    payload: Any
    key: str = ""
    body_hash: str = ""
    base: int | None = None
    secret: str | None = None
    credentials: tuple[Credential, ...] = ()
    owner: str | None = None
    fresh: str | None = None
    done: Event = field(default_factory=Event)
    answer: Json | None = None
    failure: Exception | None = None

    def succeed(self, answer: Json) -> None:
        """End the job with its answer."""
        self.answer = answer
        self.done.set()

    def fail(self, failure: Exception) -> None:
        """End the job with a refusal or a fault."""
        self.failure = failure
        self.done.set()


@dataclass(slots=True)
class Memory:
    """A workshop's state with what stands beside the log: the ballot box and used keys."""

    state: State
    signed: dict[str, set[str]] = field(default_factory=dict)
    papers: dict[str, dict[str, Paper]] = field(default_factory=dict)
    answers: dict[tuple[str, str], Answered] = field(default_factory=dict)

    def box(self) -> Box:
        """The ballot box as decide sees it."""
        return Box(self.signed, self.papers)

    def take(self, entry: Entry) -> list[Any]:
        """Let an accepted command happen; answers the changes to publish."""
        changes: list[Any] = []
        for effect in entry.effects:
            self._apply(effect)
        for recorded in entry.recorded:
            changes.extend(fold(self.state, recorded))
        if entry.key:
            self.answers[entry.owner, entry.key] = Answered(entry.body_hash, entry.answer)
        return changes

    def _apply(self, effect: Effect) -> None:
        match effect:
            case SetName(participant, name):
                if name:
                    self.state.names[participant] = name
                else:
                    self.state.names.pop(participant, None)
            case CastPaper(ballot, key_hash, paper, signed):
                self.papers.setdefault(ballot, {})[key_hash] = paper
                if signed is not None:
                    self.signed.setdefault(ballot, set()).add(signed)
            case EmptyBox(ballot):
                self.papers.pop(ballot, None)
                self.signed.pop(ballot, None)

    def branch(self) -> "Memory":
        """A copy that can run ahead; records themselves are immutable and shared."""
        state = copy(self.state)
        state.collections = {name: dict(kept) for name, kept in state.collections.items()}
        state.versions = dict(state.versions)
        state.names = dict(state.names)
        state.counters = dict(state.counters)
        state.themed = {name: dict(kept) for name, kept in state.themed.items()}
        state.done = {number: copy(done) for number, done in state.done.items()}
        return Memory(
            state,
            {ballot: set(voters) for ballot, voters in self.signed.items()},
            {ballot: dict(kept) for ballot, kept in self.papers.items()},
            dict(self.answers),
        )


def anonymous_key(key: str, secret: str | None) -> str:
    """A key that leads back to nobody: without the secret it cannot even be recognised."""
    return hashlib.sha256(f"{key}:{secret or ''}".encode()).hexdigest()


def answered(memory: Memory, job: Job) -> Json | None:
    """The first answer to a repeated key; refused when the body is not the same."""
    if not job.key:
        return None
    owner = job.owner if job.owner is not None else job.actor.participant or job.actor.id
    for place in ((owner, job.key), ("", anonymous_key(job.key, job.secret))):
        known = memory.answers.get(place)
        if known is not None and known.body_hash != job.body_hash:
            raise Refused("key_reused")
        if known is not None:
            return known.answer
    return None


def decide(memory: Memory, job: Job, now: int, fresh: str) -> Entry:
    """One command decided and already folded into the (speculative) memory."""
    context = Context(now, job.fresh or fresh, job.base, memory.box())
    state = memory.state
    decision: Decision = job.command.decide(state, job.actor, job.payload, context)
    by = job.actor.id if job.command.undoable and job.actor.role == "facilitator" else ""
    first = state.seq + 1
    recorded = tuple(
        Recorded(first + offset, first, job.command.name, by, event)
        for offset, event in enumerate(decision.events)
    )
    answer: Json = {"ok": True, "seq": state.seq + len(recorded), "result": decision.result}
    owner, key = _place(job, decision)
    entry = Entry(recorded, decision.effects, owner, key, job.body_hash, answer, job.credentials)
    memory.take(entry)
    return entry


def _place(job: Job, decision: Decision) -> tuple[str, str]:
    """Where the key is kept: with its sender, with nobody, or (for a paper) not at all."""
    if not job.key or any(isinstance(effect, CastPaper) for effect in decision.effects):
        return "", ""
    nobody = any(getattr(event, "author", "") is None for event in decision.events)
    if nobody and job.actor.role != "facilitator":
        return "", anonymous_key(job.key, job.secret)
    owner = job.owner if job.owner is not None else job.actor.participant or job.actor.id
    return owner, job.key


@dataclass(slots=True)
class Committed:
    """A job with what it left on disk."""

    job: Job
    entry: Entry


@dataclass(slots=True)
class Writer:
    """Runs ahead of what is published: `ahead` is speculative, `published` is on disk.

    `write` puts entries on disk or raises StorageFailed; `ticket` gives the time and a fresh id.
    """

    published: Memory
    write: Callable[[Sequence[Entry]], None]
    ticket: Callable[[], tuple[int, str]]
    ahead: Memory = field(init=False)

    def __post_init__(self) -> None:
        self.ahead = self.published.branch()

    def commit(self, jobs: Sequence[Job]) -> list[Committed]:
        """Decide and write a batch; what is answered is on disk, the rest was refused."""
        accepted, repeated = self._decide(jobs)
        done = self._write(accepted) if accepted else []
        for job in repeated:
            done.extend(self.commit([job]))
        return done

    def _decide(self, jobs: Sequence[Job]) -> tuple[list[Committed], list[Job]]:
        accepted: list[Committed] = []
        repeated: list[Job] = []
        for job in jobs:
            try:
                if answered(self.ahead, job) is None:
                    accepted.append(Committed(job, decide(self.ahead, job, *self.ticket())))
                elif (known := answered(self.published, job)) is not None:
                    job.succeed(known)
                else:
                    # Its twin is in this very batch and not on disk yet.
                    repeated.append(job)
            except Refused as refusal:
                job.fail(refusal)
            except Exception as fault:  # noqa: BLE001 - a bug in one command must not stop the room
                job.fail(fault)
                self._redo(accepted)
        return accepted, repeated

    def _redo(self, accepted: Sequence[Committed]) -> None:
        """After a fault the speculation may be half done: begin again from what was decided."""
        self.ahead = self.published.branch()
        for one in accepted:
            self.ahead.take(one.entry)

    def _write(self, accepted: list[Committed]) -> list[Committed]:
        try:
            self.write([one.entry for one in accepted])
        except StorageFailed as failure:
            self.ahead = self.published.branch()
            if len(accepted) == 1:
                accepted[0].job.fail(failure)
                return []
            return [done for one in accepted for done in self.commit([one.job])]
        return accepted
