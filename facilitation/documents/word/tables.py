"""Tables of a DOCX file: a header repeated on each page, hairlines, widths that every suite reads.

Rows are built as XML: asking python-docx for each cell takes a time that grows with its square.
"""

from dataclasses import dataclass
from typing import Any, Final

from docx.oxml.ns import qn
from lxml import etree

from facilitation.documents.word.looks import HAIR, INK, TINT
from facilitation.documents.word.writing import Writing
from facilitation.documents.word.xml import borders, element, within

ALIGNMENTS: Final = {"l": "left", "c": "center", "r": "right"}
EMU_PER_TWIP: Final = 635
_ORDER: Final = [
    "tblStyle",
    "tblW",
    "jc",
    "tblInd",
    "tblBorders",
    "tblLayout",
    "tblCellMar",
    "tblLook",
    "tblCaption",
    "tblDescription",
]


@dataclass(frozen=True, slots=True)
class Grid:
    """What a table shows: its cells, the shares of its columns, their alignment."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]
    alignment: str = ""
    size: float = 1.0


def grid(writing: Writing, told: Grid, title: str = "") -> None:
    """A table with a header."""
    widths = twips(writing.width, told.shares)
    table = new(writing, widths, title)
    rule, hair = f"8 {INK}", f"4 {HAIR}"
    add(table, borders("tblBorders", top=rule, bottom=rule, insideH=hair))
    table._tbl.append(_row(told.header, widths, told, head=True))
    for row in told.rows:
        table._tbl.append(_row(row, widths, told, head=False))
    writing.gap()


def new(writing: Writing, widths: list[int], title: str = "") -> Any:
    """An empty table whose columns are settled; LibreOffice reads the grid, Word the cells."""
    table = writing.table(len(widths))
    properties = table._tbl.tblPr
    for style in properties.findall(qn("w:tblStyle")):
        properties.remove(style)
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.w = width * EMU_PER_TWIP
    for width in properties.findall(qn("w:tblW")):
        width.set(qn("w:w"), str(sum(widths)))
        width.set(qn("w:type"), "dxa")
    if title:
        add(table, element("tblCaption", val=title))
    return table


def add(table: Any, child: Any) -> None:
    """A property of a table, in the order that the schema wants."""
    properties = table._tbl.tblPr
    properties.append(child)
    properties[:] = sorted(properties, key=lambda one: _ORDER.index(etree.QName(one).localname))


def twips(width: int, shares: tuple[int, ...]) -> list[int]:
    """Shares of a width as whole twentieths of a point."""
    whole = width // EMU_PER_TWIP
    return [whole * share // sum(shares) for share in shares]


def _row(cells: tuple[str, ...], widths: list[int], told: Grid, *, head: bool) -> Any:
    properties = within(element("trPr"), element("cantSplit"))
    if head:
        properties.append(element("tblHeader"))
    elif not any(cells):
        properties.append(element("trHeight", val=400, hRule="atLeast"))
    row = within(element("tr"), properties)
    for place, (text, width) in enumerate(zip(cells, widths, strict=True)):
        align = ALIGNMENTS.get(told.alignment[place : place + 1], "left")
        inner = within(element("pPr"), element("pStyle", val="Cell"), element("jc", val=align))
        if head:
            inner.insert(1, element("keepNext"))
        paragraph = within(element("p"), inner, run(text, bold=head, size=told.size))
        row.append(within(cell(width, fill=TINT if head else ""), paragraph))
    return row


def cell(width: int, span: int = 1, fill: str = "", frame: Any = None) -> Any:
    """An empty cell."""
    properties = within(element("tcPr"), element("tcW", w=width, type="dxa"))
    if span > 1:
        properties.append(element("gridSpan", val=span))
    if frame is not None:
        properties.append(frame)
    if fill:
        properties.append(element("shd", val="clear", fill=fill))
    return within(element("tc"), properties)


def run(text: str, *, bold: bool = False, size: float = 1.0) -> Any:
    """A run of text, its lines kept."""
    made = element("r")
    properties = element("rPr")
    if bold:
        properties.append(element("b"))
    if size != 1.0:
        properties.append(element("sz", val=round(18.4 * size)))
    if len(properties):
        made.append(properties)
    for place, line in enumerate(text.split("\n")):
        if place:
            made.append(element("br"))
        piece = element("t")
        piece.set(qn("xml:space"), "preserve")
        piece.text = line.replace("\t", " ")
        made.append(piece)
    return made
