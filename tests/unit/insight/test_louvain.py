"""Groups in a graph: what belongs together is found, what is pinned does not move."""

import random

from hypothesis import given
from hypothesis import strategies as st

from facilitation.insight.louvain import Edges, partition


def graph(links: list[tuple[int, int, float]], nodes: int) -> list[Edges]:
    edges: list[Edges] = [[] for _ in range(nodes)]
    for left, right, weight in links:
        edges[left].append((right, weight))
        edges[right].append((left, weight))
    return edges


def cliques(count: int, size: int) -> list[tuple[int, int, float]]:
    """Full groups in a ring, one weak tie from each to the next."""
    inside = [
        (base + left, base + right, 1.0)
        for base in range(0, count * size, size)
        for left in range(size)
        for right in range(left)
    ]
    ring = [(one * size, (one + 1) % count * size + 1, 0.2) for one in range(count)]
    return inside + ring


def test_full_groups_with_weak_ties_are_found_as_they_are() -> None:
    labels = partition(graph(cliques(6, 5), 30))
    assert [len(set(labels[base : base + 5])) for base in range(0, 30, 5)] == [1] * 6
    assert len(set(labels)) == 6


def test_a_pinned_node_stays_and_draws_its_neighbours() -> None:
    start = [7, *range(100, 129)]
    labels = partition(graph(cliques(6, 5), 30), start, [0])
    assert set(labels[:5]) == {7}


def test_two_pinned_groups_stay_apart_however_close() -> None:
    labels = partition(graph(cliques(1, 6), 6), [1, 2, 10, 11, 12, 13], [0, 1])
    assert labels[0] == 1
    assert labels[1] == 2


def test_a_negative_tie_keeps_two_nodes_apart() -> None:
    near = [(0, 1, 1.0)]
    assert len(set(partition(graph(near, 2)))) == 1
    assert len(set(partition(graph([*near, (0, 1, -5.0)], 2)))) == 2


def test_a_node_that_nobody_holds_leaves_the_group_in_which_it_began() -> None:
    apart = [(0, other, -9.0) for other in range(1, 5)]
    labels = partition(graph([*cliques(2, 5), *apart], 10), [5] * 5 + [6] * 5, range(1, 10))
    assert labels[0] not in labels[1:]


def test_a_warm_start_keeps_the_numbers_of_the_groups() -> None:
    edges = graph(cliques(4, 5), 20)
    before = [40 + node // 5 for node in range(20)]
    assert partition(edges, before, seed=3) == before


@st.composite
def tangles(draw: st.DrawFn) -> tuple[list[Edges], list[int], list[int]]:
    count = draw(st.integers(1, 25))
    chance = random.Random(draw(st.integers(0, 10_000)))  # noqa: S311 - a graph, no secret
    pairs = [(a, b) for a in range(count) for b in range(a) if chance.random() < 0.3]
    links = [(a, b, chance.random()) for a, b in pairs]
    pinned = [node for node in range(count) if chance.random() < 0.3]
    start = [chance.randrange(4) if node in pinned else 10 + node for node in range(count)]
    return graph(links, count), start, pinned


@given(tangles())
def test_pins_hold_whatever_the_graph(tangle: tuple[list[Edges], list[int], list[int]]) -> None:
    edges, start, pinned = tangle
    labels = partition(edges, start, pinned)
    assert [labels[node] for node in pinned] == [start[node] for node in pinned]
    assert labels == partition(edges, start, pinned)
