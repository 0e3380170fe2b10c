"""A fiche-action of a DOCX file: groups of labelled fields, blanks to be filled in by hand."""

from itertools import groupby
from typing import Any, Final

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Pt

from facilitation.documents.composing import field_rows, filled_rows, shares, squared
from facilitation.documents.word import fields
from facilitation.documents.word.looks import ACCENT, PARAGRAPHS, SOFT
from facilitation.documents.word.tables import Grid, add, cell, grid, new, run, twips
from facilitation.documents.word.writing import Writing
from facilitation.documents.word.xml import borders, element, within
from facilitation.views.document import ActionSheet, Field, Group

#: Six columns hold one, two or three fields alike.
COLUMNS: Final = 6
BLANK_HEIGHT: Final = 400

Row = tuple[Field, ...]


def sheet(writing: Writing, told: ActionSheet) -> None:
    """The sheet, at the size that keeps it on its page."""
    scale = writing.sheet_scale()
    head = writing.paragraph("Small")
    head.paragraph_format.tab_stops.add_tab_stop(writing.width, WD_TAB_ALIGNMENT.RIGHT)
    head.add_run(writing.words["sheet"]).bold = True
    head.add_run(f"\t{told.status}").bold = True
    title = writing.paragraph(f"Heading {writing.sheet_level}", f"{told.number}  {told.title}")
    title.paragraph_format.space_before = Pt(0)
    title.paragraph_format.space_after = Pt(2)
    title.runs[0].font.size = Pt(15 * scale)
    place = writing.entry()
    fields.bookmark(title, place.bookmark, writing.marked)
    for group in told.groups:
        _group(writing, group, scale)


def _group(writing: Writing, group: Group, scale: float) -> None:
    title = writing.paragraph(f"Heading {writing.sheet_level + 1}", group.title)
    title.paragraph_format.space_before, title.paragraph_format.space_after = Pt(7 * scale), Pt(1)
    title.runs[0].font.size = Pt(9.6 * scale)
    properties: Any = title._p.get_or_add_pPr()
    properties.insert_element_before(
        borders("pBdr", bottom=f"8 {ACCENT}"), "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
    for tabular, rows in groupby(field_rows(group.fields), key=lambda row: bool(row[0].header)):
        if tabular:
            for (one,) in rows:
                _steps(writing, one, scale)
        else:
            _fields(writing, list(rows), scale)


def _steps(writing: Writing, one: Field, scale: float) -> None:
    label = writing.paragraph("Label")
    label.add_run(one.label).font.size = Pt(PARAGRAPHS["Label"][0] * scale)
    rows = squared(one.header, filled_rows(one))
    grid(
        writing, Grid(one.header, rows, shares(one.header, one.rows), size=0.95 * scale), one.label
    )


def _fields(writing: Writing, rows: list[Row], scale: float) -> None:
    widths = twips(writing.width, (1,) * COLUMNS)
    table = new(writing, widths)
    add(table, within(element("tblCellMar"), *_margins()))
    for row in rows:
        line = within(element("tr"), within(element("trPr"), element("cantSplit")))
        if not all(one.value for one in row):
            line[0].append(element("trHeight", val=round(BLANK_HEIGHT * scale), hRule="atLeast"))
        span = COLUMNS // len(row)
        for one in row:
            line.append(_cell(writing, one, span, widths[0] * span, scale))
        table._tbl.append(line)
    writing.gap(1)


def _margins() -> list[Any]:
    return [element("left", w=0, type="dxa"), element("right", w=120, type="dxa")]


def _cell(writing: Writing, one: Field, span: int, width: int, scale: float) -> Any:
    frame = None if one.value else borders("tcBorders", bottom=f"4 {SOFT} dotted")
    runs = [_sized(f"{one.label}\u2002", "Label", scale)]
    if one.value:
        runs.append(_sized(one.value, "Value", scale))
    else:
        runs.append(_sized(writing.words["to_fill_in"], "Label", scale, plain=True))
    return within(cell(width, span, frame=frame), _paragraph("Value", *runs))


def _paragraph(style: str, *runs: Any) -> Any:
    return within(element("p"), within(element("pPr"), element("pStyle", val=style)), *runs)


def _sized(text: str, style: str, scale: float, *, plain: bool = False) -> Any:
    made = run(text)
    properties = element("rPr")
    if plain:
        within(properties, element("b", val=0), element("i"))
    size, bold, colour, *_ = PARAGRAPHS[style]
    if bold and not plain:
        properties.append(element("b"))
    properties.append(element("color", val=colour))
    properties.append(element("sz", val=round(2 * size * scale)))
    made.insert(0, properties)
    return made
