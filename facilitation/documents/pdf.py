"""The document as PDF/UA-1 and PDF/A-2a at once, set by Typst with the bundled fonts only.

The same document gives the same bytes: nothing of the machine or the hour goes in.
"""

import json
from bisect import bisect_left
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import typst

from facilitation.documents.typesetting import job
from facilitation.views.document import Document

HERE: Final = Path(__file__).parent
FONTS: Final = HERE / "fonts"
TEMPLATE: Final = HERE / "templates" / "document.typ"
STANDARDS: "Final[list[typst.PDFStandard]]" = ["ua-1", "a-2a"]
#: Sizes tried, in turn, for a document that must keep to a number of pages; below the last one
#: nobody could read it, and it takes one page more.
SCALES: Final = (1.12, 1.08, 1.04, 1.0, 0.97, 0.94, 0.91, 0.88, 0.85, 0.82, 0.79, 0.76)


@dataclass(frozen=True, slots=True)
class Measures:
    """How a document comes out: its scale, that of each sheet, the page of each heading listed."""

    scale: float
    sheets: tuple[float, ...]
    headings: tuple[int, ...]


def render(document: Document) -> bytes:
    """The file."""
    told = job(document)
    content = _compiler(told, _scale(document, told)).compile(format="pdf", pdf_standards=STANDARDS)
    if not isinstance(content, bytes):
        raise TypeError("one PDF was expected")
    return content


def measured(document: Document) -> Measures:
    """How the document comes out here; other formats take their sizes from it."""
    told = job(document)
    scale = _scale(document, told)
    return Measures(
        scale,
        tuple(float(one) for one in _asked(told, scale, "<sheet>")),
        tuple(_asked(told, scale, "<headings>")[0]),
    )


def _scale(document: Document, told: str) -> float:
    """The largest size at which a document keeps to its pages; 1 when it may take any number."""
    if not document.pages:
        return 1.0

    def fits(scale: float) -> bool:
        return bool(_asked(told, scale, "<pages>")[0] <= document.pages)

    # Most documents fit at once; for the others, halving asks four times at most, not twelve.
    place = 0 if fits(SCALES[0]) else bisect_left(SCALES, True, 1, len(SCALES) - 1, key=fits)
    return SCALES[place]


def _asked(told: str, scale: float, label: str) -> list[Any]:
    found: list[Any] = json.loads(_compiler(told, scale).query(label, field="value"))
    return found


def _compiler(told: str, scale: float) -> typst.Compiler:
    return typst.Compiler(
        TEMPLATE,
        root=TEMPLATE.parent,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"job": told, "scale": str(scale)},
    )
