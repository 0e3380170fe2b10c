"""Hints between workers over Redis: how far a workshop got, so that the others look at once.

Nothing depends on them: whatever is lost here is found by the regular look at the log.
"""

import json
from collections.abc import Callable
from threading import Event
from typing import Any, Final

import redis

from facilitation import concurrency

CHANNEL: Final = "tablee"
#: Seconds after which Redis is taken for dead, and between two tries to find it again.
PATIENCE: Final = 1.0
AGAIN: Final = 0.5

Heard = Callable[[str, int], None]


class Hints:
    """Says and hears on green threads of its own; `alive` while the others can be heard."""

    def __init__(self, address: str) -> None:
        self._client = redis.Redis.from_url(
            address,
            socket_timeout=PATIENCE,
            socket_connect_timeout=PATIENCE,
            health_check_interval=1,
            retry=None,
        )
        self._waiting: dict[str, int] = {}
        self._wake = Event()
        self.alive = False

    def tell(self, code: str, seq: int) -> None:
        """Say it when there is time; whoever saves neither waits nor fails."""
        self._waiting[code] = seq
        self._wake.set()

    def start(self, heard: Heard) -> None:
        """Begin to say and to hear."""
        concurrency.spawn(self._say_on)
        concurrency.spawn(self._hear_on, heard)

    def _say_on(self) -> None:
        while True:
            self._wake.wait()
            self._wake.clear()
            waiting, self._waiting = self._waiting, {}
            try:
                for code, seq in waiting.items():
                    self._client.publish(CHANNEL, json.dumps({"workshop": code, "seq": seq}))
            except (redis.RedisError, OSError):
                concurrency.sleep(AGAIN)

    def _hear_on(self, heard: Heard) -> None:
        while True:
            try:
                self._hear(heard)
            except (redis.RedisError, OSError):
                self.alive = False
                concurrency.sleep(AGAIN)

    def _hear(self, heard: Heard) -> None:
        opened: Any = self._client.pubsub
        with opened(ignore_subscribe_messages=True) as line:
            line.subscribe(CHANNEL)
            self.alive = True
            while True:
                message = line.get_message(timeout=PATIENCE)
                if message is not None:
                    _understand(message, heard)


def _understand(message: dict[str, Any], heard: Heard) -> None:
    """A hint in another form than ours is no hint."""
    try:
        said = json.loads(message["data"])
        code, seq = str(said["workshop"]), int(said["seq"])
    except (ValueError, TypeError, KeyError):
        return
    heard(code, seq)
