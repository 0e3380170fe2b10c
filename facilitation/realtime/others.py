"""What a worker does to keep up with the others: it listens, and looks whether it heard all."""

import traceback
from collections.abc import Callable
from dataclasses import dataclass

import structlog

from facilitation import concurrency
from facilitation.protocol.ports import StorageFailed
from facilitation.realtime import timings
from facilitation.realtime.hints import Hints
from facilitation.realtime.live import LiveValues
from facilitation.service.rooms import Rooms

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Others:
    """The other workers of this database; `hints` is how they are heard at once, if at all."""

    rooms: Rooms
    live: LiveValues
    hints: Hints | None

    def start(self) -> None:
        """Begin to listen and to look."""
        if self.hints is not None:
            self.hints.start(self.rooms.hear)
        concurrency.spawn(self._look_on)
        concurrency.spawn(every, timings.COMPANY_EVERY, self._meet)

    def _look_on(self) -> None:
        while True:
            heard = self.hints is not None and self.hints.alive
            every_so = timings.BEHIND_EVERY if heard else timings.BEHIND_WITHOUT_HINTS
            once(every_so, self.rooms.look_behind)

    def _meet(self) -> None:
        self.live.company.meet({room.code: self.live.said(room) for room in self.rooms.opened()})


def every(seconds: float, act: Callable[[], None]) -> None:
    """Do something for ever."""
    while True:
        once(seconds, act)


def once(seconds: float, act: Callable[[], None]) -> None:
    """Wait, then do something; a clock that stops would leave the room in the dark."""
    concurrency.sleep(seconds)
    try:
        act()
    except StorageFailed:
        # The banner tells; it is tried again.
        return
    except Exception:  # noqa: BLE001 - as said above
        log.error("fault", trace=traceback.format_exc())
