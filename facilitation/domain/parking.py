"""Points kept for later: parked from a text or from words of their own, owned, dated, settled."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import cast

from facilitation.domain.core import Actor, Change, Context, Decision, Event, Put, Refused, event
from facilitation.domain.evolve import evolves
from facilitation.domain.records import Parked
from facilitation.domain.state import State
from facilitation.domain.versions import check_base


@dataclass(frozen=True, slots=True)
class Park:
    """Keep a point for later: a contribution, or a text of its own."""

    contribution: str | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class EditParked:
    """Give a parked point an owner and a date, correct it, or settle it."""

    parked: str
    text: str | None = None
    owner: str | None = None
    due: str | None = None
    done: bool | None = None


@event("point.parked")
@dataclass(frozen=True)
class PointParked(Event):
    """A point was kept for later."""

    parked: str
    text: str
    contribution: str | None


@event("point.edited")
@dataclass(frozen=True)
class PointEdited(Event):
    """A parked point was given an owner, a date, other words, an end."""

    parked: str
    text: str
    owner: str
    due: str
    done: bool


def park(state: State, actor: Actor, command: Park, context: Context) -> Decision:
    """Refused with neither a contribution nor words, and for a text that was taken back."""
    text = command.text.strip()
    if command.contribution is not None:
        old = state.contribution(command.contribution)
        if old.state == "withdrawn":
            raise Refused("contribution_not_open", id=old.id)
        text = text or old.text
    if not text:
        raise Refused("text_missing")
    number = state.next_number("PTU", 2, context.number)
    return Decision((PointParked(number, text, command.contribution),), result={"id": number})


def _point(state: State, key: str) -> Parked:
    return cast("Parked", state.need("parked", key))


def edit_parked(state: State, actor: Actor, command: EditParked, context: Context) -> Decision:
    """Refused when another hand came first."""
    old = _point(state, command.parked)
    if old.state == "removed":
        raise Refused("not_found")
    check_base(state, context, "parked", old.id)
    done = old.state == "done" if command.done is None else command.done
    return Decision(
        (
            PointEdited(
                old.id,
                old.text if command.text is None else command.text,
                old.owner if command.owner is None else command.owner,
                old.due if command.due is None else command.due,
                done,
            ),
        )
    )


@evolves(PointParked)
def _parked(state: State, happened: PointParked) -> Iterable[Change]:
    yield Put("parked", Parked(happened.parked, happened.text, happened.contribution))
    if happened.contribution is not None:
        old = state.contribution(happened.contribution)
        yield Put("contributions", replace(old, parked=True))


@evolves(PointEdited)
def _point_edited(state: State, happened: PointEdited) -> Iterable[Change]:
    yield Put(
        "parked",
        replace(
            _point(state, happened.parked),
            text=happened.text,
            owner=happened.owner,
            due=happened.due,
            state="done" if happened.done else "live",
        ),
    )
