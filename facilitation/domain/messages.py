"""The facilitator's words to all phones or to one table."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import cast

from facilitation.domain.core import Actor, Change, Context, Decision, Event, Put, event
from facilitation.domain.evolve import evolves
from facilitation.domain.records import Message
from facilitation.domain.state import State


@dataclass(frozen=True, slots=True)
class SendMessage:
    """A word to all phones, or to one table."""

    text: str
    table: str | None = None


@dataclass(frozen=True, slots=True)
class WithdrawMessage:
    """Take a message off the phones."""

    message: str


@event("message.sent")
@dataclass(frozen=True)
class MessageSent(Event):
    """The facilitator spoke to the phones."""

    message: str
    text: str
    table: str | None
    at: int


@event("message.withdrawn")
@dataclass(frozen=True)
class MessageWithdrawn(Event):
    """A message left the phones."""

    message: str


def send(state: State, actor: Actor, command: SendMessage, context: Context) -> Decision:
    """Refused for an unknown table."""
    if command.table is not None:
        state.table(command.table)
    number = state.next_number("MSG", 2, context.number)
    return Decision(
        (MessageSent(number, command.text, command.table, context.now),), result={"id": number}
    )


def withdraw_message(
    state: State, actor: Actor, command: WithdrawMessage, context: Context
) -> Decision:
    """Refused for a message that is not there."""
    state.need("messages", command.message)
    return Decision((MessageWithdrawn(command.message),))


@evolves(MessageSent)
def _sent(state: State, happened: MessageSent) -> Iterable[Change]:
    yield Put("messages", Message(happened.message, happened.text, happened.table, happened.at))


@evolves(MessageWithdrawn)
def _message_withdrawn(state: State, happened: MessageWithdrawn) -> Iterable[Change]:
    message = cast("Message", state.need("messages", happened.message))
    yield Put("messages", replace(message, state="removed"))
