"""What keeps the day's texts safe besides the log: copies taken in time, room left on the disk;
and what is erased follows wherever it was copied or written out.

Facilitators are told of both; a failure here never touches the room.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import structlog

from facilitation.protocol.ports import BackupFailed, Backups
from facilitation.service.rooms import Rooms

Json = dict[str, Any]

log = structlog.get_logger()

#: Milliseconds between two copies; between two looks at the place, and two tries while it fails.
EVERY: Final = 60_000
LOOK: Final = 10_000
#: Below so many bytes on the disk of the data, facilitators are warned.
LOW: Final = 500_000_000
#: What is told is rounded, so that it does not change with every line that somebody writes.
_STEP: Final = 10_000_000


@dataclass(slots=True)
class Upkeep:
    """Takes copies of the whole database as the day goes; `backups` is None where there is
    nothing to copy (another database server has its own ways).

    `free` tells the bytes left; `in_thread` runs what may block without stopping the room;
    `forget` is given a workshop and a time: what was made of it before is destroyed.
    """

    backups: Backups | None
    rooms: Rooms
    free: Callable[[], int]
    in_thread: Callable[..., Any]
    forget: Callable[[str, int], None]
    _marks: Json = field(default_factory=dict)
    _tried: int | None = None
    _looked: int = 0
    _failed: str = ""
    _last: int | None = None
    _beside: bool = False
    _left: int = LOW
    _erased: dict[str, int] = field(default_factory=dict)
    _said: dict[str, int] = field(default_factory=dict)

    @property
    def copies(self) -> bool:
        """Whether copies are taken at all."""
        return self.backups is not None

    def told(self) -> Json:
        """For facilitators: how the copies are, when the last one was, what little room is left."""
        space = None if self._left >= LOW else self._left // _STEP * _STEP
        if self.backups is None:
            return {"space": space}
        state = self._failed or ("beside" if self._beside else "ok")
        return {"space": space, "backup": {"state": state, "last": self._last}}

    def round(self) -> None:
        """To be called each second or so: does what is due."""
        now = self.rooms.ports.clock.now()
        if now - self._looked >= LOOK:
            self._looked = now
            self._look()
        self._forget(now)
        marks = self._now()
        turned = marks != self._marks and self._tried is not None
        if self._is_due(now) or turned:
            self._marks, self._tried = marks, now
            self._take(now, step=turned)

    def _forget(self, now: int) -> None:
        """A text that was erased is in nothing that was made before either: documents, what a
        restore put aside, copies. Doing it again does no harm, so that a server which ended in
        between does it when it starts.
        """
        for room in self.rooms.opened():
            at = room.state.workshop.erased_at if room.state.seq else 0
            if at <= self._erased.get(room.code, 0):
                continue
            try:
                self.in_thread(self._destroy, now, room.code, at)
            except BackupFailed as failure:
                self._failed = failure.code
            except Exception as fault:  # noqa: BLE001 - one fault must not stop the copies
                self._failed = "backup_unwritable"
                self._say_once(room.code, at, fault)
            else:
                self._erased[room.code] = at

    def _say_once(self, code: str, at: int, fault: Exception) -> None:
        """It is tried again each second; without the message, which may repeat a text."""
        if self._said.get(code) != at:
            self._said[code] = at
            log.error("erasure unfinished", code=code, fault=type(fault).__name__)

    def _destroy(self, now: int, code: str, at: int) -> None:
        """First what needs no other medium, which may be away."""
        self.forget(code, at)
        if self.backups is not None:
            _forgotten(self.backups, now, code, at)

    def _look(self) -> None:
        self._left = self.in_thread(self.free)
        if self.backups is not None:
            self._failed = self.in_thread(_failing, self.backups) or self._failed

    def _is_due(self, now: int) -> bool:
        if self.backups is None:
            return False
        wait = LOOK if self._failed else EVERY
        return self._tried is None or now - self._tried >= wait

    def _now(self) -> Json:
        """Where each open workshop stands: its step, and the votes that are over."""
        return {
            room.code: (
                room.state.workshop.step,
                sum(ballot.state != "open" for ballot in room.state.ballots()),
            )
            for room in self.rooms.opened()
        }

    def _take(self, now: int, *, step: bool) -> None:
        if self.backups is None:
            return
        try:
            self._beside, self._last = self.in_thread(_taken, self.backups, now, step)
        except BackupFailed as failure:
            self._failed = failure.code
        else:
            self._failed = ""


def _taken(backups: Backups, now: int, step: bool) -> tuple[bool, int]:
    """Take a copy if anything changed; whether it lies beside the data, and when it was taken."""
    backups.take(now, step=step)
    return backups.beside, max((copy.taken for copy in backups.all()), default=now)


def _forgotten(backups: Backups, now: int, code: str, erased: int) -> None:
    """Names of copies tell whole seconds, cut off: none taken before says that it was after."""
    if any(copy.taken < erased for copy in backups.all()):
        backups.renew(now, code)


def _failing(backups: Backups) -> str:
    """Why the place cannot be used; empty when it can."""
    try:
        backups.ready()
    except BackupFailed as failure:
        return failure.code
    return ""
