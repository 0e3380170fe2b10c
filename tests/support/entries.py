"""Entries as the writer would make them, for tests of what keeps them."""

from typing import Any

from facilitation.domain.ballots import BallotRevealed
from facilitation.domain.core import CastPaper, Effect, Paper
from facilitation.domain.evolve import Recorded
from facilitation.domain.people import ParticipantRemoved
from facilitation.protocol.ports import Entry


def removed(seq: int, participant: str = "p", *, first: int | None = None) -> Recorded:
    """A short event under a number."""
    return Recorded(
        seq, first or seq, "participant.remove", "claire", ParticipantRemoved(participant)
    )


def revealed(seq: int, ballot: str) -> Recorded:
    """Another short event."""
    return Recorded(seq, seq, "ballot.reveal", "", BallotRevealed(ballot))


def entry(*recorded: Recorded, effects: tuple[Effect, ...] = (), **more: Any) -> Entry:
    """An entry; without a key unless one is given."""
    answer = {"ok": True, "seq": recorded[-1].seq if recorded else 0, "result": {}}
    kept = {"owner": "", "key": "", "body_hash": "", "answer": answer} | more
    return Entry(recorded, effects, **kept)


def keyed(seq: int, key: str, owner: str = "awa", body_hash: str = "one") -> Entry:
    """An entry with an idempotence key."""
    return entry(removed(seq), owner=owner, key=key, body_hash=body_hash)


def cast(
    voter: str | None, key_hash: str, remark: str = "", group: str = "terre", ballot: str = "VOT-01"
) -> Entry:
    """A paper put in the box, signed for unless `voter` is None."""
    paper = Paper(group, (("THM-01", 3), ("THM-02", 2)), remark)
    return entry(effects=(CastPaper(ballot, key_hash, paper, voter),))
