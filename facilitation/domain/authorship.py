"""Whose text it is: signed or non-nominative, for which service, and how its author proves it.

A non-nominative text carries no author and no service, in state and on the log; its owner
proves it with a secret of which the event holds the hash. A positioning speaks for a service.
"""

import hashlib
import hmac

from facilitation.domain.core import Actor, Refused
from facilitation.domain.records import Contribution
from facilitation.domain.state import State


def secret_hash(secret: str | None) -> str:
    """What the log keeps of an edit secret; empty for none."""
    return hashlib.sha256(secret.encode()).hexdigest() if secret else ""


def is_signed(state: State, actor: Actor, kind: str, anonymous: bool | None) -> bool:
    """The author chooses, the workshop has a default; a positioning is always its service's."""
    if kind == "positioning":
        return True
    if anonymous is None:
        return state.workshop.signed_by_default and actor.participant is not None
    return not anonymous and actor.participant is not None


def service_of(state: State, actor: Actor, service: str | None) -> str:
    """A person's own service; without a person, the one that is named."""
    if actor.participant is not None:
        return state.participant(actor.participant).service
    return state.need("services", service, "service_missing").id


def own(state: State, actor: Actor, key: str, secret: str | None) -> Contribution:
    """The sender's own text; somebody else's answers as if it were not there."""
    contribution = state.contribution(key)
    if actor.role == "facilitator" and contribution.via == "facilitator":
        return contribution
    if contribution.author is not None:
        if contribution.author == actor.participant:
            return contribution
    elif contribution.edit_hash and hmac.compare_digest(
        contribution.edit_hash, secret_hash(secret)
    ):
        return contribution
    raise Refused("unknown_contribution")
