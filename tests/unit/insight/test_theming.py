"""`app.py themes`: what programs send and get, and the sentences for what cannot be read."""

import io
import json
from typing import Any

import pytest

from facilitation import theming
from facilitation.domain.core import Refused
from tests.unit.insight.sayings import ALL, BUSES, SCHOOLS, WATER


def told(**asked: Any) -> dict[str, Any]:
    raw = json.dumps(asked).encode()
    answer: dict[str, Any] = json.loads(theming.answer(io.BytesIO(raw), better=False))
    return answer


def test_each_text_gets_a_label_and_each_label_a_name() -> None:
    found = told(texts=[*ALL, "Zut"], lang="fr")
    labels = found["labels"]
    assert labels == [labels[0]] * 4 + [labels[4]] * 4 + [labels[8]] * 4 + [-1]
    assert set(found["names"]) == {"0", "1", "2"}
    assert "eau" in found["names"][str(labels[0])].lower()
    assert found["outside"] == [12]
    assert found["engine"] == "words"
    assert [len(WATER), len(BUSES), len(SCHOOLS)] == [4, 4, 4]
    assert labels[found["central"][str(labels[4])]] == labels[4]


def test_the_language_is_guessed_when_none_is_given() -> None:
    texts = ["The water is too expensive", "Water bills of the city", "More buses at night"]
    assert told(texts=texts)["language"] == "en"


def test_what_people_placed_and_what_was_before_is_honoured() -> None:
    placed = [None] * len(ALL)
    placed[0], placed[4] = 7, 7
    found = told(texts=list(ALL), placed=placed, before=[3] * 4 + [-1] * 8)
    assert found["labels"][0] == found["labels"][4] == 7
    assert "7" in found["names"]


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "themes_unreadable"),
        (b"\xff\xfe", "themes_unreadable"),
        (b"[" * 100_000, "themes_unreadable"),
        (b"[]", "themes_unreadable"),
        (b"{}", "themes_missing"),
        (b'{"texts": []}', "themes_missing"),
        (b'{"texts": "x"}', "themes_missing"),
        (b'{"texts": ["x", 1]}', "themes_not_texts"),
        (b'{"texts": ["x"], "lang": "de"}', "themes_wrong"),
        (b'{"texts": ["x"], "placed": [1, 2]}', "themes_wrong"),
        (b'{"texts": ["x"], "before": [true]}', "themes_wrong"),
        (b'{"texts": ["x"], "glossary": {"A": 1}}', "themes_wrong"),
    ],
)
def test_what_cannot_be_read_is_refused_in_a_sentence(raw: bytes, code: str) -> None:
    with pytest.raises(Refused) as refusal:
        theming.answer(io.BytesIO(raw))
    assert refusal.value.code == code


def test_too_many_texts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theming, "MOST_TEXTS", 2)
    with pytest.raises(Refused, match="themes_too_many"):
        told(texts=["a", "b", "c"])


def test_hostile_texts_are_only_texts() -> None:
    texts = ["\ud800 surrogate", "\x00\x01", "<script>", "=1+1", "\u202e tourne", "e\u0301" * 50]
    assert len(told(texts=texts)["labels"]) == len(texts)
