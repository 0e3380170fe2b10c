"""Weighted k-means and the silhouette, small and seeded.

k-means by Lloyd (1982), started as k-means++ does (Arthur and Vassilvitskii, 2007) or from given
centres; silhouette by Rousseeuw (1987).
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Weights = NDArray[np.float64]
Labels = NDArray[np.int64]

STARTS: Final = 10
ROUNDS: Final = 100


@dataclass(frozen=True, slots=True)
class Cut:
    """Points cut into groups: the group of each, the centres, and how far points are from them."""

    labels: Labels
    centres: Points
    spread: float


def distances(points: Points, others: Points) -> Points:
    """The squared distance of each point from each other."""
    lengths = (points * points).sum(1)[:, None] + (others * others).sum(1)[None, :]
    found: Points = np.maximum(lengths - 2 * (points @ others.T), 0)
    return found


def kmeans(
    points: Points, count: int, weights: Weights, *, seed: int = 0, starts: int = STARTS
) -> Cut:
    """The best of several starts, always the same for the same points."""
    chance = np.random.default_rng(seed)
    cuts = [settle(points, _seeds(points, count, weights, chance), weights) for _ in range(starts)]
    return min(cuts, key=lambda cut: cut.spread)


def settle(points: Points, centres: Points, weights: Weights) -> Cut:
    """Groups from given centres, until none changes."""
    centres = centres.copy()
    labels = np.full(len(points), -1)
    for _ in range(ROUNDS):
        nearest = distances(points, centres).argmin(1)
        if (nearest == labels).all():
            break
        labels = nearest
        weight = np.bincount(labels, weights, len(centres))
        filled = weight > 0
        for axis in range(points.shape[1]):
            sums = np.bincount(labels, weights * points[:, axis], len(centres))
            centres[filled, axis] = sums[filled] / weight[filled]
    apart = distances(points, centres)[np.arange(len(points)), labels]
    return Cut(labels, centres, float((apart * weights).sum()))


def _seeds(points: Points, count: int, weights: Weights, chance: np.random.Generator) -> Points:
    """First centres far from one another."""
    chosen = [points[chance.choice(len(points), p=weights / weights.sum())]]
    while len(chosen) < count:
        nearest = distances(points, np.array(chosen)).min(1) * weights
        odds = nearest / nearest.sum() if nearest.sum() > 0 else weights / weights.sum()
        chosen.append(points[chance.choice(len(points), p=odds)])
    return np.array(chosen)


def silhouette(points: Points, labels: Labels) -> float:
    """How much nearer points are to their own group than to the next, from -1 to 1."""
    groups, own = np.unique(labels, return_inverse=True)
    if len(groups) < 2:
        return -1.0
    apart = np.sqrt(distances(points, points))
    sums = np.stack([apart[:, own == group].sum(1) for group in range(len(groups))], 1)
    sizes = np.bincount(own)
    row = np.arange(len(points))
    within = sums[row, own] / np.maximum(sizes[own] - 1, 1)
    means = sums / sizes
    means[row, own] = np.inf
    without = means.min(1)
    worth = (without - within) / np.maximum(np.maximum(within, without), 1e-12)
    return float(np.where(sizes[own] == 1, 0.0, worth).mean())
