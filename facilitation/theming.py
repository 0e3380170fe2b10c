"""`app.py themes`: texts on standard input, their themes on standard output; for programs, and for
measuring the quality of suggestions on any texts. Its words are told in docs/themes.md.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

from facilitation.domain.core import Refused
from facilitation.insight.corpus import Corpus
from facilitation.insight.features import Glossary
from facilitation.insight.sentences import encoder
from facilitation.insight.stopwords import Language
from facilitation.insight.themes import Suggestion, Wishes, suggest
from facilitation.insight.words import guess
from facilitation.protocol.text import normalise

MOST_TEXTS: Final = 20_000
MOST_BYTES: Final = 64_000_000
#: The label of a text that has nothing in common with any other.
ALONE: Final = -1

Labels = Sequence[int | None]


@dataclass(frozen=True, slots=True)
class Asked:
    """What was read: texts in a language, and what people had decided about them, if anything."""

    texts: list[str]
    language: Language
    glossary: dict[str, str]
    placed: Labels
    before: Labels


def answer(source: BinaryIO, *, better: bool = True) -> bytes:
    """The themes of the texts in `source`, as JSON; refused when there is nothing to read."""
    asked = _asked(_read(source))
    keys = [f"{place:06d}" for place in range(len(asked.texts))]
    corpus = Corpus(
        asked.language,
        Glossary(asked.language, asked.glossary) if asked.glossary else None,
        encoder() if better else None,
    )
    corpus.put_all(dict(zip(keys, asked.texts, strict=True)))
    wishes = Wishes(_by_key(keys, asked.placed), _by_key(keys, asked.before))
    found = _told(suggest(corpus, wishes), keys)
    return json.dumps({**found, "language": asked.language}, ensure_ascii=False).encode()


def _read(source: BinaryIO) -> Mapping[str, Any]:
    raw = source.read(MOST_BYTES + 1)
    if len(raw) > MOST_BYTES:
        raise Refused("themes_too_many", most=MOST_TEXTS)
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError):
        raise Refused("themes_unreadable") from None
    if not isinstance(found, dict):
        raise Refused("themes_unreadable")
    return found


def _asked(found: Mapping[str, Any]) -> Asked:
    texts = found.get("texts")
    if not isinstance(texts, list) or not texts:
        raise Refused("themes_missing")
    if not all(isinstance(text, str) for text in texts):
        raise Refused("themes_not_texts")
    if len(texts) > MOST_TEXTS:
        raise Refused("themes_too_many", most=MOST_TEXTS)
    glossary = found.get("glossary") or {}
    if not isinstance(glossary, dict) or not all(isinstance(one, str) for one in glossary.values()):
        raise Refused("themes_wrong", field="glossary")
    return Asked(
        [normalise(text) for text in texts], _language(found, texts), glossary,
        _labels(found, "placed", len(texts)), _labels(found, "before", len(texts)),
    )  # fmt: skip


def _language(found: Mapping[str, Any], texts: list[str]) -> Language:
    match found.get("lang"):
        case None:
            return guess(texts)
        case "fr":
            return "fr"
        case "en":
            return "en"
    raise Refused("themes_wrong", field="lang")


def _labels(found: Mapping[str, Any], field: str, count: int) -> Labels:
    """One whole number or null for each text, or nothing at all."""
    given = found.get(field)
    if given is None:
        return [None] * count
    if not isinstance(given, list) or len(given) != count:
        raise Refused("themes_wrong", field=field)
    if not all(one is None or (type(one) is int and one >= ALONE) for one in given):
        raise Refused("themes_wrong", field=field)
    return [None if one == ALONE else one for one in given]


def _by_key(keys: Sequence[str], labels: Labels) -> dict[str, str]:
    return {key: str(label) for key, label in zip(keys, labels, strict=True) if label is not None}


def _told(suggestion: Suggestion, keys: Sequence[str]) -> dict[str, Any]:
    numbers = _numbers(suggestion)
    groups = {numbers[group.key]: group for group in suggestion.groups}
    labels = {key: numbers[group] for key, group in suggestion.labels().items()}
    labels |= {
        key: ALONE if nearest is None else numbers[nearest]
        for key, nearest in suggestion.outside.items()
    }
    return {
        "labels": [labels[key] for key in keys],
        "names": {str(number): group.name.title for number, group in groups.items()},
        "subtitles": {str(number): group.name.subtitle for number, group in groups.items()},
        "central": {str(number): int(group.central) for number, group in groups.items()},
        "outside": [int(key) for key in suggestion.outside],
        "engine": suggestion.engine,
    }


def _numbers(suggestion: Suggestion) -> dict[str, int]:
    """The number of each group: the one it was given, or the next that nobody has."""
    keys = [group.key for group in suggestion.groups]
    given = {key: int(key) for key in keys if key.isdigit()}
    free = (number for number in range(len(keys) + len(given)) if number not in given.values())
    return {**given, **{key: next(free) for key in keys if key not in given}}
