"""The theme board: themes named, merged, split, ordered, removed.

Nothing is lost by merging: texts keep their numbers, a merged theme says into which.
Which text is in which theme is `assignment`.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from facilitation.domain.assignment import ContributionsAssigned, live_theme, moved, open_texts
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
    fields_of,
)
from facilitation.domain.evolve import evolves
from facilitation.domain.records import Theme
from facilitation.domain.state import State
from facilitation.domain.versions import check_base

COLORS: Final = 8

LETTERS: Final = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class CreateTheme:
    """A new theme, maybe with its first texts."""

    name: str
    contributions: tuple[str, ...] = ()
    color: int | None = None


@dataclass(frozen=True, slots=True)
class RenameTheme:
    """Correct a theme's name, subtitle, colour, note or place; what is None stays."""

    theme: str
    name: str | None = None
    subtitle: str | None = None
    color: int | None = None
    note: str | None = None
    position: int | None = None


@dataclass(frozen=True, slots=True)
class MergeThemes:
    """All texts of `merged` go to `theme`."""

    theme: str
    merged: str


@dataclass(frozen=True, slots=True)
class SplitTheme:
    """Some texts of a theme become a theme of their own."""

    theme: str
    name: str
    contributions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RemoveTheme:
    """Take a theme off the board; its texts are without theme again."""

    theme: str


@event("theme.created")
@dataclass(frozen=True)
class ThemeCreated(Event):
    """A theme began."""

    theme: str
    letter: str
    name: str
    color: int
    position: int


@event("theme.renamed")
@dataclass(frozen=True)
class ThemeRenamed(Event):
    """A theme was corrected."""

    theme: str
    name: str
    subtitle: str
    color: int
    note: str
    position: int


@event("theme.merged")
@dataclass(frozen=True)
class ThemesMerged(Event):
    """A theme went into another."""

    theme: str
    merged: str


@event("theme.removed")
@dataclass(frozen=True)
class ThemeRemoved(Event):
    """A theme left the board."""

    theme: str


def _name(text: str) -> str:
    if not text.strip():
        raise Refused("text_missing")
    return text.strip()


def _new(state: State, context: Context, name: str, color: int | None) -> ThemeCreated:
    number = state.next_number("THM", 2, context.number)
    rank = int(number.rpartition("-")[2]) - 1
    turns, place = divmod(rank, len(LETTERS))
    positions = [theme.position for theme in state.themes()]
    return ThemeCreated(
        number,
        LETTERS[place] + (str(turns + 1) if turns else ""),
        _name(name),
        rank % COLORS if color is None else color,
        max(positions, default=0) + 1,
    )


def create(state: State, actor: Actor, command: CreateTheme, context: Context) -> Decision:
    """Refused without a name, or with texts that are set aside or withdrawn."""
    texts = open_texts(state, command.contributions)
    made = _new(state, context, command.name, _color(command.color))
    events: tuple[Event, ...] = (made,)
    if texts:
        events = (made, ContributionsAssigned(texts, made.theme))
    return Decision(events, result={"id": made.theme})


def _color(color: int | None) -> int | None:
    if color is not None and not 0 <= color < COLORS:
        raise Refused("out_of_range", field="color")
    return color


def rename(state: State, actor: Actor, command: RenameTheme, context: Context) -> Decision:
    """Refused when another hand came first."""
    theme = live_theme(state, command.theme)
    check_base(state, context, "themes", theme.id)
    renamed = ThemeRenamed(
        theme.id,
        theme.name if command.name is None else _name(command.name),
        theme.subtitle if command.subtitle is None else command.subtitle.strip(),
        theme.color if command.color is None else _color(command.color) or 0,
        theme.note if command.note is None else command.note,
        theme.position if command.position is None else command.position,
    )
    return Decision((renamed,))


def merge(state: State, actor: Actor, command: MergeThemes, context: Context) -> Decision:
    """Refused for a theme with itself, or when another hand came first."""
    kept, gone = live_theme(state, command.theme), live_theme(state, command.merged)
    if kept.id == gone.id:
        raise Refused("same_theme")
    check_base(state, context, "themes", kept.id)
    return Decision((ThemesMerged(kept.id, gone.id),))


def split(state: State, actor: Actor, command: SplitTheme, context: Context) -> Decision:
    """Refused without texts, or with texts of another theme."""
    theme = live_theme(state, command.theme)
    texts = open_texts(state, command.contributions)
    if not texts:
        raise Refused("nothing_chosen")
    for key in texts:
        if state.contribution(key).theme != theme.id:
            raise Conflict("contributions", key)
    made = _new(state, context, command.name, None)
    return Decision((made, ContributionsAssigned(texts, made.theme)), result={"id": made.theme})


def remove(state: State, actor: Actor, command: RemoveTheme, context: Context) -> Decision:
    """Refused when another hand came first."""
    theme = live_theme(state, command.theme)
    check_base(state, context, "themes", theme.id)
    return Decision((ThemeRemoved(theme.id),))


@evolves(ThemeCreated)
def _created(state: State, happened: ThemeCreated) -> Iterable[Change]:
    yield Put(
        "themes",
        Theme(
            happened.theme,
            happened.letter,
            happened.name,
            happened.color,
            happened.position,
            projected=state.screen.scene == "themes",
        ),
    )


@evolves(ThemeRenamed)
def _renamed(state: State, happened: ThemeRenamed) -> Iterable[Change]:
    values = fields_of(happened)
    yield Put("themes", replace(state.theme(values.pop("theme")), **values))


@evolves(ThemesMerged)
def _merged(state: State, happened: ThemesMerged) -> Iterable[Change]:
    gone = state.theme(happened.merged)
    yield from moved(state, gone.id, happened.theme)
    yield Put("themes", replace(gone, state="merged", merged_into=happened.theme))
    yield Touch("themes", happened.theme)


@evolves(ThemeRemoved)
def _removed(state: State, happened: ThemeRemoved) -> Iterable[Change]:
    gone = state.theme(happened.theme)
    yield from moved(state, gone.id, None)
    yield Put("themes", replace(gone, state="removed"))
