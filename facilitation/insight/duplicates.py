"""Statements that say the same in nearly the same words: offered as pairs, never joined.

The measure is the share of letters kept in place (RapidFuzz’s normalised Indel similarity), the
better of two readings: the text as typed, and its content stems in alphabetical order, which sees
through clauses that changed places.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Final, Literal

import numpy as np
from rapidfuzz import fuzz, process

from facilitation.insight.stopwords import NEGATIONS, Language
from facilitation.insight.words import stems, words

#: From here on a pair is offered: retyped statements reach it, other statements hardly ever.
LEAST: Final = 0.82
#: What a pair is worth that one negation or one number tells apart.
CONTRARY: Final = 0.5
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


@dataclass(frozen=True, slots=True)
class Pair:
    """Two statements (by their places), how alike they are, and what forbids calling them the same.

    `score` is `likeness`, halved when they differ by a negation or a number.
    """

    left: int
    right: int
    likeness: float
    score: float
    difference: Difference


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


def compare(left: Reading, right: Reading) -> tuple[float, float, Difference]:
    """How alike two statements are, what that is worth, and what tells them apart."""
    likeness = max(fuzz.ratio(left.letters, right.letters), fuzz.ratio(left.stems, right.stems))
    difference = _difference(left, right)
    worth = CONTRARY if difference else 1.0
    return likeness / 100, likeness / 100 * worth, difference


def _difference(left: Reading, right: Reading) -> Difference:
    if left.negated != right.negated:
        return "negation"
    return "number" if left.numbers != right.numbers else ""


def pairs(read: Sequence[Reading], least: float = LEAST) -> list[Pair]:
    """Every pair at least so alike, the most alike first; what is the contrary comes after."""
    found = {pair for form in ("letters", "stems") for pair in _close(read, form, least)}
    told = [Pair(left, right, *compare(read[left], read[right])) for left, right in found]
    return sorted(told, key=lambda pair: (-pair.score, pair.left, pair.right))


def _close(
    read: Sequence[Reading], form: Literal["letters", "stems"], least: float
) -> Iterator[tuple[int, int]]:
    texts = [getattr(one, form) for one in read]
    if not texts:
        return
    scores = process.cdist(
        texts, texts, scorer=fuzz.ratio, score_cutoff=least * 100, dtype=np.uint8, workers=1
    )
    for left, right in np.argwhere(np.triu(scores, 1)):
        if texts[left]:
            yield int(left), int(right)


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
