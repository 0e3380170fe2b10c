"""The workshop itself: created from a scenario, closed, its commands undone, messages."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import cast

from facilitation.domain.core import (
    Actor,
    Change,
    Conflict,
    Context,
    Decision,
    Drop,
    Event,
    Put,
    Refused,
    Touch,
    event,
)
from facilitation.domain.evolve import evolves
from facilitation.domain.records import (
    Case,
    Contribution,
    Message,
    Record,
    Screen,
    Step,
    Table,
    Theme,
)
from facilitation.domain.records import Workshop as WorkshopRecord
from facilitation.domain.scenario import Scenario
from facilitation.domain.state import Before, Done, State


@dataclass(frozen=True, slots=True)
class CreateWorkshop:
    """Open a new workshop from a scenario, under a code nobody uses."""

    code: str
    scenario: Scenario
    rehearsal: bool = False


@dataclass(frozen=True, slots=True)
class CloseWorkshop:
    """End the workshop: nobody posts any more; documents stay."""


@dataclass(frozen=True, slots=True)
class ReopenWorkshop:
    """Open a closed workshop again."""


@dataclass(frozen=True, slots=True)
class SetMinutesStatus:
    """Say how far the compte rendu is: draft, reviewed, validated or released."""

    status: str


@dataclass(frozen=True, slots=True)
class SendMessage:
    """A word to all phones, or to one table."""

    text: str
    table: str | None = None


@dataclass(frozen=True, slots=True)
class WithdrawMessage:
    """Take a message off the phones."""

    message: str


@dataclass(frozen=True, slots=True)
class Undo:
    """Undo one of one's own commands: the latest not yet undone, or the one numbered."""

    command: int | None = None


@event("workshop.created")
@dataclass(frozen=True)
class WorkshopCreated(Event):
    """A workshop began, with all that its scenario says."""

    code: str
    at: int
    scenario: Scenario
    rehearsal: bool = False


@event("workshop.closed")
@dataclass(frozen=True)
class WorkshopClosed(Event):
    """The workshop ended."""

    at: int


@event("workshop.reopened")
@dataclass(frozen=True)
class WorkshopReopened(Event):
    """A closed workshop was opened again."""


@event("minutes.marked")
@dataclass(frozen=True)
class MinutesMarked(Event):
    """The compte rendu changed status."""

    status: str


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


@event("command.undone")
@dataclass(frozen=True)
class CommandUndone(Event):
    """What a command had changed is again as it was before."""

    undoes: int


MINUTES_STATUSES = ("draft", "reviewed", "validated", "released")


def create(state: State, actor: Actor, command: CreateWorkshop, context: Context) -> Decision:
    """Begin; refused when the state already holds a workshop."""
    if state.seq:
        raise Refused("already_created")
    made = WorkshopCreated(command.code, context.now, command.scenario, command.rehearsal)
    return Decision((made,), result={"code": command.code})


def close(state: State, actor: Actor, command: CloseWorkshop, context: Context) -> Decision:
    """Refused while a ballot is open: its papers would never be counted."""
    if any(ballot.state == "open" for ballot in state.ballots()):
        raise Refused("ballot_still_open")
    return Decision((WorkshopClosed(context.now),))


def reopen(state: State, actor: Actor, command: ReopenWorkshop, context: Context) -> Decision:
    """Open again; nothing happens to an open workshop."""
    return Decision((WorkshopReopened(),) if state.workshop.state == "closed" else ())


def mark_minutes(
    state: State, actor: Actor, command: SetMinutesStatus, context: Context
) -> Decision:
    """Refused for a status that the compte rendu does not have."""
    if command.status not in MINUTES_STATUSES:
        raise Refused("unknown_value", field="status", value=command.status)
    return Decision((MinutesMarked(command.status),))


def send(state: State, actor: Actor, command: SendMessage, context: Context) -> Decision:
    """Refused for an unknown table."""
    if command.table is not None:
        state.table(command.table)
    number = state.next_number("MSG", 2)
    return Decision(
        (MessageSent(number, command.text, command.table, context.now),), result={"id": number}
    )


def withdraw_message(
    state: State, actor: Actor, command: WithdrawMessage, context: Context
) -> Decision:
    """Refused for a message that is not there."""
    state.need("messages", command.message)
    return Decision((MessageWithdrawn(command.message),))


