"""The questions put to the room, and their count; papers are no records."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """One line of a ballot: the record it stands for, and its words when it opened."""

    id: str
    label: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """What one option got: total, papers that gave it something, and their spread.

    `values` counts papers by value given, as pairs (value, papers).
    """

    option: str
    total: int
    papers: int
    values: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class GroupScore:
    """Totals of one pole of five respondents or more, in the order of the options."""

    group: str
    papers: int
    totals: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """The count of a closed ballot; nothing in it leads back to a voter."""

    papers: int
    blank: int
    entered: int
    registered: int
    scores: tuple[Score, ...]
    groups: tuple[GroupScore, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ballot:
    """One question put to the room. `method` is `dots` or `rating`."""

    id: str
    question: str
    method: str
    options: tuple[Option, ...]
    budget: int
    most: int
    subject: str
    step: str | None
    state: str = "open"
    opened_at: int | None = None
    closed_at: int | None = None
    reason: str = ""
    revealed: bool = False
    tally: Tally | None = None
