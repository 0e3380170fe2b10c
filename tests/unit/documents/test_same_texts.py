"""Whatever the format, the document says the same; whatever was typed, the file is made."""

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitation.documents import docx, html, markdown, pdf
from facilitation.documents.composing import composed
from facilitation.views.document import Document
from tests.unit.documents import reading
from tests.unit.documents.hostile_sample import TEXTS, hostile
from tests.unit.documents.minutes_sample import minutes
from tests.unit.documents.summary_sample import summary

pytestmark = pytest.mark.timeout(300)  # many files: a busy machine takes its time
FORMATS: dict[str, tuple[Callable[[Document], bytes], Callable[[bytes], str]]] = {
    "pdf": (pdf.render, reading.pdf_text),
    "docx": (docx.render, reading.docx_text),
    "html": (html.render, reading.html_text),
    "md": (markdown.render, reading.markdown_text),
}
#: Said by the file's own properties, its running lines, a drawing, or in words for the blind only.
ELSEWHERE = {"title", "author", "footer", "watermark", "keywords", "language", "date", "summary"}
CODES = {"style", "alignment"}


def texts(node: Any) -> Iterator[str]:
    """Every text of a block, as the reader should find it."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, tuple):
        for one in node:
            yield from texts(one)
    elif is_dataclass(node):
        for one in fields(node):
            if one.name not in CODES | {"summary"}:
                yield from texts(getattr(node, one.name))


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("sample", [minutes, summary])
def test_every_text_of_a_document_is_in_every_format(
    form: str, sample: Callable[[], Document]
) -> None:
    document = composed(sample())
    render, read = FORMATS[form]
    told = read(render(document))
    wanted = [*texts(document.blocks), *texts(document.title_page)]
    assert len(wanted) > 60
    assert [one for one in wanted if reading.squeezed(one) not in told] == []


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("text", TEXTS, ids=range(len(TEXTS)))
def test_hostile_texts_are_written_in_every_format(form: str, text: str) -> None:
    render, read = FORMATS[form]
    assert read(render(hostile(text)))
    assert read(render(hostile(text, cover=False, pages=2)))


@pytest.mark.parametrize("form", ["docx", "html", "md"])
def test_what_a_format_can_hold_is_held_whole(form: str) -> None:
    render, read = FORMATS[form]
    for typed in (
        "<b>gras</b> & {{ 7 }}",
        "a*b_c`d|e#f",
        "שלום 你好 👏",
        "1. un",
        "- deux",
        "m" * 5000,
    ):
        assert reading.squeezed(typed) in read(render(hostile(typed)))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.text(max_size=60), min_size=8, max_size=8))
def test_three_hundred_random_texts_never_stop_a_pdf(typed: list[str]) -> None:
    document = hostile("\n".join(typed))
    assert pdf.render(document).startswith(b"%PDF-1.7")


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=80))
def test_random_texts_never_stop_the_other_formats(typed: str) -> None:
    for form in ("docx", "html", "md"):
        render, read = FORMATS[form]
        assert read(render(hostile(typed))) is not None


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_document_gives_the_same_bytes(form: str) -> None:
    render, _ = FORMATS[form]
    assert render(minutes()) == render(minutes())
