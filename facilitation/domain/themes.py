"""The theme board: themes named, merged, split, ordered; contributions assigned to them.

Nothing is lost by merging: texts keep their numbers, a merged theme says into which.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from typing import Final

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
class Assign:
    """Put texts into a theme, or out of any (None).

    `bases` are the versions the sender saw, in the order of the texts.
    """

    contributions: tuple[str, ...]
    theme: str | None = None
    bases: tuple[int, ...] = ()


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


@event("theme.assigned")
@dataclass(frozen=True)
class ContributionsAssigned(Event):
    """Texts moved to a theme, or out of any."""

    contributions: tuple[str, ...]
    theme: str | None


@event("theme.removed")
@dataclass(frozen=True)
class ThemeRemoved(Event):
    """A theme left the board."""

    theme: str


def _live(state: State, key: str | None) -> Theme:
    theme = state.theme(key)
    if theme.state != "live":
        raise Refused("theme_gone", theme=theme.name)
    return theme


def _name(text: str) -> str:
    if not text.strip():
        raise Refused("text_missing")
    return text.strip()


def _new(state: State, name: str, color: int | None) -> ThemeCreated:
    number = state.next_number("THM", 2)
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


def _texts(state: State, keys: Iterable[str]) -> tuple[str, ...]:
    unique = tuple(dict.fromkeys(keys))
    for key in unique:
        if state.contribution(key).state != "posted":
            raise Refused("contribution_not_open", id=key)
    return unique


def create(state: State, actor: Actor, command: CreateTheme, context: Context) -> Decision:
    """Refused without a name, or with texts that are set aside or withdrawn."""
    texts = _texts(state, command.contributions)
    made = _new(state, command.name, _color(command.color))
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
    theme = _live(state, command.theme)
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
    kept, gone = _live(state, command.theme), _live(state, command.merged)
    if kept.id == gone.id:
        raise Refused("same_theme")
    check_base(state, context, "themes", kept.id)
    return Decision((ThemesMerged(kept.id, gone.id),))


def split(state: State, actor: Actor, command: SplitTheme, context: Context) -> Decision:
    """Refused without texts, or with texts of another theme."""
    theme = _live(state, command.theme)
    texts = _texts(state, command.contributions)
    if not texts:
        raise Refused("nothing_chosen")
    for key in texts:
        if state.contribution(key).theme != theme.id:
            raise Conflict("contributions", key)
    made = _new(state, command.name, None)
    return Decision((made, ContributionsAssigned(texts, made.theme)), result={"id": made.theme})


def assign(state: State, actor: Actor, command: Assign, context: Context) -> Decision:
    """Refused for a theme that is gone, or a text that another hand moved first."""
    theme = _live(state, command.theme).id if command.theme is not None else None
    texts = _texts(state, command.contributions)
    if not texts:
        raise Refused("nothing_chosen")
    for key, base in zip(command.contributions, command.bases, strict=False):
        moved = state.versions.get(("contributions", key), 0) > base
        if moved and state.contribution(key).theme != theme:
            raise Conflict("contributions", key)
    moving = tuple(key for key in texts if state.contribution(key).theme != theme)
    return Decision((ContributionsAssigned(moving, theme),) if moving else ())


def remove(state: State, actor: Actor, command: RemoveTheme, context: Context) -> Decision:
    """Refused when another hand came first."""
    theme = _live(state, command.theme)
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


@evolves(ContributionsAssigned)
def _assigned(state: State, happened: ContributionsAssigned) -> Iterable[Change]:
    touched = {happened.theme}
    for key in happened.contributions:
        old = state.contribution(key)
        touched.add(old.theme)
        yield Put("contributions", replace(old, theme=happened.theme))
    for theme in sorted(str(one) for one in touched - {None}):
        yield Touch("themes", theme)


@evolves(ThemesMerged)
def _merged(state: State, happened: ThemesMerged) -> Iterable[Change]:
    gone = state.theme(happened.merged)
    yield from _moved(state, gone.id, happened.theme)
    yield Put("themes", replace(gone, state="merged", merged_into=happened.theme))
    yield Touch("themes", happened.theme)


@evolves(ThemeRemoved)
def _removed(state: State, happened: ThemeRemoved) -> Iterable[Change]:
    gone = state.theme(happened.theme)
    yield from _moved(state, gone.id, None)
    yield Put("themes", replace(gone, state="removed"))


def _moved(state: State, gone: str, theme: str | None) -> Iterable[Change]:
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
