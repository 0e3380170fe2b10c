"""What people post: attentes, positionnements, propositions; their edits and what becomes of them.

A non-nominative text carries no author and no service, in state and on the log; its owner
proves it with a secret of which the event holds the hash. A positioning speaks for a service.
"""

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, cast

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
from facilitation.domain.records import Contribution, Parked, Step, Table
from facilitation.domain.scenario import KINDS, ROLES
from facilitation.domain.state import State
from facilitation.domain.versions import check_base

PREFIXES: Final = {"expectation": "ATT", "positioning": "POS", "proposal": "PRO"}
TAGS: Final = ("common_tool", "good_practice", "lesson", "pooling")
REASONS: Final = ("duplicate", "off_subject", "personal", "unclear", "protected", "other")


@dataclass(frozen=True, slots=True)
class Post:
    """A contribution as its author sends it; `edit_secret` lets a non-nominative one be edited."""

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


@dataclass(frozen=True, slots=True)
class SetAside:
    """A facilitator sets a text aside, with the reason that its author is told."""

    contribution: str
    reason: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Restore:
    """What was set aside comes back."""

    contribution: str


@dataclass(frozen=True, slots=True)
class Support:
    """Stand behind a text of one's table or of the wall, or no longer."""

    contribution: str
    on: bool = True


@dataclass(frozen=True, slots=True)
class Tag:
    """A facilitator marks common tools, good practices, lessons, poolings."""

    contribution: str
    tags: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Show:
    """Choose texts for the screen's wall, or take them off it."""

    contributions: tuple[str, ...]
    on: bool = True


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


@event("contribution.set_aside")
@dataclass(frozen=True)
class ContributionSetAside(Event):
    """A text was set aside."""

    contribution: str
    reason: str


@event("contribution.restored")
@dataclass(frozen=True)
class ContributionRestored(Event):
    """A text set aside came back."""

    contribution: str


@event("contribution.supported")
@dataclass(frozen=True)
class ContributionSupported(Event):
    """Somebody stands behind a text, or no longer does."""

    contribution: str
    participant: str
    on: bool


@event("contribution.tagged")
@dataclass(frozen=True)
class ContributionTagged(Event):
    """A text was marked."""

    contribution: str
    tags: tuple[str, ...]


@event("contribution.shown")
@dataclass(frozen=True)
class ContributionsShown(Event):
    """Texts were chosen for the screen, or taken off."""

    contributions: tuple[str, ...]
    on: bool


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


def post(state: State, actor: Actor, command: Post, context: Context) -> Decision:
    """Refused for values the kind does not have. A post after its step is kept, marked late."""
    if command.kind not in KINDS:
        raise Refused("unknown_value", field="kind")
    if state.workshop.state != "open":
        raise Refused("workshop_closed")
    if not command.text.strip():
        raise Refused("text_missing")
    step = state.step(command.step) if command.step else state.current_step()
    if command.case:
        state.case(command.case)
    table = _table(state, actor, command)
    signed = _signed(state, actor, command)
    service = _service(state, actor, command) if signed else None
    _check_shape(state, command)
    number = state.next_number(PREFIXES[command.kind], 3)
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
    )
    return Decision((posted,), result={"id": number})


def _private(actor: Actor, step: Step | None) -> bool:
    """Texts of a step whose writing goes on are their author's until it closes or ends."""
    writing = step is not None and step.private and not step.revealed and step.state != "done"
    return writing and actor.role != "facilitator"


def secret_hash(secret: str | None) -> str:
    """What the log keeps of an edit secret; empty for none."""
    return hashlib.sha256(secret.encode()).hexdigest() if secret else ""


def _table(state: State, actor: Actor, command: Post) -> str | None:
    if actor.role == "facilitator":
        return state.table(command.table).id if command.table else None
    return actor.table


def _signed(state: State, actor: Actor, command: Post) -> bool:
    if command.kind == "positioning":
        return True
    if command.anonymous is None:
        return state.workshop.signed_by_default and actor.participant is not None
    return not command.anonymous and actor.participant is not None


def _service(state: State, actor: Actor, command: Post) -> str:
    if actor.participant is not None:
        return state.participant(actor.participant).service
    return state.need("services", command.service, "service_missing").id


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


def _own(state: State, actor: Actor, key: str, secret: str | None) -> Contribution:
    """The sender's own text; somebody else's answers as if it were not there."""
    contribution = state.contribution(key)
    if actor.role == "facilitator" and contribution.via == "facilitator":
        return contribution
    if contribution.author is not None:
        if contribution.author == actor.participant:
            return contribution
    elif contribution.edit_hash and hmac.compare_digest(
        contribution.edit_hash, secret_hash(secret)
    ):
        return contribution
    raise Refused("unknown_contribution")


