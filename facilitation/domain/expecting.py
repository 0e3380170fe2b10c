"""How many people are expected, and how many come in by themselves before a facilitator looks."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from facilitation.domain.core import Actor, Change, Context, Decision, Event, Put, Refused, event
from facilitation.domain.evolve import evolves
from facilitation.domain.state import State

LARGEST: Final = 20_000
#: Late announcements and second phones: half as many again, and ten at least.
SPARE: Final = 10


@dataclass(frozen=True, slots=True)
class ExpectPeople:
    """Say how many people are expected in all: so many, and some more, may come in."""

    people: int


@event("people.expected")
@dataclass(frozen=True)
class PeopleExpected(Event):
    """So many people are expected."""

    people: int


def expect(state: State, actor: Actor, command: ExpectPeople, context: Context) -> Decision:
    """Refused for a number that no room holds."""
    if not 1 <= command.people <= LARGEST:
        raise Refused("out_of_range", field="people")
    return Decision((PeopleExpected(command.people),))


def places(state: State) -> int:
    """How many may be in before the door asks for a seat code."""
    expected = state.workshop.expected
    return expected + max(SPARE, expected // 2)


@evolves(PeopleExpected)
def _expected(state: State, happened: PeopleExpected) -> Iterable[Change]:
    yield Put("workshop", replace(state.workshop, expected=happened.people))
