"""The action plan and its follow-up meetings."""

from dataclasses import dataclass
from typing import Any, Final


@dataclass(frozen=True, slots=True)
class Associate:
    """A service that supports an action, and in which role."""

    service: str
    role: str = "supports"


@dataclass(frozen=True, slots=True)
class Milestone:
    """A step of an action."""

    content: str
    responsible: str = ""
    due: str = ""
    state: str = "todo"


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line of a sheet's history. `what` is a field, `created`, or `state` (dropped, restored).

    `before` and `after` are told of short fields only, never of one that may name a person;
    `sources` of a new sheet are its theme or its texts, and the ballot.
    """

    at: int
    what: str
    before: str = ""
    after: str = ""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """A fiche-action, with a place for every field of the sheet; dates are ISO days."""

    id: str
    title: str
    table: str | None = None
    theme: str | None = None
    policy: str | None = None
    status: str = "proposed"
    validation: str = ""
    why: str = ""
    cases: tuple[str, ...] = ()
    contributions: tuple[str, ...] = ()
    tables: tuple[str, ...] = ()
    score: int | None = None
    ballot: str | None = None
    goal: str = ""
    expected_result: str = ""
    beneficiaries: str = ""
    authority: str | None = None
    pilot: str | None = None
    responsible: str = ""
    director_agreement: str = ""
    referent: str = ""
    associates: tuple[Associate, ...] = ()
    partners: str = ""
    level: str | None = None
    milestones: tuple[Milestone, ...] = ()
    first_step: str = ""
    conditions: str = ""
    consultations: str = ""
    tool: str = ""
    tool_owner: str = ""
    tool_content: str = ""
    tool_access: str = ""
    means: str = ""
    pooling: str = ""
    statement: str | None = None
    start: str = ""
    due: str = ""
    revised_due: str = ""
    revised_reason: str = ""
    indicator: str = ""
    indicator_start: str = ""
    indicator_target: str = ""
    indicator_source: str = ""
    indicator_frequency: str = ""
    body: str = ""
    risks: str = ""
    arbitration: str = ""
    arbitration_to: str = ""
    arbitration_by: str = ""
    state: str = "live"
    projected: bool = False
    # What the screen goes on showing of fields that a table wrote under the préfet's eyes.
    held: tuple[tuple[str, Any], ...] = ()
    versions: tuple[tuple[str, int], ...] = ()
    history: tuple[SheetLine, ...] = ()


_FOLLOWS: Final = frozenset(
    ("id", "versions", "state", "projected", "held", "score", "ballot", "table", "history")
)
#: Fields of an action that people write; the rest follows from how it was made.
ACTION_FIELDS: Final = tuple(name for name in Action.__dataclass_fields__ if name not in _FOLLOWS)


@dataclass(frozen=True, slots=True)
class Meeting:
    """A follow-up meeting."""

    id: str
    title: str
    date: str = ""
    place: str = ""
