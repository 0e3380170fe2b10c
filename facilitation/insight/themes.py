"""The suggestion: which statements belong together, under which name, and which to none.

What a person placed stays; groups that were there keep their keys; what was joined or parted by
hand draws together or keeps apart what is like it. Nothing here is ever carried out by itself.
"""

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from facilitation.insight.corpus import Corpus
from facilitation.insight.louvain import degrees_of, partition
from facilitation.insight.naming import Name, name_all

RESOLUTION: Final = 1.5
#: Fewer statements than this are no theme.
SMALLEST: Final = 2
#: A statement with a smaller share of its ties in its own theme is on the edge of several: of such
#: statements people agree with one in four.
HELD: Final = 0.25

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What people decided, by the keys of statements: the theme each was placed in, the group each
    was in before, and how strongly two are drawn together (above 0) or held apart (below).
    """

    placed: Mapping[str, str] = field(default_factory=dict)
    before: Mapping[str, str] = field(default_factory=dict)
    links: Mapping[Pair, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Group:
    """Statements that belong together; `central` is the one most like all others."""

    key: str
    members: tuple[str, ...]
    name: Name
    central: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The groups, the largest first; the statements outside of all, each with the group it is
    nearest to, if any; and which engine ran.
    """

    groups: tuple[Group, ...]
    outside: Mapping[str, str | None]
    engine: str

    def labels(self) -> dict[str, str]:
        """The group of each statement that has one."""
        return {key: group.key for group in self.groups for key in group.members}


def suggest(corpus: Corpus, wishes: Wishes | None = None, seed: int = 0) -> Suggestion:
    """The groups that stand out now; the same statements and wishes always give the same."""
    wishes = wishes or Wishes()
    corpus.freshen()
    board = _Board(corpus, wishes)
    board.settle(board.partition(seed))
    return Suggestion(board.groups(), board.outside(), corpus.engine)


