"""The other workers of this server: what each knows of the moment, added up.

Counts alone go round. A person with a page open on each of two workers counts twice, up to the
number of people at their table.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from facilitation.domain.state import State
from facilitation.protocol import wire

Json = dict[str, Any]
Counts = dict[str, int]

#: Hand over what this worker says of each workshop; answers what the others say.
Exchange = Callable[[dict[str, str]], dict[str, list[str]]]


def alone(_said: dict[str, str]) -> dict[str, list[str]]:
    """There is no other worker."""
    return {}


@dataclass(slots=True)
class Company:
    """What the others said last, by workshop."""

    exchange: Exchange = alone
    _others: dict[str, list[Json]] = field(default_factory=dict)

    def meet(self, said: dict[str, Json]) -> None:
        """Tell what is so here, hear what is so elsewhere."""
        try:
            heard = self.exchange({code: wire.dumps(words) for code, words in said.items()})
        except Exception:
            # Better no figure of the others than an old one: who is gone must not be counted.
            self._others = {}
            raise
        self._others = {
            code: [wire.loads(words) for words in known] for code, known in heard.items()
        }

    def others(self, code: str) -> list[Json]:
        """What each of the others says of a workshop."""
        return self._others.get(code, [])

    def by_table(self, name: str, state: State, code: str, own: Counts) -> Counts:
        """A count of each table, all workers together; never more than its people."""
        parts = [own, *(other.get(name, {}) for other in self.others(code))]
        if len(parts) == 1:
            return own
        seats = Counter(one.table for one in state.participants() if one.state == "present")
        tables = {table for part in parts for table in part}
        return {table: _together(parts, table, seats[table]) for table in tables}

    def total(self, name: str, code: str, own: int) -> int:
        """A number, all workers together."""
        return own + sum(int(other.get(name, 0)) for other in self.others(code))


def _together(parts: list[Counts], table: str, seats: int) -> int:
    counts = [part.get(table, 0) for part in parts]
    return min(sum(counts), max(seats, *counts))
