"""A remark of the DOCX file stays with the result or the table that it speaks of."""

import io
from collections.abc import Iterator
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from facilitation.documents.docx import render
from facilitation.views.document import Bar, BarChart, Block, Document, Note, Paragraph, Run, Table

REMARK = Note("Ne vaut pas décision")
TABLE = Table(("Colonne", "Autre"), (("Rang 1", "…"), ("Rang 2", "…")))
CHART = BarChart("Résultats", (Bar("Option", 3), Bar("Autre", 1)), "voix", "")
PLAIN = Paragraph((Run("Un texte."),))


def body(*blocks: Block) -> list[Any]:
    file = docx.Document(io.BytesIO(render(Document("Titre", "fr", "2013-03-07", blocks))))
    return list(file.element.body)


def paragraphs(element: Any) -> Iterator[Any]:
    last = element.tr_lst[-1] if element.tag == qn("w:tbl") else element
    return last.iter(qn("w:p"))


def held(element: Any) -> bool:
    """Whether its last row, or itself, is kept with what comes next."""
    return all(
        one.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None for one in paragraphs(element)
    )


def told(blocks: list[Any], text: str) -> int:
    """The place of the paragraph that says it."""
    return next(at for at, one in enumerate(blocks) if text in "".join(one.itertext()))


@pytest.mark.parametrize("result", [TABLE, CHART])
def test_a_result_keeps_with_the_remark_under_it(result: Block) -> None:
    blocks = body(result, REMARK)
    remark = told(blocks, REMARK.text)
    white, table = blocks[remark - 1], blocks[remark - 2]
    assert table.tag == qn("w:tbl")
    assert held(white)
    assert held(table)


def test_a_remark_keeps_with_the_table_under_it() -> None:
    blocks = body(REMARK, TABLE)
    assert held(blocks[told(blocks, REMARK.text)])


def test_nothing_else_is_kept() -> None:
    blocks = body(TABLE, PLAIN, REMARK, PLAIN)
    remark = told(blocks, REMARK.text)
    assert not held(blocks[remark])
    table = next(one for one in blocks if one.tag == qn("w:tbl"))
    assert not held(table)
