"""One command under way, and how it is decided: on a memory, without a disk."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from threading import Event
from typing import Any

from facilitation.domain.core import Actor, CastPaper, Context, Decision, Refused
from facilitation.domain.evolve import Recorded
from facilitation.domain.reclaiming import reclaim
from facilitation.protocol.commands.command import Command
from facilitation.protocol.credentials import Credential
from facilitation.protocol.keys import STAFF, anonymous_key, archived_key, sealed_body
from facilitation.protocol.ports import Answered, Entry
from facilitation.service.memory import Memory

Json = dict[str, Any]


@dataclass(slots=True)
class Job:
    """One command under way; `done` is set once `answer` or `failure` is there.

    `left` and `number`: it comes from a life that ended there, with a number given then.
    `repeated`: it was answered before, and left nothing on disk this time.
    """

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
    left: int | None = None
    number: str | None = None
    repeated: bool = False
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


def answered(memory: Memory, job: Job) -> Json | None:
    """The first answer to a repeated key; refused when the body is not the same."""
    if not job.key:
        return None
    for place in _places(memory, job):
        known = memory.answers.get(place)
        if known is not None and not _fits(known, job):
            raise Refused("key_reused")
        if known is not None:
            return known.answer
    return None


def _fits(known: Answered, job: Job) -> bool:
    """Whether it came with this body; of an erased text nothing is kept to compare with."""
    return known.body_hash in ("", job.body_hash, sealed_body(job.key, job.body_hash))


def _places(memory: Memory, job: Job) -> Iterator[tuple[str, str]]:
    """Where a key may be kept: with its sender, with nobody, as an archive told it."""
    yield _owner(memory, job), job.key
    yield "", anonymous_key(job.key, job.secret)
    owner = _sender(job)
    person = job.owner is not None or job.actor.participant is not None
    for whose in sorted(memory.state.entries(owner)) if person else (STAFF,):
        yield "", archived_key(whose, job.key)


def _sender(job: Job) -> str:
    return job.owner if job.owner is not None else job.actor.participant or job.actor.id


def _owner(memory: Memory, job: Job) -> str:
    """Whose key it is: the sender's, or that of an entry since merged into theirs."""
    owner = _sender(job)
    first = memory.owners.get(job.key, owner)
    merged = first != owner and first in memory.state.entries(owner)
    return first if merged else owner


def taken_up(memory: Memory, job: Job, answer: Json) -> Entry | None:
    """What came out of an archive without its author, whom this key shows; None where it has
    one, and in a workshop that is closed.
    """
    if job.command.name not in ("contribution.post", "commitment.make") or _closed(memory, job):
        return None
    gained = reclaim(memory.state, job.actor, answer["result"].get("id", ""))
    if gained is None:
        return None
    seq = memory.state.seq + 1
    recorded = (Recorded(seq, seq, job.command.name, "", gained),)
    again = job.left is not None
    entry = Entry(recorded, (), _sender(job), job.key, job.body_hash, answer, again=again)
    memory.take(entry)
    return entry


def _closed(memory: Memory, job: Job) -> bool:
    """Whether nothing of the kind is written any more."""
    state = memory.state
    return bool(state.seq) and state.workshop.state == "closed" and not job.command.closed


def decide(memory: Memory, job: Job, now: int, fresh: str) -> Entry:
    """One command decided and already folded into the (speculative) memory."""
    own = memory.again.get(_owner(memory, job), set()) | memory.again.get("", set())
    box = memory.box()
    context = Context(now, job.fresh or fresh, job.base, box, job.left, job.number, own)
    state = memory.state
    if _closed(memory, job):
        raise Refused("workshop_closed")
    decision: Decision = job.command.decide(state, job.actor, job.payload, context)
    by = job.actor.id if job.command.undoable and job.actor.role == "facilitator" else ""
    first = state.seq + 1
    recorded = tuple(
        Recorded(first + offset, first, job.command.name, by, event)
        for offset, event in enumerate(decision.events)
    )
    answer: Json = {"ok": True, "seq": state.seq + len(recorded), "result": decision.result}
    owner, key = _place(job, decision)
    entry = Entry(
        recorded,
        decision.effects,
        owner,
        key,
        job.body_hash if owner else sealed_body(job.key, job.body_hash),
        answer,
        job.credentials,
        again=job.left is not None,
    )
    memory.take(entry)
    return entry


def _place(job: Job, decision: Decision) -> tuple[str, str]:
    """Where the key is kept: with its sender, with nobody, or (for a paper) not at all.

    Whoever shows a secret acts on a text that has no author: its key would tell who that is.
    """
    if not job.key or any(isinstance(effect, CastPaper) for effect in decision.effects):
        return "", ""
    nobody = any(getattr(event, "author", "") is None for event in decision.events)
    if (nobody or job.secret) and job.actor.role != "facilitator":
        return "", anonymous_key(job.key, job.secret)
    return _sender(job), job.key
