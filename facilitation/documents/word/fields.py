"""Fields of a DOCX file: page numbers, the table of contents and the places it leads to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from facilitation.documents.word.xml import element, within


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the table of contents and the bookmark it leads to."""

    level: int
    text: str
    bookmark: str
    page: int


def field(paragraph: Paragraph, code: str, shown: str) -> None:
    """A field with the text it shows until the office suite works it out again."""
    _mark(paragraph, "begin")
    _code(paragraph, code)
    _mark(paragraph, "separate")
    paragraph.add_run(shown)
    _mark(paragraph, "end")


def _mark(paragraph: Paragraph, kind: str) -> None:
    paragraph.add_run()._r.append(element("fldChar", fldCharType=kind))


def _code(paragraph: Paragraph, code: str) -> None:
    instruction = element("instrText")
    instruction.set(qn("xml:space"), "preserve")
    instruction.text = f" {code} "
    paragraph.add_run()._r.append(instruction)


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Make a paragraph a place that links lead to."""
    runs = paragraph._p
    start = element("bookmarkStart", id=number, name=name)
    runs.insert(1 if runs.pPr is not None else 0, start)
    runs.append(element("bookmarkEnd", id=number))


def contents(lines: Sequence[tuple[Paragraph, Entry]]) -> None:
    """Fill paragraphs with the table of contents: links, each with the page it leads to.

    Not one TOC field: LibreOffice shows what such a field last held, and here that could only be
    a guess, whereas it works out every reference to a page when it opens the file.
    """
    for paragraph, entry in lines:
        _link(paragraph, entry)


def _link(paragraph: Paragraph, entry: Entry) -> None:
    link: Any = element("hyperlink", anchor=entry.bookmark, history=1)
    start = len(paragraph._p)
    paragraph.add_run(f"{entry.text}\t")
    field(paragraph, rf"PAGEREF {entry.bookmark} \h", str(entry.page))
    moved = list(paragraph._p)[start:]
    paragraph._p.append(within(link, *moved))
