"""Reads the files back with libraries that did not make them."""

import io
import re
from collections.abc import Iterator
from typing import Any

import lxml.html
import markdown
import pikepdf
import pypdf
from docx import Document as Docx
from docx.document import Document as DocxFile

BLANKS = re.compile(r"[\s\u00a0\u202f\u200b\u2060\u00ad]+")


def squeezed(text: str) -> str:
    """Text without white space and hyphenation: lines break where each format likes."""
    return BLANKS.sub("", text)


def pdf_text(content: bytes) -> str:
    """All of it, squeezed; a hyphen at the end of a line is the typesetter's."""
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages]
    whole = re.sub(r"[-\u2010\u00ad]\n", "", "\n".join(pages))
    # One glyph draws both hyphens; the reader takes all for the one that came first.
    return squeezed(whole.replace("\u00ad", "-"))


def pdf_pages(content: bytes) -> int:
    """How many pages."""
    return len(pypdf.PdfReader(io.BytesIO(content)).pages)


def pdf_tags(content: bytes) -> tuple[pikepdf.Pdf, list[Any]]:
    """The file and the elements of its structure tree, in reading order."""
    pdf = pikepdf.open(io.BytesIO(content))
    return pdf, list(_walk(pdf.Root.StructTreeRoot.K))


def _walk(node: Any) -> Iterator[Any]:
    if isinstance(node, pikepdf.Array):
        for one in node:  # type: ignore[attr-defined]
            yield from _walk(one)
    elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
        yield node
        if "/K" in node:
            yield from _walk(node.K)


def children(node: Any) -> list[str]:
    """The kinds of the elements below one."""
    return [str(one.S) for one in _walk(node.K)]


def docx_file(content: bytes) -> DocxFile:
    """The file as python-docx reads it."""
    return Docx(io.BytesIO(content))


def docx_text(content: bytes) -> str:
    """All of its body, squeezed."""
    body = docx_file(content).element.body
    return squeezed("".join(one.text or "" for one in body.iter() if one.tag.endswith("}t")))


def html_page(content: bytes) -> Any:
    """The page."""
    return lxml.html.document_fromstring(content.decode())


def html_text(content: bytes) -> str:
    """What it shows, squeezed."""
    page = html_page(content)
    for hidden in page.xpath("//style | //*[@aria-hidden]"):
        hidden.drop_tree()
    return squeezed(page.text_content())


def markdown_page(content: bytes) -> str:
    """As another library turns it into HTML."""
    return markdown.markdown(content.decode(), extensions=["tables", "sane_lists"])


def markdown_text(content: bytes) -> str:
    """What it shows, squeezed."""
    return squeezed(lxml.html.document_fromstring(markdown_page(content)).text_content())
