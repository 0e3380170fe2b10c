"""Engagements: a personal card that goes back to its author alone, one for the service.

« Sous réserve de ma hiérarchie » is ready-made, and on by default.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, cast

from facilitation.domain.core import (
    Actor,
    Change,
    Context,
    Decision,
    Event,
    Put,
    Refused,
    event,
    fields_of,
)
from facilitation.domain.evolve import evolves
from facilitation.domain.records import Commitment
from facilitation.domain.state import State

KINDS: Final = ("personal", "service")


@dataclass(frozen=True, slots=True)
class Commit:
    """What one undertakes: in which role, what, by when, with what need."""

    kind: str
    text: str
    role: str = ""
    by: str = ""
    need: str = ""
    subject_to_hierarchy: bool = True


@dataclass(frozen=True, slots=True)
class EditCommitment:
    """New words for one's own card; what is None stays."""

    commitment: str
    text: str | None = None
    role: str | None = None
    by: str | None = None
    need: str | None = None
    subject_to_hierarchy: bool | None = None


@dataclass(frozen=True, slots=True)
class WithdrawCommitment:
    """Take one's own card back."""

    commitment: str


@event("commitment.made")
@dataclass(frozen=True)
class CommitmentMade(Event):
    """Somebody undertook something."""

    commitment: str
    kind: str
    participant: str
    service: str
    role: str
    text: str
    by: str
    need: str
    subject_to_hierarchy: bool


@event("commitment.edited")
@dataclass(frozen=True)
class CommitmentEdited(Event):
    """A card was put better."""

    commitment: str
    role: str
    text: str
    by: str
    need: str
    subject_to_hierarchy: bool


@event("commitment.withdrawn")
@dataclass(frozen=True)
class CommitmentWithdrawn(Event):
    """A card was taken back."""

    commitment: str


def commit(state: State, actor: Actor, command: Commit, context: Context) -> Decision:
    """Refused without words, or for a device that speaks for nobody."""
    if command.kind not in KINDS:
        raise Refused("unknown_value", field="kind")
    if actor.participant is None:
        raise Refused("voter_missing")
    if not command.text.strip():
        raise Refused("text_missing")
    person = state.participant(actor.participant)
    number = state.next_number("ENG", 2, context.number)
    made = CommitmentMade(
        number,
        command.kind,
        person.id,
        person.service,
        command.role.strip(),
        command.text.strip(),
        command.by.strip(),
        command.need.strip(),
        command.subject_to_hierarchy,
    )
    return Decision((made,), result={"id": number})


def _own(state: State, actor: Actor, key: str) -> Commitment:
    card = state.find("commitments", key)
    mine = isinstance(card, Commitment) and card.participant == actor.participant
    if not isinstance(card, Commitment) or not mine or card.state != "live":
        raise Refused("unknown_commitment")
    return card


def edit(state: State, actor: Actor, command: EditCommitment, context: Context) -> Decision:
    """Refused for somebody else's card."""
    old = _own(state, actor, command.commitment)
    names = ("role", "text", "by", "need", "subject_to_hierarchy")
    values = {
        name: getattr(old, name) if getattr(command, name) is None else getattr(command, name)
        for name in names
    }
    if not values["text"].strip():
        raise Refused("text_missing")
    return Decision((CommitmentEdited(old.id, **values),))


def withdraw(state: State, actor: Actor, command: WithdrawCommitment, context: Context) -> Decision:
    """Refused for somebody else's card."""
    return Decision((CommitmentWithdrawn(_own(state, actor, command.commitment).id),))


def _card(state: State, key: str) -> Commitment:
    return cast("Commitment", state.need("commitments", key))


@evolves(CommitmentMade)
def _made(state: State, happened: CommitmentMade) -> Iterable[Change]:
    values = fields_of(happened)
    values["id"] = values.pop("commitment")
    yield Put("commitments", Commitment(**values))


@evolves(CommitmentEdited)
def _edited(state: State, happened: CommitmentEdited) -> Iterable[Change]:
    values = fields_of(happened)
    yield Put("commitments", replace(_card(state, values.pop("commitment")), **values))


@evolves(CommitmentWithdrawn)
def _withdrawn(state: State, happened: CommitmentWithdrawn) -> Iterable[Change]:
    yield Put("commitments", replace(_card(state, happened.commitment), state="withdrawn"))
