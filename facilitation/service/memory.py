"""A workshop as memory holds it: the folded state, and what stands beside the log."""

from copy import copy
from dataclasses import dataclass, field, replace
from typing import Any

from facilitation.domain.core import Box, CastPaper, Effect, EmptyBox, Paper, SetName, Touch
from facilitation.domain.evolve import fold
from facilitation.domain.state import State
from facilitation.protocol.ports import Answered, Entry, Loaded, News


@dataclass(slots=True)
class Memory:
    """A workshop's state with what stands beside the log: the ballot box and used keys.

    `owners` says who first used a key: an entry may have been merged into another since.
    `again` holds, by owner of the key, the events brought back after a restore.
    """

    state: State
    signed: dict[str, set[str]] = field(default_factory=dict)
    papers: dict[str, dict[str, Paper]] = field(default_factory=dict)
    answers: dict[tuple[str, str], Answered] = field(default_factory=dict)
    again: dict[str, set[int]] = field(default_factory=dict)
    owners: dict[str, str] = field(init=False)

    def __post_init__(self) -> None:
        self.owners = {key: owner for owner, key in self.answers if owner}

    def box(self) -> Box:
        """The ballot box as decide sees it."""
        return Box(self.signed, self.papers)

    def take(self, entry: Entry) -> list[Any]:
        """Let an accepted command happen; answers the changes to publish."""
        changes: list[Any] = []
        for effect in entry.effects:
            self._apply(effect)
        for recorded in entry.recorded:
            changes.extend(fold(self.state, recorded))
        if entry.again:
            brought = self.again.setdefault(entry.owner, set())
            brought.update(recorded.seq for recorded in entry.recorded)
        if entry.key:
            self.answers[entry.owner, entry.key] = Answered(entry.body_hash, entry.answer)
            self.owners.setdefault(entry.key, entry.owner)
        return changes

    def _apply(self, effect: Effect) -> None:
        match effect:
            case SetName(participant, name):
                if name:
                    self.state.names[participant] = name
                else:
                    self.state.names.pop(participant, None)
            case CastPaper(ballot, key_hash, paper, signed):
                papers = self.papers.setdefault(ballot, {})
                # As on disk: whoever changes their mind stays counted where they first were.
                group = papers[key_hash].group if key_hash in papers else paper.group
                papers[key_hash] = replace(paper, group=group)
                if signed is not None:
                    self.signed.setdefault(ballot, set()).add(signed)
            case EmptyBox(ballot):
                self.papers.pop(ballot, None)
                self.signed.pop(ballot, None)

    def learn(self, news: News) -> list[Any]:
        """Let what other workers left happen; answers the changes to publish."""
        changes: list[Any] = []
        for recorded in news.recorded:
            changes.extend(fold(self.state, recorded))
        if news.names is not None:
            self.state.names = dict(news.names)
        for (owner, key), answer in news.answers.items():
            self.answers[owner, key] = answer
            if owner:
                self.owners.setdefault(key, owner)
        if news.box is not None:
            # Of the papers only those that this batch may need: memory alone is no count of them.
            self.signed = {ballot: set(voters) for ballot, voters in news.box.signed.items()}
            self.papers = {ballot: dict(kept) for ballot, kept in news.box.papers.items()}
        return changes

    def become(self, fresh: "Memory") -> list[Touch]:
        """Hold what the disk now says of what already happened; answers which records differ."""
        before = self.state.collections
        differ = [
            Touch(name, key)
            for name, records in fresh.state.collections.items()
            for key in before[name].keys() | records.keys()
            if before[name].get(key) != records.get(key)
        ]
        for name in State.__dataclass_fields__:
            setattr(self.state, name, getattr(fresh.state, name))
        return differ

    def branch(self) -> "Memory":
        """A copy that can run ahead; records themselves are immutable and shared."""
        state = copy(self.state)
        state.collections = {name: dict(kept) for name, kept in state.collections.items()}
        state.versions = dict(state.versions)
        state.names = dict(state.names)
        state.counters = dict(state.counters)
        state.themed = {name: dict(kept) for name, kept in state.themed.items()}
        state.merged = {name: dict(kept) for name, kept in state.merged.items()}
        state.done = {number: copy(done) for number, done in state.done.items()}
        return Memory(
            state,
            {ballot: set(voters) for ballot, voters in self.signed.items()},
            {ballot: dict(kept) for ballot, kept in self.papers.items()},
            dict(self.answers),
            {owner: set(numbers) for owner, numbers in self.again.items()},
        )


def remember(loaded: Loaded) -> Memory:
    """Fold a whole log."""
    state = State(names=dict(loaded.names), former=loaded.lives)
    for recorded in loaded.recorded:
        fold(state, recorded)
    signed = {ballot: set(voters) for ballot, voters in loaded.box.signed.items()}
    papers = {ballot: dict(kept) for ballot, kept in loaded.box.papers.items()}
    return Memory(state, signed, papers, dict(loaded.answers))