def undo(state: State, actor: Actor, command: Undo, context: Context) -> Decision:
    """Refused when there is nothing to undo, or what it touched was changed by a later hand."""
    number = command.command if command.command is not None else _latest(state, actor.id)
    done = state.done.get(number) if number is not None else None
    if number is None or done is None or done.by != actor.id or done.undone:
        raise Refused("nothing_to_undo")
    for entry in _outcome(done):
        if _changed_since(state, entry):
            raise Conflict(entry.collection, entry.id)
    return Decision((CommandUndone(number),), result={"undone": done.name})


def _latest(state: State, by: str) -> int | None:
    own = (
        number
        for number, done in state.done.items()
        if done.by == by and not done.undone and done.name != "undo"
    )
    return max(own, default=None)


def _outcome(done: Done) -> list[Before]:
    """Each record once: as it was before the command, and as the whole command left it."""
    merged: dict[tuple[str, str], Before] = {}
    for entry in done.records:
        key = (entry.collection, entry.id)
        first = merged.get(key, entry)
        merged[key] = Before(entry.collection, entry.id, first.before, entry.after)
    return list(merged.values())


def _fields_changed(entry: Before) -> list[str]:
    """The fields that the command itself changed: only these come back, only these collide."""
    names = entry.before.__dataclass_fields__ if entry.before is not None else ()
    return [name for name in names if getattr(entry.before, name) != getattr(entry.after, name)]


def _changed_since(state: State, entry: Before) -> bool:
    now = state.find(entry.collection, entry.id)
    if now is None or entry.before is None or entry.after is None:
        return now != entry.after
    return any(getattr(now, name) != getattr(entry.after, name) for name in _fields_changed(entry))


@evolves(CommandUndone)
def _undone(state: State, happened: CommandUndone) -> Iterable[Change]:
    for entry in _outcome(state.done[happened.undoes]):
        now = state.find(entry.collection, entry.id)
        if entry.before is None and now is not None:
            yield _removed(entry.collection, now)
        elif entry.before is not None and now is None:
            yield Put(entry.collection, entry.before)
        elif entry.before is not None and now is not None:
            was = {name: getattr(entry.before, name) for name in _fields_changed(entry)}
            yield Put(entry.collection, replace(now, **was))
            yield from _touched(entry.collection, entry.before, entry.after)


def _touched(collection: str, before: Record, after: Record | None) -> Iterable[Change]:
    """A theme's size is seen with it: it follows when a text moves back."""
    if isinstance(before, Contribution) and isinstance(after, Contribution):
        for theme in {before.theme, after.theme} - {None}:
            yield Touch("themes", str(theme))


def _removed(collection: str, record: Record) -> Change:
    """A record that had a life is marked, not dropped: its number is never given again."""
    if "state" in record.__dataclass_fields__:
        return Put(collection, replace(cast("Theme", record), state="removed"))
    return Drop(collection, record.id)


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
    )


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
            ),
        )


def _seeds(scenario: Scenario) -> Iterable[Change]:
    prefixes = {"expectation": "ATT", "positioning": "POS", "proposal": "PRO"}
    counts: dict[str, int] = {}
    for seed in scenario.seeds:
        prefix = prefixes[seed.kind]
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


@evolves(WorkshopClosed)
def _closed(state: State, happened: WorkshopClosed) -> Iterable[Change]:
    yield Put("workshop", replace(state.workshop, state="closed"))


@evolves(WorkshopReopened)
def _reopened(state: State, happened: WorkshopReopened) -> Iterable[Change]:
    yield Put("workshop", replace(state.workshop, state="open"))


@evolves(MinutesMarked)
def _marked(state: State, happened: MinutesMarked) -> Iterable[Change]:
    yield Put("workshop", replace(state.workshop, minutes_status=happened.status))


@evolves(MessageSent)
def _sent(state: State, happened: MessageSent) -> Iterable[Change]:
    yield Put("messages", Message(happened.message, happened.text, happened.table, happened.at))


@evolves(MessageWithdrawn)
def _message_withdrawn(state: State, happened: MessageWithdrawn) -> Iterable[Change]:
    message = state.need("messages", happened.message)
    if isinstance(message, Message):
        yield Put("messages", replace(message, state="removed"))
