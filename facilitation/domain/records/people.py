"""The people of the room, and the tables they sit at."""

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
