"""Numbered streams: what one audience has been shown of the state, and what changed since.

A stream keeps which records its readers hold and when each last changed; for whoever comes in, also
how they look as JSON, until they change. Its numbers are places in the log, so that they mean the
same to every worker and after a restart.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from facilitation.domain.core import Change, Put
from facilitation.domain.records import COLLECTIONS
from facilitation.domain.state import State
from facilitation.protocol import wire
from facilitation.views.audience import Audience
from facilitation.views.projection import project

Json = dict[str, Any]
Key = tuple[str, str]


def key_of(change: Change) -> Key:
    """Which record a change is about."""
    if isinstance(change, Put):
        return change.collection, change.record.id
    return change.collection, change.id


@dataclass(slots=True)
class Stream:
    """One audience's view. `number` is how far the log was when it was last told something,
    `base` how far it was when this view began.
    """

    audience: Audience
    number: int
    base: int
    held: dict[Key, int] = field(default_factory=dict)
    gone: dict[Key, int] = field(default_factory=dict)
    _looks: dict[Key, Any] = field(default_factory=dict)
    _packed: Any = None

    @classmethod
    def begin(cls, state: State, audience: Audience, keys: Iterable[Key]) -> "Stream":
        """A stream that holds all that its audience may see now of these records."""
        stream = cls(audience, state.seq, state.seq)
        for collection, key in keys:
            if stream._projected(state, collection, key) is not None:
                stream.held[collection, key] = stream.base
        return stream

    def _projected(self, state: State, collection: str, key: str) -> Json | None:
        record = state.find(collection, key)
        return project(state, self.audience, collection, record) if record is not None else None

    def advance(self, state: State, changed: Iterable[Key]) -> Json | None:
        """The records to send after these changed; None when the audience saw none of it."""
        records: Json = {}
        for collection, key in changed:
            seen = self._projected(state, collection, key)
            if seen is None and (collection, key) not in self.held:
                continue
            records.setdefault(collection, {})[key] = seen
        if not records:
            return None
        self.number = state.seq
        self._packed = None
        self._remember(records)
        return records

    def _remember(self, records: Json) -> None:
        for collection, changes in records.items():
            for key, seen in changes.items():
                self._looks.pop((collection, key), None)
                old, new = (self.gone, self.held) if seen is not None else (self.held, self.gone)
                old.pop((collection, key), None)
                new[collection, key] = self.number

    def snapshot(self, state: State) -> Json:
        """All that the audience sees, by collection; every collection is named."""
        records: Json = {name: {} for name in COLLECTIONS}
        for collection, key in self.held:
            records[collection][key] = self._projected(state, collection, key)
        for name, kept in records.items():
            records[name] = _in_order(state, name, kept)
        return records

    def packed(self, state: State) -> Any:
        """The same as JSON, made once until something changes: a hall that comes in, or wakes up,
        costs one build.
        """
        if self.audience.kind == "me":
            # One reader, a few records: keeping them ready would only fill the memory.
            return wire.packed(self.snapshot(state))
        if self._packed is None:
            records: Json = {name: {} for name in COLLECTIONS}
            for collection, key in self.held:
                records[collection][key] = self._look(state, collection, key)
            ordered = {name: _in_order(state, name, kept) for name, kept in records.items()}
            self._packed = wire.packed(ordered)
        return self._packed

    def _look(self, state: State, collection: str, key: str) -> Any:
        look = self._looks.get((collection, key))
        if look is None:
            look = wire.packed(self._projected(state, collection, key))
            self._looks[collection, key] = look
        return look

    def since(self, state: State, number: int) -> Json | None:
        """What changed after a number; None when that number cannot be answered for.

        Exact for whoever was told all there was to see at that place in the log.
        """
        if not self.base <= number <= self.number:
            return None
        records: Json = {}
        for (collection, key), at in self.held.items():
            if at > number:
                records.setdefault(collection, {})[key] = self._projected(state, collection, key)
        for (collection, key), at in self.gone.items():
            if at > number:
                records.setdefault(collection, {})[key] = None
        return records


def _in_order(state: State, name: str, kept: Json) -> Json:
    """Records in the order they arrived, whenever this audience came to see them."""
    if len(kept) < 2:
        return kept
    return {key: kept[key] for key in state.collections[name] if key in kept}
