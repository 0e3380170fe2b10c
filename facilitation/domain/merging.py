"""Two entries turn out to be one person: what either did belongs to the entry that is kept."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from facilitation.domain.core import Actor, Change, Context, Decision, Event, Put, Refused, event
from facilitation.domain.evolve import evolves
from facilitation.domain.people import named_through
from facilitation.domain.records import Commitment, Contribution, Participant, Referent
from facilitation.domain.state import State
from facilitation.domain.tables import RapporteurNamed, relieving


@dataclass(frozen=True, slots=True)
class Merge:
    """Two entries are one person: what `duplicate` did belongs to `participant`."""

    participant: str
    duplicate: str


@event("participant.merged")
@dataclass(frozen=True)
class ParticipantMerged(Event):
    """Two entries turned out to be one person."""

    participant: str
    duplicate: str


def merge(state: State, actor: Actor, command: Merge, context: Context) -> Decision:
    """Refused for one entry with itself, or an entry that is gone."""
    if command.participant == command.duplicate:
        raise Refused("same_participant")
    kept = state.present(command.participant)
    gone = state.present(command.duplicate)
    if _both_signed(state, context, kept.id, gone.id):
        raise Refused("both_voted")
    return Decision((*_handing(state, gone, kept), ParticipantMerged(kept.id, gone.id)))


def _both_signed(state: State, context: Context, one: str, other: str) -> bool:
    first, second = state.entries(one), state.entries(other)
    return any(first & signed and second & signed for signed in context.box.signed.values())


def _handing(state: State, gone: Participant, kept: Participant) -> Iterable[Event]:
    """The rapporteur stays rapporteur under the entry that is kept, at the same table."""
    for leaving in relieving(state, gone, ""):
        yield RapporteurNamed(gone.table, kept.id) if kept.table == gone.table else leaving


@evolves(ParticipantMerged)
def _merged(state: State, happened: ParticipantMerged) -> Iterable[Change]:
    gone = state.participant(happened.duplicate)
    yield Put("participants", replace(gone, state="merged", merged_into=happened.participant))
    yield from named_through(state, happened.participant)
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
