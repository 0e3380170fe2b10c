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
