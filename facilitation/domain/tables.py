"""Tables during the day: who reports for them, and whether they call the facilitator."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from facilitation.domain.core import Actor, Change, Context, Decision, Event, Put, Refused, event
from facilitation.domain.evolve import evolves
from facilitation.domain.records import Participant, Table
from facilitation.domain.state import State


@dataclass(frozen=True, slots=True)
class NameRapporteur:
    """Say who reports for a table; nobody, when `participant` is None."""

    table: str
    participant: str | None = None


@dataclass(frozen=True, slots=True)
class Call:
    """A table asks for the facilitator, or no longer does."""

    on: bool = True
    table: str | None = None


@event("rapporteur.named")
@dataclass(frozen=True)
class RapporteurNamed(Event):
    """A table has its rapporteur, or none."""

    table: str
    participant: str | None


@event("table.called")
@dataclass(frozen=True)
class TableCalled(Event):
    """A table asks for the facilitator, or was answered."""

    table: str
    on: bool


def relieving(state: State, one: Participant, table: str) -> Iterable[Event]:
    """Whoever changes table no longer reports for the old one."""
    old = state.find("tables", one.table)
    if isinstance(old, Table) and old.id != table and old.rapporteur == one.id:
        yield RapporteurNamed(old.id, None)


def name_rapporteur(
    state: State, actor: Actor, command: NameRapporteur, context: Context
) -> Decision:
    """Refused for somebody of another table; phones speak for their own table only."""
    table = state.table(command.table)
    if actor.role != "facilitator" and actor.table != table.id:
        raise Refused("forbidden")
    if command.participant is not None:
        one = state.present(command.participant)
        if one.table != table.id:
            raise Refused("other_table")
    return Decision((RapporteurNamed(table.id, command.participant),))


def call(state: State, actor: Actor, command: Call, context: Context) -> Decision:
    """A phone calls for its own table; a facilitator answers any."""
    key = command.table if actor.role == "facilitator" else actor.table
    table = state.table(key)
    if table.called == command.on:
        return Decision()
    return Decision((TableCalled(table.id, command.on),))


@evolves(RapporteurNamed)
def _rapporteur(state: State, happened: RapporteurNamed) -> Iterable[Change]:
    yield Put("tables", replace(state.table(happened.table), rapporteur=happened.participant))


@evolves(TableCalled)
def _called(state: State, happened: TableCalled) -> Iterable[Change]:
    yield Put("tables", replace(state.table(happened.table), called=happened.on))
