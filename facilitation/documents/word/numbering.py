"""Lists of a DOCX file: a dash, or numbers that begin again at 1 with each list."""

from typing import Any

from docx.document import Document as File
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

from facilitation.documents.word.looks import ACCENT, FONT
from facilitation.documents.word.xml import element, within

HANGING = 280


class Numbering:
    """The list definitions of one file."""

    def __init__(self, file: File) -> None:
        self._root: Any = file.part.numbering_part.element
        self._last = max((int(one.get(qn("w:numId"))) for one in self._root.num_lst), default=0)
        self._dash = self._abstract(9001, "bullet", "–")
        self._count = self._abstract(9002, "decimal", "%1.")
        self._dashes = self._instance(self._dash)

    def begin(self, *, ordered: bool) -> int:
        """The identifier of a new list."""
        return self._instance(self._count) if ordered else self._dashes

    def _abstract(self, identity: int, form: str, text: str) -> int:
        level = within(
            element("lvl", ilvl=0),
            element("start", val=1),
            element("numFmt", val=form),
            element("lvlText", val=text),
            element("lvlJc", val="left"),
            within(element("pPr"), element("ind", left=HANGING, hanging=HANGING)),
            within(
                element("rPr"),
                element("rFonts", ascii=FONT, hAnsi=FONT),
                element("color", val=ACCENT),
            ),
        )
        made = within(
            element("abstractNum", abstractNumId=identity),
            element("multiLevelType", val="singleLevel"),
            level,
        )
        self._root.insert_element_before(made, "w:num")
        return identity

    def _instance(self, abstract: int) -> int:
        self._last += 1
        again = within(element("lvlOverride", ilvl=0), element("startOverride", val=1))
        self._root.append(
            within(element("num", numId=self._last), element("abstractNumId", val=abstract), again)
        )
        return self._last


def numbered(paragraph: Paragraph, identity: int) -> None:
    """Make a paragraph an item of a list."""
    properties: Any = paragraph._p.get_or_add_pPr()
    number = properties.get_or_add_numPr()
    number.get_or_add_ilvl().val = 0
    number.get_or_add_numId().val = identity
