"""A seminar as data: what a scenario folder says, read and checked, before anybody has joined.

Reading the folder is `facilitation.scenarios`; what becomes of it is `creation`.
"""

from dataclasses import dataclass, field

from facilitation.domain.vocabulary import LEVELS


@dataclass(frozen=True, slots=True)
class Pole:
    """A family of services; breakdowns go by pole, never by service alone."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Service:
    """A service of the State (or of whoever meets), with a line on its missions."""

    id: str
    name: str
    short: str
    category: str
    pole: str
    missions: str = ""


@dataclass(frozen=True, slots=True)
class Lens:
    """An outside actor through whose eyes an expectation may be seen (élu, usager…)."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Policy:
    """A public policy whose référents are to be named, and the services it concerns."""

    id: str
    name: str
    services: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Authority:
    """Somebody expected whom the documents name first, by function, in the order of protocol."""

    id: str
    function: str


@dataclass(frozen=True, slots=True)
class Seat:
    """A table of the room: its number, its name, the situations it is given, in order."""

    id: str
    number: int
    name: str
    cases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A line of the table plan: a seat kept for somebody of a service, named by function."""

    table: str
    service: str
    function: str = ""
    category: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """A piece of information given at mid-time."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Voice:
    """A short word of an outside actor, fictitious and said to be."""

    actor: str
    text: str


@dataclass(frozen=True, slots=True)
class Situation:
    """A situation concrète; `context` and `note` are Markdown."""

    id: str
    number: int
    title: str
    context: str
    questions: tuple[str, ...] = ()
    releases: tuple[Release, ...] = ()
    voices: tuple[Voice, ...] = ()
    note: str = ""
    services: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """A question of a rating ballot (the hot evaluation), one to four."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Sequence:
    """One timed item of the running order. `round` picks each table's n-th situation.

    `starts` counts minutes since midnight; `writing_at` minutes after the step's start;
    `writing` minutes, 0 when nothing is written; `private`: texts stay with their author
    until the writing closes. `every_case`: phones may speak on all situations. `speakers` are
    named by function, in the order in which they speak.
    """

    id: str
    title: str
    kind: str
    minutes: int
    starts: int
    instruction: str
    note: str = ""
    objectives: tuple[str, ...] = ()
    allows: tuple[str, ...] = ()
    writing_at: int = 0
    writing: int = 0
    private: bool = True
    scene: str = "step"
    round: int = 0
    every_case: bool = False
    tags: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Privacy:
    """What people are told of their data; what is empty is told in the house's own words.

    `controller` answers for the data, `officer` answers questions on them; after `days` they go.
    """

    controller: str = ""
    purpose: str = ""
    basis: str = ""
    recipients: str = ""
    officer: str = ""
    days: int = 30


@dataclass(frozen=True, slots=True)
class Seed:
    """A line brought from elsewhere, labelled with where it comes from."""

    kind: str
    text: str
    origin: str


@dataclass(frozen=True, slots=True)
class Term:
    """An acronym of the glossary."""

    id: str
    meaning: str


@dataclass(frozen=True, slots=True)
class TitlePage:
    """What stands on the documents' title pages."""

    organiser: str = ""
    subject: str = ""
    lot: str = ""
    document: str = ""
    summary_document: str = ""
    place: str = ""
    date: str = ""
    author: str = ""
    circulated_by: str = ""
    contact: str = ""
    plan_ends: str = ""
    next_meeting: str = ""
    minutes_due: str = ""
    indicative: str = ""


@dataclass(frozen=True, slots=True)
class Objective:
    """One of the things the day must reach; steps name those they serve."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """A whole seminar, ready to become a workshop."""

    id: str
    title: str
    subtitle: str
    language: str
    introduction: str
    day_starts: int
    day_ends: int
    expected: int
    title_page: TitlePage
    signed_by_default: bool = False
    levels: tuple[str, ...] = LEVELS
    objectives: tuple[Objective, ...] = ()
    poles: tuple[Pole, ...] = ()
    services: tuple[Service, ...] = ()
    authorities: tuple[Authority, ...] = ()
    lenses: tuple[Lens, ...] = ()
    policies: tuple[Policy, ...] = ()
    seats: tuple[Seat, ...] = ()
    places: tuple[Place, ...] = ()
    situations: tuple[Situation, ...] = ()
    sequences: tuple[Sequence, ...] = ()
    evaluation: tuple[Question, ...] = ()
    seeds: tuple[Seed, ...] = ()
    glossary: tuple[Term, ...] = field(default=())
    privacy: Privacy = field(default=Privacy())
