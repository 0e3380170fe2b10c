"""Whose text it is: signed or non-nominative, for which service, and how its author proves it.

A non-nominative text carries no author and no service, in state and on the log; its owner
proves it with a secret of which the event holds the hash. A positioning speaks for a service.
A text of the table carries no author either: whoever speaks for the table looks after it.
"""

import hashlib
import hmac
from typing import Final

from facilitation.domain.core import Actor, Refused
from facilitation.domain.records import Contribution
from facilitation.domain.state import State

#: What begins a proof that came out of an archive; no hash begins so.
_SEAL: Final = "~"


def secret_hash(secret: str | None) -> str:
    """What the log keeps of an edit secret; empty for none."""
    return hashlib.sha256(secret.encode()).hexdigest() if secret else ""


def sealed_proof(contribution: str, proof: str) -> str:
    """What an archive keeps of the hash of a secret: another for each text, for one sender may
    have used a secret twice.
    """
    if not proof or proof.startswith(_SEAL):
        return proof
    return _SEAL + secret_hash(f"{contribution}:{proof}")


def _proves(contribution: Contribution, secret: str | None) -> bool:
    """Whether this is the secret that the text was sent with."""
    kept, shown = contribution.edit_hash, secret_hash(secret)
    if kept.startswith(_SEAL):
        shown = sealed_proof(contribution.id, shown)
    return bool(kept) and hmac.compare_digest(kept, shown)


def speaks_for(state: State, actor: Actor, table: str | None) -> bool:
    """The table's device does, and its rapporteur on a phone of their own."""
    if table is None or actor.table != table:
        return False
    rapporteur = state.table(table).rapporteur
    return actor.role == "table" or (rapporteur is not None and rapporteur == actor.participant)


def is_for_table(state: State, actor: Actor, kind: str, asked: bool) -> bool:
    """As asked, or what a device writes for nobody. Refused to whoever does not speak for it."""
    if asked and kind == "positioning":
        raise Refused("positioning_for_table")
    if asked and not speaks_for(state, actor, actor.table):
        raise Refused("rapporteur_only")
    alone = actor.role == "table" and actor.participant is None
    return asked or (alone and kind != "positioning")


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
    """The sender's own text, or their table's; somebody else's answers as if it were not there."""
    contribution = state.contribution(key)
    if contribution.for_table and speaks_for(state, actor, contribution.table):
        return contribution
    if actor.role == "facilitator" and contribution.via == "facilitator":
        return contribution
    if contribution.author is not None:
        if contribution.author == actor.participant:
            return contribution
    elif _proves(contribution, secret):
        return contribution
    raise Refused("unknown_contribution")
