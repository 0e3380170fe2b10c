"""A workshop begins: the records that a scenario becomes."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from facilitation.domain.core import Actor, Change, Context, Decision, Event, Put, Refused, event
from facilitation.domain.evolve import evolves
from facilitation.domain.records import Attendee, Case, Contribution, Screen, Step, Table
from facilitation.domain.records import Workshop as WorkshopRecord
from facilitation.domain.scenario import Scenario
from facilitation.domain.state import State
from facilitation.domain.vocabulary import PREFIXES

#: In milliseconds.
DAY: Final = 86_400_000


@dataclass(frozen=True, slots=True)
class CreateWorkshop:
    """Open a new workshop from a scenario, under a code nobody uses."""

    code: str
    scenario: Scenario
    rehearsal: bool = False


@event("workshop.created")
@dataclass(frozen=True)
class WorkshopCreated(Event):
    """A workshop began, with all that its scenario says."""

    code: str
    at: int
    scenario: Scenario
    rehearsal: bool = False


def create(state: State, actor: Actor, command: CreateWorkshop, context: Context) -> Decision:
    """Begin; refused when the state already holds a workshop."""
    if state.seq:
        raise Refused("already_created")
    made = WorkshopCreated(command.code, context.now, command.scenario, command.rehearsal)
    return Decision((made,), result={"code": command.code})


@evolves(WorkshopCreated)
def _created(state: State, happened: WorkshopCreated) -> Iterable[Change]:
    scenario = happened.scenario
    yield Put("workshop", _workshop(happened))
    yield Put("screen", Screen())
    for name, items in (
        ("poles", scenario.poles),
        ("services", scenario.services),
        ("lenses", scenario.lenses),
        ("policies", scenario.policies),
        ("glossary", scenario.glossary),
    ):
        for item in items:
            yield Put(name, item)
    yield from _authorities(scenario)
    yield from _tables(scenario)
    yield from _cases(scenario)
    yield from _steps(scenario)
    yield from _seeds(scenario)


def _workshop(happened: WorkshopCreated) -> WorkshopRecord:
    scenario = happened.scenario
    return WorkshopRecord(
        id=happened.code,
        scenario=scenario.id,
        title=scenario.title,
        subtitle=scenario.subtitle,
        language=scenario.language,
        introduction=scenario.introduction,
        title_page=scenario.title_page,
        expected=scenario.expected,
        day_starts=scenario.day_starts,
        day_ends=scenario.day_ends,
        signed_by_default=scenario.signed_by_default,
        levels=scenario.levels,
        objectives=scenario.objectives,
        evaluation=scenario.evaluation,
        created_at=happened.at,
        rehearsal=happened.rehearsal,
        privacy=scenario.privacy,
        keep_until=happened.at + scenario.privacy.days * DAY,
    )


def _authorities(scenario: Scenario) -> Iterable[Change]:
    for rank, one in enumerate(scenario.authorities, 1):
        yield Put("attendees", Attendee(one.id, one.function, rank=rank))


def _tables(scenario: Scenario) -> Iterable[Change]:
    for seat in scenario.seats:
        yield Put("tables", Table(seat.id, seat.number, seat.name, seat.cases))


def _cases(scenario: Scenario) -> Iterable[Change]:
    for one in scenario.situations:
        given = tuple(seat.id for seat in scenario.seats if one.id in seat.cases)
        yield Put(
            "cases",
            Case(
                id=one.id,
                number=one.number,
                title=one.title,
                context=one.context,
                questions=one.questions,
                releases=one.releases,
                voices=one.voices,
                note=one.note,
                services=one.services,
                partners=one.partners,
                tables=given,
            ),
        )


def _steps(scenario: Scenario) -> Iterable[Change]:
    for position, one in enumerate(scenario.sequences, 1):
        yield Put(
            "steps",
            Step(
                id=one.id,
                position=position,
                title=one.title,
                kind=one.kind,
                minutes=one.minutes,
                starts=one.starts,
                instruction=one.instruction,
                note=one.note,
                objectives=one.objectives,
                allows=one.allows,
                writing_at=one.writing_at,
                writing=one.writing,
                private=one.private,
                scene=one.scene,
                round=one.round,
                every_case=one.every_case,
                tags=one.tags,
                speakers=one.speakers,
            ),
        )


def _seeds(scenario: Scenario) -> Iterable[Change]:
    counts: dict[str, int] = {}
    for seed in scenario.seeds:
        prefix = PREFIXES[seed.kind]
        counts[prefix] = counts.get(prefix, 0) + 1
        yield Put(
            "contributions",
            Contribution(
                id=f"{prefix}-{counts[prefix]:03d}",
                kind=seed.kind,
                text=seed.text,
                step=None,
                case=None,
                table=None,
                origin=seed.origin,
                via="seed",
            ),
        )
