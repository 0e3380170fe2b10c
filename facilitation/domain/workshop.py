"""The workshop itself: created from a scenario, closed, its commands undone, messages."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, cast

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
from facilitation.domain.plan import stamped
from facilitation.domain.records import (
    Action,
    Case,
    Contribution,
    Message,
    Record,
    Referent,
    RoleCell,
    Screen,
    Step,
    Table,
    Theme,
)
from facilitation.domain.records import Workshop as WorkshopRecord
from facilitation.domain.scenario import Scenario
from facilitation.domain.state import Before, Done, State
from facilitation.domain.themes import home


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


#: What follows from other records: undoing recounts it, and it never collides.
DERIVED: Final = {
    "actions": ("versions",),
    "contributions": ("actions",),
    "roles": ("roles", "levels", "contributions"),
}
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
    """The fields that the command itself wrote: only these come back, only these collide."""
    derived = DERIVED.get(entry.collection, ())
    names = entry.after.__dataclass_fields__ if entry.after is not None else ()
    before = entry.before
    return [
        name
        for name in names
        if name not in derived
        and (before is None or getattr(before, name) != getattr(entry.after, name))
    ]


def _changed_since(state: State, entry: Before) -> bool:
    now = state.find(entry.collection, entry.id)
    if now is None or entry.after is None:
        return now != entry.after
    return any(getattr(now, name) != getattr(entry.after, name) for name in _fields_changed(entry))


@evolves(CommandUndone)
def _undone(state: State, happened: CommandUndone) -> Iterable[Change]:
    outcome = _outcome(state.done[happened.undoes])
    for entry in outcome:
        now = state.find(entry.collection, entry.id)
        if entry.before is None:
            yield _removed(entry.collection, cast("Record", now))
        elif now is None:
            yield Put(entry.collection, entry.before)
        else:
            yield from _as_before(state, outcome, entry, now)
    yield from _homeless(state, outcome)


def _as_before(state: State, outcome: list[Before], entry: Before, now: Record) -> Iterable[Change]:
    was = {name: getattr(entry.before, name) for name in _fields_changed(entry)}
    record = replace(now, **was)
    if isinstance(record, Action):
        record = stamped(record, was, state.seq + 1)
    if isinstance(record, Contribution):
        record = _text_as_before(state, outcome, entry, record)
        yield from _touched(entry, now, record)
    yield Put(entry.collection, record)


def _text_as_before(
    state: State, outcome: list[Before], entry: Before, text: Contribution
) -> Contribution:
    """Its theme may have left meanwhile; actions made of it meanwhile stay with it."""
    back = {one.id for one in outcome if one.collection == "themes" and _lived(one.before)}
    before, after = cast("Contribution", entry.before), cast("Contribution", entry.after)
    others = tuple(key for key in text.actions if key not in after.actions)
    kept = tuple(key for key in before.actions if key in text.actions or key not in after.actions)
    return replace(text, theme=home(state, text.theme, back), actions=(*kept, *others))


def _lived(record: Record | None) -> bool:
    return isinstance(record, Theme) and record.state == "live"


def _touched(entry: Before, now: Record, then: Record) -> Iterable[Change]:
    """A theme's size is seen with it: it follows when a text moves back."""
    themes = {getattr(one, "theme", None) for one in (entry.before, entry.after, now, then)}
    for theme in sorted(str(one) for one in themes - {None}):
        yield Touch("themes", theme)


def _homeless(state: State, outcome: list[Before]) -> Iterable[Change]:
    """Texts that came later into a theme which the command had made: they stay on the board."""
    made = {one.id for one in outcome if one.collection == "themes" and one.before is None}
    moved = {one.id for one in outcome if one.collection == "contributions"}
    for text in state.contributions():
        if text.theme in made and text.id not in moved:
            yield Put("contributions", replace(text, theme=None))


def _removed(collection: str, record: Record) -> Change:
    """A numbered record is marked, not dropped: its number is never given again."""
    if isinstance(record, RoleCell) and record.contributions:
        return Put(collection, replace(record, settled_role=None, settled_level=None))
    if isinstance(record, Referent | RoleCell):
        return Drop(collection, record.id)
    return Put(collection, replace(cast("Theme", record), state="removed"))


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
    message = cast("Message", state.need("messages", happened.message))
    yield Put("messages", replace(message, state="removed"))
