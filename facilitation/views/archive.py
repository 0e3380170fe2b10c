"""The log as an archive keeps it: what facilitators may read of each event, and nothing more.

The form of the events stays, so that an archive folds to the same workshop; what is nobody
else's (personal cards, who stood behind what, texts taken back) is blank in it.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from facilitation.domain.authorship import sealed_proof
from facilitation.domain.ballots import BallotClosed
from facilitation.domain.commitments import CommitmentEdited, CommitmentMade
from facilitation.domain.contributions import ContributionEdited, ContributionPosted
from facilitation.domain.core import Event
from facilitation.domain.curation import ContributionSupported
from facilitation.domain.reclaiming import CommitmentReclaimed, ContributionReclaimed
from facilitation.domain.records import Commitment, Contribution
from facilitation.domain.state import State
from facilitation.domain.tallies import told


def readable(state: State, happened: Event) -> Event:
    """The event without what facilitators may not read; `state` is the workshop as it now is."""
    blank = _BLANKED.get(type(happened))
    return blank(state, happened) if blank else happened


def _text(state: State, key: str, text: str) -> str:
    """A text that its author took back is in no archive, nor is any wording that it had."""
    now = state.find("contributions", key)
    return text if isinstance(now, Contribution) and now.state != "withdrawn" else ""


def _posted(state: State, happened: ContributionPosted) -> Event:
    """A table or a service, never both; no author. The proof of whoever holds the secret of a text
    without a name is sealed: two texts do not show the same hand.
    """
    return replace(
        happened,
        text=_text(state, happened.contribution, happened.text),
        table=None if happened.service else happened.table,
        author=None,
        edit_hash=sealed_proof(happened.contribution, happened.edit_hash),
    )


def _edited(state: State, happened: ContributionEdited) -> Event:
    return replace(happened, text=_text(state, happened.contribution, happened.text))


def _supported(state: State, happened: ContributionSupported) -> Event:
    """How many stand behind a text stays, who they are does not: each is a number of this text's
    own, so that two texts do not show the same hand.
    """
    text = state.contribution(happened.contribution)
    places = (
        place
        for place, one in enumerate(text.supporters)
        if happened.participant in state.entries(one)
    )
    place = next(places, None)
    return replace(happened, participant="" if place is None else f"supporter-{place}")


def is_carried(state: State, commitment: str) -> bool:
    """What a service carries over is read as it stands; anything else is its author's alone."""
    now = state.find("commitments", commitment)
    return isinstance(now, Commitment) and now.kind == "service" and now.state == "live"


def _card(state: State, happened: CommitmentMade | CommitmentEdited) -> dict[str, Any]:
    carried = is_carried(state, happened.commitment)
    return {} if carried else dict.fromkeys(("role", "text", "by", "need"), "")


def _made(state: State, happened: CommitmentMade) -> Event:
    service = happened.service if happened.kind == "service" else ""
    return replace(happened, participant="", service=service, **_card(state, happened))


def _reworded(state: State, happened: CommitmentEdited) -> Event:
    return replace(happened, **_card(state, happened))


def _reclaimed(state: State, happened: ContributionReclaimed) -> Event:
    return replace(happened, author="")


def _taken_up(state: State, happened: CommitmentReclaimed) -> Event:
    return replace(happened, participant="")


def _closed(state: State, happened: BallotClosed) -> Event:
    return replace(happened, tally=told(happened.tally))


_BLANKED: Final[dict[type[Event], Callable[[State, Any], Event]]] = {
    ContributionPosted: _posted,
    ContributionEdited: _edited,
    ContributionSupported: _supported,
    CommitmentMade: _made,
    CommitmentEdited: _reworded,
    ContributionReclaimed: _reclaimed,
    CommitmentReclaimed: _taken_up,
    BallotClosed: _closed,
}
