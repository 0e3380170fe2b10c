"""A log in memory that several rooms append to in turn, as workers share a database."""

import threading
from collections.abc import Sequence

from facilitation.domain.core import Box
from facilitation.protocol.ports import Asked, Entry, News, StorageFailed
from tests.support.doubles import MemoryLog

PATIENCE = 5


class SharedMemoryLog(MemoryLog):
    """`names`, answers and box come with the news as a database would give them."""

    def __init__(self) -> None:
        super().__init__()
        self._held: dict[str, threading.Lock] = {}

    def turn(self, code: str, seq: int, asked: Asked) -> "MemoryTurn":
        """Wait for the workshop."""
        held = self._held.setdefault(code, threading.Lock())
        if not held.acquire(timeout=PATIENCE):
            raise StorageFailed("database_locked")
        try:
            return MemoryTurn(self, held, code, self.news(code, seq, asked))
        except BaseException:
            held.release()
            raise

    def news(self, code: str, seq: int, asked: Asked) -> News:
        """What was appended after a number."""
        if code not in self.shelves:
            raise StorageFailed("unknown_code")
        loaded = self.load(code)
        recorded = [one for one in loaded.recorded if one.seq > seq]
        people = any(hasattr(one.event, "participant") for one in recorded)
        answers = {place: kept for place, kept in loaded.answers.items() if place[1] in asked.keys}
        papers = {
            ballot: {
                key: paper
                for key, paper in kept.items()
                if asked.papers is None or key in asked.papers
            }
            for ballot, kept in loaded.box.papers.items()
        }
        found = {ballot: kept for ballot, kept in papers.items() if kept}
        box = Box(loaded.box.signed, found) if asked.box else None
        return News(loaded.epoch, recorded, loaded.names if people else None, answers, box)

    def heads(self) -> dict[str, int]:
        """The highest number of each workshop."""
        return {code: max(kept.recorded, default=0) for code, kept in self.shelves.items()}


class MemoryTurn:
    """A workshop held."""

    def __init__(self, log: SharedMemoryLog, held: threading.Lock, code: str, news: News) -> None:
        self._log = log
        self._held = held
        self._code = code
        self.news = news

    def append(self, entries: Sequence[Entry]) -> None:
        """All or nothing."""
        try:
            self._log.append(self._code, entries)
        finally:
            self.end()

    def end(self) -> None:
        """Let the others in."""
        self._held.release()
