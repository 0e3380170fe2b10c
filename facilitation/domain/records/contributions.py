"""What people posted, and the points kept for later."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Contribution:
    """What someone posted. `author` and `service` are empty when it is non-nominative, or when it
    was said in the name of the table.
    """

    id: str
    kind: str
    text: str
    step: str | None
    case: str | None
    table: str | None
    author: str | None = None
    service: str | None = None
    addressee: str | None = None
    lens: str | None = None
    role: str | None = None
    level: str | None = None
    tags: tuple[str, ...] = ()
    state: str = "posted"
    reason: str = ""
    theme: str | None = None
    late: bool = False
    origin: str = ""
    edited: bool = False
    via: str = "phone"
    private: bool = False
    shown: bool = False
    projected: bool = False
    parked: bool = False
    supporters: tuple[str, ...] = ()
    actions: tuple[str, ...] = ()
    edit_hash: str = ""
    for_table: bool = False


@dataclass(frozen=True, slots=True)
class Parked:
    """A point à traiter ultérieurement, maybe born of a contribution."""

    id: str
    text: str
    contribution: str | None = None
    owner: str = ""
    due: str = ""
    state: str = "live"
