"""Words of statements: elisions, accents, stop words, stems, acronyms, the language."""

import pytest

from facilitation.insight.features import Glossary, Reader
from facilitation.insight.words import content, guess, stem

GLOSSARY = Glossary("fr", {"DDT": "Direction départementale des territoires", "SA": "Sous-préfet"})


def test_elisions_accents_and_stop_words_leave_the_words_that_matter() -> None:
    said = content("Aujourd’hui, l'État n’aide qu’à peine les PRÉFETS d’Alsace : 12 fois !", "fr")
    assert [word.key for word in said] == ["etat", "aide", "peine", "prefets", "alsace", "fois"]
    assert said[0].text == "État"


def test_endings_that_differ_have_one_stem_in_each_language() -> None:
    assert stem("services", "fr") == stem("Service", "fr")
    assert stem("meetings", "en") == stem("meeting", "en")


def test_an_acronym_and_what_it_stands_for_count_as_the_same() -> None:
    reader = Reader("fr", GLOSSARY)
    short = reader.read("La DDT répond vite")
    long = reader.read("La direction départementale des territoires répond vite")
    assert short.stems == long.stems
    assert short.stems != Reader("fr").read("La DDT répond vite").stems


def test_an_acronym_that_is_also_a_word_counts_in_capitals_only() -> None:
    reader = Reader("fr", GLOSSARY)
    assert "prefet" in " ".join(reader.read("La SA répond").stems)
    assert "prefet" not in " ".join(reader.read("Sa réponse").stems)


@pytest.mark.parametrize(
    ("texts", "language"),
    [
        (["Les services doivent se parler", "plus de moyens"], "fr"),
        (["The services should talk to each other", "more means"], "en"),
        (["RSA", "12"], "fr"),
        ([], "fr"),
    ],
)
def test_the_language_is_guessed_from_the_small_words(texts: list[str], language: str) -> None:
    assert guess(texts) == language
