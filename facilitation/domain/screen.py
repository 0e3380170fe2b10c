"""What the projector shows: one scene at a time, chosen by the facilitator, never by itself.

Showing a theme board, a plan or the dires de l'État makes those records public. What a phone writes
meanwhile waits until they are shown again; counts and roles from closed lists follow by themselves.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from facilitation.domain.core import (
    Actor,
    Change,
    Context,
    Decision,
    Event,
    Put,
    Refused,
    event,
    fields_of,
)
from facilitation.domain.evolve import evolves
from facilitation.domain.records import Action, Record, Referent, Screen, Statement, Step, Theme
from facilitation.domain.state import State
from facilitation.domain.vocabulary import KINDS, SCENES

_REFERENCES: Final = {
    "step": "steps",
    "case": "cases",
    "ballot": "ballots",
    "theme": "themes",
    "action": "actions",
    "statement": "statements",
}

#: Scenes that make a whole collection public: the room has seen it.
_PUBLISHED: Final = {
    "themes": ("themes",),
    "plan": ("actions",),
    "statements": ("statements",),
    "referents": ("referents",),
    "return": ("themes", "actions"),
}


@dataclass(frozen=True, slots=True)
class ShowScene:
    """What to show, and of what; `page` pages through long scenes."""

    scene: str
    step: str | None = None
    case: str | None = None
    ballot: str | None = None
    theme: str | None = None
    action: str | None = None
    statement: str | None = None
    kind: str | None = None
    page: int = 0
    text: str = ""


@dataclass(frozen=True, slots=True)
class TurnPage:
    """Go to a page of the scene on show."""

    page: int


@dataclass(frozen=True, slots=True)
class DimScreen:
    """Dark paper for a dim room, or light again."""

    dark: bool


@event("screen.shown")
@dataclass(frozen=True)
class SceneShown(Event):
    """The screen shows something else."""

    scene: str
    step: str | None
    case: str | None
    ballot: str | None
    theme: str | None
    action: str | None
    statement: str | None
    kind: str | None
    page: int
    text: str


@event("screen.paged")
@dataclass(frozen=True)
class PageTurned(Event):
    """The screen shows another page."""

    page: int


@event("screen.dimmed")
@dataclass(frozen=True)
class ScreenDimmed(Event):
    """The screen turned dark, or light."""

    dark: bool


def scene_of(step: Step) -> SceneShown:
    """The screen follows the running order: the scene that a step asks for."""
    return SceneShown(step.scene, step.id, None, None, None, None, None, None, 0, "")


def show(state: State, actor: Actor, command: ShowScene, context: Context) -> Decision:
    """Refused for an unknown scene, or one that points to nothing."""
    if command.scene not in SCENES:
        raise Refused("unknown_value", field="scene")
    for name, collection in _REFERENCES.items():
        key = getattr(command, name)
        if key is not None:
            state.need(collection, key)
    if command.kind is not None and command.kind not in KINDS:
        raise Refused("unknown_value", field="kind")
    values = fields_of(command)
    values["page"] = max(0, command.page)
    return Decision((SceneShown(**values),))


def turn(state: State, actor: Actor, command: TurnPage, context: Context) -> Decision:
    """Refused before the first page."""
    if command.page < 0:
        raise Refused("out_of_range", field="page")
    return Decision((PageTurned(command.page),))


def dim(state: State, actor: Actor, command: DimScreen, context: Context) -> Decision:
    """Nothing to refuse."""
    return Decision((ScreenDimmed(command.dark),))


@evolves(SceneShown)
def _shown(state: State, happened: SceneShown) -> Iterable[Change]:
    values = fields_of(happened)
    before = state.screen
    yield Put("screen", Screen(dark=before.dark, previous=before.scene, **values))
    for collection in _PUBLISHED.get(happened.scene, ()):
        yield from _published(state, collection)
    yield from _published_one(state, happened)


def _published(state: State, collection: str) -> Iterator[Change]:
    records: list[Any] = list(state.collections[collection].values())
    for record in records:
        shown = _as_shown(record)
        if shown != record:
            yield Put(collection, shown)


def _as_shown(record: Theme | Action | Statement | Referent) -> Record:
    """Public from now on, and so is what was held until it is shown again."""
    if isinstance(record, Statement):
        reserves = tuple(replace(one, shown=True) for one in record.reserves)
        return replace(record, projected=True, reserves=reserves)
    if isinstance(record, Action):
        return replace(record, projected=True, held=())
    return replace(record, projected=True)


def _published_one(state: State, happened: SceneShown) -> Iterator[Change]:
    for collection, key in (("themes", happened.theme), ("actions", happened.action)):
        record = state.find(collection, key)
        public = collection in _PUBLISHED.get(happened.scene, ())
        if isinstance(record, Theme | Action) and not record.projected and not public:
            yield Put(collection, replace(record, projected=True))


@evolves(PageTurned)
def _paged(state: State, happened: PageTurned) -> Iterable[Change]:
    yield Put("screen", replace(state.screen, page=happened.page))


@evolves(ScreenDimmed)
def _dimmed(state: State, happened: ScreenDimmed) -> Iterable[Change]:
    yield Put("screen", replace(state.screen, dark=happened.dark))
