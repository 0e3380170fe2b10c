"""A day that goes on from its archive: whoever shows the key of a text or a card is its author
again, and nothing else comes back with it.
"""

import io
import json
import zipfile

import pytest

from facilitation.protocol import wire
from facilitation.protocol.keys import sealed_body
from tests.support.moving import CLAIRE, CLAIRE_AGAIN, NAMELESS, SECRET, SIGNED, Day, Json
from tests.support.stage import refused


@pytest.mark.parametrize("payload", [SIGNED, NAMELESS], ids=["signed", "without a name"])
def test_its_author_and_nobody_else_goes_on_correcting_it(day: Day, payload: Json) -> None:
    awa, luc = day.joins("0a" * 16), day.joins("0b" * 16)
    first = day.ask(awa.actor, "1a" * 16, "contribution.post", payload)
    day.packs()
    # What came after the archive is lost with the computer, and is on the phone alone.
    edit = {"contribution": first["result"]["id"], "text": "Après l’archive"}
    if payload is NAMELESS:
        edit["edit_secret"] = SECRET
    based = {"base": first["seq"]}
    day.ask(awa.actor, "2a" * 16, "contribution.edit", edit, **based)
    day.moves()
    stranger = edit | {"text": "Une autre main"}
    stranger |= {"edit_secret": "ff" * 16} if payload is NAMELESS else {}
    with refused("unknown_contribution"):
        day.ask(luc.actor, "2b" * 16, "contribution.edit", stranger)
    again = {"epoch": first["epoch"]}
    day.ask(awa.actor, "1a" * 16, "contribution.post", payload, **again)
    day.ask(awa.actor, "2a" * 16, "contribution.edit", edit, **again, **based)
    assert set(day.texts().values()) == {"Après l’archive"}
    with refused("unknown_contribution"):
        day.ask(luc.actor, "2c" * 16, "contribution.edit", stranger)


def test_a_text_erased_on_the_other_computer_gets_neither_author_nor_body_back(day: Day) -> None:
    awa = day.joins("0a" * 16)
    first = day.ask(awa.actor, "1a" * 16, "contribution.post", SIGNED)
    day.packs()
    day.moves()
    number = first["result"]["id"]
    day.ask(CLAIRE_AGAIN, "1c" * 16, "contribution.erase", {"contribution": number})
    held = day.state.seq
    again = {"epoch": first["epoch"], "number": number}
    answer = day.ask(awa.actor, "1a" * 16, "contribution.post", SIGNED, **again)
    assert answer["result"] == first["result"]
    assert day.state.contribution(number).author is None
    assert day.state.seq == held
    hashed = wire.fingerprint("contribution.post", SIGNED, None)
    assert hashed.encode() not in day.disk()


def test_an_erasure_after_it_has_its_author_again_leaves_no_hash_of_its_body(day: Day) -> None:
    awa = day.joins("0a" * 16)
    first = day.ask(awa.actor, "1a" * 16, "contribution.post", SIGNED)
    day.packs()
    day.moves()
    day.ask(awa.actor, "1a" * 16, "contribution.post", SIGNED, epoch=first["epoch"])
    number = first["result"]["id"]
    assert day.state.contribution(number).author == awa.actor.participant
    hashed = wire.fingerprint("contribution.post", SIGNED, None)
    confirming = {hashed, sealed_body("1a" * 16, hashed)}
    bodies = {one.body_hash for one in day.house.log.load(day.code).answers.values()}
    assert confirming <= bodies
    day.ask(CLAIRE_AGAIN, "1c" * 16, "contribution.erase", {"contribution": number})
    bodies = {one.body_hash for one in day.house.log.load(day.code).answers.values()}
    assert not confirming & bodies


