"""What one device holds of its streams, kept up to date from the messages it is sent. Pure memory.

A socket library may hand messages over out of order: they wait for their turn by number. What
begins at or before the number held follows on.
"""

import time
from collections.abc import Callable
from threading import Condition
from typing import Any

Json = dict[str, Any]


class Streams:
    """The records of a device by stream; where two streams hold one, `me` prevails."""

    def __init__(self) -> None:
        self.epoch = ""
        self.numbers: dict[str, int] = {}
        self.live: Json = {}
        self._held: dict[str, dict[str, Json]] = {}
        self._early: dict[str, dict[int, Json]] = {}
        self._changed = Condition()

    def snapshot(self, message: Json) -> None:
        """Replace what is held of the streams of a snapshot, unless what is held is newer."""
        with self._changed:
            if message["epoch"] != self.epoch:
                self.epoch = message["epoch"]
                self.numbers.clear()
            for name, number in message["streams"].items():
                if number >= self.numbers.get(name, -1):
                    self.numbers[name] = number
                    self._held[name] = {key: dict(kept) for key, kept in message["records"].items()}
                    self._catch_up(name)
            self._changed.notify_all()

    def changes(self, message: Json) -> None:
        """Apply numbered changes now, or once those before have come."""
        with self._changed:
            for name in message["streams"]:
                self._early.setdefault(name, {})[int(message["from"] or 0)] = message
                self._catch_up(name)
            self._changed.notify_all()

    def _catch_up(self, name: str) -> None:
        waiting = self._early.get(name, {})
        number = self.numbers.get(name)
        if number is None:
            return
        for start in sorted(waiting):
            if start > number:
                break
            message = waiting.pop(start)
            if message["streams"][name] > number:
                _apply(self._held.setdefault(name, {}), message["records"])
                number = int(message["streams"][name])
        self.numbers[name] = number

    def missing(self) -> list[str]:
        """The streams of which a message came while one before it did not."""
        with self._changed:
            return [name for name, waiting in self._early.items() if waiting]

    def told(self, message: Json) -> None:
        """Live values: the last one wins."""
        with self._changed:
            self.live.update(message)
            self._changed.notify_all()

    def forget(self, kept: list[str]) -> None:
        """Let go of the streams that are no longer one's own."""
        with self._changed:
            for name in [name for name in self.numbers if name not in kept]:
                self.numbers.pop(name, None)
                self._held.pop(name, None)
                self._early.pop(name, None)

    def wait(self, wanted: Callable[[], Any], seconds: float) -> bool:
        """Wait until something is so; False when it is not in time."""
        until = time.monotonic() + seconds
        with self._changed:
            while not wanted():
                left = until - time.monotonic()
                if left <= 0:
                    return False
                self._changed.wait(min(left, 1.0))
        return True

    def all(self, collection: str) -> dict[str, Json]:
        """The records of a collection by id, personal ones over shared ones."""
        with self._changed:
            merged: dict[str, Json] = {}
            for name in sorted(self._held, key=lambda name: name.startswith("me:")):
                merged.update(self._held[name].get(collection, {}))
            return merged

    def one(self, collection: str, key: str | None) -> Json:
        """A record; empty when it is not held."""
        return self.all(collection).get(key or "", {})

    def stream(self, name: str) -> tuple[int, Json]:
        """A stream's number and records, without empty collections."""
        with self._changed:
            held = self._held.get(name, {})
            return self.numbers.get(name, -1), {
                key: dict(kept) for key, kept in held.items() if kept
            }


def _apply(held: dict[str, Json], records: Json) -> None:
    for collection, changes in records.items():
        kept = held.setdefault(collection, {})
        for key, record in changes.items():
            if record is None:
                kept.pop(key, None)
            else:
                kept[key] = record
