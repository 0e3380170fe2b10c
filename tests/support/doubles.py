"""The ports held in memory: the contract suite keeps them as truthful as the real ones."""

import itertools
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from typing import Any

from facilitation.domain.core import Box, CastPaper, Effect, EmptyBox, EraseText, Paper, SetName
from facilitation.domain.evolve import Recorded
from facilitation.protocol import wire
from facilitation.protocol.blanking import blanked, wordings
from facilitation.protocol.credentials import Credential
from facilitation.protocol.ports import Answered, Entry, Loaded, StorageFailed

Json = dict[str, Any]


@dataclass
class Shelf:
    """What is kept of one workshop."""

    epoch: str
    recorded: dict[int, Recorded] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    answers: dict[tuple[str, str], Answered] = field(default_factory=dict)
    signed: dict[str, set[str]] = field(default_factory=dict)
    papers: dict[str, dict[str, Paper]] = field(default_factory=dict)

    def take(self, entry: Entry) -> None:
        """One entry, refused whole when it would write over something."""
        for one in entry.recorded:
            _put(self.recorded, one.seq, one)
        for effect in entry.effects:
            self._apply(effect)
        if entry.key:
            _put(self.answers, (entry.owner, entry.key), Answered(entry.body_hash, entry.answer))

    def _apply(self, effect: Effect) -> None:
        if isinstance(effect, EraseText):
            self._erase(effect)
        match effect:
            case SetName(participant, name):
                self.names.pop(participant, None)
                if name:
                    self.names[participant] = name
            case CastPaper(ballot, key_hash, paper, signed):
                self._cast(self.papers.setdefault(ballot, {}), key_hash, paper, signed)
                if signed is not None:
                    _put_in(self.signed.setdefault(ballot, set()), signed)
            case EmptyBox(ballot):
                self.papers.pop(ballot, None)
                self.signed.pop(ballot, None)

    def _erase(self, effect: EraseText) -> None:
        said = wordings(self.recorded.values(), effect)
        for seq, one in self.recorded.items():
            body = blanked(one, effect, said)
            if body is not None:
                event = wire.decode_event(one.event.event_name, body)
                self.recorded[seq] = replace(one, event=event)

    def _cast(
        self, papers: dict[str, Paper], key_hash: str, paper: Paper, signed: str | None
    ) -> None:
        if signed is not None:
            _put(papers, key_hash, paper)
        elif key_hash in papers:
            papers[key_hash] = replace(paper, group=papers[key_hash].group)


def _put(kept: dict[Any, Any], key: Any, value: Any) -> None:
    if key in kept:
        raise StorageFailed("storage_failed")
    kept[key] = value


def _put_in(kept: set[str], value: str) -> None:
    if value in kept:
        raise StorageFailed("storage_failed")
    kept.add(value)


class MemoryLog:
    """An event log; `failing` names the code with which the next batches fail."""

    def __init__(self) -> None:
        self.shelves: dict[str, Shelf] = {}
        self.credentials: list[Credential] = []
        self.batches: list[int] = []
        self.failing = ""

    def codes(self) -> list[str]:
        """Every workshop's code, oldest first."""
        return list(self.shelves)

    def create(self, code: str, epoch: str) -> None:
        """Make room for a workshop."""
        _put(self.shelves, code, Shelf(epoch))

    def load(self, code: str) -> Loaded:
        """A copy of what is kept."""
        kept = deepcopy(self.shelves[code])
        recorded = [kept.recorded[seq] for seq in sorted(kept.recorded)]
        return Loaded(kept.epoch, recorded, kept.names, kept.answers, Box(kept.signed, kept.papers))

    def append(self, code: str, entries: Sequence[Entry]) -> None:
        """All or nothing."""
        if self.failing:
            raise StorageFailed(self.failing)
        shelf = deepcopy(self.shelves[code])
        for entry in entries:
            shelf.take(entry)
        self.shelves[code] = shelf
        self.credentials.extend(one for entry in entries for one in entry.credentials)
        self.batches.append(len(entries))

    def probe(self) -> None:
        """Fail like the next batch would."""
        if self.failing:
            raise StorageFailed(self.failing)

    def close(self) -> None:
        """Nothing to let go of."""


class MemoryCredentials:
    """Credentials by the hash of their secret."""

    def __init__(self) -> None:
        self._kept: dict[str, Credential] = {}

    def find(self, secret_hash: str) -> Credential | None:
        """The credential of a secret."""
        return self._kept.get(secret_hash)

    def add(self, credential: Credential) -> None:
        """Keep one more."""
        _put(self._kept, credential.secret_hash, credential)

    def use(self, secret_hash: str, participant: str | None = None) -> bool:
        """Mark as used; False if it was already."""
        found = self._kept.get(secret_hash)
        if found is None or found.used:
            return False
        self._kept[secret_hash] = replace(found, used=True, participant=participant)
        return True

    def seat(self, secret_hash: str, before: str, participant: str) -> bool:
        """Give a seat to somebody else; False if it is no longer the one's before."""
        found = self._kept.get(secret_hash)
        if found is None or found.participant != before:
            return False
        self._kept[secret_hash] = replace(found, participant=participant)
        return True

    def held(self, workshop: str) -> list[Credential]:
        """Tokens and tables' codes of a workshop, participants' aside."""
        return [
            one
            for one in self._kept.values()
            if one.workshop == workshop
            and one.participant is None
            and one.kind in {"token", "paired", "resume"}
        ]

    def remove(self, workshop: str, ids: set[str]) -> None:
        """Forget credentials by their ids."""
        for one in list(self._kept.values()):
            if one.workshop == workshop and one.id in ids:
                del self._kept[one.secret_hash]

    def still(self, hashes: set[str]) -> set[str]:
        """Those of these hashes that are still kept."""
        return hashes & set(self._kept)

    def close(self) -> None:
        """Nothing to let go of."""


@dataclass
class HandClock:
    """A clock that a test moves by hand."""

    time: int = 1_362_640_000_000

    def now(self) -> int:
        """Milliseconds since the epoch."""
        return self.time


@dataclass
class CountingIds:
    """Names one after another, of the form that random ones have."""

    counter: Any = field(default_factory=lambda: itertools.count(1))

    def new(self) -> str:
        """Thirty-two hexadecimal digits."""
        return f"{next(self.counter):032x}"


@dataclass
class KeptMessages:
    """A publisher that keeps what it was given, in order."""

    sent: list[tuple[str, str, str, Json]] = field(default_factory=list)

    def changes(self, code: str, stream: str, message: Json) -> None:
        """Keep a stream's changes."""
        self.sent.append(("changes", code, stream, message))

    def live(self, code: str, stream: str, message: Json) -> None:
        """Keep live values."""
        self.sent.append(("live", code, stream, message))
