"""What comes in from outside: normalised once and for all, refused in a sentence, never a fault."""

import unicodedata

import pytest

from facilitation.domain.core import Refused
from facilitation.protocol import wire
from facilitation.protocol.text import normalise

KEY = b"0" * 32


def request(payload: bytes, name: bytes = b"contribution.post") -> wire.Request:
    return wire.read_request(
        b'{"key":"' + KEY + b'","name":"' + name + b'","payload":' + payload + b"}"
    )


@pytest.mark.parametrize(
    "typed",
    [
        "e\x00\u0301te\u0301",
        "a\r\nb\rc",
        "\ud83d seul",
        "\u202eà l’envers",
        "\U0001f468\u200d\U0001f469\u200d\U0001f467",
    ],
)
def test_what_was_normalised_stays_as_it_is(typed: str) -> None:
    kept = normalise(typed)
    assert normalise(kept) == kept
    assert unicodedata.is_normalized("NFC", kept)
    assert not {unicodedata.category(one) for one in kept.replace("\n", "")} & {"Cc", "Cs"}


@pytest.mark.parametrize("typed", ["\u200b\u200d", " \u2060\n", "\u00ad", "\ufeff \u00a0"])
def test_a_text_in_which_nothing_can_be_seen_is_no_text(typed: str) -> None:
    assert normalise(typed) == ""


def test_half_an_emoji_costs_nobody_the_rest_of_the_text() -> None:
    read = request(rb'{"kind": "expectation", "text": "Un outil \ud83d commun"}')
    assert read.payload.text == "Un outil  commun"


@pytest.mark.parametrize("depth", [100, 500, 900, 1_500, 50_000])
def test_however_deep_a_demand_is_it_is_refused_in_a_sentence(depth: int) -> None:
    with pytest.raises(Refused) as refusal:
        request(b'{"text":' + b"[" * depth + b"]" * depth + b"}")
    assert refusal.value.code in ("bad_json", "bad_payload")


@pytest.mark.parametrize(
    ("name", "payload", "field"),
    [
        (b"ballot.cast", b'{"ballot":"V","paper_key":"k","choices":{"A":%s}}', "A"),
        (b"step.extend", b'{"minutes":%s}', "minutes"),
    ],
)
def test_a_number_that_no_machine_counts_with_is_refused(
    name: bytes, payload: bytes, field: str
) -> None:
    for number in (b"9" * 30, b"-" + b"9" * 30):
        with pytest.raises(Refused) as refusal:
            request(payload % number, name)
        assert (refusal.value.code, refusal.value.details["field"]) == ("bad_payload", field)
