"""What unites a room and what sets its groups apart: statistics of votes, given the groups.

Shares are smoothed as by one more vote on each side; a difference counts at nine chances in ten of
being none of chance (one-sided), by tests of proportions.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final, Literal

import numpy as np
from numpy.typing import NDArray

from facilitation.insight.opinions.kmeans import Labels
from facilitation.insight.opinions.plane import Votes, seen

Numbers = NDArray[np.float64]
Side = Literal["agree", "disagree"]
SIDES: Final[tuple[Side, Side]] = ("agree", "disagree")
VOTE: Final[dict[Side, int]] = {"agree": 1, "disagree": -1}

#: The value that a standard normal exceeds in one case of ten.
SURE: Final = 1.2816
MOST: Final = 5


@dataclass(frozen=True, slots=True)
class Representative:
    """A statement that sets a group apart, by the side it takes; `strength` is the larger z of the
    difference from the others.
    """

    statement: int
    side: Side
    strength: float


@dataclass(frozen=True, slots=True)
class _Side:
    """For one group and one side: share, its z, the share by that of the others, the z of that."""

    share: Numbers
    sure: Numbers
    ratio: Numbers
    apart: Numbers

    @property
    def weight(self) -> Numbers:
        """How much a statement says of the group."""
        return self.ratio * self.apart * self.share * self.sure


def support(votes: Votes, labels: Labels, side: Side = "agree") -> Numbers:
    """Group-informed consensus: for each statement, the product over groups of the share that
    takes this side. What one group rejects has little, however large the others are.
    """
    shares = [_share(votes[labels == group], side) for group in _known(labels)]
    return np.prod(shares, axis=0) if shares else np.ones(votes.shape[1])


def consensus(votes: Votes, moderated: Collection[int] = ()) -> dict[Side, list[int]]:
    """The statements on which the room as a whole takes a side, the clearest first."""
    return {side: _clearest(votes, side, moderated) for side in SIDES}


def _clearest(votes: Votes, side: Side, moderated: Collection[int]) -> list[int]:
    share = _share(votes, side)
    sure = proportion(_votes(votes, side), seen(votes).sum(0))
    order = np.argsort(-(share * sure), kind="stable")
    clear = (share > 0.5) & (sure > SURE)  # noqa: PLR2004 - more than half
    return [int(one) for one in order if clear[one] and one not in moderated][:MOST]


def representative(
    votes: Votes, labels: Labels, moderated: Collection[int] = ()
) -> dict[int, list[Representative]]:
    """For each group, the statements that set it apart: those it agrees with first.

    One that the group clearly agrees with comes first of all; where no difference is sure, the
    likeliest alone.
    """
    rows = [one for one in range(votes.shape[1]) if one not in set(moderated)]
    return {
        group: _chosen(_Group(votes[labels == group], votes[_others(labels, group)]), rows)
        for group in _known(labels)
    }


def _known(labels: Labels) -> list[int]:
    return [int(group) for group in np.unique(labels[labels >= 0])]


def _others(labels: Labels, group: int) -> NDArray[np.bool_]:
    answer: NDArray[np.bool_] = (labels >= 0) & (labels != group)
    return answer


class _Group:
    """The figures of one group beside those of all others."""

    def __init__(self, mine: Votes, others: Votes) -> None:
        self.agree = _side(mine, others, "agree")
        self.disagree = _side(mine, others, "disagree")
        self.voted = _votes(mine, "agree") + _votes(mine, "disagree") > 0
        self.strength = np.maximum(self.agree.apart, self.disagree.apart)
        self.agrees = self.agree.apart > self.disagree.apart
        self.weight = np.where(self.agrees, self.agree.weight, self.disagree.weight)
        self.sure = (np.minimum(self.agree.apart, self.agree.sure) > SURE) | (
            np.minimum(self.disagree.apart, self.disagree.sure) > SURE
        )

    def told(self, statement: int) -> Representative:
        """The statement with the side that the group takes."""
        side: Side = "agree" if self.agrees[statement] else "disagree"
        return Representative(statement, side, float(self.strength[statement]))


def _side(mine: Votes, others: Votes, side: Side) -> _Side:
    here, there = _votes(mine, side), _votes(others, side)
    all_here, all_there = seen(mine).sum(0), seen(others).sum(0)
    share = _share(mine, side)
    return _Side(
        share,
        proportion(here, all_here),
        share / _share(others, side),
        difference(here, all_here, there, all_there),
    )


def _chosen(group: _Group, rows: list[int]) -> list[Representative]:
    if not rows:
        return []
    first = _most_agreed(group, rows)
    head = [] if first is None else [first]
    sure = sorted((row for row in rows if group.sure[row]), key=lambda row: -group.weight[row])
    if not sure:
        likeliest = max(rows, key=lambda row: group.strength[row])
        return [group.told(row) for row in head or [likeliest]]
    told = [group.told(row) for row in (head + [row for row in sure if row != first])[:MOST]]
    return sorted(told, key=lambda one: one.side)


def _most_agreed(group: _Group, rows: list[int]) -> int | None:
    """The statement that the group agrees with, and more than the others do: at least one that
    most of the group agrees with, if there is any.
    """
    best: int | None = None
    for row in rows:
        if group.voted[row] and _beats(group.agree, row, best):
            best = row
    return best


def _beats(agree: _Side, row: int, best: int | None) -> bool:
    if best is None:
        clear = agree.ratio[row] > 1 and agree.share[row] > 0.5  # noqa: PLR2004 - more than half
        return bool(agree.sure[row] > SURE or clear)
    if agree.ratio[best] > 1:
        return bool(agree.weight[row] > agree.weight[best])
    alone = agree.share * agree.sure
    return bool(alone[row] > alone[best])


def _votes(votes: Votes, side: Side) -> Numbers:
    counted: Numbers = (votes == VOTE[side]).sum(0).astype(float)
    return counted


def _share(votes: Votes, side: Side) -> Numbers:
    share: Numbers = (_votes(votes, side) + 1) / (seen(votes).sum(0) + 2)
    return share


def proportion(votes: Numbers, cast: Numbers) -> Numbers:
    """How sure it is that more than half take this side: a z, smoothed by one more vote."""
    z: Numbers = 2 * np.sqrt(cast + 1) * ((votes + 1) / (cast + 1) - 0.5)
    return z


def difference(here: Numbers, all_here: Numbers, there: Numbers, all_there: Numbers) -> Numbers:
    """How sure it is that more take this side here than there: the z of two proportions."""
    here, all_here, there, all_there = here + 1, all_here + 1, there + 1, all_there + 1
    pooled = (here + there) / (all_here + all_there)
    error = np.sqrt(pooled * (1 - pooled) * (1 / all_here + 1 / all_there))
    z = here / all_here - there / all_there
    return np.divide(z, error, out=np.zeros_like(error), where=error > 0)