@pytest.mark.parametrize("payload", [SIGNED, NAMELESS], ids=["signed", "without a name"])
def test_a_phone_that_slept_through_an_erasure_and_the_move_gets_its_first_answer(
    day: Day, payload: Json
) -> None:
    awa = day.joins("0a" * 16)
    first = day.ask(awa.actor, "1a" * 16, "contribution.post", payload)
    erased = {"contribution": first["result"]["id"]}
    day.ask(CLAIRE, "1c" * 16, "contribution.erase", erased)
    day.packs()
    day.moves()
    answer = day.ask(awa.actor, "1a" * 16, "contribution.post", payload, epoch=first["epoch"])
    assert answer["result"] == first["result"]
    assert payload["text"] not in day.texts().values()


def test_a_key_whose_answer_names_no_text_is_answered_all_the_same(day: Day) -> None:
    awa = day.joins("0a" * 16)
    first = day.ask(awa.actor, "1a" * 16, "contribution.post", SIGNED)
    day.packs()
    with zipfile.ZipFile(io.BytesIO(day.archive)) as bundle:
        held = {name: bundle.read(name) for name in bundle.namelist()}
    keys = json.loads(held["keys.json"])
    held["keys.json"] = json.dumps([one | {"result": {}} for one in keys]).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as bundle:
        for name, content in held.items():
            bundle.writestr(name, content)
    day.archive = buffer.getvalue()
    people, day.people = day.people, []
    day.moves()
    assert people == [awa]
    answer = day.ask(awa.actor, "1a" * 16, "contribution.post", SIGNED, epoch=first["epoch"])
    assert answer["result"] == {}


def test_nothing_is_written_into_a_closed_workshop_for_an_author(day: Day) -> None:
    awa = day.joins("0a" * 16)
    first = day.ask(awa.actor, "1a" * 16, "contribution.post", SIGNED)
    day.packs()
    day.moves()
    day.ask(CLAIRE_AGAIN, "1c" * 16, "workshop.close", {})
    held = day.state.seq
    answer = day.ask(awa.actor, "1a" * 16, "contribution.post", SIGNED, epoch=first["epoch"])
    assert answer["result"] == first["result"]
    assert day.state.seq == held


def test_a_text_given_back_to_its_author_was_not_written_in_the_step_that_runs_now(
    day: Day,
) -> None:
    awa = day.joins("0a" * 16)
    first = day.ask(awa.actor, "1a" * 16, "contribution.post", SIGNED)
    room = day.house.rooms.room(day.code)
    table = awa.actor.table
    assert room.wrote == {("situations", table): {awa.actor.participant}}
    day.packs()
    day.moves()
    day.ask(awa.actor, "1a" * 16, "contribution.post", SIGNED, epoch=first["epoch"])
    assert day.state.contribution(first["result"]["id"]).author == awa.actor.participant
    assert day.house.rooms.room(day.code).wrote == {}


def test_cards_come_back_whole_by_their_author_and_once(day: Day) -> None:
    awa = day.joins("0a" * 16)
    cards = {"1a": {"kind": "personal", "text": "À moi"}, "1b": {"kind": "service", "text": "Nous"}}
    made = {
        key: day.ask(awa.actor, key * 16, "commitment.make", card) for key, card in cards.items()
    }
    day.packs()
    day.moves()
    numbers = {}
    for _ in range(2):
        for key, card in cards.items():
            again = {"epoch": made[key]["epoch"], "number": made[key]["result"]["id"]}
            answer = day.ask(awa.actor, key * 16, "commitment.make", card, **again)
            numbers[key] = answer["result"]["id"]
    kept = [one for one in day.state.collections["commitments"].values() if one.text]
    assert sorted((one.kind, one.text) for one in kept) == [
        ("personal", "À moi"),
        ("service", "Nous"),
    ]
    assert {one.participant for one in kept} == {awa.actor.participant}
    assert numbers["1b"] == made["1b"]["result"]["id"]
    edit = {"commitment": numbers["1b"], "text": "Nous aussi"}
    day.ask(awa.actor, "2b" * 16, "commitment.edit", edit)
