"""Statements that come and go one at a time: what is kept up is what would be found anew."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.insight.corpus import Corpus
from facilitation.insight.themes import suggest
from tests.unit.insight.sayings import ALL, corpus, filed

STEPS = st.lists(
    st.tuples(st.integers(0, 8), st.one_of(st.none(), st.sampled_from(ALL))), max_size=20
)


def ties(held: Corpus) -> dict[tuple[str, str], float]:
    """The graph, by what the statements say."""
    nodes, edges = held.graph()
    said = [held.nodes[node].content for node in nodes]
    return {
        (said[here], said[there]): round(weight, 4)
        for here, row in enumerate(edges)
        for there, weight in row
    }


@settings(max_examples=60, deadline=None)
@given(STEPS)
def test_whatever_came_and_went_a_suggestion_is_that_of_the_texts_that_are_there(
    steps: list[tuple[int, str | None]],
) -> None:
    held, left = Corpus(), {}
    for place, text in steps:
        if text is None:
            held.drop(str(place))
            left.pop(str(place), None)
        else:
            held.put(str(place), text)
            left[str(place)] = text
    fresh = Corpus()
    fresh.put_all(left)
    assert suggest(held) == suggest(fresh)


def test_neighbours_are_kept_up_between_two_weighings() -> None:
    texts = [text for text, _ in filed()]
    held = corpus(texts[:50])
    for place, text in enumerate(texts[50:]):
        held.put(f"late{place}", text)
    held.put("0003", "Tout autre chose que ce qui était écrit sur le permis")
    held.drop("0001")
    kept = ties(held)
    held.refresh()
    anew = ties(held)
    assert len(kept.keys() & anew.keys()) > 0.8 * len(anew)
    shared = sorted(kept.keys() & anew.keys())
    apart = np.abs(np.array([kept[pair] - anew[pair] for pair in shared]))
    # a tie of 1 is usual
    assert apart.mean() < 0.1


def test_a_statement_that_went_is_nobodys_neighbour() -> None:
    held = corpus(ALL)
    gone = held.nodes[held.statements["0000"].node].content
    held.drop("0000")
    assert all(gone not in pair for pair in ties(held))
    assert "0000" not in {key for group in suggest(held).groups for key in group.members}


def test_one_that_is_not_there_can_be_dropped_and_the_same_text_put_again() -> None:
    held = corpus(ALL)
    before = ties(held)
    held.drop("nobody")
    held.put("0000", ALL[0])
    assert ties(held) == before
    assert not held.is_worn


@pytest.mark.parametrize("share", [0.0, 0.5])
def test_it_says_when_too_much_changed_since_it_was_weighed(share: float) -> None:
    held = corpus(ALL)
    for place in range(int(share * len(ALL))):
        held.put(f"more{place}", f"Encore un sujet numéro {'abcdefghijkl'[place] * 5}")
    assert held.is_worn == (share > 0)


class Pretending:
    """Sentences whose meaning is in their first letter: stands in for the optional engine."""

    def __call__(self, texts: list[str]) -> np.ndarray:
        table = np.zeros((len(texts), 512), np.float32)
        for row, text in enumerate(texts):
            table[row, ord(text[0].lower()) % 512] = 1
        return table


def test_with_sentences_meaning_counts_beside_words_and_the_engine_is_named() -> None:
    held = Corpus(encoder=Pretending())
    held.put_all({"a": "zèbre rapide", "b": "zone humide", "c": "arbre rapide"})
    held.put("d", "arche humide")
    found = suggest(held)
    assert found.engine == "words+sentences"
    assert {group.members for group in found.groups} == {("a", "b"), ("c", "d")}
    assert suggest(corpus(["zèbre rapide"])).engine == "words"
