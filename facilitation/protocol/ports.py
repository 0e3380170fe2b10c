"""What the service needs from outside, as roles: the log, the clock, ids, the publisher."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from facilitation.domain.core import Box, Effect
from facilitation.domain.evolve import Recorded
from facilitation.domain.records import Life
from facilitation.protocol.credentials import Credential


@dataclass(frozen=True, slots=True)
class Answered:
    """A key already used: the hash of its body and the answer it got."""

    body_hash: str
    answer: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """What one accepted command leaves on disk, all of it in one transaction.

    `owner` and `key` are the idempotence key (empty: none); `body_hash` the body it came with.
    `events` are numbered by the writer; `answer` is what the sender is told. `again`: it comes
    from before a restore, which is remembered in memory only.
    """

    recorded: tuple[Recorded, ...]
    effects: tuple[Effect, ...]
    owner: str
    key: str
    body_hash: str
    answer: dict[str, Any]
    credentials: tuple[Credential, ...] = ()
    again: bool = False


@dataclass(frozen=True, slots=True)
class Loaded:
    """A workshop as the disk holds it: its log, names, box and epoch; `lives`: those before it
    came here in an archive.
    """

    epoch: str
    recorded: Sequence[Recorded]
    names: dict[str, str] = field(default_factory=dict)
    answers: dict[tuple[str, str], Answered] = field(default_factory=dict)
    box: Box = field(default_factory=Box)
    lives: tuple[Life, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What a batch has to know besides the log: answers to its keys, the ballot box.

    `papers` names papers by the hash of their key; None asks for all of them.
    """

    keys: frozenset[str] = frozenset()
    box: bool = False
    papers: frozenset[str] | None = frozenset()


@dataclass(frozen=True, slots=True)
class News:
    """What other workers left on disk: events since a number, and what was asked for.

    `names` and `box` are whole, or None when they were not looked at.
    """

    epoch: str
    recorded: Sequence[Recorded] = ()
    names: dict[str, str] | None = None
    answers: dict[tuple[str, str], Answered] = field(default_factory=dict)
    box: Box | None = None


class StorageFailed(Exception):
    """The disk did not take a batch: nothing of it was saved. `code` names the reason."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class BackupFailed(Exception):
    """No copy could be taken; `code` names the reason."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class Taken(Protocol):
    """A copy that is there."""

    @property
    def taken(self) -> int:
        """When, in milliseconds since the epoch."""


class Backups(Protocol):
    """The place where copies of the whole database are put."""

    @property
    def beside(self) -> bool:
        """Whether copies lie on the very medium that the data lie on."""

    def ready(self) -> None:
        """Raises BackupFailed when the place cannot be used."""

    def all(self) -> Sequence[Taken]:
        """The copies that are there, newest first."""

    def take(self, now: int, *, step: bool = False) -> bool:
        """One more, unless nothing changed since the last; raises BackupFailed."""

    def renew(self, now: int, workshop: str | None = None) -> None:
        """A fresh copy and no other, nor one of this workshop alone; raises BackupFailed."""


class EventLog(Protocol):
    """The log of every workshop, with the names, keys and ballot box kept beside it."""

    def codes(self) -> list[str]:
        """Every workshop's code, oldest first."""

    def load(self, code: str) -> Loaded:
        """A workshop's whole log; raises KeyError for an unknown code."""

    def create(self, code: str, epoch: str) -> None:
        """Make room for a workshop under a code nobody uses."""

    def append(self, code: str, entries: Sequence[Entry]) -> None:
        """All entries in one transaction, on disk when it returns; raises StorageFailed."""

    def probe(self) -> None:
        """A write that leaves nothing; raises StorageFailed as long as nothing can be saved."""


class Turn(Protocol):
    """One worker's hold on a workshop: no other appends until it ends."""

    @property
    def news(self) -> News:
        """What the others left before this turn."""

    def append(self, entries: Sequence[Entry]) -> None:
        """End the turn with entries, on disk when it returns; raises StorageFailed."""

    def end(self) -> None:
        """End the turn with nothing."""


class SharedLog(EventLog, Protocol):
    """A log that several workers append to, each in its turn."""

    def turn(self, code: str, seq: int, asked: Asked) -> Turn:
        """Wait for the workshop; raises StorageFailed when it stays held."""

    def news(self, code: str, seq: int, asked: Asked) -> News:
        """What was appended after a number, without holding anybody up."""

    def heads(self) -> dict[str, int]:
        """The highest number of each workshop."""


class Clock(Protocol):
    """The time of day."""

    def now(self) -> int:
        """Milliseconds since the epoch."""


class Ids(Protocol):
    """A source of names that nobody guesses."""

    def new(self) -> str:
        """Thirty-two hexadecimal digits."""


class Publisher(Protocol):
    """Where changes go once they are on disk."""

    def changes(self, code: str, stream: str, message: dict[str, Any]) -> None:
        """Send one stream's message to those who listen to it."""

    def live(self, code: str, stream: str, message: dict[str, Any]) -> None:
        """Send the values that are not records: people present, turnout."""
