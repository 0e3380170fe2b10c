"""A day that goes on from its archive on another computer: what phones offer again is known again,
by its key, and comes once.
"""

import pytest

from facilitation.domain.core import Conflict
from tests.support.moving import CLAIRE, CLAIRE_AGAIN, NAMELESS, SECRET, SIGNED, Day, Json
from tests.support.stage import refused


@pytest.mark.parametrize("payload", [SIGNED, NAMELESS], ids=["signed", "without a name"])
def test_a_text_that_the_archive_holds_is_not_there_twice(day: Day, payload: Json) -> None:
    awa = day.joins("0a" * 16)
    first = day.ask(awa.actor, "1a" * 16, "contribution.post", payload)
    edit = {"contribution": first["result"]["id"], "text": "Mieux dit"}
    if payload is NAMELESS:
        edit["edit_secret"] = SECRET
    day.ask(awa.actor, "2a" * 16, "contribution.edit", edit)
    day.packs()
    day.moves()
    held = day.texts()
    for _ in range(2):
        again = {"epoch": first["epoch"], "number": first["result"]["id"]}
        answer = day.ask(awa.actor, "1a" * 16, "contribution.post", payload, **again)
        assert answer["result"] == first["result"]
        day.ask(awa.actor, "2a" * 16, "contribution.edit", edit, epoch=first["epoch"])
    assert day.texts() == held
    assert set(held.values()) == {"Mieux dit"}


def test_what_came_after_the_archive_comes_once_under_its_number(day: Day) -> None:
    awa = day.joins("0a" * 16)
    day.ask(awa.actor, "1a" * 16, "contribution.post", SIGNED)
    day.packs()
    luc = day.joins("0b" * 16)
    lost = day.ask(luc.actor, "1b" * 16, "contribution.post", NAMELESS | {"text": "Perdu"})
    later = day.ask(luc.actor, "1c" * 16, "contribution.post", NAMELESS | {"text": "Plus tard"})
    held = day.texts()
    day.moves()
    for key, one, text in (("1c", later, "Plus tard"), ("1b", lost, "Perdu")) * 2:
        again = {"epoch": one["epoch"], "number": one["result"]["id"]}
        payload = NAMELESS | {"text": text}
        answer = day.ask(luc.actor, key * 16, "contribution.post", payload, **again)
        assert answer["result"] == one["result"]
    assert day.texts() == held


def test_another_hand_since_the_archive_is_a_conflict_and_the_life_before_is_none(
    day: Day,
) -> None:
    awa = day.joins("0a" * 16)
    first = day.ask(awa.actor, "1a" * 16, "contribution.post", NAMELESS)
    day.packs()
    day.moves()
    edit = {"contribution": first["result"]["id"], "text": "Mieux", "edit_secret": SECRET}
    past = {"epoch": first["epoch"], "base": 10_000}
    assert day.ask(awa.actor, "2a" * 16, "contribution.edit", edit, **past)["ok"]
    assert day.ask(awa.actor, "2b" * 16, "contribution.edit", edit)["ok"]
    with pytest.raises(Conflict):
        day.ask(awa.actor, "2c" * 16, "contribution.edit", edit, **past)


def test_what_a_facilitator_made_is_not_made_again(day: Day) -> None:
    made = day.ask(CLAIRE, "1c" * 16, "theme.create", {"name": "Parler clair"})
    day.packs()
    day.moves()
    again = {"epoch": made["epoch"], "number": made["result"]["id"]}
    answer = day.ask(CLAIRE_AGAIN, "1c" * 16, "theme.create", {"name": "Parler clair"}, **again)
    assert answer["result"] == made["result"]
    assert [one.name for one in day.state.themes()].count("Parler clair") == 1


def test_a_key_says_the_same_thing_or_is_refused_and_is_its_owners_alone(day: Day) -> None:
    awa, luc = day.joins("0a" * 16), day.joins("0b" * 16)
    first = day.ask(awa.actor, "1a" * 16, "contribution.post", SIGNED)
    day.packs()
    day.moves()
    with refused("key_reused"):
        day.ask(awa.actor, "1a" * 16, "contribution.post", SIGNED | {"text": "Autre chose"})
    other = day.ask(luc.actor, "1a" * 16, "contribution.post", SIGNED)
    assert other["result"] != first["result"]


def test_an_entry_that_was_merged_is_known_by_both_its_keys(day: Day) -> None:
    awa, again = day.joins("0a" * 16), day.joins("0b" * 16)
    first = day.ask(again.actor, "1b" * 16, "contribution.post", SIGNED)
    merge = {"participant": awa.actor.participant, "duplicate": again.actor.participant}
    day.ask(CLAIRE, "1c" * 16, "participant.merge", merge)
    day.packs()
    day.people.remove(again)
    day.moves()
    answer = day.ask(awa.actor, "1b" * 16, "contribution.post", SIGNED)
    assert answer["result"] == first["result"]


def test_it_moves_on_and_on(day: Day) -> None:
    awa = day.joins("0a" * 16)
    first = day.ask(awa.actor, "1a" * 16, "contribution.post", NAMELESS)
    signed = day.ask(awa.actor, "1b" * 16, "contribution.post", SIGNED)
    for round_ in ("2a", "2b", "2c"):
        day.packs()
        day.moves()
        for key, payload, one in (("1a", NAMELESS, first), ("1b", SIGNED, signed)):
            again = {"epoch": one["epoch"], "number": one["result"]["id"]}
            answer = day.ask(awa.actor, key * 16, "contribution.post", payload, **again)
            assert answer["result"] == one["result"]
        edit = {"contribution": first["result"]["id"], "text": round_, "edit_secret": SECRET}
        day.ask(awa.actor, round_ * 16, "contribution.edit", edit)
        edit = {"contribution": signed["result"]["id"], "text": round_}
        day.ask(awa.actor, round_[::-1] * 16, "contribution.edit", edit)
        assert set(day.texts().values()) == {round_}
