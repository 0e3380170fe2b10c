"""What happened in a rehearsal: posts, answers, refusals, latencies, faults. Keeps, never acts."""

from collections import Counter
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, Final

Json = dict[str, Any]

#: Enough latencies for honest percentiles, few enough to stay small in a long day.
MOST_LATENCIES: Final = 50_000


@dataclass(slots=True)
class Ledger:
    """The books of a rehearsal.

    `texts` is what was acknowledged of each contribution, as its author last sent it; `made`
    the numbers of everything else, by collection; `papers` the acknowledged papers by ballot.
    """

    posts: int = 0
    acks: int = 0
    retries: int = 0
    gaps: int = 0
    connected: int = 0
    expected: Counter[str] = field(default_factory=Counter)
    refusals: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    latencies: list[float] = field(default_factory=list)
    texts: dict[str, Json] = field(default_factory=dict)
    made: dict[str, set[str]] = field(default_factory=dict)
    fields: dict[tuple[str, str], Any] = field(default_factory=dict)
    papers: dict[str, dict[str, bool]] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    def sent(self) -> None:
        """A command left."""
        with self._lock:
            self.posts += 1

    def acked(self, seconds: float) -> None:
        """A command was answered as saved."""
        with self._lock:
            self.acks += 1
            if len(self.latencies) < MOST_LATENCIES:
                self.latencies.append(seconds)

    def retried(self) -> None:
        """The same key left again, for want of an answer."""
        with self._lock:
            self.retries += 1

    def refused(self, name: str, code: str, *, expected: bool) -> None:
        """A command was refused, as it had to be or not."""
        with self._lock:
            (self.expected if expected else self.refusals)[f"{name}: {code}"] += 1

    def fault(self, sentence: str) -> None:
        """Something that must not happen did."""
        with self._lock:
            self.faults.append(sentence)

    def gap(self) -> None:
        """A stream's number was missed and asked for again."""
        with self._lock:
            self.gaps += 1

    def line(self, change: int) -> None:
        """A socket opened (1) or closed (-1)."""
        with self._lock:
            self.connected += change

    def wrote(self, number: str, **seen: Any) -> None:
        """What must now stand in the facilitator's snapshot under a number."""
        with self._lock:
            self.texts.setdefault(number, {}).update(seen)

    def kept(self, collection: str, number: str) -> None:
        """A record of another kind that must now stand in the facilitator's snapshot."""
        with self._lock:
            self.made.setdefault(collection, set()).add(number)

    def filled(self, action: str, name: str, value: Any) -> None:
        """What a field of a sheet must now say."""
        with self._lock:
            self.fields[action, name] = value

    def cast(self, ballot: str, paper_key: str, *, blank: bool) -> None:
        """A paper is in the box; with the same key it replaces the one before."""
        with self._lock:
            self.papers.setdefault(ballot, {})[paper_key] = blank

    def percentile(self, share: float) -> float:
        """A percentile of the latencies, in milliseconds; zero before the first."""
        with self._lock:
            known = sorted(self.latencies)
        if not known:
            return 0.0
        return 1000 * known[min(len(known) - 1, int(share * len(known)))]
