"""The event itself."""

from dataclasses import dataclass, field

from facilitation.domain.scenario import Objective, Privacy, Question, TitlePage


@dataclass(frozen=True, slots=True)
class Life:
    """A former life, ended by a restore, and the last number of the log shared with it."""

    epoch: str
    seq: int


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
    lives: tuple[Life, ...] = ()
    restored_at: int | None = None
    restored_from: int | None = None
    erased_at: int = 0
    privacy: Privacy = field(default=Privacy())
    keep_until: int = 0
