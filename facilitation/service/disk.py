"""One workshop's disk, as its writer uses it: this server's alone, or shared with other workers."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import chain
from typing import Any, Final

from facilitation.domain.casting import Cast, paper_hashes
from facilitation.protocol.keys import anonymous_key
from facilitation.protocol.ports import Asked, Entry, EventLog, News, SharedLog, StorageFailed, Turn
from facilitation.service.jobs import Job

#: Commands that look at all the papers of a ballot, or at who signed.
OF_THE_BOX: Final = ("ballot.", "participant.merge")


@contextmanager
def noting(disk: "OwnDisk | SharedDisk") -> Iterator[None]:
    """Keep why nothing could be saved, for the facilitator's banner."""
    try:
        yield
    except StorageFailed as failure:
        disk.storage = failure.code
        raise


class OwnDisk:
    """Nobody else writes: each batch begins where the last one ended."""

    storage = "ok"
    outdated = False

    def __init__(self, code: str, log: EventLog, in_thread: Callable[..., Any]) -> None:
        self._code = code
        self._log = log
        self._in_thread = in_thread

    def begin(self, seq: int, jobs: Sequence[Job]) -> News | None:
        """There is nothing that is not known."""

    def write(self, entries: Sequence[Entry]) -> None:
        """Append, beside the others' work."""
        with noting(self):
            self._in_thread(self._log.append, self._code, entries)
        self.storage = "ok"

    def recover(self) -> None:
        """See whether it can be written again, once it could not."""
        if self.storage != "ok":
            with suppress(StorageFailed), noting(self):
                self._in_thread(self._log.probe)
                self.storage = "ok"

    def let_go(self) -> None:
        """Nothing is held."""

    def look(self, seq: int, *, box: bool) -> News | None:
        """There is nothing that is not known."""


class SharedDisk:
    """Other workers write too: each batch takes its turn and learns what they left."""

    storage = "ok"
    outdated = False

    def __init__(self, code: str, epoch: str, log: SharedLog) -> None:
        self._code = code
        self._epoch = epoch
        self._log = log
        self._turn: Turn | None = None

    def begin(self, seq: int, jobs: Sequence[Job]) -> News | None:
        """Wait for the workshop."""
        with noting(self):
            self._turn = self._log.turn(self._code, seq, asked(self._code, jobs))
            try:
                return self._same(self._turn.news)
            except StorageFailed:
                self.let_go()
                raise

    def write(self, entries: Sequence[Entry]) -> None:
        """Append, and end the turn."""
        turn, self._turn = self._turn, None
        with noting(self):
            if turn is not None:
                turn.append(entries)
        self.storage = "ok"

    def recover(self) -> None:
        """The next look, or the next turn, finds out."""

    def let_go(self) -> None:
        """End the turn."""
        turn, self._turn = self._turn, None
        if turn is not None:
            # Nothing was to be written, and what was learnt stays: the next turn finds out.
            with suppress(StorageFailed), noting(self):
                turn.end()

    def look(self, seq: int, *, box: bool) -> News | None:
        """What others appended, without taking a turn."""
        with noting(self):
            news = self._same(self._log.news(self._code, seq, Asked(box=box)))
        if self.storage == "database_unreachable":
            self.storage = "ok"
        return news

    def _same(self, news: News) -> News:
        """Of the life of the workshop that is in memory; another one has to be read anew."""
        if news.epoch != self._epoch:
            self.outdated = True
            raise StorageFailed("storage_failed")
        return news


def asked(code: str, jobs: Sequence[Job]) -> Asked:
    """What these commands will have to know of the box and of the keys in use."""
    of_box = [job for job in jobs if job.command.name.startswith(OF_THE_BOX)]
    casts = [job.payload for job in of_box if isinstance(job.payload, Cast)]
    whole = len(casts) < len(of_box)
    keys = {key for job in jobs if job.key for key in (job.key, anonymous_key(job.key, job.secret))}
    papers = None if whole else frozenset(chain(*(paper_hashes(code, cast) for cast in casts)))
    return Asked(frozenset(keys), box=bool(of_box), papers=papers)
