"""What a socket may send: little, whole and in words. Whoever does otherwise is hung up on.

The library answers every malformed frame with a trace in the log; here it is one short line, and
few of them.
"""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

import structlog

from facilitation.realtime.timings import FRAMES, SILENT_FOR
from facilitation.service.pace import Buckets

log = structlog.get_logger()

#: Socket.IO packets with attachments: nothing here sends or takes any.
BINARY: Final = ("5", "6")
LINES: Final = (0.1, 6.0)


class Rarely(logging.Filter):
    """Some lines a minute of what strangers can provoke, and never a trace or their words."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = Buckets()

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a line may be written."""
        record.exc_info, record.exc_text = None, None
        record.msg, record.args = str(record.msg)[:80], ()
        return not self._lines.take("lines", LINES, time.monotonic())


def quiet(name: str) -> logging.Logger:
    """A logger of a library, that says little."""
    kept = logging.getLogger(name)
    kept.setLevel(logging.ERROR)
    if not kept.filters:
        kept.addFilter(Rarely())
        kept.addHandler(logging.StreamHandler())
    return kept


@dataclass(slots=True)
class Manners:
    """Watches the sockets of one Engine.IO server; `listening` names those that were let in."""

    engine: Any
    listening: Callable[[], set[str]]
    _inner: Callable[[str, Any], Any] = field(init=False)
    _frames: Buckets = field(default_factory=Buckets)
    _lines: Buckets = field(default_factory=Buckets)
    _since: dict[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._inner = self.engine.handlers["message"]
        self.engine.handlers["message"] = self.receive
        self.engine.disconnect = self.end

    def receive(self, sid: str, frame: Any) -> None:
        """Hand a frame on, or hang up."""
        if isinstance(frame, bytes) or not frame or frame.startswith(BINARY):
            self._hang_up(sid, "binary")
            return
        if self._frames.take(sid, FRAMES, time.monotonic()):
            self._hang_up(sid, "flood")
            return
        try:
            self._inner(sid, frame)
        except Exception as wrong:  # noqa: BLE001 - whatever a stranger's frame brings about
            self._hang_up(sid, type(wrong).__name__)

    def _hang_up(self, sid: str, reason: str) -> None:
        if not self._lines.take("lines", LINES, time.monotonic()):
            log.warning("frame refused", reason=reason)
        socket = self.engine.sockets.get(sid)
        if socket is not None:
            socket.close(wait=False, abort=True)

    def end(self, sid: str, reason: Any = None) -> None:
        """Close a socket without waiting until its other end has read everything: the library
        would, for ever, and hold a request and its connection meanwhile.
        """
        socket = self.engine.sockets.pop(sid, None)
        if socket is not None:
            socket.close(wait=False, reason=reason)

    def sweep(self) -> None:
        """Hang up on whoever opened a socket long ago and never said who they are."""
        now, listening = time.monotonic(), self.listening()
        waiting = {sid for sid in list(self.engine.sockets) if sid not in listening}
        self._since = {sid: self._since.get(sid, now) for sid in waiting}
        for sid, since in self._since.items():
            socket = self.engine.sockets.get(sid)
            if now - since >= SILENT_FOR and socket is not None:
                socket.close(wait=False, abort=True)