class _Board:
    """One suggestion in the making: nodes of the graph on one side, statements on the other."""

    def __init__(self, corpus: Corpus, wishes: Wishes) -> None:
        self._corpus, self._wishes = corpus, wishes
        nodes, self.edges = corpus.graph()
        self._place = {node: place for place, node in enumerate(nodes)}
        self._keys = sorted({*wishes.placed.values(), *wishes.before.values()})
        number = {key: place for place, key in enumerate(self._keys)}
        before = self._votes(wishes.before)
        self.start = [
            number[before[place]] if place in before else len(number) + place
            for place in range(len(nodes))
        ]
        placed = self._votes(wishes.placed)
        self._held = {place: number[key] for place, key in placed.items()}
        # Before the links: what was learnt ties, and makes no theme too large to stand.
        self._degrees = degrees_of(self.edges)
        self._link()
        self._members: dict[str, list[str]] = {}
        self._of_place: list[str] = []
        self._loose: set[int] = set()

    def partition(self, seed: int) -> list[int]:
        """The group of each node, by its number: first as if nothing were placed, then from there,
        each theme beginning with the group in which most of its texts were found. Begun with the
        placed texts alone, a few of them made the themes of all others worse.
        """
        free = self._run(self.start, (), seed)
        if not self._held:
            return free
        named = self._adopted(free)
        start = [self._held.get(place, named[label]) for place, label in enumerate(free)]
        return self._run(start, sorted(self._held), seed)

    def _run(self, start: Sequence[int], pinned: Sequence[int], seed: int) -> list[int]:
        return partition(
            self.edges,
            start,
            pinned,
            degrees=self._degrees,
            resolution=RESOLUTION,
            seed=seed,
        )

    def _adopted(self, free: Sequence[int]) -> dict[int, int]:
        """The number under which each group found goes on: that of the theme with most texts in it,
        each theme once; one that was there before keeps its own.
        """
        shared = Counter((free[place], theme) for place, theme in self._held.items())
        named: dict[int, int] = {label: label for label in free}
        taken: set[int] = set()
        for (label, theme), _ in sorted(shared.items(), key=lambda one: (-one[1], one[0])):
            if label >= len(self._keys) and named[label] == label and theme not in taken:
                named[label] = theme
                taken.add(theme)
        return named

    def _place_of(self, key: str) -> int | None:
        statement = self._corpus.statements.get(key)
        return None if statement is None else self._place.get(statement.node)

    def _votes(self, chosen: Mapping[str, str]) -> dict[int, str]:
        """The group of each node: that of most of its statements, when some were chosen for."""
        votes: defaultdict[int, Counter[str]] = defaultdict(Counter)
        for key, group in sorted(chosen.items()):
            place = self._place_of(key)
            if place is not None:
                votes[place][group] += 1
        return {place: count.most_common(1)[0][0] for place, count in votes.items()}

    def _link(self) -> None:
        """What was joined or parted by hand, as ties between the nodes."""
        for (left, right), weight in sorted(self._wishes.links.items()):
            here, there = self._place_of(left), self._place_of(right)
            if here is not None and there is not None and here != there:
                self.edges[here].append((there, weight))
                self.edges[there].append((here, weight))

    def settle(self, labels: Sequence[int]) -> None:
        """Give every statement its group, after the run."""
        names = _fresh_keys(labels, self._keys)
        self._of_place = [names[label] for label in labels]
        self._loose = {place for place in range(len(labels)) if not self._is_held(place)}
        self._members = defaultdict(list)
        for key in sorted(self._corpus.statements):
            group = self._group_of(key)
            if group is not None:
                self._members[group].append(key)
        self._members = {
            group: members for group, members in self._members.items() if self._is_theme(members)
        }

    def _group_of(self, key: str) -> str | None:
        """Its group, unless hardly anything ties it there and it was not there before."""
        place = self._place_of(key)
        if key in self._wishes.placed or place is None:
            return self._wishes.placed.get(key)
        group = self._of_place[place]
        kept = place not in self._loose or self._wishes.before.get(key) == group
        return group if kept else None

    def _is_held(self, place: int) -> bool:
        ties = [(self._of_place[other], tie) for other, tie in self.edges[place] if tie > 0]
        own = sum(tie for group, tie in ties if group == self._of_place[place])
        return own >= HELD * sum(tie for _, tie in ties)

    def _is_theme(self, members: Sequence[str]) -> bool:
        return len(members) >= SMALLEST or any(key in self._wishes.placed for key in members)

    def groups(self) -> tuple[Group, ...]:
        """The themes, the largest first."""
        order = sorted(self._members.items(), key=lambda one: (-len(one[1]), one[1]))
        statements = self._corpus.statements
        said = [[statements[key].said for key in members] for _, members in order]
        centres = [self._central(group, members) for group, members in order]
        spare = [statements[key].text for key in centres]
        names = name_all(self._corpus.usage, said, spare)
        return tuple(
            Group(group, tuple(members), name, central)
            for (group, members), name, central in zip(order, names, centres, strict=True)
        )

    def _central(self, group: str, members: Sequence[str]) -> str:
        """The statement that its group holds most strongly."""
        return max(members, key=lambda key: (self._ties(self._place_of(key))[group], key))

    def _ties(self, place: int | None) -> defaultdict[str, float]:
        """How strongly each group holds a statement."""
        held: defaultdict[str, float] = defaultdict(float)
        for other, weight in self.edges[place] if place is not None else ():
            held[self._of_place[other]] += weight
        return held

    def outside(self) -> dict[str, str | None]:
        """The statements in no theme, each with the theme that holds it most."""
        inside = {key for members in self._members.values() for key in members}
        return {key: self._nearest(key) for key in sorted(self._corpus.statements.keys() - inside)}

    def _nearest(self, key: str) -> str | None:
        ties = self._ties(self._place_of(key))
        held = {group: tie for group, tie in ties.items() if group in self._members}
        return max(held, key=lambda group: (held[group], group)) if held else None


def _fresh_keys(labels: Iterable[int], known: Sequence[str]) -> dict[int, str]:
    """The key of each group: its own if it was there before, else one that nobody has."""
    taken = set(known)
    free = (key for number in itertools.count(1) if (key := f"S{number}") not in taken)
    return {
        label: known[label] if label < len(known) else next(free) for label in dict.fromkeys(labels)
    }
