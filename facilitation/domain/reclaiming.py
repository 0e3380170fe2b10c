"""Texts and cards out of an archive, which does not tell whose they are: whoever shows the key with
which one was sent is its author again.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import cast

from facilitation.domain.core import Actor, Change, Event, Put, event
from facilitation.domain.erasing import is_erased
from facilitation.domain.evolve import evolves
from facilitation.domain.records import Commitment, Contribution
from facilitation.domain.state import State


@event("contribution.reclaimed")
@dataclass(frozen=True)
class ContributionReclaimed(Event):
    """A signed text has its author again; an archive does not tell who that is."""

    contribution: str
    author: str


@event("commitment.reclaimed")
@dataclass(frozen=True)
class CommitmentReclaimed(Event):
    """A service's card has its author again; an archive does not tell who that is."""

    commitment: str
    participant: str


def reclaim(state: State, actor: Actor, number: str) -> Event | None:
    """What the sender of this text or card gets back; None where nothing is missing."""
    if actor.participant is None:
        return None
    text, card = state.find("contributions", number), state.find("commitments", number)
    if isinstance(text, Contribution) and _misses_its_author(text):
        return ContributionReclaimed(number, actor.participant)
    if isinstance(card, Commitment) and not card.participant:
        return CommitmentReclaimed(number, actor.participant)
    return None


def _misses_its_author(text: Contribution) -> bool:
    """A signed text that came without one; of an erased text nobody is the author again."""
    return text.service is not None and text.author is None and not is_erased(text)


@evolves(ContributionReclaimed)
def _text(state: State, happened: ContributionReclaimed) -> Iterable[Change]:
    # An archive leaves the author out: the record is put all the same, for its version.
    old = state.contribution(happened.contribution)
    yield Put("contributions", replace(old, author=happened.author or old.author))


@evolves(CommitmentReclaimed)
def _card(state: State, happened: CommitmentReclaimed) -> Iterable[Change]:
    old = cast("Commitment", state.need("commitments", happened.commitment))
    yield Put("commitments", replace(old, participant=happened.participant or old.participant))
