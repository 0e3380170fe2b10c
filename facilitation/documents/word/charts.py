"""A bar chart of a DOCX file: a table whose cells are the bars.

No picture: it prints everywhere, can be edited, and reads as a table.
"""

from collections.abc import Iterator
from typing import Any, Final

from facilitation.documents.word.looks import ACCENT
from facilitation.documents.word.tables import add, cell, new, run, twips
from facilitation.documents.word.writing import Writing
from facilitation.documents.word.xml import element, within
from facilitation.views.document import Bar, BarChart

#: Steps across the page, of which the longest bar takes LONGEST; the rest is for its value.
STEPS: Final = 60
LONGEST: Final = 42
#: In twentieths of a point, the same for each bar.
HEIGHT: Final = 260


def chart(writing: Writing, told: BarChart) -> None:
    """The title, then for each bar its label and, below, the bar and its value."""
    writing.paragraph("Caption", f"{told.title} ({told.unit})" if told.unit else told.title)
    widths = twips(writing.width, (1,) * STEPS)
    table = new(writing, widths, told.title)
    add(table, element("tblDescription", val=told.summary))
    most = max((bar.value for bar in told.bars), default=0)
    for bar in told.bars:
        for line in _lines(bar, widths[0], max(most, 1)):
            table._tbl.append(line)
    writing.gap()


def _lines(bar: Bar, step: int, most: int) -> Iterator[Any]:
    label = within(element("tr"), within(element("trPr"), element("cantSplit")))
    yield within(label, within(cell(step * STEPS, STEPS), _text(run(bar.label))))
    long = round(LONGEST * max(bar.value, 0) / most) or (1 if bar.value > 0 else 0)
    height = element("trHeight", val=HEIGHT, hRule="exact")
    row = within(element("tr"), within(element("trPr"), element("cantSplit"), height))
    if long:
        row.append(within(cell(step * long, long, ACCENT), _text()))
    rest = STEPS - long
    told = [run(str(bar.value), bold=True), *([run(f"  {bar.remark}")] if bar.remark else [])]
    yield within(row, within(cell(step * rest, rest), _text(*told, style="Bar")))


def _text(*runs: Any, style: str = "Cell") -> Any:
    properties = within(element("pPr"), element("pStyle", val=style), element("keepNext"))
    return within(element("p"), properties, *runs)
