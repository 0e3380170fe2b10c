"""Names of themes: phrases as people wrote them, each theme its own."""

from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.insight.naming import Name, Usage, name_all
from facilitation.insight.phrases import Phrase, phrases
from facilitation.insight.stopwords import STOP
from facilitation.insight.words import content, words
from tests.unit.insight.sayings import ALL, filed, themes

SPARE = "Texte de réserve"


def named(*groups: list[str]) -> list[Name]:
    usage = Usage()
    said: list[list[list[Phrase]]] = [
        [list(phrases(text, "fr")) for text in group] for group in groups
    ]
    for one in (one for group in said for one in group):
        usage.count(one)
    return name_all(usage, said, [SPARE] * len(groups))


def test_a_name_reads_as_people_wrote_it() -> None:
    first, second = named(
        ["Les permis de conduire coûtent cher", "Le Permis de conduire est trop cher"],
        ["L’accès à l’eau potable", "Garantir l’accès à l'eau potable"],
    )
    assert first.title == "Permis de conduire"
    assert second.title == "Accès à l’eau potable"


def test_the_commonest_spelling_prevails_over_lost_accents_and_shouting() -> None:
    told = named(
        ["LA SÉCURITÉ ROUTIÈRE !", "la securite routiere", "La sécurité routière"], ["L’eau"]
    )
    assert told[0].title == "Sécurité routière"


def test_an_acronym_keeps_its_capitals() -> None:
    told = named(["La DDT tarde", "La DDT répond", "Joindre la DDT"], ["L’eau", "De l’eau"])
    assert told[0].title == "DDT"


def test_no_name_begins_or_ends_with_a_small_word_or_has_more_than_four_others() -> None:
    found = themes(text for text, _ in filed())
    for group in found.groups:
        for title in (group.name.title, *group.name.subtitle.split(" · ")):
            said = list(words(title))
            assert {said[0].key, said[-1].key}.isdisjoint(STOP["fr"])
            assert len(content(title, "fr")) <= 4


def test_a_group_without_any_phrase_is_named_after_its_most_central_text() -> None:
    assert named(["12 ?", "13 !"])[0].title == "Texte de"


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.sampled_from((*ALL, "?", "Oui")), min_size=1, max_size=4), max_size=6))
def test_no_two_names_are_alike(groups: list[list[str]]) -> None:
    titles = [name.title.lower() for name in named(*groups)]
    assert len(set(titles)) == len(titles)
