"""The running order and its situations, planned and lived."""

from dataclasses import dataclass

from facilitation.domain.scenario import Release, Voice


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
    speakers: tuple[str, ...] = ()
    state: str = "waiting"
    started_at: int | None = None
    ends_at: int | None = None
    remaining: int | None = None
    paused_at: int | None = None
    stopped: int = 0
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
