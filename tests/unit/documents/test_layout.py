"""How the pages of the PDF fall: no heading or remark left alone at the foot of a page, the
contents on one page, the relevé on two, sheets that can be read.
"""

import io
from collections.abc import Iterator
from functools import cache

import pypdf
import pytest

from facilitation.documents import catalogue, pdf
from facilitation.documents.composing import composed
from facilitation.views.document import (
    Bar,
    BarChart,
    Block,
    Contents,
    Document,
    Heading,
    Items,
    KeyValues,
    Note,
    PageBreak,
    Table,
    TitlePage,
)
from facilitation.views.report.reading import Reader
from tests.support.full_day import full_day
from tests.unit.documents.sheets_sample import SHEETS

#: Lines of filler that bring what follows to the foot of a page, one after the other.
FILLERS = range(36, 56)
REMARK = "Remarque qui va avec ce qui suit"
INDICATIVE = "Ne vaut pas décision"


def lines_of(content: bytes) -> list[list[str]]:
    """The lines of each page without those at its head and foot."""
    pages = [page.extract_text().split("\n") for page in pypdf.PdfReader(io.BytesIO(content)).pages]
    furniture = ("Titre courant", "Pied de page", "Page ")
    return [[one for one in lines if not one.startswith(furniture)] for lines in pages]


def pushed(*following: Block) -> bytes:
    """Page after page, the same blocks lower and lower."""
    blocks: list[Block] = []
    for number in FILLERS:
        items = tuple(f"Ligne {place}" for place in range(number))
        blocks += [PageBreak(), Heading(1, f"Partie {number}"), Items(items), *following]
    document = Document("Titre courant", "fr", "2013-03-07", tuple(blocks), footer="Pied de page")
    return pdf.render(document)


TABLE = Table(("Colonne", "Autre"), tuple((f"Rang {place}", "…") for place in range(4)))
CHART = BarChart(
    "Résultats", tuple(Bar(f"Option {place}", place) for place in range(4)), "voix", ""
)
PAIRS = KeyValues(tuple((f"Nom {place}", "Valeur") for place in range(4)))


@pytest.mark.parametrize(
    "following",
    [
        (Heading(2, "Sous-titre"), Items(("Une idée", "Une autre"))),
        (Heading(2, "Sous-titre"), TABLE),
        (Heading(2, "Sous-titre"), PAIRS),
        (Heading(2, "Sous-titre"), Heading(3, "Sous-sous-titre"), TABLE),
        (Heading(2, "Sous-titre"), Note(REMARK), TABLE),
    ],
    ids=("items", "table", "pairs", "headings", "remark"),
)
def test_no_heading_or_remark_is_the_last_line_of_a_page(following: tuple[Block, ...]) -> None:
    last = [lines[-1] for lines in lines_of(pushed(*following)) if lines]
    assert len(last) > len(FILLERS)
    assert not [one for one in last if "titre" in one or one == REMARK]


@pytest.mark.parametrize(
    ("following", "first", "second"),
    [
        ((CHART, Note(INDICATIVE), TABLE), "Option 3", INDICATIVE),
        ((PAIRS,), "Nom 0", "Nom 3"),
        ((TABLE,), "Rang 0", "Rang 3"),
    ],
    ids=("chart and its remark", "pairs", "table"),
)
def test_what_belongs_together_stands_on_one_page(
    following: tuple[Block, ...], first: str, second: str
) -> None:
    for lines in lines_of(pushed(*following)):
        text = "\n".join(lines)
        assert (first in text) == (second in text)


@pytest.mark.parametrize(("entries", "deep"), [(20, 1), (70, 1), (25, 2), (80, 2)])
def test_the_contents_take_one_page(entries: int, deep: int) -> None:
    parts = tuple(
        Heading(1 if number % 4 == 0 else deep, f"Partie {number}", str(number))
        for number in range(entries)
    )
    document = Document(
        "Titre courant",
        "fr",
        "2013-03-07",
        (Contents(), PageBreak(), *parts),
        title_page=TitlePage(kind="Compte rendu"),
    )
    assert pdf.measured(document).headings[0] == 3


def test_a_sheet_is_set_large_enough_to_be_read() -> None:
    sizes = pdf.measured(Document("Fiches", "fr", "2013-03-07", SHEETS)).sheets
    assert len(sizes) == len(SHEETS)
    assert min(sizes) >= 0.84


@cache
def whole_day(name: str) -> Document:
    """A document of a full day."""
    build = catalogue.BUILDERS[name][0]
    return composed(build(Reader(full_day().state, "fr")))


def headings() -> Iterator[str]:
    """What the headings of the compte rendu say."""
    for block in whole_day("minutes").blocks:
        if isinstance(block, Heading):
            yield f"{block.number} {block.text}".strip()


def test_no_page_of_a_compte_rendu_ends_with_a_heading() -> None:
    pages = lines_of(pdf.render(whole_day("minutes")))
    told = {" ".join(one.split()) for one in headings()}
    footer = whole_day("minutes").footer
    last = [[line for line in lines if line not in footer][-1] for lines in pages]
    assert len(last) > 10
    assert not [one for one in last if " ".join(one.split()) in told]


def test_the_releve_takes_two_pages() -> None:
    content = pdf.render(whole_day("summary"))
    assert len(pypdf.PdfReader(io.BytesIO(content)).pages) == 2
