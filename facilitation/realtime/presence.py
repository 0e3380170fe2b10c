"""Who is connected, by workshop: counts for the live values, never stored anywhere."""

from collections import Counter
from dataclasses import dataclass, field
from threading import RLock
from typing import TypeVar

from facilitation.domain.core import Actor
from facilitation.service.doors import audiences
from facilitation.views.audience import Audience

T = TypeVar("T")


@dataclass(slots=True)
class Presence:
    """Connected sockets by workshop; people are counted as they come and go, not looked for."""

    _lock: RLock = field(default_factory=RLock)
    _actors: dict[str, dict[str, Actor]] = field(default_factory=dict)
    _sids: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    _seated: dict[str, dict[str, Counter[str]]] = field(default_factory=dict)
    _heard: dict[str, Counter[Audience]] = field(default_factory=dict)

    def enter(self, code: str, sid: str, actor: Actor) -> list[str]:
        """A socket opened; the others of the same person or device, oldest first."""
        with self._lock:
            self.leave(code, sid)
            self._actors.setdefault(code, {})[sid] = actor
            self._count(code, actor, 1)
            of_one = self._sids.setdefault((code, _one(actor)), [])
            of_one.append(sid)
            return of_one[:-1]

    def leave(self, code: str, sid: str) -> None:
        """A socket closed."""
        with self._lock:
            actor = self._actors.get(code, {}).pop(sid, None)
            if actor is None:
                return
            self._count(code, actor, -1)
            of_one = self._sids[code, _one(actor)]
            of_one.remove(sid)
            if not of_one:
                del self._sids[code, _one(actor)]

    def _count(self, code: str, actor: Actor, pages: int) -> None:
        """A person with two open pages is one person, until both are closed."""
        heard = self._heard.setdefault(code, Counter())
        for stream in audiences(actor):
            _add(heard, stream, pages)
        if actor.role in ("participant", "table") and actor.table:
            seated = self._seated.setdefault(code, {}).setdefault(actor.table, Counter())
            _add(seated, _one(actor), pages)

    def heard(self, code: str) -> list[Audience]:
        """The streams that somebody listens to."""
        with self._lock:
            return list(self._heard.get(code, ()))

    def actors(self, code: str) -> list[tuple[str, Actor]]:
        """Every open socket of a workshop, with who listens."""
        with self._lock:
            return list(self._actors.get(code, {}).items())

    def people(self, code: str) -> dict[str, int]:
        """People present by table."""
        with self._lock:
            tables = self._seated.get(code, {})
            return {table: len(seated) for table, seated in tables.items() if seated}

    def observers(self, code: str) -> int:
        """Observers connected."""
        return len({actor.id for _sid, actor in self.actors(code) if actor.role == "observer"})


def _add(counts: Counter[T], one: T, number: int) -> None:
    counts[one] += number
    if not counts[one]:
        del counts[one]


def _one(actor: Actor) -> str:
    """A person, whatever devices they hold; else the device."""
    return actor.participant or f"device:{actor.id}"
