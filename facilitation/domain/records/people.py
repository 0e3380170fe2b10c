"""The people of the room, the tables they sit at, and whose presence the documents tell."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Table:
    """A group in the room. `rapporteur` is a participant."""

    id: str
    number: int
    name: str
    cases: tuple[str, ...]
    rapporteur: str | None = None
    called: bool = False
    contributions: int = 0


@dataclass(frozen=True, slots=True)
class Participant:
    """A person; the name, if given, lives in a side table and is joined at projection."""

    id: str
    service: str
    table: str
    category: str = ""
    function: str = ""
    votes: bool = True
    via: str = "phone"
    state: str = "present"
    merged_into: str | None = None


@dataclass(frozen=True, slots=True)
class Attendee:
    """Whose presence the compte rendu tells by function: a person, or a whole service.

    `rank` gives the order of protocol (0: by service). A service as a whole has no function; its
    id is `service/<service>`. `by` says who stands in for them.
    """

    id: str
    function: str
    service: str | None = None
    category: str = ""
    rank: int = 0
    observer: bool = False
    state: str = "expected"
    by: str = ""