def edit(state: State, actor: Actor, command: Edit, context: Context) -> Decision:
    """Refused for somebody else's text, or once it was withdrawn or set aside."""
    old = _own(state, actor, command.contribution, command.edit_secret)
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
    old = _own(state, actor, command.contribution, command.edit_secret)
    return Decision((ContributionWithdrawn(old.id),) if old.state != "withdrawn" else ())


def set_aside(state: State, actor: Actor, command: SetAside, context: Context) -> Decision:
    """Refused without a known reason."""
    old = state.contribution(command.contribution)
    if command.reason not in REASONS:
        raise Refused("unknown_value", field="reason")
    if old.state != "posted":
        raise Refused("contribution_not_open", id=old.id)
    reason = f"{command.reason}: {command.remark.strip()}" if command.remark else command.reason
    return Decision((ContributionSetAside(old.id, reason),))


def restore(state: State, actor: Actor, command: Restore, context: Context) -> Decision:
    """Refused for what was not set aside."""
    old = state.contribution(command.contribution)
    if old.state != "set_aside":
        raise Refused("not_set_aside", id=old.id)
    return Decision((ContributionRestored(old.id),))


def support(state: State, actor: Actor, command: Support, context: Context) -> Decision:
    """Refused for a text that the sender cannot see; twice is once."""
    old = state.contribution(command.contribution)
    seen = old.projected or (old.table == actor.table and not old.private)
    if actor.participant is None or old.state != "posted" or not seen:
        raise Refused("unknown_contribution")
    if (actor.participant in old.supporters) == command.on:
        return Decision()
    return Decision((ContributionSupported(old.id, actor.participant, command.on),))


def tag(state: State, actor: Actor, command: Tag, context: Context) -> Decision:
    """Refused for an unknown tag."""
    old = state.contribution(command.contribution)
    if any(name not in TAGS for name in command.tags):
        raise Refused("unknown_value", field="tags")
    return Decision((ContributionTagged(old.id, tuple(dict.fromkeys(command.tags))),))


def show(state: State, actor: Actor, command: Show, context: Context) -> Decision:
    """Refused when one of the texts is not there to be shown."""
    for key in command.contributions:
        old = state.contribution(key)
        if command.on and old.state != "posted":
            raise Refused("contribution_not_open", id=old.id)
    return Decision((ContributionsShown(command.contributions, command.on),))


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
    number = state.next_number("PTU", 2)
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
    yield Put("contributions", replace(old, edited=True, **values))


@evolves(ContributionWithdrawn)
def _withdrawn(state: State, happened: ContributionWithdrawn) -> Iterable[Change]:
    old = state.contribution(happened.contribution)
    yield Put("contributions", replace(old, state="withdrawn", shown=False))
    yield from _touch_theme(state, old)


def _touch_theme(state: State, old: Contribution) -> Iterable[Change]:
    """A theme's size is seen with it, and follows from its texts."""
    if old.theme and state.find("themes", old.theme):
        yield Touch("themes", old.theme)


@evolves(ContributionSetAside)
def _set_aside(state: State, happened: ContributionSetAside) -> Iterable[Change]:
    old = state.contribution(happened.contribution)
    yield Put("contributions", replace(old, state="set_aside", reason=happened.reason, shown=False))
    yield from _touch_theme(state, old)


@evolves(ContributionRestored)
def _restored(state: State, happened: ContributionRestored) -> Iterable[Change]:
    old = state.contribution(happened.contribution)
    yield Put("contributions", replace(old, state="posted", reason=""))
    yield from _touch_theme(state, old)


@evolves(ContributionSupported)
def _supported(state: State, happened: ContributionSupported) -> Iterable[Change]:
    old = state.contribution(happened.contribution)
    others = tuple(one for one in old.supporters if one != happened.participant)
    now = (*others, happened.participant) if happened.on else others
    yield Put("contributions", replace(old, supporters=now))


@evolves(ContributionTagged)
def _tagged(state: State, happened: ContributionTagged) -> Iterable[Change]:
    yield Put(
        "contributions", replace(state.contribution(happened.contribution), tags=happened.tags)
    )


@evolves(ContributionsShown)
def _shown(state: State, happened: ContributionsShown) -> Iterable[Change]:
    for key in happened.contributions:
        old = state.contribution(key)
        projected = old.projected or happened.on
        yield Put("contributions", replace(old, shown=happened.on, projected=projected))


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
