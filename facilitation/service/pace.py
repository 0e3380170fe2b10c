"""How fast one may write or guess: by person, never by address, for a room shares one.

All in memory, per process; nothing here knows what is written.
"""

from dataclasses import dataclass, field
from threading import RLock
from typing import Final

#: (a second, at once) for one person's writes, by role. A table's device writes for eight people.
WRITES: Final = {
    "participant": (2.0, 20.0),
    "table": (10.0, 80.0),
    "facilitator": (20.0, 200.0),
}
FEWEST: Final = (1.0, 10.0)
MOST_KEPT: Final = 20_000
#: Wrong codes: so many are answered at once, then so many a second, each waiting for its turn.
WRONG_AT_ONCE: Final = 20
WRONG_A_SECOND: Final = 4.0
LONGEST_WAIT: Final = 8.0


@dataclass(slots=True)
class Buckets:
    """A bucket of tokens for each person, that refills by itself."""

    _kept: dict[str, tuple[float, float]] = field(default_factory=dict)
    _lock: RLock = field(default_factory=RLock)

    def take(self, who: str, pace: tuple[float, float], now: float) -> float:
        """Take one; 0 when there was one, else the seconds until there is."""
        rate, most = pace
        with self._lock:
            left, since = self._kept.get(who, (most, now))
            left = min(most, left + (now - since) * rate)
            if left < 1:
                return (1 - left) / rate
            if len(self._kept) >= MOST_KEPT:
                # Whoever comes again starts with a full bucket: better than to keep nobody out.
                self._kept.clear()
            self._kept[who] = (left - 1, now)
        return 0.0


@dataclass(slots=True)
class Guesses:
    """One budget for the wrong codes of everybody; a right code never asks it."""

    _next: float = 0.0
    _lock: RLock = field(default_factory=RLock)

    def wait(self, now: float) -> float:
        """How long the answer to a wrong code waits, in seconds."""
        with self._lock:
            start = max(self._next, now - WRONG_AT_ONCE / WRONG_A_SECOND)
            self._next = min(start + 1 / WRONG_A_SECOND, now + LONGEST_WAIT)
            return max(0.0, self._next - now)
