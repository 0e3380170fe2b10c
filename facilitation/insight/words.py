"""A statement's words: cut at elisions and signs, without accents for comparing, with their stems.

The stems are those of the Snowball project (M. F. Porter, 2001, https://snowballstem.org).
"""

import functools
import re
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import snowballstemmer

from facilitation.insight.stopwords import STOP, Language, fold

WORD: Final = re.compile(r"[^\W_]+")
NAMES: Final[dict[Language, str]] = {"fr": "french", "en": "english"}


class Word(NamedTuple):
    """A word as written, as compared (`key`), and where it stands in its text."""

    text: str
    key: str
    start: int

    @property
    def end(self) -> int:
        """Where the word ends in its text."""
        return self.start + len(self.text)


def words(text: str) -> Iterator[Word]:
    """Every word of a text; an elision (l’, qu’) is a word of its own."""
    for found in WORD.finditer(text):
        yield Word(found.group(), fold(found.group()), found.start())


def is_content(key: str, language: Language) -> bool:
    """Tell whether a word says something of the subject: no stop word, single letter or number."""
    return len(key) > 1 and key not in STOP[language] and not key.isdigit()


def content(text: str, language: Language) -> list[Word]:
    """The words that say something of the subject."""
    return [word for word in words(text) if is_content(word.key, language)]


@functools.lru_cache(maxsize=100_000)
def stem(word: str, language: Language) -> str:
    """The stem of a word, without accents: it takes them off last, since they decide of endings."""
    return fold(_stemmer(language).stemWord(word.lower()))


@functools.cache
def _stemmer(language: Language) -> "snowballstemmer.stemmer":
    return snowballstemmer.stemmer(NAMES[language])


def stems(text: str, language: Language) -> list[str]:
    """The stems of a text's content words, in order."""
    return [stem(word.text, language) for word in content(text, language)]


def guess(texts: Iterable[str]) -> Language:
    """The language that most stop words speak; French when nothing tells them apart."""
    french = english = 0
    for text in texts:
        keys = {word.key for word in words(text)}
        french += len(keys & ONLY_FRENCH)
        english += len(keys & ONLY_ENGLISH)
    return "en" if english > french else "fr"


ONLY_FRENCH: Final = STOP["fr"] - STOP["en"]
ONLY_ENGLISH: Final = STOP["en"] - STOP["fr"]
