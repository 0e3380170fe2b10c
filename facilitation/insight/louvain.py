"""Groups in a graph of neighbours, where some nodes may not move.

The method of Louvain (Blondel, Guillaume, Lambiotte, Lefebvre, 2008, “Fast unfolding of communities
in large networks”) with a resolution (Reichardt and Bornholdt, 2006). What is ours: nodes may be
pinned, and the search may start from groups that are there already, so that they keep their names.
"""

import itertools
import random
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

Edges = list[tuple[int, float]]

#: A sweep in which fewer nodes than this share moved is the last of its level.
SETTLED: Final = 0.002
SWEEPS: Final = 20
#: Below this a gain is the noise of adding floating-point numbers in another order.
NOISE: Final = 1e-12


@dataclass(slots=True)
class _Level:
    """A graph whose nodes are nodes or, higher up, whole groups of them."""

    edges: list[Edges]
    degrees: list[float]
    labels: list[int]
    free: list[int]
    pull: float
    unused: Iterator[int]

    def totals(self) -> dict[int, float]:
        """The degrees added up by group."""
        found: dict[int, float] = {}
        for label, degree in zip(self.labels, self.degrees, strict=True):
            found[label] = found.get(label, 0.0) + degree
        return found


def partition(  # noqa: PLR0913 - all but the graph may be left out
    edges: list[Edges],
    start: Sequence[int] | None = None,
    pinned: Collection[int] = (),
    *,
    degrees: Sequence[float] = (),
    resolution: float = 1.0,
    seed: int = 0,
) -> list[int]:
    """The group of each node: numbers of `start` live on, those of pinned nodes never change.

    `edges` must be symmetric; nodes that start in different groups and are pinned stay apart.
    `degrees` are those of the edges, unless some edges shall tie without making a node weightier.
    """
    chance = random.Random(seed)  # noqa: S311 - an order of visits, no secret
    weights = list(degrees) or degrees_of(edges)
    pull = resolution / (sum(weights) or 1.0)
    labels = list(start) if start is not None else list(range(len(edges)))
    kept = set(pinned)
    free = [node for node in range(len(edges)) if node not in kept]
    unused = itertools.count(max(labels, default=0) + 1)
    level = _Level(edges, weights, labels, free, pull, unused)
    place = list(range(len(edges)))
    while True:
        moved = _settle(level, chance)
        above, upward = _joined(level)
        place = [upward[node] for node in place]
        if not moved or len(above.labels) == len(level.labels):
            return [above.labels[node] for node in place]
        level = above


def degrees_of(edges: list[Edges]) -> list[float]:
    """How strongly each node is tied to all others."""
    return [sum(weight for _, weight in row if weight > 0) for row in edges]


def _settle(level: _Level, chance: random.Random) -> bool:
    """Move nodes to the group that gains most until hardly any moves."""
    totals = level.totals()
    ever = False
    for _ in range(SWEEPS):
        chance.shuffle(level.free)
        moved = sum(_moves(level, node, totals) for node in level.free)
        ever = ever or moved > 0
        if moved <= len(level.free) * SETTLED:
            break
    return ever


def _moves(level: _Level, node: int, totals: dict[int, float]) -> bool:
    """Put one node where modularity gains most; tell whether it moved."""
    labels, old = level.labels, level.labels[node]
    ties: dict[int, float] = {old: 0.0}
    for other, weight in level.edges[node]:
        if other != node:
            label = labels[other]
            ties[label] = ties.get(label, 0.0) + weight
    totals[old] -= level.degrees[node]
    share = level.degrees[node] * level.pull
    best, most = old, ties[old] - share * totals[old] + NOISE
    for label, tie in ties.items():
        gain = tie - share * totals[label]
        if gain > most:
            best, most = label, gain + NOISE
    if most < 0:
        # Nobody holds it: it is better off alone than where a warm start or a link put it.
        best = next(level.unused)
    totals[best] = totals.get(best, 0.0) + level.degrees[node]
    labels[node] = best
    return best != old


def _joined(level: _Level) -> tuple[_Level, list[int]]:
    """The graph of the groups, and the new node of each node; one with a pinned node is pinned."""
    ids = {label: place for place, label in enumerate(dict.fromkeys(level.labels))}
    upward = [ids[label] for label in level.labels]
    edges: list[dict[int, float]] = [{} for _ in ids]
    degrees = [0.0] * len(ids)
    for node, row in enumerate(level.edges):
        own = edges[upward[node]]
        degrees[upward[node]] += level.degrees[node]
        for other, weight in row:
            above = upward[other]
            own[above] = own.get(above, 0.0) + weight
    pinned = {upward[node] for node in set(range(len(upward))).difference(level.free)}
    free = [node for node in range(len(ids)) if node not in pinned]
    rows = [list(row.items()) for row in edges]
    joined = _Level(rows, degrees, list(ids), free, level.pull, level.unused)
    return joined, upward
