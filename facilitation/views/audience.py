"""Who may see which field of which record: one table, one rule per collection, closed by default.

A field that the table does not name is seen by nobody; a collection without a rule neither.
Audiences: `f` facilitators, `o` observers, `s` screen, `t` a table, `m` one participant.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
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
from facilitation.domain.tallies import FEWEST
from facilitation.views.fields import FIELDS

Json = dict[str, Any]

#: A rule answers the fields it hides from this audience, or None when the record is not theirs.
Rule = Callable[[State, "Audience", Any], frozenset[str] | None]

KINDS: Final = {
    "facilitators": "f",
    "observers": "o",
    "screen": "s",
    "table": "t",
    "me": "m",
}
_ALL: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Audience:
    """A stream's readers: `facilitators`, `observers`, `screen`, `table:<n>`, `me:<who>`."""

    kind: str
    id: str = ""

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}" if self.id else self.kind

    @property
    def letter(self) -> str:
        """The audience's letter in the table of fields."""
        return KINDS[self.kind]


def project(state: State, audience: Audience, collection: str, record: Record) -> Json | None:
    """The part of a record that an audience may see, as JSON values; None for nothing."""
    rule = _RULES.get(collection)
    hidden = rule(state, audience, record) if rule else None
    if hidden is None:
        return None
    letter = audience.letter
    seen: Json = {"id": record.id}
    for name, letters in FIELDS[collection].items():
        if letter in letters and name not in hidden:
            seen[name] = _value(state, audience, collection, record, name)
    return seen


def personal(collection: str, record: Record) -> str | None:
    """The participant whose own stream holds the record, if there is one."""
    if isinstance(record, Participant):
        return record.id
    if isinstance(record, Contribution):
        return record.author
    if isinstance(record, Commitment | Referent):
        return record.participant
    return None


def _value(state: State, audience: Audience, collection: str, record: Record, name: str) -> Any:
    computed = _COMPUTED.get((collection, name))
    if computed is not None:
        return computed(state, audience, record)
    if name == "v":
        return state.versions.get((collection, record.id), 0)
    return plain(getattr(record, name))


def plain(value: Any) -> Any:
    """Records and tuples as JSON values; text and numbers stay what they are."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    fields = getattr(value, "__dataclass_fields__", None)
    if fields is not None:
        return {name: plain(getattr(value, name)) for name in fields}
    return value


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
    return _ALL


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


_RULES: Final[dict[str, Rule]] = {
    "workshop": _public,
    "steps": _public,
    "cases": _case,
    "tables": _public,
    "participants": _participant,
    "poles": _public,
    "services": _public,
    "lenses": _public,
    "policies": _public,
    "glossary": _public,
    "contributions": _contribution,
    "themes": _theme,
    "ballots": _ballot,
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


def _signature(state: State, audience: Audience, record: Contribution) -> str:
    """The author's name, when the text is signed and a name was given; a positioning speaks for a
    service, whoever wrote it.
    """
    if record.kind == "positioning" or not record.author:
        return ""
    return state.names.get(record.author, "")


def _name(state: State, audience: Audience, record: Participant) -> str:
    return state.names.get(record.id, "")


def _size(state: State, audience: Audience, record: Theme) -> int:
    return len(state.themed.get(record.id, ()))


def _support(state: State, audience: Audience, record: Contribution) -> int:
    return len(record.supporters)


def _tally(state: State, audience: Audience, record: Ballot) -> Any:
    """How answers spread, and remarks, from five papers up; remarks for facilitators alone."""
    tally = record.tally
    if tally is not None and tally.papers < FEWEST:
        scores = tuple(replace(score, values=()) for score in tally.scores)
        tally = replace(tally, scores=scores, remarks=())
    if tally is not None and audience.kind != "facilitators":
        tally = replace(tally, remarks=())
    return plain(tally)


def _releases(state: State, audience: Audience, record: Case) -> list[Any]:
    """Only the facilitator reads a piece of information before its time."""
    given = record.releases
    if audience.kind != "facilitators":
        given = given[: record.released]
    return [plain(release) for release in given]


_COMPUTED: Final[dict[tuple[str, str], Callable[[State, Audience, Any], Any]]] = {
    ("contributions", "signature"): _signature,
    ("contributions", "support"): _support,
    ("participants", "name"): _name,
    ("themes", "size"): _size,
    ("cases", "releases"): _releases,
    ("ballots", "tally"): _tally,
}
