"""Which theme a text is in: assigned by hand, moved with its theme, sent home by an undo.

The themes themselves are `themes`.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from facilitation.domain.core import (
    Actor,
    Change,
    Conflict,
    Context,
    Decision,
    Event,
    Put,
    Refused,
    Touch,
    event,
)
from facilitation.domain.evolve import evolves
from facilitation.domain.records import Theme
from facilitation.domain.state import State
from facilitation.domain.versions import has_moved


@dataclass(frozen=True, slots=True)
class Assign:
    """Put texts into a theme, or out of any (None).

    `bases` are the versions the sender saw, in the order of the texts.
    """

    contributions: tuple[str, ...]
    theme: str | None = None
    bases: tuple[int, ...] = ()


@event("theme.assigned")
@dataclass(frozen=True)
class ContributionsAssigned(Event):
    """Texts moved to a theme, or out of any."""

    contributions: tuple[str, ...]
    theme: str | None


def live_theme(state: State, key: str | None) -> Theme:
    """A theme that texts may be put in, or a refusal."""
    theme = state.theme(key)
    if theme.state != "live":
        raise Refused("theme_gone", theme=theme.name)
    return theme


def open_texts(state: State, keys: Iterable[str]) -> tuple[str, ...]:
    """Each text once; refused when one of them is set aside or withdrawn."""
    unique = tuple(dict.fromkeys(keys))
    for key in unique:
        if state.contribution(key).state != "posted":
            raise Refused("contribution_not_open", id=key)
    return unique


def assign(state: State, actor: Actor, command: Assign, context: Context) -> Decision:
    """Refused for a theme that is gone, or a text that another hand moved first."""
    theme = live_theme(state, command.theme).id if command.theme is not None else None
    texts = open_texts(state, command.contributions)
    if not texts:
        raise Refused("nothing_chosen")
    for key, base in zip(command.contributions, command.bases, strict=False):
        moved = has_moved(context, state.versions.get(("contributions", key), 0), base)
        if moved and state.contribution(key).theme != theme:
            raise Conflict("contributions", key)
    moving = tuple(key for key in texts if state.contribution(key).theme != theme)
    return Decision((ContributionsAssigned(moving, theme),) if moving else ())


@evolves(ContributionsAssigned)
def _assigned(state: State, happened: ContributionsAssigned) -> Iterable[Change]:
    touched = {happened.theme}
    for key in happened.contributions:
        old = state.contribution(key)
        touched.add(old.theme)
        yield Put("contributions", replace(old, theme=happened.theme))
    for theme in sorted(str(one) for one in touched - {None}):
        yield Touch("themes", theme)


def moved(state: State, gone: str, theme: str | None) -> Iterable[Change]:
    """All texts, also those set aside: they may come back, and must not into a theme that left."""
    for text in state.contributions():
        if text.theme == gone:
            yield Put("contributions", replace(text, theme=theme))


def home(state: State, key: str | None, back: Collection[str]) -> str | None:
    """Where a text belongs that once was in a theme: the theme it went into, if it left.

    `back` names themes that are about to live again.
    """
    while key is not None and key not in back:
        theme = state.theme(key)
        if theme.state == "live":
            return key
        key = theme.merged_into
    return key
