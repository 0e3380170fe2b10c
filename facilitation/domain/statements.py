"""The dire de l'État in its simple form: proposed by tables, reserved by services, settled.

What a phone writes while they are on the screen is held until the facilitator shows them again.

Method of rating and amendments come with later features; nothing is « adopted » on the day.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from facilitation.domain.core import (
    Actor,
    Change,
    Context,
    Decision,
    Event,
    Put,
    Refused,
    event,
    fields_of,
)
from facilitation.domain.evolve import evolves
from facilitation.domain.records import Reserve, Statement
from facilitation.domain.state import State
from facilitation.domain.versions import check_base

STATES: Final = ("proposed", "agreed", "agreed_with_reserves", "rework", "validated")


@dataclass(frozen=True, slots=True)
class ProposeStatement:
    """Shared wording: on what, for whom, what the State says and does not say, who carries it."""

    subject: str
    says: str
    audience: str = ""
    does_not_say: str = ""
    carried_by: str = ""
    competence: str = ""
    table: str | None = None


@dataclass(frozen=True, slots=True)
class EditStatement:
    """New wording; what is None stays."""

    statement: str
    subject: str | None = None
    says: str | None = None
    audience: str | None = None
    does_not_say: str | None = None
    carried_by: str | None = None
    competence: str | None = None


@dataclass(frozen=True, slots=True)
class SignReserve:
    """A service's réserve on a statement; empty words lift it."""

    statement: str
    text: str
    service: str | None = None


@dataclass(frozen=True, slots=True)
class SettleStatement:
    """Say where a statement stands."""

    statement: str
    state: str


@event("statement.proposed")
@dataclass(frozen=True)
class StatementProposed(Event):
    """Shared wording was proposed; `held`: the room reads it once it is shown again."""

    statement: str
    subject: str
    says: str
    audience: str
    does_not_say: str
    carried_by: str
    competence: str
    table: str | None
    held: bool = False


@event("statement.edited")
@dataclass(frozen=True)
class StatementEdited(Event):
    """Shared wording was changed; `held`: the room reads it once it is shown again."""

    statement: str
    subject: str
    says: str
    audience: str
    does_not_say: str
    carried_by: str
    competence: str
    held: bool = False


@event("statement.reserved")
@dataclass(frozen=True)
class ReserveSigned(Event):
    """A service signed a réserve, or lifted it; `held`: the room reads it later."""

    statement: str
    service: str
    text: str
    held: bool = False


@event("statement.settled")
@dataclass(frozen=True)
class StatementSettled(Event):
    """A statement changed state."""

    statement: str
    state: str


def propose(state: State, actor: Actor, command: ProposeStatement, context: Context) -> Decision:
    """Refused without a subject and words."""
    if not command.subject.strip() or not command.says.strip():
        raise Refused("text_missing")
    table = command.table if actor.role == "facilitator" else actor.table
    if table is not None:
        state.table(table)
    number = state.next_number("DIR", 2, context.number)
    proposed = StatementProposed(
        number,
        command.subject.strip(),
        command.says.strip(),
        command.audience.strip(),
        command.does_not_say.strip(),
        command.carried_by.strip(),
        command.competence.strip(),
        table,
        held=actor.role != "facilitator",
    )
    return Decision((proposed,), result={"id": number})


def _standing(state: State, key: str) -> Statement:
    statement = state.statement(key)
    if statement.state == "removed":
        raise Refused("unknown_statement")
    return statement


def edit(state: State, actor: Actor, command: EditStatement, context: Context) -> Decision:
    """A table edits its own while it is only proposed; a facilitator any, at any time."""
    old = _standing(state, command.statement)
    if actor.role != "facilitator" and (old.table is None or old.table != actor.table):
        raise Refused("unknown_statement")
    if actor.role != "facilitator" and old.state != "proposed":
        raise Refused("statement_settled")
    check_base(state, context, "statements", old.id)
    names = ("subject", "says", "audience", "does_not_say", "carried_by", "competence")
    values = {
        name: getattr(old, name) if getattr(command, name) is None else getattr(command, name)
        for name in names
    }
    if not values["subject"].strip() or not values["says"].strip():
        raise Refused("text_missing")
    held = actor.role != "facilitator" and _on_screen(state)
    return Decision((StatementEdited(old.id, **values, held=held),))


def _on_screen(state: State) -> bool:
    return state.screen.scene == "statements"


def reserve(state: State, actor: Actor, command: SignReserve, context: Context) -> Decision:
    """People sign for their own service, under what they can see; a facilitator for any."""
    old = _standing(state, command.statement)
    if actor.role == "facilitator":
        service = state.need("services", command.service, "unknown_service").id
    elif not old.projected and old.table != actor.table:
        raise Refused("unknown_statement")
    elif actor.participant is not None:
        service = state.participant(actor.participant).service
    else:
        raise Refused("voter_missing")
    held = actor.role != "facilitator"
    return Decision((ReserveSigned(old.id, service, command.text.strip(), held),))


def settle(state: State, actor: Actor, command: SettleStatement, context: Context) -> Decision:
    """Refused for a state that statements do not have; agreement keeps its réserves."""
    old = _standing(state, command.statement)
    if command.state not in STATES:
        raise Refused("unknown_value", field="state")
    if command.state == "agreed" and old.reserves:
        raise Refused("reserves_stand", statement=old.id)
    return Decision((StatementSettled(old.id, command.state),))


@evolves(StatementProposed)
def _proposed(state: State, happened: StatementProposed) -> Iterable[Change]:
    values = fields_of(happened)
    values["id"] = values.pop("statement")
    held = values.pop("held")
    projected = _on_screen(state) and not held
    yield Put("statements", Statement(projected=projected, **values))


@evolves(StatementEdited)
def _edited(state: State, happened: StatementEdited) -> Iterable[Change]:
    values = fields_of(happened)
    old, held = state.statement(values.pop("statement")), values.pop("held")
    yield Put("statements", replace(old, projected=old.projected and not held, **values))


@evolves(ReserveSigned)
def _reserved(state: State, happened: ReserveSigned) -> Iterable[Change]:
    old = state.statement(happened.statement)
    others = tuple(one for one in old.reserves if one.service != happened.service)
    shown = _on_screen(state) and not happened.held
    mine = (Reserve(happened.service, happened.text, shown),) if happened.text else ()
    yield Put("statements", replace(old, reserves=(*others, *mine)))


@evolves(StatementSettled)
def _settled(state: State, happened: StatementSettled) -> Iterable[Change]:
    yield Put("statements", replace(state.statement(happened.statement), state=happened.state))
