"""Only characters with a glyph reach a PDF, only lawful ones any other file."""

from hypothesis import given
from hypothesis import strategies as st

from facilitation.documents.glyphs import BREAK, LONG_WORD, MISSING, drawn, plain, printable
from facilitation.documents.typography import FIXED, NARROW

FRENCH = "àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛÜŸŒÆ«»’…–—°€×−•" + NARROW + FIXED


def test_french_is_covered_whole() -> None:
    assert set(FRENCH) <= drawn()
    assert printable(" ".join(FRENCH)) == " ".join(FRENCH)


def test_a_sign_made_of_several_prints_as_its_parts() -> None:
    assert printable("👍🏽") == "👍"
    assert printable("👩\u200d👧") == "👩👧"
    assert printable("1\ufe0f\u20e3") == "1"


def test_a_run_of_unknown_letters_prints_as_one_mark() -> None:
    assert printable("voir 你好 ici") == f"voir {MISSING} ici"


def test_a_letter_without_a_glyph_prints_as_its_nearest_spelling() -> None:
    assert printable("ﬁn 𝕏 Ａ") == "ﬁn X A"
    assert printable("Cafe\u0301") == "Café"


def test_control_characters_and_half_characters_are_removed() -> None:
    assert plain("a\x00\x08\x7f\ud800\uffffb\r\nc\rd\te") == "ab\nc\nd\te"


def test_an_overlong_word_may_break_and_a_common_one_stays_whole() -> None:
    assert printable("anticonstitutionnellement") == "anticonstitutionnellement"
    pieces = printable("m" * 5000).split(BREAK)
    assert max(map(len, pieces)) <= LONG_WORD
    assert "".join(pieces) == "m" * 5000


@given(st.text())
def test_whatever_was_typed_what_comes_out_can_be_printed(typed: str) -> None:
    assert set(printable(typed)) <= drawn() | {BREAK}


@given(st.text())
def test_cleaning_twice_changes_nothing_more(typed: str) -> None:
    assert plain(plain(typed)) == plain(typed)
    plain(typed).encode()
