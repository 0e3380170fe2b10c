"""What a room tells: its streams, kept in step with the published state, a gap between tellings.

Green threads share it, under the room's lock.
"""

import time
import traceback
from collections.abc import Iterable
from threading import RLock
from typing import Any, Final

import structlog

from facilitation.domain.core import Change
from facilitation.domain.state import State
from facilitation.service.owners import Owners
from facilitation.service.ports import Ports
from facilitation.service.streams import Key, Stream, key_of
from facilitation.views.audience import Audience

Json = dict[str, Any]

log = structlog.get_logger()

#: Seconds between two tellings: in a quiet room a change leaves at once; in a busy one whatever
#: happens within the gap leaves together, projected once.
GAP: Final = 0.05


class Telling:
    """The streams of one room; `state` is its published state."""

    def __init__(self, code: str, epoch: str, state: State, ports: Ports, lock: RLock) -> None:
        self._code = code
        self._epoch = epoch
        self._state = state
        self._ports = ports
        self._lock = lock
        self._streams: dict[str, Stream] = {}
        self._untold: dict[Key, None] = {}
        self._people: set[str] = set()
        self._telling = False
        self._places: set[int] = set()
        self._owners = Owners(state)

    @property
    def quiet(self) -> bool:
        """Whether all that happened has been told."""
        return not self._telling and not self._untold

    def note(self, changes: Iterable[Change]) -> None:
        """These are to be told."""
        keys = dict.fromkeys(map(key_of, changes))
        self._untold |= keys
        self._people |= {key for collection, key in keys if collection == "participants"}

    def people_changed(self) -> set[str]:
        """The participants that changed since this was last asked."""
        with self._lock:
            changed, self._people = self._people, set()
            return changed

    def tell(self) -> None:
        """At once, unless something was told just before: then once the gap is over."""
        with self._lock:
            if self._telling or not self._untold:
                return
            self._telling = True
            self._send_safely()
        self._ports.spawn(self._tell_on)

    def _tell_on(self) -> None:
        spent = 0.0
        while True:
            # From one beginning to the next; a fifth of the time is everybody else's.
            self._ports.pause(max(GAP - spent, spent / 4))
            began = time.monotonic()
            with self._lock:
                if not self._untold:
                    self._telling = False
                    return
                self._send_safely()
            spent = time.monotonic() - began

    def _send_safely(self) -> None:
        """A fault in telling is not one in saving: who posted is answered, the room goes on."""
        try:
            self._send()
        except Exception:  # noqa: BLE001 - a room that stops telling would be silent for good
            log.error("telling", code=self._code, trace=traceback.format_exc())

    def _send(self) -> None:
        """Shared streams first: where two streams hold one record, the personal one prevails."""
        changed, self._untold = self._untold, {}
        shared = [one for one in self._streams.values() if one.audience.kind != "me"]
        for stream in shared:
            self._advance(stream, changed)
        for owner, keys in self._owners.concerned(self._state, changed).items():
            stream_or_none = self._streams.get(f"me:{owner}")
            if stream_or_none is not None:
                self._advance(stream_or_none, keys)
        self._places.add(self._state.seq)

    def _advance(self, stream: Stream, keys: Iterable[Key]) -> None:
        try:
            self._tell_stream(stream, keys)
        except Exception:  # noqa: BLE001 - one audience's fault
            # A bug in what one audience is shown must not silence the others: this stream begins
            # afresh, and its readers find the gap in its numbers.
            # No `log.exception`: it shows local variables, and they hold what people wrote.
            trace = traceback.format_exc()
            log.error("stream", code=self._code, stream=str(stream.audience), trace=trace)
            self._streams.pop(str(stream.audience), None)

    def _tell_stream(self, stream: Stream, keys: Iterable[Key]) -> None:
        before = stream.number
        records = stream.advance(self._state, keys)
        if records is not None:
            name = str(stream.audience)
            message = self._envelope(name, stream.number) | {"from": before, "records": records}
            self._ports.publisher.changes(self._code, name, message)

    def _envelope(self, name: str, number: int) -> Json:
        return {"epoch": self._epoch, "streams": {name: number}, "now": self._ports.clock.now()}

    def _stream(self, audience: Audience) -> Stream:
        name = str(audience)
        if name not in self._streams:
            # A stream that began before what is still untold would be numbered past the log.
            self._send()
            self._streams[name] = Stream.begin(self._state, audience, self._keys(audience))
        return self._streams[name]

    def _keys(self, audience: Audience) -> Iterable[Key]:
        """The records that may be in a stream: a phone's own are not looked for among all."""
        if audience.kind == "me":
            return self._owners.of(audience.id)
        collections = self._state.collections.items()
        return ((collection, key) for collection, kept in collections for key in kept)

    def read(
        self, audience: Audience, since: int | None, epoch: str | None, *, packed: bool = False
    ) -> Json:
        """A stream's records: what changed since a number, or all of them (`full`).

        `packed`: all of them come as JSON, ready to be taken into a message.
        """
        with self._lock:
            # Whoever reads is answered from the state as it is: what waits is told first.
            self._send()
            stream = self._stream(audience)
            delta = None
            # Only places at which this room told what it saw: between two of them another worker
            # may have shown a record that was gone again before it could be seen here.
            if since in self._places and epoch in (None, self._epoch):
                delta = stream.since(self._state, since)
            whole = stream.packed if packed else stream.snapshot
            records = whole(self._state) if delta is None else delta
            message = self._envelope(str(audience), stream.number)
            return message | {"records": records, "full": delta is None, "from": since}
