"""Phrases that might name a theme: runs of words that stand together in a statement.

No tagger is needed: a phrase begins and ends with a content word, never crosses a sign or a verb
of grammar, and is the likelier a noun phrase the more often a determiner leads it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from facilitation.insight.stopwords import DETERMINERS, LINKS, STOP, WEAK, Language
from facilitation.insight.words import Word, stem, words

CLAUSE: Final = re.compile(r"[^.,;:!?…()\[\]\"«»“”/\n•*–—|]+")
#: What neither begins nor ends a name.
INNER: Final = {language: STOP[language] | LINKS[language] | WEAK[language] for language in STOP}
#: Content words in a phrase, at most; longer ones are rarely said twice.
LONGEST: Final = 3
#: A phrase that opens a clause may be a noun or a verb.
OPENING: Final = 0.5


@dataclass(frozen=True, slots=True)
class Phrase:
    """Its stems, its written form, and how noun-like its place is, from 0 to 1."""

    key: tuple[str, ...]
    written: str
    led: float


def phrases(text: str, language: Language) -> Iterator[Phrase]:
    """Every phrase of a statement, from one content word to three."""
    shouted = text.isupper()
    for clause in CLAUSE.finditer(text.lower() if shouted else text):
        found = list(words(clause.group()))
        for start in range(len(found)):
            if is_edge(found[start], language):
                yield from _from(clause.group(), found, start, language)


def _from(clause: str, found: list[Word], start: int, language: Language) -> Iterator[Phrase]:
    """The phrases that begin with one word."""
    key: tuple[str, ...] = ()
    for word in found[start:]:
        if word.key in LINKS[language]:
            continue
        if word.key in STOP[language] or len(key) == LONGEST:
            return
        key = (*key, stem(word.text, language))
        if is_edge(word, language):
            written = _written(clause, found[start], word, opening=start == 0)
            yield Phrase(key, written, _led(found, start, language))


def is_edge(word: Word, language: Language) -> bool:
    """Tell whether a name may begin or end with this word."""
    return len(word.key) > 1 and word.key not in INNER[language] and not word.key.isdigit()


def _led(found: list[Word], start: int, language: Language) -> float:
    if start == 0:
        return OPENING
    return float(found[start - 1].key in DETERMINERS[language])


def _written(clause: str, first: Word, last: Word, *, opening: bool) -> str:
    """As it stands, but for the capital that only opens a clause."""
    text = " ".join(clause[first.start : last.end].replace("'", "’").split())
    capital = text[:1].isupper() and first.text[1:] == first.text[1:].lower()
    return text[:1].lower() + text[1:] if opening and capital else text
