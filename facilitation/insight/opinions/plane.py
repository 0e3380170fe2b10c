"""Where each voter stands on a plane: the two directions in which opinions differ most."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Votes = NDArray[np.float64]
Points = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Plane:
    """The two principal components (rows), the mean vote, and the place of each voter."""

    components: Points
    mean: NDArray[np.float64]
    places: Points


def seen(votes: Votes) -> NDArray[np.bool_]:
    """Which votes were cast; passing is a vote."""
    answer: NDArray[np.bool_] = ~np.isnan(votes)
    return answer


def plane(votes: Votes, moderated: Collection[int] = ()) -> Plane:
    """The plane of a table of votes; statements that were moderated out do not weigh.

    A vote that is missing counts as the mean of its statement, so that it pulls nowhere.
    """
    counted = votes.copy()
    counted[:, list(moderated)] = 0.0
    cast = seen(counted)
    mean = np.where(cast, counted, 0.0).sum(0) / np.maximum(cast.sum(0), 1)
    offset = np.where(cast, counted - mean, 0.0)
    components = _components(offset)
    # Who saw few statements would stand near the middle for that alone: stretched accordingly.
    stretch = np.sqrt(votes.shape[1] / np.maximum(cast.sum(1), 1))
    return Plane(components, mean, (offset @ components.T) * stretch[:, None])


def _components(offset: Points) -> Points:
    """The two leading directions, by the smaller of the two Gram matrices."""
    people, statements = offset.shape
    if people >= statements:
        found = np.linalg.eigh(offset.T @ offset)[1][:, ::-1][:, :2].T
    else:
        found = _directions(offset)
    whole = np.zeros((2, statements))
    whole[: len(found)] = found
    return np.array([_signed(one) for one in whole])


def _directions(offset: Points) -> Points:
    strengths, sides = np.linalg.eigh(offset @ offset.T)
    leading, strengths = sides[:, ::-1][:, :2], strengths[::-1][:2]
    found: Points = (offset.T @ leading / np.sqrt(np.maximum(strengths, 1e-12))).T
    return found


def _signed(direction: NDArray[np.float64]) -> NDArray[np.float64]:
    """One of the two senses of a direction, always the same: the map must not flip."""
    sense = -1.0 if direction.size and direction[np.abs(direction).argmax()] < 0 else 1.0
    return direction * sense
