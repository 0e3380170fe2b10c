"""The documents of a full day as pages of a browser: on a phone nothing is cut, on paper they take
no more room than the PDF.
"""

import io
from collections.abc import Callable

import pypdf
import pytest
from playwright.sync_api import BrowserContext

from facilitation.documents import catalogue
from facilitation.views.report.reading import Reader
from tests.support.full_day import full_day

#: What stands beyond the right edge of the window, but in a table that scrolls by itself.
BEYOND = """() => [...document.querySelectorAll("main *, header *, footer *")]
  .filter((one) => !one.closest(".table") && one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => one.outerHTML.slice(0, 80))"""


def made(name: str) -> bytes:
    """A document of the day."""
    kind = catalogue.find(name)
    assert kind is not None
    return kind.make(catalogue.Source(Reader(full_day().state, "fr")))


@pytest.mark.parametrize("width", [320, 360])
@pytest.mark.parametrize("name", ["minutes", "summary"])
def test_nothing_is_cut_on_a_phone(
    name: str, width: int, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(viewport={"width": width, "height": 740}).new_page()
    page.set_content(made(f"{name}.html").decode())
    assert page.locator("h2").count() > 3
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate(BEYOND) == []


@pytest.mark.parametrize(("name", "most"), [("minutes", 1.1), ("annex", 1.1), ("summary", 1)])
def test_a_printed_page_takes_no_more_paper_than_the_pdf(
    name: str, most: float, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context().new_page()
    page.set_content(made(f"{name}.html").decode())
    printed = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    typeset = pypdf.PdfReader(io.BytesIO(made(f"{name}.pdf")))
    assert len(printed.pages) <= most * len(typeset.pages)
