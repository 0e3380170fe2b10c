"""Who votes alike: opinion groups, their number chosen by the silhouette, kept from run to run.

As Polis does, voters are first gathered in up to a hundred small clusters, and those in two to five
groups. A group is told of only when five people or more are in it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from facilitation.insight.opinions.kmeans import Cut, Labels, Weights, kmeans, settle, silhouette
from facilitation.insight.opinions.plane import Plane, Points, Votes, plane, seen

#: Who cast fewer votes is put in no group, unless hardly anybody cast more.
FEWEST_VOTES: Final = 7
FEWEST_PEOPLE: Final = 15
MOST_CLUSTERS: Final = 100
MOST_GROUPS: Final = 5
#: One group more than two for so many people: five groups of a room of thirty mean nothing.
PEOPLE_A_GROUP: Final = 12
#: Nothing is shown of fewer people.
FEWEST_SHOWN: Final = 5
NOBODY: Final = -1


@dataclass(frozen=True, slots=True)
class Opinions:
    """The group of each voter (-1: none), the plane, and how well each number of groups fits."""

    labels: Labels
    plane: Plane
    silhouettes: dict[int, float]


@dataclass(frozen=True, slots=True)
class Room:
    """What is known before the votes are read: statements moderated out, people who count however
    few votes they cast, the groups of the run before, and a number of groups if it is given.
    """

    moderated: Collection[int] = ()
    kept: Sequence[int] = ()
    last: Labels | None = None
    count: int | None = None
    seed: int = 0


def groups(votes: Votes, room: Room | None = None) -> Opinions:
    """The opinion groups of a table of votes; groups of the run before keep their numbers."""
    room = room or Room()
    flat = plane(votes, room.moderated)
    labels = np.full(len(votes), NOBODY)
    voters = _voters(votes, room.kept)
    if not len(voters):
        return Opinions(labels, flat, {})
    near, weights = _clusters(flat.places[voters], room.seed)
    old = _centres(flat.places, room.last)
    cuts = {
        number: settle(near.centres, old, weights)
        if len(old) == number
        else kmeans(near.centres, number, weights, seed=room.seed)
        for number in _numbers(len(near.centres), room)
    }
    fits = {number: silhouette(near.centres, cut.labels) for number, cut in cuts.items()}
    best = max(fits, key=lambda number: fits[number])
    labels[voters] = cuts[best].labels[near.labels]
    return Opinions(_renumbered(labels, room.last), flat, fits)


def _voters(votes: Votes, kept: Sequence[int]) -> Labels:
    """Who cast enough votes to be put in a group; in a small room, whoever cast most."""
    cast = seen(votes).sum(1)
    enough = cast >= min(FEWEST_VOTES, votes.shape[1])
    enough[list(kept)] = True
    if enough.sum() < FEWEST_PEOPLE:
        enough[np.argsort(-cast, kind="stable")[:FEWEST_PEOPLE]] = True
    return np.flatnonzero(enough & (cast > 0))


def _clusters(places: Points, seed: int) -> tuple[Cut, Weights]:
    """Small clusters of voters and their sizes; each voter alone when they are few."""
    if len(places) <= MOST_CLUSTERS:
        return Cut(np.arange(len(places)), places, 0.0), np.ones(len(places))
    cut = kmeans(places, MOST_CLUSTERS, np.ones(len(places)), seed=seed, starts=1)
    used, labels = np.unique(cut.labels, return_inverse=True)
    return Cut(labels, cut.centres[used], cut.spread), np.bincount(labels).astype(float)


def _numbers(points: int, room: Room) -> Sequence[int]:
    if room.count is not None:
        return (max(1, min(room.count, points)),)
    most = min(MOST_GROUPS, 2 + points // PEOPLE_A_GROUP, points)
    return range(min(2, most), most + 1)


def _centres(places: Points, last: Labels | None) -> Points:
    """Where the groups of the run before stand now."""
    if last is None:
        return np.zeros((0, 2))
    known = np.unique(last[last >= 0])
    return np.array([places[last == group].mean(0) for group in known]).reshape(-1, 2)


def _renumbered(labels: Labels, last: Labels | None) -> Labels:
    """The same groups under the numbers that most of their people had, the largest overlap first;
    the others, the largest first, under the numbers that are free.
    """
    before = np.full(len(labels), NOBODY) if last is None else last
    fresh = sorted(_numbers_in(labels), key=lambda one: (-_size(labels == one), one))
    names = _kept(labels, before, fresh)
    taken = set(names.values())
    free = (number for number in range(2 * len(labels)) if number not in taken)
    renamed = np.full(len(labels), NOBODY)
    for one in fresh:
        renamed[labels == one] = names[one] if one in names else next(free)
    return renamed


def _kept(labels: Labels, before: Labels, fresh: Sequence[int]) -> dict[int, int]:
    overlaps = [
        (-_size((labels == new) & (before == old)), new, old)
        for new in fresh
        for old in _numbers_in(before)
    ]
    names: dict[int, int] = {}
    for overlap, new, old in sorted(overlaps):
        if overlap and new not in names and old not in names.values():
            names[new] = old
    return names


def _numbers_in(labels: Labels) -> list[int]:
    return [int(one) for one in np.unique(labels[labels >= 0])]


def _size(which: NDArray[np.bool_]) -> int:
    return int(which.sum())


def shown(labels: Labels) -> tuple[int, ...]:
    """The groups that may be told of: five people or more in each, and five or more, or nobody, in
    all that are left out, so that nothing follows by subtraction from the whole.
    """
    numbers, sizes = np.unique(labels[labels >= 0], return_counts=True)
    order = sorted(zip(sizes.tolist(), numbers.tolist(), strict=True))
    hidden = 0
    while order and (order[0][0] < FEWEST_SHOWN or 0 < hidden < FEWEST_SHOWN):
        hidden += order.pop(0)[0]
    return tuple(sorted(number for _, number in order))
