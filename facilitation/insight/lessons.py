"""What a suggestion learns from a person’s gestures: texts that were brought together draw each
other, and what is like them; texts that were taken apart hold each other off.

Where a person put a text is no lesson but a fact: see `themes.Wishes.placed`.
"""

from collections.abc import Iterable, Sequence
from itertools import product
from typing import Final

Pair = tuple[str, str]

#: In ties of ordinary neighbours (1 each): a gesture weighs more than any likeness of words.
TOGETHER: Final = 2.0
APART: Final = -2.0
#: Of each side so many texts are linked: enough to decide, and the graph stays small.
SAMPLE: Final = 6


class Lessons:
    """The links that follow from all gestures so far; the latest word on a pair counts."""

    def __init__(self) -> None:
        self.links: dict[Pair, float] = {}

    def moved(self, key: str, away: Sequence[str], to: Sequence[str]) -> None:
        """A text was moved from among some texts to among others; either may be none."""
        self._link([key], away, APART)
        self._link([key], to, TOGETHER)

    def merged(self, one: Sequence[str], other: Sequence[str]) -> None:
        """Two themes became one."""
        self._link(one, other, TOGETHER)

    def split(self, staying: Sequence[str], leaving: Sequence[str]) -> None:
        """One theme became two."""
        self._link(staying, leaving, APART)
        self._link(leaving[:1], leaving[1:], TOGETHER)

    def forget(self, key: str) -> None:
        """A text is gone."""
        self.links = {pair: tie for pair, tie in self.links.items() if key not in pair}

    def _link(self, here: Sequence[str], there: Sequence[str], tie: float) -> None:
        for left, right in product(_some(here), _some(there)):
            if left != right:
                self.links[min(left, right), max(left, right)] = tie


def _some(keys: Iterable[str]) -> list[str]:
    """A few of many, spread over all of them, always the same."""
    whole = sorted(set(keys))
    step = max(1, len(whole) / SAMPLE)
    return [whole[int(place * step)] for place in range(min(SAMPLE, len(whole)))]
