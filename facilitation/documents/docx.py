"""The document as DOCX: A4, with the styles, headings and fields of an office suite, so that people
can go on working in it. The parts of the file are made in `word`.
"""

import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import zip_longest
from typing import Final

import docx
from docx.document import Document as File
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from facilitation.documents import pdf
from facilitation.documents.composing import composed, flow, kept_together, place, sheet_level
from facilitation.documents.word import frame
from facilitation.documents.word.blocks import draw
from facilitation.documents.word.fields import Entry
from facilitation.documents.word.fonts import embed
from facilitation.documents.word.keeping import keep
from facilitation.documents.word.looks import COMPACT_WIDTH, WIDTH, dress
from facilitation.documents.word.numbering import Numbering
from facilitation.documents.word.writing import Writing
from facilitation.documents.word.xml import element
from facilitation.documents.words import locale, words
from facilitation.views.document import Contents, Document

#: Lines and cells are a little higher in an office suite than in the PDF that sizes are tried in.
CAUTION: Final = 0.86
#: A sheet under the headings of a volume loses a few lines more.
SHEET_CAUTION: Final = 0.85


def render(document: Document) -> bytes:
    """The file."""
    ready = composed(document)
    writing = _begin(ready)
    if ready.title_page is not None:
        frame.cover(writing, ready.title_page, ready)
    elif ready.watermark:
        frame.draft_line(writing, ready.watermark)
    drawn = list(flow(ready))
    for block, following in zip_longest(drawn, drawn[1:]):
        draw(writing, block)
        if kept_together(block, following):
            keep(writing)
    frame.surround(writing, ready)
    buffer = io.BytesIO()
    writing.file.save(buffer)
    return _timeless(buffer.getvalue())


def _begin(document: Document) -> Writing:
    file = docx.Document()
    compact = document.pages > 0
    measures = pdf.measured(document)
    scale = measures.scale * CAUTION if compact else 1.0
    dress(file, locale(document.language), scale, compact=compact)
    embed(file)
    _describe(file, document)
    entries = list(_entries(document, measures.headings))
    if any(isinstance(block, Contents) for block in document.blocks):
        # Office suites work the page numbers of the contents out when they open the file.
        file.settings.element.find(qn("w:compat")).addprevious(element("updateFields", val="true"))
    return Writing(
        file=file,
        words=words(document.language),
        width=COMPACT_WIDTH if compact else WIDTH,
        sheet_level=sheet_level(document),
        entries=entries,
        sheet_scales=[one * SHEET_CAUTION for one in measures.sheets],
        numbering=Numbering(file),
    )


def _describe(file: File, document: Document) -> None:
    told = file.core_properties
    told.title, told.author = document.title[:255], document.author[:255]
    told.language = locale(document.language)
    told.keywords = ", ".join(document.keywords)[:255]
    told.comments = ""
    told.content_status = document.watermark
    told.last_modified_by = document.author[:255]
    told.created = told.modified = datetime.fromisoformat(document.date).replace(tzinfo=UTC)
    # The template's own picture of a page.
    package = file.part.package
    for key, link in list(package.rels.items()):
        if link.reltype == RELATIONSHIP_TYPE.THUMBNAIL:
            del package.rels[key]


def _entries(document: Document, pages: tuple[int, ...]) -> Iterator[Entry]:
    """The places that the table of contents leads to, in order."""
    listed = (place(document, block) for block in flow(document))
    places = (one for one in listed if one is not None)
    for number, (one, page) in enumerate(zip(places, pages, strict=True), 1):
        yield Entry(one.level, one.text, f"_Toc{number:06}", page)


def _timeless(content: bytes) -> bytes:
    """The same package without the hour it was made at: the same content gives the same bytes."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as given,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made,
    ):
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            made.writestr(entry, given.read(name))
    return buffer.getvalue()
