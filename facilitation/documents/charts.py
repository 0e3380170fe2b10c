"""Bar charts as SVG of our own: dark bars on white with their values, legible in black and white,
with presentation attributes only (no style, no script), readable by a screen reader.
"""

from collections.abc import Iterator
from html import escape
from textwrap import wrap
from typing import Final

from facilitation.documents.words import words
from facilitation.views.document import Bar, BarChart

WIDTH: Final = 720
LABELS: Final = 270
VALUES: Final = 150
#: Characters of a label's line at the size of the text.
LETTERS: Final = 36
LINE: Final = 18
BAR: Final = 20
GAP: Final = 14
INK: Final = "#1f1f1f"
SOFT: Final = "#575757"
ACCENT: Final = "#1f4e79"


def svg(chart: BarChart, language: str) -> str:
    """The chart as an `<svg>` element."""
    most = max((bar.value for bar in chart.bars), default=0) or 1
    drawn: list[str] = []
    top = 0
    for bar in chart.bars:
        lines = wrap(bar.label, LETTERS) or [""]
        height = max(len(lines) * LINE, BAR)
        drawn.extend(_bar(bar, lines, top, most))
        top += height + GAP
    told = escape(f"{chart.title}{words(language)['colon']}{chart.summary}", quote=True)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{told}" '
        f'viewBox="0 0 {WIDTH} {max(top, 1)}" font-size="15" fill="{INK}">{"".join(drawn)}</svg>'
    )


def _bar(bar: Bar, lines: list[str], top: int, most: int) -> Iterator[str]:
    height = max(len(lines) * LINE, BAR)
    for place, line in enumerate(lines):
        y = top + (height - len(lines) * LINE) // 2 + place * LINE + 14
        yield f'<text x="0" y="{y}">{escape(line)}</text>'
    long = (WIDTH - LABELS - VALUES) * max(bar.value, 0) / most
    y = top + (height - BAR) // 2
    yield f'<rect x="{LABELS}" y="{y}" width="{long:.1f}" height="{BAR}" fill="{ACCENT}"/>'
    yield f'<rect x="{LABELS}" y="{y - 2}" width="1" height="{BAR + 4}" fill="{INK}"/>'
    remark = f' <tspan fill="{SOFT}">{escape(bar.remark)}</tspan>' if bar.remark else ""
    value = f'<tspan font-weight="bold">{bar.value}</tspan>'
    yield f'<text x="{LABELS + long + 8:.1f}" y="{y + 15}">{value}{remark}</text>'
