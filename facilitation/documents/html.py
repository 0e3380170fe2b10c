"""The document as one accessible page that stands alone: its style and its letters are inside, it
asks nothing of any network, and it prints well.
"""

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import jinja2
from markupsafe import Markup, escape

from facilitation.documents import charts
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
#: The letters of each part, as the style sheet of the pages says them.
COVERED: Final = {
    "latin": "U+0000-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,U+0300-0308,U+2009-2044,U+20AC",
    "latin-ext": "U+0100-0130,U+0132-0151,U+0154-0237,U+02C7-02C9,U+02DD,U+1E80-1E9E,U+1EF2-1EF3",
}
WEB_FONTS: Final = HERE.parent / "static" / "fonts"
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
        chart=lambda chart: Markup(charts.svg(chart, ready.language)),  # noqa: S704 - escaped there
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
    faces = "".join(
        _face(script, weight) for weight in (400, 700) for script in ("latin-ext", "latin")
    )
    return faces + (HERE / "templates" / "document.css").read_text(encoding="utf-8")


def _face(script: str, weight: int) -> str:
    name = f"atkinson-hyperlegible-next-{script}-{weight}.woff2"
    letters = base64.b64encode((WEB_FONTS / name).read_bytes()).decode("ascii")
    return (
        '@font-face{font-family:"Atkinson Hyperlegible Next";font-display:swap;'
        f"font-weight:{weight};unicode-range:{COVERED[script]};"
        f'src:url("data:font/woff2;base64,{letters}") format("woff2")}}\n'
    )
