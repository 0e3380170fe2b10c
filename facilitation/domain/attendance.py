"""Who was there, excused or represented: what the compte rendu tells by function, never by name.

Those who take part by phone are counted from the participants; here stand those whose presence
protocol asks to tell, services that nobody came from, and observers.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, cast

from facilitation.domain.core import Actor, Change, Context, Decision, Event, Put, Refused, event
from facilitation.domain.evolve import evolves
from facilitation.domain.records import Attendee
from facilitation.domain.state import State
from facilitation.domain.versions import check_base
from facilitation.domain.vocabulary import ATTENDANCE, GRADES

#: A service as a whole: `service/<service>`.
WHOLE: Final = "service/"


@dataclass(frozen=True, slots=True)
class AddAttendee:
    """Somebody whose presence is told, by function: of a service or of none, maybe an observer."""

    function: str
    service: str | None = None
    category: str = ""
    observer: bool = False
    state: str = "present"
    by: str = ""


@dataclass(frozen=True, slots=True)
class MarkAttendee:
    """Say whether somebody, or a whole service (`service/<service>`), came; `by`: who stands in."""

    attendee: str
    state: str
    by: str = ""


@event("attendee.added")
@dataclass(frozen=True)
class AttendeeAdded(Event):
    """Somebody's presence is told from now on."""

    attendee: str
    function: str
    service: str | None
    category: str
    observer: bool
    state: str
    by: str


@event("attendee.marked")
@dataclass(frozen=True)
class AttendeeMarked(Event):
    """It is known whether somebody, or somebody of a service, came."""

    attendee: str
    state: str
    by: str


def add(state: State, actor: Actor, command: AddAttendee, context: Context) -> Decision:
    """Refused without a function, and for a service or a state that does not exist."""
    function = command.function.strip()
    if not function:
        raise Refused("text_missing")
    if command.service is not None:
        state.need("services", command.service, "unknown_service")
    if command.category not in GRADES:
        raise Refused("unknown_value", field="category")
    number = state.next_number("PER", 2)
    added = AttendeeAdded(
        number,
        function,
        command.service,
        command.category,
        command.observer,
        _known(command.state),
        _stand_in(command.state, command.by),
    )
    return Decision((added,), result={"id": number})


def mark(state: State, actor: Actor, command: MarkAttendee, context: Context) -> Decision:
    """Refused for somebody unknown, or when another hand came first."""
    key = command.attendee
    if key.startswith(WHOLE):
        state.need("services", key.removeprefix(WHOLE), "unknown_service")
    else:
        state.need("attendees", key)
    check_base(state, context, "attendees", key)
    by = _stand_in(command.state, command.by)
    return Decision((AttendeeMarked(key, _known(command.state), by),))


def _known(wanted: str) -> str:
    if wanted not in ATTENDANCE:
        raise Refused("unknown_value", field="state")
    return wanted


def _stand_in(wanted: str, by: str) -> str:
    """Only who is represented has somebody standing in."""
    return by.strip() if wanted == "represented" else ""


@evolves(AttendeeAdded)
def _added(state: State, happened: AttendeeAdded) -> Iterable[Change]:
    yield Put(
        "attendees",
        Attendee(
            happened.attendee,
            happened.function,
            happened.service,
            happened.category,
            0,
            happened.observer,
            happened.state,
            happened.by,
        ),
    )


@evolves(AttendeeMarked)
def _marked(state: State, happened: AttendeeMarked) -> Iterable[Change]:
    old = state.find("attendees", happened.attendee)
    whole = Attendee(happened.attendee, "", happened.attendee.removeprefix(WHOLE))
    one = cast("Attendee", old or whole)
    yield Put("attendees", replace(one, state=happened.state, by=happened.by))
