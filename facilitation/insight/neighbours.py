"""Who is nearest to whom: the most similar statements of each, kept up as statements come and go,
and the graph that they make.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from facilitation.insight.louvain import Edges
from facilitation.insight.vectors import Floats, Ints, Vector

#: Rows that are compared with all others at once; bounds the memory, hardly the time.
BLOCK: Final = 64
NOBODY: Final = -1
#: A column is dense that more than one statement in so many has, and more than so many have.
FREQUENT: Final = 32


class Postings:
    """The statements that have each column, for comparing many with all.

    Columns that many statements have are a dense table, multiplied as such; the others, lists of
    the statements that have them. Each way alone takes several times as long.
    """

    def __init__(self, vectors: Sequence[Vector]) -> None:
        self.count = len(vectors)
        sizes = [len(one.columns) for one in vectors]
        rows = np.repeat(np.arange(len(vectors)), sizes)
        columns = np.concatenate([one.columns for one in vectors])
        values = np.concatenate([one.values for one in vectors])
        often = np.bincount(columns) > max(FREQUENT, len(vectors) // FREQUENT)
        dense = often[columns]
        self._table = np.zeros((len(vectors), int(often.sum())), np.float32)
        self._table[rows[dense], np.cumsum(often)[columns[dense]] - 1] = values[dense]
        self._list(rows[~dense], columns[~dense], values[~dense])

    def _list(self, rows: Ints, columns: Ints, values: Floats) -> None:
        """The other columns, as they stand in each row and by column."""
        self._columns, self._values = columns, values
        self._begins = np.searchsorted(rows, np.arange(self.count + 1))
        order = np.argsort(columns, kind="stable")
        self._rows, self._sorted = rows[order], values[order]
        width = int(columns.max(initial=-1)) + 1
        self._ends = np.searchsorted(columns[order], np.arange(width + 1))

    def similarities(self, first: int, last: int) -> Floats:
        """The cosine of each of these statements with each of all."""
        place = slice(self._begins[first], self._begins[last])
        columns, many = self._columns[place], last - first
        rows = np.repeat(np.arange(many), np.diff(self._begins[first : last + 1]))
        starts = self._ends[columns]
        lengths = self._ends[columns + 1] - starts
        origin = np.repeat(starts - np.cumsum(lengths) + lengths, lengths)
        places = origin + np.arange(len(origin))
        target = np.repeat(rows * self.count, lengths) + self._rows[places]
        weights = np.repeat(self._values[place], lengths) * self._sorted[places]
        found = np.bincount(target, weights, many * self.count).astype(np.float32)
        found = found.reshape(many, self.count)
        return np.asarray(found + self._table[first:last] @ self._table.T, np.float32)


class Nearest:
    """The few most similar statements of each, best first is not promised."""

    def __init__(self, most: int) -> None:
        self._most = most
        self.others: Ints = np.full((0, most), NOBODY, np.int64)
        self.weights: Floats = np.full((0, most), -1, np.float32)

    def room_for(self, count: int) -> None:
        """Make room for so many statements."""
        missing = count - len(self.others)
        if missing > 0:
            more = max(missing, len(self.others))
            self.others = _longer(self.others, more, NOBODY)
            self.weights = _longer(self.weights, more, -1)

    def set(self, node: int, similarities: Floats) -> None:
        """What is now known of one statement: its row, itself left out."""
        self.set_rows(np.array([node]), similarities[None, :])

    def set_rows(self, nodes: Ints, similarities: Floats) -> None:
        """The same for several at once; overwrites the similarities of each with itself."""
        similarities[np.arange(len(nodes)), nodes] = -1
        most = min(self._most, similarities.shape[1])
        best = np.argpartition(-similarities, most - 1, axis=1)[:, :most]
        self.others[nodes, :most] = best
        self.weights[nodes, :most] = np.take_along_axis(similarities, best, 1)

    def welcome(self, node: int, similarities: Floats) -> None:
        """A statement came: it is near to some, and nearer to others than who was nearest."""
        self.set(node, similarities)
        known = self.weights[: len(similarities)]
        worst = known.argmin(1)
        row = np.arange(len(similarities))
        closer = np.flatnonzero((similarities > known[row, worst]) & (row != node))
        self.others[closer, worst[closer]] = node
        self.weights[closer, worst[closer]] = similarities[closer]

    def forget(self, node: int) -> None:
        """A statement went. Who had it near has one neighbour less until all is weighed again, or
        somebody else comes: to look for another would cost more than it tells.
        """
        gone = self.others == node
        gone[node] = True
        self.others[gone], self.weights[gone] = NOBODY, -1

    def edges(self, nodes: Ints, least: float) -> list[Edges]:
        """The graph of these statements, in their order: the larger of the two directions, where it
        is more than `least`. A tie of 1 is as strong as is usual for the two.

        Long statements and those on much debated subjects are near to everything: each similarity
        is divided by what is usual at both ends (L. Zelnik-Manor and P. Perona, 2004, “Self-tuning
        spectral clustering”).
        """
        place = np.full(len(self.others) + 1, NOBODY)
        place[nodes] = np.arange(len(nodes))
        weights, others = self.weights[nodes], place[self.others[nodes]]
        near = (weights > least) & (others >= 0)
        usual = np.sqrt((weights * near).sum(1) / np.maximum(near.sum(1), 1))
        here, which = np.nonzero(near)
        there = others[here, which]
        tie = weights[here, which] / (usual[here] * np.maximum(usual[there], usual[here] / 10))
        return _symmetric(here, there, tie, len(nodes))


def _symmetric(here: Ints, there: Ints, tie: Floats, count: int) -> list[Edges]:
    pairs = np.concatenate((here * count + there, there * count + here))
    ties = np.concatenate((tie, tie)).astype(np.float64)
    order = np.lexsort((-ties, pairs))
    first = np.ones(len(order), bool)
    first[1:] = np.diff(pairs[order]) > 0
    kept = order[first]
    rows, others = np.divmod(pairs[kept], count)
    ends = np.searchsorted(rows, np.arange(count + 1)).tolist()
    flat = list(zip(others.tolist(), ties[kept].tolist(), strict=True))
    return [flat[ends[row] : ends[row + 1]] for row in range(count)]


def _longer(table: NDArray[Any], more: int, filling: int) -> NDArray[Any]:
    rows = np.full((more, table.shape[1]), filling, table.dtype)
    return np.concatenate((table, rows))


def blocks(count: int) -> Iterator[tuple[int, int]]:
    """The numbers of all rows, so many at a time: the first, and the first of the next."""
    for start in range(0, count, BLOCK):
        yield start, min(start + BLOCK, count)
