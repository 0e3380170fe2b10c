"""What an audience is sent of a record: the table of fields and the rules, closed by default.

A field that the table does not name is seen by nobody; a collection without a rule neither.
"""

from typing import Any

from facilitation.domain.records import Commitment, Contribution, Participant, Record, Referent
from facilitation.domain.state import State
from facilitation.views.audience import Audience
from facilitation.views.fields import FIELDS
from facilitation.views.rules import RULES
from facilitation.views.values import COMPUTED, on_screen, plain

Json = dict[str, Any]


def project(state: State, audience: Audience, collection: str, record: Record) -> Json | None:
    """The part of a record that an audience may see, as JSON values; None for nothing."""
    rule = RULES.get(collection)
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
    computed = COMPUTED.get((collection, name))
    if computed is not None:
        return computed(state, audience, record)
    if name == "v":
        return state.versions.get((collection, record.id), 0)
    return plain(on_screen(audience, record, name))
