"""What people wrote, in cells that a spreadsheet opens: it is read, never computed."""

import csv
import io
import unicodedata

import pytest

from facilitation.documents import contributions_csv
from facilitation.views.report.reading import Reader
from tests.support.stage import Stage

FORMULAS = [
    "=1+1",
    "+33 3 84 00 00 00",
    "-5 %",
    "@SOMME(A1)",
    "\t=1+1",
    "  =1+1",
    "\u202f=1+1",
    "\u2003=1+1",
    "\u200b=1+1",
    "\ufeff\u00a0=1+1",
    "\uff1d1+1",
    "\uff0b1",
    "\uff0d1",
    "\uff20A1",
    "\ufe661+1",
    "\u22121",
    "\u202e=1+1",
    "Trois lignes\n\n \u00a0@A1",
    "Deux lignes\n=1+1",
]


@pytest.mark.parametrize("typed", FORMULAS)
def test_no_line_of_a_cell_begins_like_a_formula(typed: str) -> None:
    for line in contributions_csv.safe(typed).split("\n"):
        shown = [one for one in line if unicodedata.category(one) not in ("Cc", "Cf", "Zs")]
        assert not shown or unicodedata.normalize("NFKC", shown[0]) not in "=+-@\u2212"


@pytest.mark.parametrize("typed", ["Un texte = une idée", "", "a+b", "1 - 1", "’=1", "\n"])
def test_what_is_no_formula_stays_as_it_was_typed(typed: str) -> None:
    assert contributions_csv.safe(typed) == typed


def test_a_text_cannot_begin_another_cell_or_line() -> None:
    stage = Stage()
    stage.begin("attentes")
    typed = '"; =1+1 ;"\n;=2+2'
    text = stage.post(stage.join(), typed)
    file = contributions_csv.render(Reader(stage.state, "fr")).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(file, newline=""), delimiter=";"))
    assert {len(row) for row in rows} == {10}
    assert {row[0]: row[2] for row in rows}[text] == typed
