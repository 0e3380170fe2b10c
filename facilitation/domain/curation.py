"""What the room makes of a text: set aside, brought back, supported, marked, shown on the wall.

The author's own gestures are `contributions`; grouping is `themes`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from facilitation.domain.contributions import touch_theme
from facilitation.domain.core import Actor, Change, Context, Decision, Event, Put, Refused, event
from facilitation.domain.evolve import evolves
from facilitation.domain.state import State
from facilitation.domain.vocabulary import TAGS

REASONS: Final = ("duplicate", "off_subject", "personal", "unclear", "protected", "other")


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


@evolves(ContributionSetAside)
def _set_aside(state: State, happened: ContributionSetAside) -> Iterable[Change]:
    old = state.contribution(happened.contribution)
    yield Put("contributions", replace(old, state="set_aside", reason=happened.reason, shown=False))
    yield from touch_theme(state, old)


@evolves(ContributionRestored)
def _restored(state: State, happened: ContributionRestored) -> Iterable[Change]:
    old = state.contribution(happened.contribution)
    yield Put("contributions", replace(old, state="posted", reason=""))
    yield from touch_theme(state, old)


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
