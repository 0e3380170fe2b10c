"""One function per block of the document model, as paragraphs and tables of a DOCX file."""

from typing import assert_never

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph as Line

from facilitation.documents.composing import column_widths, listed, squared
from facilitation.documents.word import fields
from facilitation.documents.word.charts import chart
from facilitation.documents.word.looks import ACCENT, SOFT
from facilitation.documents.word.numbering import numbered
from facilitation.documents.word.sheets import sheet
from facilitation.documents.word.tables import Grid, grid
from facilitation.documents.word.writing import Writing
from facilitation.views.document import (
    ActionSheet,
    BarChart,
    Block,
    Contents,
    Heading,
    Items,
    KeyValues,
    Note,
    PageBreak,
    Paragraph,
    Slip,
    Table,
)

#: Rough width of a character of a label, and the most that labels may take, in points.
LETTER = 5.6
WIDEST_LABEL = 136


def draw(writing: Writing, block: Block) -> None:  # noqa: C901 - one line per kind of block
    """Add a block at the end of the file."""
    match block:
        case Heading():
            _heading(writing, block)
        case Paragraph():
            _paragraph(writing, block)
        case Items():
            _items(writing, block)
        case Table():
            _table(writing, block)
        case KeyValues():
            pairs(writing, block.pairs)
        case BarChart():
            chart(writing, block)
        case Note():
            writing.paragraph("Note", block.text)
        case Slip():
            _slip(writing, block)
        case ActionSheet():
            sheet(writing, block)
        case PageBreak():
            writing.breaking = True
        case Contents():
            _contents(writing)
        case _:
            assert_never(block)


def _heading(writing: Writing, block: Heading) -> None:
    paragraph = writing.paragraph(f"Heading {block.level}")
    if block.number:
        number = paragraph.add_run(f"{block.number}  ")
        number.font.color.rgb = RGBColor.from_string(ACCENT)
    paragraph.add_run(block.text)
    if listed(block):
        fields.bookmark(paragraph, writing.entry().bookmark, writing.marked)


def _paragraph(writing: Writing, block: Paragraph) -> None:
    paragraph = writing.paragraph("Normal")
    for one in block.runs:
        run = paragraph.add_run(one.text)
        run.bold = True if one.style == "strong" else None
        run.italic = True if one.style == "em" else None


def _items(writing: Writing, block: Items) -> None:
    identity = writing.numbering.begin(ordered=block.ordered)
    style = "Fine Item" if block.fine else "Item"
    for item in block.items:
        numbered(writing.paragraph(style, item), identity)


def _table(writing: Writing, block: Table) -> None:
    if block.caption:
        writing.paragraph("Caption", block.caption)
    rows = squared(block.header, block.rows)
    told = Grid(block.header, rows, column_widths(block), block.alignment)
    grid(writing, told, block.caption)


def pairs(writing: Writing, told: tuple[tuple[str, str], ...]) -> None:
    """Labels and values, the values aligned."""
    longest = max((len(label) for label, _ in told), default=0)
    indent = Pt(min(longest * LETTER + 14, WIDEST_LABEL))
    for label, value in told:
        paragraph = writing.paragraph("Pair")
        form = paragraph.paragraph_format
        form.left_indent, form.first_line_indent = indent, -indent
        form.tab_stops.add_tab_stop(indent, WD_TAB_ALIGNMENT.LEFT)
        named = paragraph.add_run(label)
        named.bold = True
        named.font.color.rgb = RGBColor.from_string(SOFT)
        paragraph.add_run(f"\t{value}")
        if (label, value) == told[-1]:
            form.space_after = Pt(8)


def _slip(writing: Writing, block: Slip) -> None:
    head = writing.paragraph("Slip")
    head.paragraph_format.space_before = Pt(6)
    head.add_run(block.number).bold = True
    head.add_run(f"   {block.kind}").font.color.rgb = RGBColor.from_string(SOFT)
    paragraphs = [head, writing.paragraph("Slip", block.text)]
    if block.origin:
        paragraphs.append(_small(writing, "", block.origin))
    if block.outcome:
        label = writing.words["outcome"] + writing.words["colon"]
        paragraphs.append(_small(writing, label, block.outcome))
    for paragraph in paragraphs[:-1]:
        paragraph.paragraph_format.keep_with_next = True
    paragraphs[-1].paragraph_format.space_after = Pt(6)


def _small(writing: Writing, label: str, text: str) -> Line:
    paragraph = writing.paragraph("Slip")
    for run in (paragraph.add_run(label), paragraph.add_run(text)):
        run.font.size = Pt(8.6)
        run.font.color.rgb = RGBColor.from_string(SOFT)
    paragraph.runs[0].bold = True
    return paragraph


def _contents(writing: Writing) -> None:
    writing.paragraph("Contents Title", writing.words["contents"])
    fields.contents([(writing.paragraph(f"toc {entry.level}"), entry) for entry in writing.entries])
