"""The dires de l'État and the réserves signed on them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reserve:
    """A réserve signed by a service on a dire de l'État; `shown` once it was on the screen."""

    service: str
    text: str
    shown: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """A dire de l'État: shared wording proposed, and what the room made of it."""

    id: str
    subject: str
    says: str
    audience: str = ""
    does_not_say: str = ""
    carried_by: str = ""
    competence: str = ""
    table: str | None = None
    state: str = "proposed"
    reserves: tuple[Reserve, ...] = ()
    projected: bool = False
