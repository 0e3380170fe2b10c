"""Calls of a store made away from those who wait: in a real thread, so many at a time.

Each call of a database that answers over a network, each write into a file. Imports nothing but
the ports: the lanes are given.
"""

from collections.abc import Callable, Collection
from typing import Any

from facilitation.protocol.ports import Asked, Turn

Lane = Callable[..., Any]


class Aside:
    """Stands for a store; its methods run on a lane."""

    def __init__(self, kept: Any, lane: Lane) -> None:
        self._kept = kept
        self._lane = lane

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._kept, name)
        if not callable(found):
            return found
        return lambda *arguments: self._lane(found, *arguments)


class WritesAside(Aside):
    """Stands for a store on a file: who reads waits for nobody, who writes may for another program.

    `writes` names the methods that write.
    """

    def __init__(self, kept: Any, lane: Lane, writes: Collection[str]) -> None:
        super().__init__(kept, lane)
        self._writes = writes

    def __getattr__(self, name: str) -> Any:
        return super().__getattr__(name) if name in self._writes else getattr(self._kept, name)


class LogAside(Aside):
    """Stands for a shared log. Turns end on a lane of their own: they must not queue behind others
    that wait for a workshop which they hold.
    """

    def __init__(self, kept: Any, lane: Lane, ending: Lane) -> None:
        super().__init__(kept, lane)
        self._ending = ending

    def turn(self, code: str, seq: int, asked: Asked) -> Turn:
        """Wait for the workshop beside the others' work."""
        ended: Any = Aside(self._lane(self._kept.turn, code, seq, asked), self._ending)
        turn: Turn = ended
        return turn
