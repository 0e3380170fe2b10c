"""What an archive is made of besides the records: the log as facilitators may read it, and what
makes keys and lives known again where it is brought in. `archives` reads it back.
"""

from typing import Any

from facilitation.domain.commitments import (
    CommitmentEdited,
    CommitmentMade,
    CommitmentWithdrawn,
)
from facilitation.domain.state import State
from facilitation.protocol import wire
from facilitation.protocol.keys import NEWCOMER, STAFF, archived_key, sealed_body
from facilitation.protocol.ports import Answered, Loaded
from facilitation.views.archive import is_carried, readable

Json = dict[str, Any]

_OF_CARDS = CommitmentMade | CommitmentEdited | CommitmentWithdrawn


def lines(loaded: Loaded, state: State) -> list[Json]:
    """The log; whose hand it was is told by a number, so that what was undone stays so."""
    hands: dict[str, str] = {}
    return [
        {
            "seq": one.seq,
            "first": one.first,
            "command": one.command,
            "by": hands.setdefault(one.by, f"hand-{len(hands)}") if one.by else "",
            "event": one.event.event_name,
            "body": wire.loads(wire.encode_event(readable(state, one.event))),
        }
        for one in loaded.recorded
    ]


def keys(loaded: Loaded, state: State) -> list[Json]:
    """The keys that were used, each as a hash with its first answer, in no order that tells.

    Those of cards that the archive leaves blank are left out: they come back whole, by the phones
    of their authors.
    """
    blank = {
        one.seq
        for one in loaded.recorded
        if isinstance(one.event, _OF_CARDS) and not is_carried(state, one.event.commitment)
    }
    told = (
        _key(state, owner, key, known)
        for (owner, key), known in loaded.answers.items()
        if known.answer["seq"] not in blank
    )
    # A key that came in an archive, and was shown since, is kept in both forms.
    unique = {one["key"]: one for one in told}
    return [unique[key] for key in sorted(unique)]


def _key(state: State, owner: str, key: str, known: Answered) -> Json:
    answer = {"seq": known.answer["seq"], "result": known.answer["result"]}
    if not owner:
        return {"key": key, "body": known.body_hash, **answer}
    person = owner == NEWCOMER or state.find("participants", owner) is not None
    whose = owner if person else STAFF
    return {"key": archived_key(whose, key), "body": sealed_body(key, known.body_hash), **answer}


def lives(loaded: Loaded, state: State) -> list[Json]:
    """The lives that the log does not tell of, up to the one that the archive was made in."""
    former = [{"epoch": life.epoch, "seq": life.seq} for life in loaded.lives]
    return [*former, {"epoch": loaded.epoch, "seq": state.seq}]
