"""What every renderer asks of a document before drawing it."""

import pytest

from facilitation.documents.composing import (
    column_widths,
    composed,
    cover_lines,
    field_rows,
    flow,
    squared,
)
from facilitation.views.document import (
    ActionSheet,
    Block,
    Document,
    Field,
    PageBreak,
    Table,
    TitlePage,
    text,
)

SHEET = ActionSheet("ACT-01", "Publier l'annuaire", "proposée", ())
HERE, THERE = text("ici"), text("là")


def document(*blocks: Block) -> Document:
    return Document("Titre", "fr", "2013-03-07", blocks)


@pytest.mark.parametrize(
    ("blocks", "flowing"),
    [
        ((HERE, PageBreak(), THERE), (HERE, PageBreak(), THERE)),
        ((PageBreak(), HERE, PageBreak(), PageBreak(), THERE), (HERE, PageBreak(), THERE)),
        ((HERE, PageBreak()), (HERE,)),
        ((HERE, SHEET, THERE), (HERE, PageBreak(), SHEET, PageBreak(), THERE)),
        ((SHEET, PageBreak(), SHEET), (SHEET, PageBreak(), SHEET)),
    ],
)
def test_no_page_is_left_empty_and_a_sheet_has_its_own(
    blocks: tuple[Block, ...], flowing: tuple[Block, ...]
) -> None:
    assert tuple(flow(document(*blocks))) == flowing


def test_every_text_is_set_and_no_code_is_touched() -> None:
    table = Table(("Qui ?",), (("Oui !",),), (1,), "Liste : a", "r")
    made = composed(document(table, PageBreak()))
    changed, _ = made.blocks
    assert isinstance(changed, Table)
    assert changed.header == ("Qui\u202f?",)
    assert changed.rows == (("Oui\u202f!",),)
    assert changed.caption == "Liste\u00a0: a"
    assert (changed.widths, changed.alignment, made.language, made.date) == (
        (1,),
        "r",
        "fr",
        "2013-03-07",
    )


def test_a_title_page_says_only_what_it_knows() -> None:
    page = TitlePage(date="7 mars 2013", status="Projet", version="version 2")
    assert cover_lines(page, "fr") == (("Date", "7 mars 2013"), ("Statut", "Projet, version 2"))


def test_short_fields_share_a_row_and_long_ones_have_their_own() -> None:
    short, middle, long = Field("a", "b"), Field("c", "d" * 40), Field("e", "f" * 90)
    steps = Field("g", header=("h",))
    rows = list(field_rows((short, short, short, short, middle, long, short, steps)))
    assert rows == [(short,) * 3, (short, middle), (long,), (short,), (steps,)]


def test_rows_are_as_wide_as_their_header_and_nothing_is_lost() -> None:
    assert squared(("a", "b"), (("1",), ("1", "2", "3"))) == (("1", ""), ("1", "2 3"))


def test_a_column_is_never_too_narrow_for_its_words() -> None:
    table = Table(("N°", "Échéance"), (("x " * 60, "30\u00a0septembre"),), (19, 1))
    wide, narrow = column_widths(table)
    assert narrow / (wide + narrow) * 88 >= len("30 septembre")
    assert column_widths(Table(("a", "b"), (), (1, 3))) == (220, 660)
