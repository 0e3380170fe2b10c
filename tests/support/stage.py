"""A room in memory for tests of the core: the cast sends commands, events happen, nothing else.

`Stage` is pure: it decides, folds and keeps the ballot box as the service would.
"""

import itertools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest

from facilitation.domain.core import Actor, Refused
from facilitation.domain.evolve import fold
from facilitation.domain.state import State
from facilitation.protocol import wire
from facilitation.protocol.catalogue import CATALOGUE, CREATE, JOIN
from facilitation.protocol.ports import Entry
from facilitation.service.jobs import Job, decide
from facilitation.service.memory import Memory
from facilitation.views.audience import Audience
from facilitation.views.projection import project
from tests.support.scenario import small

START = 1_362_640_000_000  # 7 March 2013

CLAIRE = Actor("facilitator", "claire")
HUGO = Actor("facilitator", "hugo")
SCREEN = Actor("screen", "screen")
OBSERVER = Actor("observer", "observer")

FACILITATORS = Audience("facilitators")
ROOM = Audience("screen")


def device(table: str, member: str | None = None) -> Actor:
    """A table's shared device, for one of its members if named."""
    return Actor("table", f"device-{table}", member, table)


@contextmanager
def refused(code: str) -> Iterator[Any]:
    """What happens inside is refused with this code; answers pytest's report of it."""
    with pytest.raises(Refused) as report:
        yield report
    assert report.value.code == code


def fold_all(entries: list[Entry]) -> State:
    """The state after these entries."""
    state = State()
    for entry in entries:
        for recorded in entry.recorded:
            fold(state, recorded)
    return state


@dataclass
class Stage:
    """A workshop and its clock; `entries` is all that would be on disk."""

    memory: Memory = field(default_factory=lambda: Memory(State()))
    now: int = START
    entries: list[Entry] = field(default_factory=list)
    _ids: Any = field(default_factory=lambda: itertools.count(1))

    def __post_init__(self) -> None:
        payload = CREATE.payload("TEST01", small())
        self.play(Job(Actor("admin"), CREATE, payload))

    @property
    def state(self) -> State:
        """The state as it now is."""
        return self.memory.state

    def play(self, job: Job) -> dict[str, Any]:
        """Let a command happen, whoever sends it; answers its result."""
        entry = decide(self.memory, job, self.now, f"{next(self._ids):032x}")
        self.entries.append(entry)
        return entry.answer["result"]

    def send(self, actor: Actor, name: str, /, *, base: int | None = None, **payload: Any) -> Any:
        """A command of the catalogue, decoded as from the wire; answers its result."""
        command = CATALOGUE[name]
        assert actor.role in command.roles, f"{actor.role} may not {name}"
        return self.play(Job(actor, command, wire.decode(payload, command.payload), base=base))

    def join(self, service: str = "ddt", table: str = "1", name: str | None = None) -> Actor:
        """Somebody comes in; answers the actor they are."""
        result = self.play(Job(Actor("newcomer"), JOIN, JOIN.payload(service, table, name)))
        return Actor("participant", f"token-{result['participant']}", result["participant"], table)

    def post(self, actor: Actor, text: str = "Un texte", **more: Any) -> str:
        """A contribution; answers its number."""
        kind = more.pop("kind", "expectation")
        result: dict[str, str] = self.send(actor, "contribution.post", kind=kind, text=text, **more)
        return result["id"]

    def begin(self, step: str) -> None:
        """Start a step."""
        self.send(CLAIRE, "step.start", step=step)

    def get(self, collection: str, key: str) -> Any:
        """A record as the state holds it, or None."""
        return self.state.find(collection, key)

    def seen(self, audience: Audience, collection: str, key: str) -> dict[str, Any] | None:
        """A record as an audience sees it."""
        record = self.state.find(collection, key)
        return project(self.state, audience, collection, record) if record is not None else None

    @property
    def events(self) -> list[Any]:
        """The events of the latest command."""
        return [one.event for one in self.entries[-1].recorded]

    @property
    def number(self) -> int:
        """The number under which the latest command can be undone."""
        return self.entries[-1].recorded[0].first

    def undo(self, actor: Actor = CLAIRE, command: int | None = None) -> str:
        """Undo the latest command of a facilitator, or the one numbered; answers its name."""
        result: dict[str, str] = self.send(actor, "undo", command=command)
        return result["undone"]

    def theme(self, name: str = "Thème", *texts: str) -> str:
        """A theme with texts; answers its number."""
        result = self.send(CLAIRE, "theme.create", name=name, contributions=list(texts))
        return str(result["id"])

    def ballot(self, *options: str, **more: Any) -> str:
        """An open ballot; answers its number."""
        result = self.send(CLAIRE, "ballot.open", question="?", options=list(options), **more)
        return str(result["id"])

    def vote(self, actor: Actor, ballot: str, *, key: str = "", **choices: int) -> None:
        """A paper; options are written with `_` for `-`."""
        given = {name.replace("_", "-"): dots for name, dots in choices.items()}
        key = key or f"key-{actor.participant}"
        self.send(actor, "ballot.cast", ballot=ballot, paper_key=key, choices=given)
