"""Group commit: decide the waiting commands on a speculative state, write them in one go.

Nothing is answered before it is on disk. When a batch fails the speculation is dropped and each
command tried alone, so that one bad apple never costs the others their save.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol

from facilitation.domain.core import Refused
from facilitation.protocol.ports import Entry, News, StorageFailed
from facilitation.service.jobs import Job, answered, decide, taken_up
from facilitation.service.memory import Memory

Json = dict[str, Any]

#: Failures that no entry of a batch caused: trying each alone would only wait once more for each.
HOPELESS: Final = frozenset(
    {"database_locked", "database_unreachable", "storage_unwritable", "database_damaged"}
)


@dataclass(slots=True)
class Committed:
    """A job with what it left on disk."""

    job: Job
    entry: Entry


class Disk(Protocol):
    """The disk as a writer uses it: it begins, then writes or lets go."""

    def begin(self, seq: int, jobs: Sequence[Job]) -> News | None:
        """Take the workshop's turn; answers what others appended after a number."""

    def write(self, entries: Sequence[Entry]) -> None:
        """All on disk when it returns; raises StorageFailed."""

    def let_go(self) -> None:
        """There is nothing to write."""

    def look(self, seq: int, *, box: bool) -> News | None:
        """What others appended after a number, without taking a turn."""


@dataclass(slots=True)
class Writer:
    """Runs ahead of what is published: `ahead` is speculative, `published` is on disk.

    `disk` takes entries; `ticket` gives the time and a fresh id.
    """

    published: Memory
    disk: Disk
    ticket: Callable[[], tuple[int, str]]
    ahead: Memory = field(init=False)
    _saved: list[Committed | News] = field(default_factory=list, init=False)

    def __post_init__(self) -> None:
        self.ahead = self.published.branch()

    def restart(self) -> None:
        """Run ahead from what is now published."""
        self.ahead = self.published.branch()

    def commit(self, jobs: Sequence[Job]) -> list[Committed | News]:
        """Decide and write a batch; what is answered is on disk and to be published before the
        next batch, the rest was refused. What others left stands between, in the log's order.
        """
        self._saved = []
        for batch in _rounds(jobs):
            self._take_turn(batch)
        return self._saved

    def _take_turn(self, jobs: Sequence[Job]) -> None:
        """Begin where the others left off, decide, write."""
        try:
            self.learn(self.disk.begin(self.ahead.state.seq, jobs))
        except Exception as failure:  # noqa: BLE001 - whatever the disk did, the room goes on
            for job in jobs:
                job.fail(failure)
            return
        accepted = self._decide(jobs)
        if accepted:
            self._save(accepted)
        else:
            self.disk.let_go()

    def look(self, *, box: bool) -> list[Committed | News]:
        """What others left, to be published; with who signed for open ballots, if asked."""
        self._saved = []
        self.learn(self.disk.look(self.ahead.state.seq, box=box))
        return self._saved

    def learn(self, news: News | None) -> None:
        """Run ahead from what others left."""
        if news is not None:
            self.ahead.learn(news)
            self._saved.append(news)

    def _decide(self, jobs: Sequence[Job]) -> list[Committed]:
        accepted: list[Committed] = []
        for job in jobs:
            try:
                known = answered(self.ahead, job)
                entry = self._entry(job, known)
                if entry is not None:
                    accepted.append(Committed(job, entry))
                elif known is not None:
                    job.repeated = True
                    job.succeed(known)
            except Refused as refusal:
                job.fail(refusal)
            except Exception as fault:  # noqa: BLE001 - a bug in one command must not stop the room
                job.fail(fault)
                self._again(accepted)
        return accepted

    def _entry(self, job: Job, known: Json | None) -> Entry | None:
        """What the job leaves on disk; None for one that was answered before, as a rule."""
        if known is not None:
            return taken_up(self.ahead, job, known)
        return decide(self.ahead, job, *self.ticket())

    def _again(self, decided: Sequence[Committed] = ()) -> None:
        """Begin the speculation again: what is published, what is saved, what was decided."""
        self.ahead = self.published.branch()
        for one in (*self._saved, *decided):
            if isinstance(one, News):
                self.ahead.learn(one)
            else:
                self.ahead.take(one.entry)

    def _save(self, accepted: list[Committed]) -> None:
        try:
            self.disk.write([one.entry for one in accepted])
        except Exception as failure:  # noqa: BLE001 - whatever the disk did, the room goes on
            self._again()
            self._give_up(accepted, failure)
        else:
            self._saved.extend(accepted)

    def _give_up(self, accepted: list[Committed], failure: Exception) -> None:
        """Try each alone when that can help; else all are told why nothing was saved."""
        alone = isinstance(failure, StorageFailed) and failure.code not in HOPELESS
        for one in accepted:
            if alone and len(accepted) > 1:
                self._take_turn([one.job])
            else:
                one.job.fail(failure)


def _rounds(jobs: Sequence[Job]) -> Iterator[list[Job]]:
    """Twins (one key sent twice) apart, so that the second finds the first one's answer on disk."""
    rest = list(jobs)
    while rest:
        first: dict[str, Job] = {}
        twins = []
        for job in rest:
            if first.setdefault(job.key or f"job {id(job)}", job) is not job:
                twins.append(job)
        yield list(first.values())
        rest = twins
