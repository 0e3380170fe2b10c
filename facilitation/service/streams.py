"""Numbered streams: what one audience has been shown of the state, and what changed since.

A stream keeps no text, only which records its readers hold and when each last changed. Its numbers
are places in the log, so that they mean the same to every worker and after a restart.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from facilitation.domain.core import Change, Put
from facilitation.domain.records import COLLECTIONS
from facilitation.domain.state import State
from facilitation.views.audience import Audience
from facilitation.views.projection import personal, project

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

    @classmethod
    def begin(cls, state: State, audience: Audience) -> "Stream":
        """A stream that holds all that its audience may see now."""
        stream = cls(audience, state.seq, state.seq)
        for collection, records in state.collections.items():
            for key, record in records.items():
                if stream._concerns(collection, record) and stream._sees(state, collection, key):
                    stream.held[collection, key] = stream.base
        return stream

    def _concerns(self, collection: str, record: Any) -> bool:
        return self.audience.kind != "me" or personal(collection, record) == self.audience.id

    def _sees(self, state: State, collection: str, key: str) -> bool:
        return self._projected(state, collection, key) is not None

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
        self._remember(records)
        return records

    def _remember(self, records: Json) -> None:
        for collection, changes in records.items():
            for key, seen in changes.items():
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
