"""French spaces, quotation marks and dots; nothing else of what people typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.documents.typography import FIXED, NARROW, typeset

SPACES = str.maketrans("", "", " \u00a0\u202f")


@pytest.mark.parametrize(
    ("typed", "set_"),
    [
        ("Qui décide ?", f"Qui décide{NARROW}?"),
        ("Qui décide?", f"Qui décide{NARROW}?"),
        ("Vraiment ?!", f"Vraiment{NARROW}?!"),
        ("un ; deux ! trois", f"un{NARROW}; deux{NARROW}! trois"),
        ("Lieu : Belfort", f"Lieu{FIXED}: Belfort"),
        ("Lieu: Belfort", f"Lieu{FIXED}: Belfort"),
        ('un "guichet unique" pour tous', f"un «{NARROW}guichet unique{NARROW}» pour tous"),
        ("« à chaud »", f"«{NARROW}à chaud{NARROW}»"),
        ("«à chaud»", f"«{NARROW}à chaud{NARROW}»"),
        ("Attends... quoi", "Attends… quoi"),
        ("50% de 12 000 €", f"50{FIXED}% de 12{NARROW}000{FIXED}€"),
        ("le 1er mars 2013", f"le 1er{FIXED}mars 2013"),
        ("n° 12, M. Durand", f"n°{FIXED}12, M.{FIXED}Durand"),
        ("à 9 h 30 précises", f"à 9{FIXED}h{FIXED}30 précises"),
        ("table 4 et tables 1, 2", f"table{FIXED}4 et tables{FIXED}1, 2"),
        ("Cabinet – SIDPC (× 3)", f"Cabinet{FIXED}– SIDPC (×{FIXED}3)"),
        ("Bravo 🎉 !", f"Bravo 🎉{NARROW}!"),
    ],
)
def test_french_is_set_as_a_printer_would(typed: str, set_: str) -> None:
    assert typeset(typed, "fr") == set_


@pytest.mark.parametrize(
    "typed",
    [
        "l'État et l’État",
        "à 10:30, table 2:1",
        "https://exemple.fr/?a=1;b=2!c",
        "www.exemple.fr/a?b:c",
        "ecrire.a@exemple.fr",
        "03 84 57 00 07",
        "(?) et [!]",
        'et/ou -- a.b.c 5" de haut',
        "....",
        "a;b",
        "",
    ],
)
def test_what_is_right_or_not_ours_is_left_alone(typed: str) -> None:
    assert typeset(typed, "fr") == typed


def test_punctuation_after_an_address_is_set_without_touching_it() -> None:
    assert (
        typeset("Voir https://a.fr/?q=1;2 ; fin", "fr") == f"Voir https://a.fr/?q=1;2{NARROW}; fin"
    )


def test_english_is_left_alone() -> None:
    typed = 'Who decides? "One: two"; 50% ...'
    assert typeset(typed, "en") == typed


TYPED = st.text(st.sampled_from(" \u00a0\u202fa1é.:;!?«»\"'%€()@/\n\x00h°") | st.characters())


@given(TYPED)
def test_applying_it_twice_changes_nothing_more(typed: str) -> None:
    once = typeset(typed, "fr")
    assert typeset(once, "fr") == once


@given(TYPED)
def test_only_spaces_quotation_marks_and_dots_ever_change(typed: str) -> None:
    def letters(text: str) -> str:
        text = text.replace("\x00", "").replace("…", "...").translate(SPACES)
        return text.replace("«", '"').replace("»", '"')

    assert letters(typeset(typed, "fr")) == letters(typed)


def test_a_very_long_word_is_read_in_no_time() -> None:
    for word in ("a" * 50_000, "a." * 25_000, "www." * 12_000, '"a' * 25_000, "1 000" * 10_000):
        assert typeset(word, "fr")
