"""Statements that say the same in nearly the same words: offered as pairs, never joined.

The measure is the share of letters kept in place (RapidFuzz’s normalised Indel similarity), the
better of two readings: the text as typed, and its content stems in alphabetical order, which sees
through clauses that changed places.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal, NamedTuple

import numpy as np
from rapidfuzz import fuzz, process

from facilitation.insight.stopwords import NEGATIONS, Language
from facilitation.insight.words import stems, words

#: From here on a pair is offered: retyped statements reach it, other statements hardly ever.
LEAST: Final = 0.82
#: What a pair is worth that one negation or one number tells apart.
CONTRARY: Final = 0.5
#: The two readings, as fields of `Reading`.
FORMS: Final = ("letters", "stems")
NUMBER: Final = re.compile(r"\d+")

Difference = Literal["", "negation", "number"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a text, and whether the other text has it too."""

    text: str
    differs: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """A statement as it is compared."""

    letters: str
    stems: str
    numbers: frozenset[str]
    negated: bool


class Worth(NamedTuple):
    """How alike two statements are, and what forbids calling them the same.

    `score` is `likeness`, halved when they differ by a negation or a number.
    """

    likeness: float
    score: float
    difference: Difference


class Pair(NamedTuple):
    """Two statements, by their places."""

    left: int
    right: int
    worth: Worth


def read(text: str, language: Language) -> Reading:
    """What a statement is compared by."""
    keys = [word.key for word in words(text)]
    letters = " ".join(keys)
    return Reading(
        letters,
        " ".join(sorted(stems(text, language))) or letters,
        frozenset(NUMBER.findall(text)),
        not NEGATIONS[language].isdisjoint(keys),
    )


def compare(left: Reading, right: Reading) -> Worth:
    """How alike two statements are, what that is worth, and what tells them apart."""
    likeness = max(fuzz.ratio(left.letters, right.letters), fuzz.ratio(left.stems, right.stems))
    difference = _difference(left, right)
    worth = CONTRARY if difference else 1.0
    return Worth(likeness / 100, likeness / 100 * worth, difference)


def _difference(left: Reading, right: Reading) -> Difference:
    if left.negated != right.negated:
        return "negation"
    return "number" if left.numbers != right.numbers else ""


def pairs(read: Sequence[Reading], least: float = LEAST) -> list[Pair]:
    """Every pair at least so alike, the most alike first; what is the contrary comes after."""
    found = {pair for form in FORMS for pair in _close(read, form, least)}
    told = [Pair(left, right, compare(read[left], read[right])) for left, right in found]
    return sorted(told, key=lambda pair: (-pair.worth.score, pair.left, pair.right))


def _close(read: Sequence[Reading], form: str, least: float) -> Iterator[tuple[int, int]]:
    texts = [getattr(one, form) for one in read]
    if not texts:
        return
    scores = process.cdist(
        texts, texts, scorer=fuzz.ratio, score_cutoff=least * 100, dtype=np.uint8, workers=1
    )
    for left, right in np.argwhere(np.triu(scores, 1)):
        if texts[left]:
            yield int(left), int(right)


class Twins:
    """The pairs among statements that come and go, each compared with all others once."""

    def __init__(self, language: Language, least: float = LEAST) -> None:
        self._language, self._least = language, least
        self._read: dict[str, Reading] = {}
        self._near: dict[str, set[str]] = {}

    def put_all(self, texts: Mapping[str, str]) -> None:
        """Statements came, or their texts are others now."""
        for key, text in texts.items():
            self.drop(key)
            self._read[key] = read(text, self._language)
            self._near[key] = set()
        if len(texts) * 2 > len(self._read):
            keys = list(self._read)
            for pair in pairs(list(self._read.values()), self._least):
                self._join(keys[pair.left], keys[pair.right])
        else:
            for key in texts:
                self._look(key)

    def _look(self, key: str) -> None:
        """Compare one statement with all others."""
        keys, mine = list(self._read), self._read[key]
        for form in FORMS:
            sought, texts = getattr(mine, form), [getattr(self._read[one], form) for one in keys]
            scores = process.cdist(
                [sought], texts, scorer=fuzz.ratio, score_cutoff=self._least * 100, dtype=np.uint8
            )
            for place in np.flatnonzero(scores[0]) if sought else ():
                if keys[place] != key:
                    self._join(key, keys[place])

    def _join(self, one: str, other: str) -> None:
        self._near[one].add(other)
        self._near[other].add(one)

    def drop(self, key: str) -> None:
        """A statement went; nothing happens to one that is not there."""
        self._read.pop(key, None)
        for other in self._near.pop(key, ()):
            self._near[other].discard(key)

    def best(self, most: int) -> list[tuple[str, str, Worth]]:
        """The pairs, the most alike first, by their keys."""
        told = [
            (left, right, compare(self._read[left], self._read[right]))
            for left, near in self._near.items()
            for right in near
            if left < right
        ]
        return sorted(told, key=lambda pair: (-pair[2].score, pair[:2]))[:most]


def marked(left: str, right: str) -> tuple[list[Piece], list[Piece]]:
    """Both texts in pieces, the words that only one of them has set apart; accents, capitals and
    signs make no difference.
    """
    here, there = list(words(left)), list(words(right))
    matcher = SequenceMatcher(
        None, [word.key for word in here], [word.key for word in there], autojunk=False
    )
    same = matcher.get_matching_blocks()
    kept_here = {place for block in same for place in range(block.a, block.a + block.size)}
    kept_there = {place for block in same for place in range(block.b, block.b + block.size)}
    return _pieces(left, kept_here), _pieces(right, kept_there)


def _pieces(text: str, kept: set[int]) -> list[Piece]:
    """Runs of words that are kept or not; signs and spaces go with the word before."""
    pieces: list[Piece] = []
    found = list(words(text))
    starts = [0, *(word.start for word in found[1:])]
    for place, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True)):
        differs = bool(found) and place not in kept
        if pieces and pieces[-1].differs == differs:
            pieces[-1] = Piece(pieces[-1].text + text[start:end], differs)
        else:
            pieces.append(Piece(text[start:end], differs))
    return pieces
