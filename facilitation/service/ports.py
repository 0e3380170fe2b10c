"""What a room needs from outside, gathered: the ports, and how to run beside others."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from facilitation.protocol.ports import Clock, EventLog, Ids, Publisher, SharedLog


@dataclass(frozen=True, slots=True)
class Ports:
    """What a room needs from outside.

    `in_thread` runs a blocking write without stopping others; `spawn` lets a function run beside
    them, `pause` lets them run for some seconds. `shared` is the log when other workers append to
    it too; `hint` lets these know how far it got.
    """

    log: EventLog
    clock: Clock
    ids: Ids
    publisher: Publisher
    in_thread: Callable[..., Any]
    spawn: Callable[..., Any]
    pause: Callable[[float], None]
    shared: SharedLog | None = None
    hint: Callable[[str, int], None] = lambda code, seq: None
