"""What an archive does not tell: keys, owners, bodies, seat codes, whose hand two texts are of."""

import io
import json
import zipfile

from facilitation.protocol import wire
from facilitation.protocol.credentials import tidy_code
from facilitation.protocol.keys import archived_key
from facilitation.service.cards import seats
from tests.support.moving import CLAIRE, NAMELESS, SECRET, SIGNED, Day


def test_the_archive_tells_no_key_no_owner_and_no_body_that_could_be_guessed(day: Day) -> None:
    awa = day.joins("0a" * 16)
    for number, payload in enumerate((SIGNED, NAMELESS)):
        day.ask(awa.actor, f"1{number}" * 16, "contribution.post", payload)
    card = {"kind": "personal", "text": "Secret", "role": "", "by": "", "need": ""}
    day.ask(awa.actor, "1c" * 16, "commitment.make", card)
    day.packs()
    with zipfile.ZipFile(io.BytesIO(day.archive)) as bundle:
        keys = bundle.read("keys.json").decode()
        log = bundle.read("log.json").decode()
    told = json.loads(keys)
    loaded = day.house.log.load(day.code)
    assert told
    for (owner, key), known in loaded.answers.items():
        owned = {key, known.body_hash} if owner else set()
        for word in owned | ({owner} & {awa.actor.id, CLAIRE.id}):
            assert word not in keys
    # Whoever guesses the words of a card, or of a text, finds no hash to compare them with.
    for name, payload in (("commitment.make", card), ("contribution.post", SIGNED)):
        assert wire.fingerprint(name, payload, None) not in keys
    assert [one["key"] for one in told] == sorted(one["key"] for one in told)
    assert archived_key(awa.actor.participant, "10" * 16) in keys
    assert archived_key(awa.actor.participant, "1c" * 16) not in keys
    posted = [one["body"] for one in json.loads(log) if one["event"] == "contribution.posted"]
    assert SECRET not in log
    assert all(one["author"] is None for one in posted)


def test_no_code_of_a_seat_is_found_from_the_archive(day: Day) -> None:
    """It has eight characters: whoever could try one could try them all."""
    keyring = day.house.doors.keyring
    places = [{"table": "1", "service": "ddt", "function": "", "category": "A"}]
    typed = seats(keyring, day.code, places)[0]["code"]
    day.house.doors.resume(day.code, typed)
    seat = keyring.find(f"{day.code}:{tidy_code(typed)}")
    assert seat is not None
    day.packs()
    told = zipfile.ZipFile(io.BytesIO(day.archive)).read("keys.json").decode()
    for guess in (seat.secret_hash, seat.secret_hash[:32]):
        assert archived_key("newcomer", guess) not in told
    assert archived_key("newcomer", wire.fingerprint("seat", seat.id)[:32]) in told


def test_one_secret_for_two_texts_does_not_show_one_hand(day: Day) -> None:
    awa = day.joins("0a" * 16)
    for number in range(2):
        day.ask(awa.actor, f"1{number}" * 16, "contribution.post", NAMELESS)
    day.packs()
    with zipfile.ZipFile(io.BytesIO(day.archive)) as bundle:
        log = json.loads(bundle.read("log.json"))
    proofs = [one["body"]["edit_hash"] for one in log if one["event"] == "contribution.posted"]
    mine = [one for one in proofs if one]
    assert len(mine) == 2 == len(set(mine))


def test_a_purge_leaves_nothing_of_the_keys_and_lives(day: Day) -> None:
    awa = day.joins("0a" * 16)
    first = day.ask(awa.actor, "1a" * 16, "contribution.post", SIGNED)
    day.packs()
    day.moves()
    known = archived_key(str(awa.actor.participant), "1a" * 16)
    told = [one.encode() for one in (known, first["epoch"])]
    assert all(one in day.disk() for one in told)
    day.house.log.remove(day.code)
    assert not any(one in day.disk() for one in told)
