"""Every record of a workshop's state: flat, frozen, one class per collection.

A record says what is; who may see which field is `facilitation.views.audience`.
Times are milliseconds since the epoch, `None` when unknown; identifiers are strings.
"""

from dataclasses import dataclass, field
from typing import Final

from facilitation.domain.scenario import (
    Lens,
    Objective,
    Pole,
    Policy,
    Question,
    Release,
    Service,
    Term,
    TitlePage,
    Voice,
)


@dataclass(frozen=True, slots=True)
class Workshop:
    """The event itself; one record, its id is the workshop's code."""

    id: str
    scenario: str
    title: str
    subtitle: str
    language: str
    introduction: str
    title_page: TitlePage
    expected: int
    day_starts: int
    day_ends: int
    signed_by_default: bool
    levels: tuple[str, ...]
    objectives: tuple[Objective, ...]
    evaluation: tuple[Question, ...]
    created_at: int
    rehearsal: bool = False
    step: str | None = None
    state: str = "open"
    minutes_status: str = "draft"


@dataclass(frozen=True, slots=True)
class Step:
    """A séquence, planned and lived. `remaining` is what was left when it was paused."""

    id: str
    position: int
    title: str
    kind: str
    minutes: int
    starts: int
    instruction: str
    note: str
    objectives: tuple[str, ...]
    allows: tuple[str, ...]
    writing_at: int
    writing: int
    private: bool
    scene: str
    round: int
    every_case: bool
    tags: tuple[str, ...]
    state: str = "waiting"
    started_at: int | None = None
    ends_at: int | None = None
    remaining: int | None = None
    paused_at: int | None = None
    finished_at: int | None = None
    writing_open: bool = False
    writing_ends_at: int | None = None
    revealed: bool = False


@dataclass(frozen=True, slots=True)
class Case:
    """A situation concrète; `released` counts the pieces of information given so far."""

    id: str
    number: int
    title: str
    context: str
    questions: tuple[str, ...]
    releases: tuple[Release, ...]
    voices: tuple[Voice, ...]
    note: str
    services: tuple[str, ...]
    partners: tuple[str, ...]
    tables: tuple[str, ...]
    opened: bool = False
    released: int = 0


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
class Contribution:
    """What someone posted. `author` and `service` are empty when it is non-nominative."""

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


@dataclass(frozen=True, slots=True)
class Theme:
    """A named cluster of contributions; `letter` and `color` tell it apart in print."""

    id: str
    letter: str
    name: str
    color: int
    position: int
    subtitle: str = ""
    note: str = ""
    state: str = "live"
    merged_into: str | None = None
    projected: bool = False


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


@dataclass(frozen=True, slots=True)
class Reserve:
    """A réserve signed by a service on a dire de l'État."""

    service: str
    text: str


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


@dataclass(frozen=True, slots=True)
class Referent:
    """Who carries a policy in a service. Its id is `policy/service`."""

    id: str
    policy: str
    service: str
    function: str = ""
    participant: str | None = None
    state: str = "expected"
    remark: str = ""


@dataclass(frozen=True, slots=True)
class RoleCell:
    """What was said of one service on one case, counted. Its id is `case/service`.

    `roles` and `levels` are pairs (value, positionings); `contributions` their numbers.
    """

    id: str
    case: str
    service: str
    roles: tuple[tuple[str, int], ...] = ()
    levels: tuple[tuple[str, int], ...] = ()
    contributions: tuple[str, ...] = ()
    settled_role: str | None = None
    settled_level: str | None = None


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
class Action:
    """A fiche-action, with a place for every field of the sheet; dates are ISO days."""

    id: str
    title: str
    table: str | None = None
    theme: str | None = None
    policy: str | None = None
    status: str = "proposed"
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
    versions: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Commitment:
    """An engagement: `personal` goes back to the person alone, `service` is carried over."""

    id: str
    kind: str
    participant: str
    service: str
    role: str
    text: str
    by: str = ""
    need: str = ""
    subject_to_hierarchy: bool = True
    state: str = "live"


@dataclass(frozen=True, slots=True)
class Parked:
    """A point à traiter ultérieurement, maybe born of a contribution."""

    id: str
    text: str
    contribution: str | None = None
    owner: str = ""
    due: str = ""
    state: str = "live"


@dataclass(frozen=True, slots=True)
class Message:
    """A word of the facilitator to all phones or to one table."""

    id: str
    text: str
    table: str | None = None
    at: int = 0
    state: str = "live"


@dataclass(frozen=True, slots=True)
class Meeting:
    """A follow-up meeting."""

    id: str
    title: str
    date: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class Screen:
    """What the projector shows; one record, its id is `screen`."""

    id: str = "screen"
    scene: str = "join"
    step: str | None = None
    case: str | None = None
    ballot: str | None = None
    theme: str | None = None
    action: str | None = None
    statement: str | None = None
    kind: str | None = None
    page: int = 0
    dark: bool = False
    text: str = ""
    previous: str = "join"
    closing: bool = field(default=False)


Record = (
    Workshop
    | Step
    | Case
    | Table
    | Participant
    | Pole
    | Service
    | Lens
    | Policy
    | Term
    | Contribution
    | Theme
    | Ballot
    | Statement
    | Referent
    | RoleCell
    | Action
    | Commitment
    | Parked
    | Message
    | Meeting
    | Screen
)

COLLECTIONS: Final[dict[str, type[Record]]] = {
    "workshop": Workshop,
    "steps": Step,
    "cases": Case,
    "tables": Table,
    "participants": Participant,
    "poles": Pole,
    "services": Service,
    "lenses": Lens,
    "policies": Policy,
    "glossary": Term,
    "contributions": Contribution,
    "themes": Theme,
    "ballots": Ballot,
    "statements": Statement,
    "referents": Referent,
    "roles": RoleCell,
    "actions": Action,
    "commitments": Commitment,
    "parked": Parked,
    "messages": Message,
    "meetings": Meeting,
    "screen": Screen,
}

#: Fields of an action that people write; the rest follows from how it was made.
ACTION_FIELDS: Final = tuple(
    name
    for name in Action.__dataclass_fields__
    if name not in ("id", "versions", "state", "projected", "score", "ballot", "table")
)
