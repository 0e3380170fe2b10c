"""Statements that say the same: offered with their differences, never when one is the contrary."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from facilitation.insight.duplicates import Pair, Twins, marked, pairs, read
from facilitation.insight.why import Shared, shared
from tests.unit.insight.sayings import ALL


def found(*texts: str) -> list[Pair]:
    return pairs([read(text, "fr") for text in texts])


@pytest.mark.parametrize(
    "other",
    [
        "LE PRIX DE L'EAU AUGMENTE CHAQUE ANNEE",
        "le prix de l’eau augmente, chaque année.",
        "Le prix de l’eau augmmente chaque anée",
        "Chaque année, le prix de l’eau augmente",
    ],
)
def test_a_statement_typed_again_is_found(other: str) -> None:
    told = found(ALL[0], "Plus de bus le soir", other)
    assert [(pair.left, pair.right, pair.worth.difference) for pair in told] == [(0, 2, "")]


@pytest.mark.parametrize(
    ("left", "right", "difference"),
    [
        ("Je suis prête à payer plus", "Je ne suis pas prête à payer plus", "negation"),
        ("Fermer des classes dans 11 écoles", "Fermer des classes dans 5 écoles", "number"),
        ("We are ready to pay more tax", "We are not ready to pay more tax", ""),
    ],
)
def test_a_negation_or_another_number_is_never_the_same(
    left: str, right: str, difference: str
) -> None:
    (pair,) = found(left, right)
    assert pair.worth.difference == difference
    assert (pair.worth.score < pair.worth.likeness) == bool(difference)


def test_the_words_that_differ_are_marked_on_each_side() -> None:
    left, right = marked("Le bus du soir, trop rare", "le bus du MATIN trop rare !")
    assert [(piece.text, piece.differs) for piece in left] == [
        ("Le bus du ", False),
        ("soir, ", True),
        ("trop rare", False),
    ]
    assert [piece.text for piece in right if piece.differs] == ["MATIN "]


@given(st.text(max_size=60), st.text(max_size=60))
def test_marking_loses_nothing_of_either_text(left: str, right: str) -> None:
    told = marked(left, right)
    assert ["".join(piece.text for piece in side) for side in told] == [left, right]


@given(st.lists(st.one_of(st.text(max_size=30), st.sampled_from(ALL)), max_size=12))
def test_pairs_come_once_best_first_and_never_of_a_text_with_itself(texts: list[str]) -> None:
    told = found(*texts)
    assert [pair.worth.score for pair in told] == sorted(
        (pair.worth.score for pair in told), reverse=True
    )
    assert len({(pair.left, pair.right) for pair in told}) == len(told)
    assert all(pair.left < pair.right for pair in told)


@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from((*ALL, "", None))), max_size=15))
def test_pairs_kept_up_are_those_of_the_texts_that_are_there(
    steps: list[tuple[int, str | None]],
) -> None:
    twins, left = Twins("fr"), {}
    for place, text in steps:
        if text is None:
            twins.drop(str(place))
            left.pop(place, None)
        else:
            twins.put_all({str(place): text})
            left[place] = text
    places = sorted(left)
    anew = {(str(places[p.left]), str(places[p.right])) for p in found(*map(left.get, places))}
    assert {pair[:2] for pair in twins.best(100)} == anew


def test_why_two_cards_are_together_is_told_in_their_own_words() -> None:
    told = shared("Rénover les écoles rurales", "L’école RURALE doit être rénovée", "fr")
    assert told == [
        Shared("Rénover", "rénovée"),
        Shared("écoles", "école"),
        Shared("rurales", "RURALE"),
    ]
    assert shared("L’eau", "Le bus", "fr") == []
