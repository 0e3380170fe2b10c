"""One rule per collection: whose record it is, and which fields it hides from whom.

Which fields exist for an audience at all is `fields`.
"""

from collections.abc import Callable
from typing import Any, Final

from facilitation.domain.records import (
    Action,
    Ballot,
    Case,
    Commitment,
    Contribution,
    Message,
    Participant,
    Record,
    Referent,
    Statement,
    Theme,
)
from facilitation.domain.state import State
from facilitation.views.audience import Audience

#: A rule answers the fields it hides from this audience, or None when the record is not theirs.
Rule = Callable[[State, "Audience", Any], frozenset[str] | None]


_ALL: Final[frozenset[str]] = frozenset()


def _public(state: State, audience: Audience, record: Record) -> frozenset[str] | None:
    return None if audience.kind == "me" else _ALL


def _facilitators(state: State, audience: Audience, record: Record) -> frozenset[str] | None:
    return _ALL if audience.kind == "facilitators" else None


def _case(state: State, audience: Audience, record: Case) -> frozenset[str] | None:
    if audience.kind == "me":
        return None
    if audience.kind == "facilitators" or record.opened:
        return _ALL
    return frozenset({"context", "questions", "releases", "voices"})


def _participant(state: State, audience: Audience, record: Participant) -> frozenset[str] | None:
    if audience.kind == "facilitators":
        return _ALL
    if audience.kind == "me" and record.id == audience.id:
        return _ALL
    mate = audience.kind == "table" and record.table == audience.id
    return _ALL if mate and record.state == "present" else None


def _contribution(state: State, audience: Audience, record: Contribution) -> frozenset[str] | None:
    """A table and a service never stand together; private writing is its author's."""
    hidden = {"table"} if record.service else {"service"}
    if audience.kind == "me":
        return frozenset(hidden) if record.author == audience.id else None
    if record.state == "withdrawn":
        hidden |= {"text", "signature", "service"}
    if audience.kind == "facilitators":
        return frozenset(hidden)
    if record.state == "set_aside":
        hidden |= {"text", "signature", "service"}
    if audience.kind == "table" and record.table == audience.id and not record.private:
        return frozenset(hidden)
    return frozenset(hidden) if record.projected and record.state == "posted" else None


def _theme(state: State, audience: Audience, record: Theme) -> frozenset[str] | None:
    if audience.kind == "facilitators":
        return _ALL
    if audience.kind == "me" or record.state != "live" or not record.projected:
        return None
    return _ALL


def _ballot(state: State, audience: Audience, record: Ballot) -> frozenset[str] | None:
    """Totals stay hidden until the close; from everybody but facilitators until revealed."""
    if audience.kind == "me":
        return None
    if audience.kind == "facilitators":
        return _ALL
    return _ALL if record.state == "closed" and record.revealed else frozenset({"tally"})


def _own_or_projected(
    state: State, audience: Audience, record: Statement | Action
) -> frozenset[str] | None:
    if audience.kind == "facilitators":
        return _ALL
    if audience.kind == "me" or record.state == "removed":
        return None
    own = audience.kind == "table" and record.table == audience.id
    return _ALL if own or record.projected else None


def _referent(state: State, audience: Audience, record: Referent) -> frozenset[str] | None:
    if audience.kind == "me":
        return _ALL if record.participant == audience.id else None
    waits = audience.kind in ("screen", "observers") and not record.projected
    return frozenset({"function"}) if waits else _ALL


def _commitment(state: State, audience: Audience, record: Commitment) -> frozenset[str] | None:
    if audience.kind == "me":
        return _ALL if record.participant == audience.id else None
    carried = record.kind == "service" and record.state == "live"
    return _ALL if audience.kind == "facilitators" and carried else None


def _message(state: State, audience: Audience, record: Message) -> frozenset[str] | None:
    if audience.kind == "facilitators":
        return _ALL
    mine = audience.kind == "table" and record.table in (None, audience.id)
    return _ALL if mine and record.state == "live" else None


RULES: Final[dict[str, Rule]] = {
    "workshop": _public,
    "steps": _public,
    "cases": _case,
    "tables": _public,
    "participants": _participant,
    "attendees": _facilitators,
    "poles": _public,
    "services": _public,
    "lenses": _public,
    "policies": _public,
    "glossary": _public,
    "contributions": _contribution,
    "themes": _theme,
    "ballots": _ballot,
    "followups": _public,
    "statements": _own_or_projected,
    "referents": _referent,
    "roles": _public,
    "actions": _own_or_projected,
    "commitments": _commitment,
    "parked": _facilitators,
    "messages": _message,
    "meetings": _public,
    "screen": _public,
}
