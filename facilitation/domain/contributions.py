"""What people post: attentes, positionnements, propositions; their edits and withdrawals.

Whose text it is stands in `authorship`; what facilitators do with it in `curation` and `parking`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from facilitation.domain.authorship import is_for_table, is_signed, own, secret_hash, service_of
from facilitation.domain.core import (
    Actor,
    Change,
    Context,
    Decision,
    Event,
    Put,
    Refused,
    Touch,
    event,
    fields_of,
)
from facilitation.domain.evolve import evolves
from facilitation.domain.records import Contribution, Step, Table
from facilitation.domain.state import State
from facilitation.domain.versions import check_base
from facilitation.domain.vocabulary import KINDS, PREFIXES, ROLES, TAGS


@dataclass(frozen=True, slots=True)
class Post:
    """A contribution as its author sends it; `edit_secret` lets a non-nominative one be edited.

    `for_table`: the rapporteur writes in the name of the table, and it is the table's text.
    """

    kind: str
    text: str
    step: str | None = None
    case: str | None = None
    anonymous: bool | None = None
    addressee: str | None = None
    lens: str | None = None
    role: str | None = None
    level: str | None = None
    tags: tuple[str, ...] = ()
    service: str | None = None
    table: str | None = None
    for_table: bool = False
    edit_secret: str | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """New wording by the author; what is None stays."""

    contribution: str
    text: str | None = None
    addressee: str | None = None
    lens: str | None = None
    role: str | None = None
    level: str | None = None
    tags: tuple[str, ...] | None = None
    edit_secret: str | None = None


@dataclass(frozen=True, slots=True)
class Withdraw:
    """The author takes a text back; its number stays."""

    contribution: str
    edit_secret: str | None = None


@event("contribution.posted")
@dataclass(frozen=True)
class ContributionPosted(Event):
    """A text arrived."""

    contribution: str
    kind: str
    text: str
    step: str | None
    case: str | None
    table: str | None
    author: str | None
    service: str | None
    addressee: str | None
    lens: str | None
    role: str | None
    level: str | None
    tags: tuple[str, ...]
    late: bool
    private: bool
    via: str
    edit_hash: str
    for_table: bool = False


@event("contribution.edited")
@dataclass(frozen=True)
class ContributionEdited(Event):
    """A text was reworded by its author."""

    contribution: str
    text: str
    addressee: str | None
    lens: str | None
    role: str | None
    level: str | None
    tags: tuple[str, ...]


@event("contribution.withdrawn")
@dataclass(frozen=True)
class ContributionWithdrawn(Event):
    """A text was taken back by its author."""

    contribution: str


def post(state: State, actor: Actor, command: Post, context: Context) -> Decision:
    """Refused for values the kind does not have, or in the name of the table by whoever is not its
    rapporteur. A post after its step is kept, marked late.
    """
    if command.kind not in KINDS:
        raise Refused("unknown_value", field="kind")
    if not command.text.strip():
        raise Refused("text_missing")
    step = state.step(command.step) if command.step else state.current_step()
    if command.case:
        state.case(command.case)
    table = _table(state, actor, command)
    for_table = is_for_table(state, actor, command.kind, command.for_table)
    signed = not for_table and is_signed(state, actor, command.kind, command.anonymous)
    service = service_of(state, actor, command.service) if signed else None
    _check_shape(state, command)
    number = state.next_number(PREFIXES[command.kind], 3, context.number)
    posted = ContributionPosted(
        contribution=number,
        kind=command.kind,
        text=command.text.strip(),
        step=step.id if step else None,
        case=command.case,
        table=table,
        author=actor.participant if signed else None,
        service=service,
        addressee=command.addressee or None,
        lens=command.lens or None,
        role=command.role or None,
        level=command.level or None,
        tags=command.tags,
        late=step is not None and step.state == "done",
        private=_private(actor, step),
        via={"participant": "phone", "table": "device"}.get(actor.role, "facilitator"),
        edit_hash=secret_hash(command.edit_secret) if not signed else "",
        for_table=for_table,
    )
    return Decision((posted,), result={"id": number})


def _private(actor: Actor, step: Step | None) -> bool:
    """Texts of a step whose writing goes on are their author's until it closes or ends."""
    writing = step is not None and step.private and not step.revealed and step.state != "done"
    return writing and actor.role != "facilitator"


def _table(state: State, actor: Actor, command: Post) -> str | None:
    if actor.role == "facilitator":
        return state.table(command.table).id if command.table else None
    return actor.table


def _check_shape(state: State, command: Post | Edit) -> None:
    """Roles and levels are those of the domain; addressees and lenses exist."""
    if command.role and command.role not in ROLES:
        raise Refused("unknown_value", field="role")
    if command.level and command.level not in state.workshop.levels:
        raise Refused("unknown_value", field="level")
    if command.lens:
        state.need("lenses", command.lens, "unknown_lens")
    if command.addressee and command.addressee != "state":
        state.need("services", command.addressee, "unknown_service")
    if any(tag not in TAGS for tag in command.tags or ()):
        raise Refused("unknown_value", field="tags")


def edit(state: State, actor: Actor, command: Edit, context: Context) -> Decision:
    """Refused for somebody else's text, or once it was withdrawn or set aside."""
    old = own(state, actor, command.contribution, command.edit_secret)
    if old.state != "posted":
        raise Refused("contribution_not_open", id=old.id)
    check_base(state, context, "contributions", old.id)
    _check_shape(state, command)
    text = old.text if command.text is None else command.text.strip()
    if not text:
        raise Refused("text_missing")
    edited = ContributionEdited(
        old.id,
        text,
        old.addressee if command.addressee is None else command.addressee or None,
        old.lens if command.lens is None else command.lens or None,
        old.role if command.role is None else command.role or None,
        old.level if command.level is None else command.level or None,
        old.tags if command.tags is None else command.tags,
    )
    return Decision((edited,), result={"id": old.id})


def withdraw(state: State, actor: Actor, command: Withdraw, context: Context) -> Decision:
    """Refused for somebody else's text; twice is once."""
    old = own(state, actor, command.contribution, command.edit_secret)
    return Decision((ContributionWithdrawn(old.id),) if old.state != "withdrawn" else ())


@evolves(ContributionPosted)
def _posted(state: State, happened: ContributionPosted) -> Iterable[Change]:
    values = fields_of(happened)
    values["id"] = values.pop("contribution")
    yield Put("contributions", Contribution(**values))
    table = state.find("tables", happened.table)
    if isinstance(table, Table):
        yield Put("tables", replace(table, contributions=table.contributions + 1))


@evolves(ContributionEdited)
def _edited(state: State, happened: ContributionEdited) -> Iterable[Change]:
    values = fields_of(happened)
    old = state.contribution(values.pop("contribution"))
    # New words are not the ones that were chosen for the screen: they wait to be chosen again.
    shown = old.shown and old.via == "facilitator"
    yield Put("contributions", replace(old, edited=True, shown=shown, **values))


@evolves(ContributionWithdrawn)
def _withdrawn(state: State, happened: ContributionWithdrawn) -> Iterable[Change]:
    old = state.contribution(happened.contribution)
    yield Put("contributions", replace(old, state="withdrawn", shown=False))
    yield from touch_theme(state, old)
    for ballot in state.ballots():
        if any(option.id == old.id for option in ballot.options):
            yield Touch("ballots", ballot.id)


def touch_theme(state: State, old: Contribution) -> Iterable[Change]:
    """A theme's size is seen with it, and follows from its texts."""
    if old.theme and state.find("themes", old.theme):
        yield Touch("themes", old.theme)
