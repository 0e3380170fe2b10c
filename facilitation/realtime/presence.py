"""Who is connected, by workshop: counts for the live values, never stored anywhere."""

from dataclasses import dataclass, field
from threading import RLock

from facilitation.domain.core import Actor


@dataclass(slots=True)
class Presence:
    """Connected sockets by workshop."""

    _lock: RLock = field(default_factory=RLock)
    _actors: dict[str, dict[str, Actor]] = field(default_factory=dict)
    _sids: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    def enter(self, code: str, sid: str, actor: Actor) -> list[str]:
        """A socket opened; the others of the same person or device, oldest first."""
        with self._lock:
            self._actors.setdefault(code, {})[sid] = actor
            of_one = self._sids.setdefault((code, _one(actor)), [])
            of_one.append(sid)
            return of_one[:-1]

    def leave(self, code: str, sid: str) -> None:
        """A socket closed."""
        with self._lock:
            actor = self._actors.get(code, {}).pop(sid, None)
            of_one = self._sids.get((code, _one(actor)), []) if actor is not None else []
            if sid in of_one:
                of_one.remove(sid)
            if actor is not None and not of_one:
                self._sids.pop((code, _one(actor)), None)

    def actors(self, code: str) -> list[tuple[str, Actor]]:
        """Every open socket of a workshop, with who listens."""
        with self._lock:
            return list(self._actors.get(code, {}).items())

    def people(self, code: str) -> dict[str, int]:
        """People present by table; a person with two open pages is one person."""
        tables: dict[str, set[str]] = {}
        for _sid, actor in self.actors(code):
            if actor.role in ("participant", "table") and actor.table:
                tables.setdefault(actor.table, set()).add(actor.participant or f"device:{actor.id}")
        return {table: len(people) for table, people in tables.items()}

    def observers(self, code: str) -> int:
        """Observers connected."""
        return len({actor.id for _sid, actor in self.actors(code) if actor.role == "observer"})


def _one(actor: Actor) -> str:
    """A person, whatever devices they hold; else the device."""
    return actor.participant or f"device:{actor.id}"
