"""The document as one accessible page that stands alone: its style and its letters are inside, it
asks nothing of any network, and it prints well.
"""

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import jinja2
from markupsafe import Markup, escape

from facilitation.documents.charts import bars
from facilitation.documents.composing import (
    Place,
    composed,
    cover_lines,
    field_rows,
    filled_rows,
    flow,
    place,
    sheet_level,
    squared,
)
from facilitation.documents.glyphs import BREAK, breakable
from facilitation.documents.words import words
from facilitation.views.document import Block, Document

HERE: Final = Path(__file__).parent
FACES: Final = ((400, "Regular"), (700, "Bold"))
_TEMPLATES: Final = jinja2.Environment(
    loader=jinja2.FileSystemLoader(HERE / "templates"),
    autoescape=True,
    undefined=jinja2.StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def _breakable(text: str) -> Markup:
    """A cell's text; an overlong word may break, and copies whole."""
    return escape(breakable(text)).replace(BREAK, Markup("<wbr>"))


_TEMPLATES.filters["breakable"] = _breakable


def _fail(name: str) -> str:
    raise TypeError(name)


def render(document: Document) -> bytes:
    """The file."""
    ready = composed(document)
    page = _TEMPLATES.get_template("document.html").render(
        document=ready,
        words=words(ready.language),
        blocks=list(_anchored(ready)),
        cover=ready.title_page,
        cover_lines=cover_lines(ready.title_page, ready.language) if ready.title_page else (),
        entries=[(one, anchor) for _, one, anchor in _anchored(ready) if one],
        # Under a title page, whose subject is the page's own first heading.
        deeper=int(ready.title_page is not None),
        sheet_level=sheet_level(ready),
        bars=bars,
        field_rows=field_rows,
        filled_rows=filled_rows,
        squared=squared,
        fail=_fail,
        style=Markup(_style()),  # noqa: S704 - our own files
    )
    return page.encode()


def _anchored(document: Document) -> Iterator[tuple[Block, Place | None, str]]:
    """The blocks, each with its line in the table of contents and a name to lead to."""
    for number, block in enumerate(flow(document)):
        yield block, place(document, block), f"p{number}"


def _style() -> str:
    faces = "".join(_face(weight, name) for weight, name in FACES)
    return faces + (HERE / "templates" / "document.css").read_text(encoding="utf-8")


def _face(weight: int, name: str) -> str:
    """One face inside the page; the same letters and figures as in the other formats."""
    font = HERE / "fonts" / f"AtkinsonHyperlegibleNext-{name}.ttf"
    letters = base64.b64encode(font.read_bytes()).decode("ascii")
    return (
        f'@font-face{{font-family:"Atkinson Hyperlegible Next";font-weight:{weight};'
        f'src:url("data:font/ttf;base64,{letters}") format("truetype")}}\n'
    )
