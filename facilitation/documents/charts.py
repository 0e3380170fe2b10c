"""Bar charts of a page: words and numbers as text, and beside them a bar of the share's length,
drawn with attributes only (no style, no script), dark on white.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from facilitation.views.document import Bar, BarChart


@dataclass(frozen=True, slots=True)
class Drawn:
    """A bar with the percentage of the longest that it reaches."""

    bar: Bar
    share: str


def bars(chart: BarChart) -> Iterator[Drawn]:
    """The bars in the order of the chart."""
    most = max((bar.value for bar in chart.bars), default=0) or 1
    for bar in chart.bars:
        yield Drawn(bar, f"{100 * max(bar.value, 0) / most:.1f}")
