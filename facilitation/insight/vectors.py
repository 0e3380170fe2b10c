"""Statements as vectors: TF-IDF of their stems beside TF-IDF of their letter runs.

TF-IDF with sublinear counts and smoothed document frequencies (Salton and Buckley, 1988,
“Term-weighting approaches in automatic text retrieval”); similarity is the cosine.
"""

import itertools
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facilitation.insight.features import Features

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

#: The share of the stems in a squared length, the rest being that of the letter runs.
STEMS: Final = 0.6
#: A run of letters that only one statement has ties it to nobody and would thin out the others.
SHARED: Final = 2


@dataclass(frozen=True, slots=True)
class Coded:
    """A statement's features as columns, with their damped counts; stems come first."""

    columns: Ints
    counts: Floats
    stems: int


@dataclass(frozen=True, slots=True)
class Vector:
    """The columns that are not zero and their values; its length is 1, or 0 without any."""

    columns: Ints
    values: Floats


class Vocabulary:
    """Which column a feature has, and how many statements have the feature."""

    def __init__(self) -> None:
        self._stems: dict[str, int] = {}
        self._grams: dict[str, int] = {}
        self._new = itertools.count()
        self._frequencies = np.zeros(1024, np.int64)
        self.statements = 0

    def __len__(self) -> int:
        return len(self._stems) + len(self._grams)

    def code(self, features: Features) -> Coded:
        """The columns of a statement, new ones for features never met."""
        columns = self._columns(self._stems, features.stems)
        columns += self._columns(self._grams, features.grams)
        times = (*features.stems.values(), *features.grams.values())
        counts = 1 + np.log(np.array(times, np.float32))
        return Coded(np.array(columns, np.int64), counts, len(features.stems))

    def _columns(self, known: dict[str, int], counter: Counter[str]) -> list[int]:
        for key in counter:
            if key not in known:
                known[key] = next(self._new)
        return [known[key] for key in counter]

    def count(self, coded: Coded, times: int = 1) -> None:
        """A statement came (1) or went (-1)."""
        missing = len(self) - len(self._frequencies)
        if missing > 0:
            room = np.zeros(missing + len(self), np.int64)
            self._frequencies = np.concatenate((self._frequencies, room))
        self._frequencies[coded.columns] += times
        self.statements += times

    def weigh(self, coded: Coded) -> Vector:
        """A statement's vector, by what is known now of how rare each feature is."""
        frequencies = self._frequencies[coded.columns]
        rarity = np.log((1 + self.statements) / (1 + frequencies)) + 1
        values = (coded.counts * rarity).astype(np.float32)
        values[coded.stems :][frequencies[coded.stems :] < SHARED] = 0
        _scale(values[: coded.stems], STEMS)
        _scale(values[coded.stems :], 1 - STEMS)
        _scale(values, 1)
        kept = values > 0
        return Vector(coded.columns[kept], values[kept])


def _scale(values: Floats, share: float) -> None:
    """Give a part of a vector this squared length, where it stands."""
    length = float(values @ values)
    if length > 0:
        values *= np.float32((share / length) ** 0.5)


class Rows:
    """Vectors one behind the other, compared with one more at once; made to grow at the end."""

    def __init__(self, vectors: Sequence[Vector] = ()) -> None:
        self._starts: list[int] = []
        self._size = 0
        self._columns: Ints = np.zeros(1024, np.int64)
        self._values: Floats = np.zeros(1024, np.float32)
        for vector in vectors:
            self.append(vector)

    def __len__(self) -> int:
        return len(self._starts)

    def append(self, vector: Vector) -> None:
        """One more; an empty one takes a place too, for the sums below know no empty rows."""
        length = max(1, len(vector.columns))
        self._reserve(length)
        end = self._size + len(vector.columns)
        self._columns[self._size : end] = vector.columns
        self._values[self._size : end] = vector.values
        self._starts.append(self._size)
        self._size += length

    def _reserve(self, length: int) -> None:
        if self._size + length > len(self._columns):
            more = length + len(self._columns)
            self._columns = np.concatenate((self._columns, np.zeros(more, np.int64)))
            self._values = np.concatenate((self._values, np.zeros(more, np.float32)))

    def vector(self, row: int) -> Vector:
        """One of them."""
        place = slice(self._starts[row], (*self._starts[row + 1 : row + 2], self._size)[0])
        return Vector(self._columns[place], self._values[place])

    def against(self, vector: Vector) -> Floats:
        """The cosine of a vector with each row."""
        columns, values = self._columns[: self._size], self._values[: self._size]
        width = int(max(columns.max(), vector.columns.max(initial=0))) + 1
        spread = np.zeros(width, np.float32)
        spread[vector.columns] = vector.values
        found: Floats = np.add.reduceat(spread[columns] * values, self._starts)
        return found
