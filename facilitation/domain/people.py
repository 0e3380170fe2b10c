"""Participants: joining, correcting, leaving the list. Two entries made one are `merging`.

Names never enter the log: they travel as the effect `SetName`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from facilitation.domain.core import (
    Actor,
    Change,
    Context,
    Decision,
    Event,
    Put,
    Refused,
    SetName,
    Touch,
    event,
)
from facilitation.domain.evolve import evolves
from facilitation.domain.records import Participant
from facilitation.domain.state import State
from facilitation.domain.tables import relieving


@dataclass(frozen=True, slots=True)
class Join:
    """Come in, with one's service and table, and a name if one likes."""

    service: str
    table: str
    name: str | None = None
    category: str = ""


@dataclass(frozen=True, slots=True)
class Correct:
    """Correct one's own service, table or name (a facilitator: anybody's)."""

    participant: str | None = None
    service: str | None = None
    table: str | None = None
    name: str | None = None
    category: str | None = None
    votes: bool | None = None


@dataclass(frozen=True, slots=True)
class Remove:
    """Take an entry off the list; what it wrote stays."""

    participant: str


@event("participant.joined")
@dataclass(frozen=True)
class ParticipantJoined(Event):
    """Somebody came in."""

    participant: str
    service: str
    table: str
    category: str = ""
    via: str = "phone"


@event("participant.corrected")
@dataclass(frozen=True)
class ParticipantCorrected(Event):
    """An entry was corrected; a new name is not told here."""

    participant: str
    service: str
    table: str
    category: str
    votes: bool


@event("participant.removed")
@dataclass(frozen=True)
class ParticipantRemoved(Event):
    """An entry left the list."""

    participant: str


def join(state: State, actor: Actor, command: Join, context: Context) -> Decision:
    """Refused for an unknown service or table, or by a device for another table than its own;
    whoever is there already, in a workshop that was read back without its keys, is who they were.
    """
    if state.find("participants", context.id) is not None:
        return Decision(result={"participant": context.id})
    state.need("services", command.service, "unknown_service")
    state.table(command.table)
    if actor.role == "table" and command.table != actor.table:
        raise Refused("other_table")
    via = {"facilitator": "facilitator", "table": "device"}.get(actor.role, "phone")
    joined = ParticipantJoined(context.id, command.service, command.table, command.category, via)
    name = _clean(command.name)
    effects = (SetName(context.id, name),) if name else ()
    return Decision((joined,), effects, {"participant": context.id})


def _clean(name: str | None) -> str | None:
    return (name or "").strip() or None


def _whose(actor: Actor, key: str | None) -> str | None:
    if actor.role == "facilitator":
        return key
    if key is not None and key != actor.participant:
        raise Refused("forbidden")
    return actor.participant


def correct(state: State, actor: Actor, command: Correct, context: Context) -> Decision:
    """Refused for somebody else's entry, unless a facilitator asks."""
    one = state.present(_whose(actor, command.participant))
    if command.service is not None:
        state.need("services", command.service, "unknown_service")
    if command.table is not None:
        state.table(command.table)
    if command.votes is not None and actor.role != "facilitator":
        raise Refused("forbidden")
    corrected = ParticipantCorrected(
        one.id,
        command.service if command.service is not None else one.service,
        command.table if command.table is not None else one.table,
        command.category if command.category is not None else one.category,
        command.votes if command.votes is not None else one.votes,
    )
    effects = _naming(state, one.id, command.name)
    return Decision((*relieving(state, one, corrected.table), corrected), effects)


def remove(state: State, actor: Actor, command: Remove, context: Context) -> Decision:
    """Refused for an entry that is gone already."""
    one = state.present(command.participant)
    return Decision((*relieving(state, one, ""), ParticipantRemoved(one.id)))


def _naming(state: State, key: str, name: str | None) -> tuple[SetName, ...]:
    """A name taken back is forgotten under every entry of the person."""
    if name is None:
        return ()
    others = sorted(one for one in state.entries(key) - {key} if one in state.names)
    return (SetName(key, _clean(name)), *(SetName(one, None) for one in others))


@evolves(ParticipantJoined)
def _joined(state: State, happened: ParticipantJoined) -> Iterable[Change]:
    yield Put(
        "participants",
        Participant(
            id=happened.participant,
            service=happened.service,
            table=happened.table,
            category=happened.category,
            votes=happened.category != "direction",
            via=happened.via,
        ),
    )


@evolves(ParticipantCorrected)
def _corrected(state: State, happened: ParticipantCorrected) -> Iterable[Change]:
    one = state.participant(happened.participant)
    yield Put(
        "participants",
        replace(
            one,
            service=happened.service,
            table=happened.table,
            category=happened.category,
            votes=happened.votes,
        ),
    )
    yield from signed_by(state, one.id)


def signed_by(state: State, participant: str) -> Iterable[Change]:
    """Signed texts show their author's name: a new name shows on all of them."""
    for contribution in state.contributions():
        if contribution.author == participant:
            yield Touch("contributions", contribution.id)


@evolves(ParticipantRemoved)
def _removed(state: State, happened: ParticipantRemoved) -> Iterable[Change]:
    one = state.participant(happened.participant)
    yield Put("participants", replace(one, state="removed"))


def named_through(state: State, participant: str) -> Iterable[Change]:
    """What shows the name that an entry merged into this one brings, or takes away."""
    yield Touch("participants", participant)
    yield from signed_by(state, participant)
