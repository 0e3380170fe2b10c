"""What two statements may have in common: the stems of their words and runs of three to five
letters, which see through typing mistakes, compounds and endings that no stem rule knows.
"""

import functools
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

from facilitation.insight.stopwords import STOP, Language, fold
from facilitation.insight.words import Word, content, stem, words

GRAMS: Final = (3, 4, 5)


@dataclass(frozen=True, slots=True)
class Features:
    """How often each stem and each run of letters stands in one statement."""

    stems: Counter[str]
    grams: Counter[str]
    #: The content words, folded, in order: two statements with the same are one to the graph.
    key: str


@dataclass(frozen=True, slots=True)
class Glossary:
    """Acronyms and what they stand for: a statement with one counts as having the other."""

    language: Language
    entries: Mapping[str, str] = field(default_factory=dict)

    def unsaid(self, text: str) -> Iterator[str]:
        """The words of the other form, for each form that the text has without the other."""
        said = list(words(text))
        keys = " " + " ".join(word.key for word in said) + " "
        for acronym, expansion in self.entries.items():
            long = " " + " ".join(word.key for word in words(expansion)) + " "
            short = any(_is(word, acronym, self.language) for word in said)
            if short and long not in keys:
                yield expansion
            elif long in keys and not short:
                yield acronym


def _is(word: Word, acronym: str, language: Language) -> bool:
    """An acronym that is also a word of the language (SA, AIR) counts in capitals only."""
    key = fold(acronym)
    return word.key == key and (key not in STOP[language] or word.text.isupper())


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads statements in one language, with a workshop's glossary."""

    language: Language
    glossary: Glossary | None = None

    def read(self, text: str) -> Features:
        """The features of a statement."""
        whole = " ".join((text, *self.glossary.unsaid(text))) if self.glossary else text
        found = content(whole, self.language)
        return Features(
            Counter(stem(word.text, self.language) for word in found),
            Counter(chain.from_iterable(_grams(word.key) for word in found)),
            " ".join(word.key for word in found),
        )


@functools.lru_cache(maxsize=50_000)
def _grams(word: str) -> tuple[str, ...]:
    """Runs of letters within a word, its edges marked by spaces."""
    padded = f" {word} "
    return tuple(
        padded[start : start + size]
        for size in GRAMS
        for start in range(max(1, len(padded) - size + 1))
    )
