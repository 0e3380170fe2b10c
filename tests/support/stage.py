"""A room in memory for tests of the core: the cast sends commands, events happen, nothing else.

`Stage` is pure: it decides, folds and keeps the ballot box as the service would.
"""

import itertools
from dataclasses import dataclass, field
from typing import Any

from facilitation.domain.core import Actor
from facilitation.domain.state import State
from facilitation.protocol import wire
from facilitation.protocol.catalogue import CATALOGUE, CREATE, JOIN
from facilitation.protocol.ports import Entry
from facilitation.service.writer import Job, Memory, decide
from tests.support.scenario import small

START = 1_362_640_000_000  # 7 March 2013

CLAIRE = Actor("facilitator", "claire")
HUGO = Actor("facilitator", "hugo")
SCREEN = Actor("screen", "screen")
OBSERVER = Actor("observer", "observer")


@dataclass
class Stage:
    """A workshop and its clock; `entries` is all that would be on disk."""

    memory: Memory = field(default_factory=lambda: Memory(State()))
    now: int = START
    entries: list[Entry] = field(default_factory=list)
    _ids: Any = field(default_factory=lambda: itertools.count(1))

    def __post_init__(self) -> None:
        payload = CREATE.payload("TEST01", small())
        self._do(Job(Actor("admin"), CREATE, payload))

    @property
    def state(self) -> State:
        """The state as it now is."""
        return self.memory.state

    def _do(self, job: Job) -> dict[str, Any]:
        entry = decide(self.memory, job, self.now, f"{next(self._ids):032x}")
        self.entries.append(entry)
        return entry.answer["result"]

    def send(self, actor: Actor, name: str, /, *, base: int | None = None, **payload: Any) -> Any:
        """A command of the catalogue, decoded as from the wire; answers its result."""
        command = CATALOGUE[name]
        assert actor.role in command.roles, f"{actor.role} may not {name}"
        return self._do(Job(actor, command, wire.decode(payload, command.payload), base=base))

    def join(self, service: str = "ddt", table: str = "1", name: str | None = None) -> Actor:
        """Somebody comes in; answers the actor they are."""
        result = self._do(Job(Actor("newcomer"), JOIN, JOIN.payload(service, table, name)))
        return Actor("participant", f"token-{result['participant']}", result["participant"], table)

    def post(self, actor: Actor, text: str = "Un texte", **more: Any) -> str:
        """A contribution; answers its number."""
        kind = more.pop("kind", "expectation")
        result: dict[str, str] = self.send(actor, "contribution.post", kind=kind, text=text, **more)
        return result["id"]

    def begin(self, step: str) -> None:
        """Start a step."""
        self.send(CLAIRE, "step.start", step=step)
