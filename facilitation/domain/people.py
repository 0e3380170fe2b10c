"""Participants: joining, correcting, merging, removing; the rapporteur; a call from a table.

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
from facilitation.domain.records import Commitment, Contribution, Participant, Referent, Table
from facilitation.domain.state import State


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
class Merge:
    """Two entries are one person: what `duplicate` did belongs to `participant`."""

    participant: str
    duplicate: str


@dataclass(frozen=True, slots=True)
class Remove:
    """Take an entry off the list; what it wrote stays."""

    participant: str


@dataclass(frozen=True, slots=True)
class NameRapporteur:
    """Say who reports for a table; nobody, when `participant` is None."""

    table: str
    participant: str | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """A table asks for the facilitator, or no longer does."""

    on: bool = True
    table: str | None = None


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


@event("participant.merged")
@dataclass(frozen=True)
class ParticipantMerged(Event):
    """Two entries turned out to be one person."""

    participant: str
    duplicate: str


@event("participant.removed")
@dataclass(frozen=True)
class ParticipantRemoved(Event):
    """An entry left the list."""

    participant: str


@event("rapporteur.named")
@dataclass(frozen=True)
class RapporteurNamed(Event):
    """A table has its rapporteur, or none."""

    table: str
    participant: str | None


@event("table.called")
@dataclass(frozen=True)
class TableCalled(Event):
    """A table asks for the facilitator, or was answered."""

    table: str
    on: bool


def join(state: State, actor: Actor, command: Join, context: Context) -> Decision:
    """Refused for an unknown service or table, or once the workshop is closed."""
    if state.workshop.state != "open":
        raise Refused("workshop_closed")
    state.need("services", command.service, "unknown_service")
    state.table(command.table)
    via = {"facilitator": "facilitator", "table": "device"}.get(actor.role, "phone")
    joined = ParticipantJoined(context.id, command.service, command.table, command.category, via)
    name = _clean(command.name)
    effects = (SetName(context.id, name),) if name else ()
    return Decision((joined,), effects, {"participant": context.id})


def _clean(name: str | None) -> str | None:
    return (name or "").strip() or None


def _present(state: State, key: str | None) -> Participant:
    participant = state.participant(key)
    if participant.state != "present":
        raise Refused("unknown_participant")
    return participant


def _whose(actor: Actor, key: str | None) -> str | None:
    if actor.role == "facilitator":
        return key
    if key is not None and key != actor.participant:
        raise Refused("forbidden")
    return actor.participant


def correct(state: State, actor: Actor, command: Correct, context: Context) -> Decision:
    """Refused for somebody else's entry, unless a facilitator asks."""
    one = _present(state, _whose(actor, command.participant))
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
    effects = (SetName(one.id, _clean(command.name)),) if command.name is not None else ()
    return Decision((*_leaving(state, one, corrected.table), corrected), effects)


def _leaving(state: State, one: Participant, table: str) -> Iterable[Event]:
    """Whoever changes table no longer reports for the old one."""
    old = state.find("tables", one.table)
    if isinstance(old, Table) and old.id != table and old.rapporteur == one.id:
        yield RapporteurNamed(old.id, None)


def merge(state: State, actor: Actor, command: Merge, context: Context) -> Decision:
    """Refused for one entry with itself, or an entry that is gone."""
    if command.participant == command.duplicate:
        raise Refused("same_participant")
    kept = _present(state, command.participant)
    gone = _present(state, command.duplicate)
    if _both_signed(state, context, kept.id, gone.id):
        raise Refused("both_voted")
    return Decision((*_handing(state, gone, kept), ParticipantMerged(kept.id, gone.id)))


def _both_signed(state: State, context: Context, one: str, other: str) -> bool:
    first, second = state.entries(one), state.entries(other)
    return any(first & signed and second & signed for signed in context.box.signed.values())


def _handing(state: State, gone: Participant, kept: Participant) -> Iterable[Event]:
    """The rapporteur stays rapporteur under the entry that is kept, at the same table."""
    for leaving in _leaving(state, gone, ""):
        yield RapporteurNamed(gone.table, kept.id) if kept.table == gone.table else leaving


def remove(state: State, actor: Actor, command: Remove, context: Context) -> Decision:
    """Refused for an entry that is gone already."""
    one = _present(state, command.participant)
    return Decision((*_leaving(state, one, ""), ParticipantRemoved(one.id)))


def name_rapporteur(
    state: State, actor: Actor, command: NameRapporteur, context: Context
) -> Decision:
    """Refused for somebody of another table; phones speak for their own table only."""
    table = state.table(command.table)
    if actor.role != "facilitator" and actor.table != table.id:
        raise Refused("forbidden")
    if command.participant is not None:
        one = _present(state, command.participant)
        if one.table != table.id:
            raise Refused("other_table")
    return Decision((RapporteurNamed(table.id, command.participant),))


def call(state: State, actor: Actor, command: Call, context: Context) -> Decision:
    """A phone calls for its own table; a facilitator answers any."""
    key = command.table if actor.role == "facilitator" else actor.table
    table = state.table(key)
    if table.called == command.on:
        return Decision()
    return Decision((TableCalled(table.id, command.on),))


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
    yield from _signed_by(state, one.id)


def _signed_by(state: State, participant: str) -> Iterable[Change]:
    """Signed texts show their author's name: a new name shows on all of them."""
    for contribution in state.contributions():
        if contribution.author == participant:
            yield Touch("contributions", contribution.id)


@evolves(ParticipantMerged)
def _merged(state: State, happened: ParticipantMerged) -> Iterable[Change]:
    gone = state.participant(happened.duplicate)
    yield Put("participants", replace(gone, state="merged", merged_into=happened.participant))
    for contribution in state.contributions():
        handed = _handed(contribution, gone.id, happened.participant)
        if handed != contribution:
            yield Put("contributions", handed)
    for record in list(state.collections["commitments"].values()):
        if isinstance(record, Commitment) and record.participant == gone.id:
            yield Put("commitments", replace(record, participant=happened.participant))
    for record in list(state.collections["referents"].values()):
        if isinstance(record, Referent) and record.participant == gone.id:
            yield Put("referents", replace(record, participant=happened.participant))


def _handed(contribution: Contribution, gone: str, kept: str) -> Contribution:
    """One person supports a text once, under whichever entry."""
    author = kept if contribution.author == gone else contribution.author
    supporters = tuple(kept if one == gone else one for one in contribution.supporters)
    return replace(contribution, author=author, supporters=tuple(dict.fromkeys(supporters)))


@evolves(ParticipantRemoved)
def _removed(state: State, happened: ParticipantRemoved) -> Iterable[Change]:
    one = state.participant(happened.participant)
    yield Put("participants", replace(one, state="removed"))


@evolves(RapporteurNamed)
def _rapporteur(state: State, happened: RapporteurNamed) -> Iterable[Change]:
    yield Put("tables", replace(state.table(happened.table), rapporteur=happened.participant))


@evolves(TableCalled)
def _called(state: State, happened: TableCalled) -> Iterable[Change]:
    yield Put("tables", replace(state.table(happened.table), called=happened.on))
