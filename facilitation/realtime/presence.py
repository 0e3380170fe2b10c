"""Who is connected, by workshop: counts for the live values, never stored anywhere."""

from dataclasses import dataclass, field
from threading import RLock

from facilitation.domain.core import Actor


@dataclass(slots=True)
class Presence:
    """Connected sockets by workshop."""

    _lock: RLock = field(default_factory=RLock)
    _actors: dict[str, dict[str, Actor]] = field(default_factory=dict)

    def enter(self, code: str, sid: str, actor: Actor) -> None:
        """A socket opened."""
        with self._lock:
            self._actors.setdefault(code, {})[sid] = actor

    def leave(self, code: str, sid: str) -> None:
        """A socket closed."""
        with self._lock:
            self._actors.get(code, {}).pop(sid, None)

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
