"""What stays on the page of the block after it, in a DOCX file."""

from typing import Any

from docx.oxml.ns import qn

from facilitation.documents.word.writing import Writing


def keep(writing: Writing) -> None:
    """Keep the end of the block just drawn with what comes next: its last paragraph, or the last
    row of a table and the white under it.
    """
    *drawn, _section = writing.file.element.body
    _held(drawn[-1])
    for table in (one for one in drawn[-2:-1] if one.tag == qn("w:tbl")):
        for paragraph in (inner for row in table.tr_lst[-1:] for inner in row.iter(qn("w:p"))):
            _held(paragraph)


def _held(paragraph: Any) -> None:
    paragraph.get_or_add_pPr().get_or_add_keepNext()
