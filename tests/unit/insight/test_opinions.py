"""Opinion groups, exact against what servers of Polis computed (tests/data/polis_math)."""

import gzip
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from facilitation.insight.opinions.consensus import consensus, representative, support
from facilitation.insight.opinions.groups import Room, groups, shown
from facilitation.insight.opinions.kmeans import kmeans, silhouette
from facilitation.insight.opinions.plane import plane

FOLDER = Path(__file__).parents[2] / "data" / "polis_math"
FILES = sorted(FOLDER.glob("*.json.gz"))
VOTES = arrays.arrays(
    float,
    st.tuples(st.integers(0, 40), st.integers(1, 12)),
    elements=st.sampled_from([1.0, -1.0, 0.0, np.nan]),
)


@dataclass
class Served:
    """What a server knew and what it made of it."""

    told: dict[str, Any]
    statements: list[int]
    votes: np.ndarray
    labels: np.ndarray
    moderated: list[int]
    kept: list[int]


@pytest.fixture(params=FILES, ids=lambda file: file.name[:8])
def served(request: pytest.FixtureRequest) -> Served:
    told = json.loads(gzip.decompress(request.param.read_bytes()))
    statements = sorted(set(told["tids"]))
    people = sorted({vote[0] for vote in told["votes"]})
    votes = np.full((len(people), len(statements)), np.nan)
    for person, statement, vote in told["votes"]:
        if statement in statements:
            votes[people.index(person), statements.index(statement)] = vote
    labels = np.full(len(people), -1)
    for group, members in enumerate(told["groups"]):
        labels[[people.index(one) for one in members if one in people]] = group
    moderated = [statements.index(one) for one in told["mod_out"] if one in statements]
    kept = [people.index(one) for one in told["in_conv"] if one in people]
    return Served(told, statements, votes, labels, moderated, kept)


def agreement(one: np.ndarray, other: np.ndarray) -> float:
    """The adjusted Rand index (Hubert and Arabie, 1985)."""
    table = np.array([[((one == a) & (other == b)).sum() for b in set(other)] for a in set(one)])

    def couples(counts: np.ndarray) -> float:
        return float((counts * (counts - 1) / 2).sum())

    rows, columns = couples(table.sum(1)), couples(table.sum(0))
    chance = rows * columns / couples(np.array([len(one)]))
    return (couples(table) - chance) / ((rows + columns) / 2 - chance)


def test_there_are_two_conversations_to_compare_with() -> None:
    assert len(FILES) == 2


def test_the_plane_is_that_of_the_server(served: Served) -> None:
    order = [served.statements.index(one) for one in served.told["tids"]]
    found = plane(served.votes, served.moderated).components[:, order]
    cosines = np.abs((found * np.array(served.told["pca_comps"])).sum(1))
    assert cosines.min() > 0.999


def test_group_informed_consensus_is_that_of_the_server(served: Served) -> None:
    theirs = [served.told["group_aware_consensus"][str(one)] for one in served.statements]
    assert support(served.votes, served.labels) == pytest.approx(theirs, abs=1e-5)


def test_consensus_statements_are_those_of_the_server(served: Served) -> None:
    found = consensus(served.votes, served.moderated)
    mine = {side: {served.statements[one] for one in told} for side, told in found.items()}
    assert mine == {side: set(told) for side, told in served.told["consensus"].items()}


def test_representative_statements_are_those_of_the_server(served: Served) -> None:
    found = representative(served.votes, served.labels, served.moderated)
    for group, told in found.items():
        mine = {(served.statements[one.statement], one.side) for one in told}
        assert mine == {tuple(one) for one in served.told["repness"][str(group)]}


def test_groups_started_from_those_of_the_server_stay_and_keep_their_numbers(
    served: Served,
) -> None:
    room = Room(served.moderated, served.kept, served.labels, len(served.told["groups"]))
    found = groups(served.votes, room).labels
    both = served.labels >= 0
    assert agreement(found[both], served.labels[both]) > 0.95
    assert (found == served.labels)[both].mean() > 0.95


def two_camps(people: int) -> np.ndarray:
    """Half of the room agrees with the first statements, half with the last."""
    side = np.where(np.arange(people) % 2, 1.0, -1.0)
    votes = np.outer(side, [1, 1, 1, 1, -1, -1, -1, -1])
    chance = np.random.default_rng(people)
    votes[chance.random(votes.shape) < 0.2] = 0
    votes[chance.random(votes.shape) < 0.1] *= -1
    votes[chance.random(votes.shape) < 0.1] = np.nan
    return votes


def test_two_camps_are_two_groups_of_at_least_five() -> None:
    found = groups(two_camps(40))
    assert max(found.silhouettes, key=lambda number: found.silhouettes[number]) == 2
    assert set(found.labels[::2]).isdisjoint(set(found.labels[1::2]) - {-1})
    assert shown(found.labels) == (0, 1)


def test_a_small_room_has_few_groups() -> None:
    chance = np.random.default_rng(1)
    votes = chance.choice([1.0, -1.0], size=(20, 10))
    assert max(groups(votes).silhouettes) <= 3


@pytest.mark.parametrize(
    ("sizes", "told"),
    [
        ((30, 10), (0, 1)),
        ((30, 10, 4), (0,)),
        ((30, 10, 3, 2), (0, 1)),
        ((30, 4), ()),
        ((6, 5, 4), (0,)),
        ((4, 4), ()),
    ],
)
def test_no_group_under_five_is_told_nor_follows_by_subtraction(
    sizes: tuple[int, ...], told: tuple[int, ...]
) -> None:
    assert shown(np.repeat(np.arange(len(sizes)), sizes)) == told


def test_what_one_group_rejects_has_little_support_however_large_the_others() -> None:
    votes = np.array([[1.0, 1.0]] * 30 + [[-1.0, 1.0]] * 6)
    labels = np.repeat([0, 1], [30, 6])
    first, second = support(votes, labels)
    assert first < 0.2 < second


@settings(max_examples=25, deadline=None)
@given(VOTES)
def test_any_votes_give_groups_that_a_second_run_keeps(votes: np.ndarray) -> None:
    found = groups(votes)
    again = groups(votes, Room(last=found.labels, count=len(set(found.labels) - {-1}) or None))
    assert (groups(votes).labels == found.labels).all()
    assert ((again.labels == -1) == (found.labels == -1)).all()
    assert all((found.labels == one).sum() >= 5 for one in shown(found.labels))
    told = representative(votes, found.labels)
    assert all(len(statements) <= 5 for statements in told.values())
    assert np.isfinite(found.plane.places).all()


def test_points_that_are_all_alike_are_one_heap_without_a_fault() -> None:
    points = np.zeros((6, 2))
    cut = kmeans(points, 3, np.ones(6))
    assert cut.spread == 0
    assert silhouette(points, cut.labels) in {-1.0, 0.0}
