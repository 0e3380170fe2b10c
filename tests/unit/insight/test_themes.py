"""Suggested themes: found, kept, named; the same for the same texts, whatever they hold."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.insight.themes import Wishes, suggest
from tests.unit.insight.sayings import (
    ALL,
    BUSES,
    SCHOOLS,
    WATER,
    bcubed,
    corpus,
    filed,
    parts,
    themes,
)

MIXED = st.lists(st.one_of(st.sampled_from(ALL), st.text(max_size=40)), max_size=25)


def test_what_speaks_of_the_same_is_one_theme_under_its_name() -> None:
    found = themes(ALL)
    assert parts(found, ALL) == {frozenset(WATER), frozenset(BUSES), frozenset(SCHOOLS)}
    titles = " ".join(group.name.title for group in found.groups)
    assert all(word in titles.lower() for word in ("eau", "bus", "cantine"))


def test_real_sentences_are_grouped_nearly_as_people_filed_them() -> None:
    texts, wanted = zip(*filed(), strict=True)
    found = themes(texts)
    labels = found.labels()
    given = [labels.get(f"{place:04d}", f"none {place}") for place in range(len(texts))]
    assert bcubed(given, list(wanted)) > 0.6
    assert 4 <= len(found.groups) <= 12


def test_a_text_that_shares_nothing_stays_outside() -> None:
    found = themes([*ALL, "Zut", "???", ""])
    assert dict(found.outside) == {"0012": None, "0013": None, "0014": None}


def test_what_a_person_placed_stays_and_draws_what_is_like_it() -> None:
    placed = {"0000": "THM-01", "0004": "THM-01", "0001": "THM-02"}
    found = themes(ALL, Wishes(placed))
    labels = found.labels()
    assert {key: labels[key] for key in placed} == placed
    assert labels["0003"] in {"THM-01", "THM-02"}


def test_the_same_words_placed_in_two_themes_stay_in_both() -> None:
    texts = ["Plus de bus", "plus de BUS !", *ALL]
    labels = themes(texts, Wishes({"0000": "THM-01", "0001": "THM-02"})).labels()
    assert (labels["0000"], labels["0001"]) == ("THM-01", "THM-02")


def test_a_second_suggestion_keeps_the_themes_of_the_first() -> None:
    texts = [text for text, _ in filed()]
    new = texts[::10]
    held = corpus(text for text in texts if text not in new)
    before = suggest(held).labels()
    for place, text in enumerate(new):
        held.put(f"new{place}", text)
    after = suggest(held, Wishes(before=before)).labels()
    kept = sum(after.get(key) == group for key, group in before.items())
    assert kept / len(before) > 0.85


def test_two_texts_held_apart_by_hand_are_apart_and_two_drawn_together_are_together() -> None:
    keys = ("0000", "0003")
    assert len({themes(ALL).labels()[key] for key in keys}) == 1
    apart = themes(ALL, Wishes(links={keys: -5.0})).labels()
    assert apart.get(keys[0]) != apart.get(keys[1])
    across = ("0000", "0004")
    together = themes(ALL, Wishes(links={across: 5.0})).labels()
    assert together[across[0]] == together[across[1]]


@settings(max_examples=15, deadline=None)
@given(MIXED.flatmap(lambda texts: st.tuples(st.just(texts), st.permutations(texts))))
def test_the_order_in_which_texts_came_changes_nothing(
    orders: tuple[list[str], list[str]],
) -> None:
    texts, mixed = orders
    assert parts(themes(texts), texts) == parts(themes(mixed), mixed)


@settings(max_examples=25, deadline=None)
@given(MIXED, st.dictionaries(st.integers(0, 24), st.sampled_from(["A", "B", "C"])))
def test_whatever_is_written_pins_hold_and_each_text_has_one_place(
    texts: list[str], pins: dict[int, str]
) -> None:
    placed = {f"{place:04d}": theme for place, theme in pins.items() if place < len(texts)}
    found = themes(texts, Wishes(placed))
    told = [key for group in found.groups for key in group.members] + list(found.outside)
    assert sorted(told) == [f"{place:04d}" for place in range(len(texts))]
    assert {key: found.labels()[key] for key in placed} == placed
    titles = [group.name.title for group in found.groups]
    assert len({title.lower() for title in titles}) == len(titles)
    assert all(titles)
    assert all(group.central in group.members for group in found.groups)


@pytest.mark.parametrize("texts", [[], ["Un seul"], ["?"], ["Oui"] * 3])
def test_hardly_any_text_gives_a_suggestion_without_a_fault(texts: list[str]) -> None:
    found = themes(texts)
    assert sum(len(group.members) for group in found.groups) + len(found.outside) == len(texts)


def test_five_thousand_times_the_same_is_one_theme() -> None:
    found = themes(["Plus de bus le soir"] * 5_000)
    assert [len(group.members) for group in found.groups] == [5_000]
