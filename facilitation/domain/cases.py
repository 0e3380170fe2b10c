"""Situations during the day: their information released piece by piece, their wording corrected.

Which step opens a situation to the phones is `agenda`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from facilitation.domain.core import (
    Actor,
    Change,
    Context,
    Decision,
    Event,
    Put,
    Refused,
    corrections,
    event,
    fields_of,
)
from facilitation.domain.evolve import evolves
from facilitation.domain.state import State
from facilitation.domain.versions import check_base


@dataclass(frozen=True, slots=True)
class ReleaseInformation:
    """Give the tables of a case its next piece of information."""

    case: str


@dataclass(frozen=True, slots=True)
class ReleaseEverywhere:
    """Give the tables of several cases their n-th piece of information, where it comes next.

    The number makes a second press harmless: it does not give the piece after it.
    """

    cases: tuple[str, ...]
    number: int


@dataclass(frozen=True, slots=True)
class CorrectCase:
    """Correct a situation during the day; what is None stays."""

    case: str
    title: str | None = None
    context: str | None = None
    questions: tuple[str, ...] | None = None


@event("information.released")
@dataclass(frozen=True)
class InformationReleased(Event):
    """A case's next piece of information reached its tables."""

    case: str


@event("case.corrected")
@dataclass(frozen=True)
class CaseCorrected(Event):
    """A situation was corrected."""

    case: str
    title: str | None = None
    context: str | None = None
    questions: tuple[str, ...] | None = None


def release(state: State, actor: Actor, command: ReleaseInformation, context: Context) -> Decision:
    """Refused when the case has nothing more to give."""
    case = state.case(command.case)
    if case.released >= len(case.releases):
        raise Refused("nothing_to_release", case=case.title)
    return Decision((InformationReleased(case.id),))


def release_everywhere(
    state: State, actor: Actor, command: ReleaseEverywhere, context: Context
) -> Decision:
    """Refused when no case waits for this piece any more, or has one of that number."""
    cases = [state.case(key) for key in dict.fromkeys(command.cases)]
    waiting = [one for one in cases if one.released == command.number - 1 < len(one.releases)]
    if not waiting:
        raise Refused("released_everywhere", number=command.number)
    return Decision(tuple(InformationReleased(one.id) for one in waiting))


def correct_case(state: State, actor: Actor, command: CorrectCase, context: Context) -> Decision:
    """Refused when another hand came first."""
    case = state.case(command.case)
    check_base(state, context, "cases", case.id)
    return Decision((CaseCorrected(**fields_of(command)),))


@evolves(InformationReleased)
def _released(state: State, happened: InformationReleased) -> Iterable[Change]:
    case = state.case(happened.case)
    yield Put("cases", replace(case, released=case.released + 1))


@evolves(CaseCorrected)
def _case_corrected(state: State, happened: CaseCorrected) -> Iterable[Change]:
    case = state.case(happened.case)
    given = corrections(happened, "case")
    yield Put("cases", replace(case, **given))
