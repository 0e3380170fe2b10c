"""Limits on who writes and who guesses: a 429 says when to come again, a wrong code waits."""

import time
from dataclasses import dataclass, field
from math import ceil
from typing import Final

from facilitation import concurrency
from facilitation.domain.core import Actor, Refused
from facilitation.service.pace import FEWEST, WRITES, Buckets, Guesses

#: What the answer to a wrong code says; each waits under one budget.
WRONG: Final = frozenset({"unknown_code", "unknown_resume_code", "link_spent"})


@dataclass(slots=True)
class Limits:
    """The limits of one server; `faster` multiplies the paces, for measurements."""

    faster: int = 1
    _writes: Buckets = field(default_factory=Buckets)
    _guesses: Guesses = field(default_factory=Guesses)

    def write(self, code: str, actor: Actor) -> None:
        """Refused for somebody who writes faster than anybody types."""
        rate, most = WRITES.get(actor.role, FEWEST)
        who = f"{code}/{actor.participant or actor.id}"
        wait = self._writes.take(who, (rate * self.faster, most * self.faster), time.monotonic())
        if wait:
            raise Refused("too_fast", seconds=ceil(wait))

    def wrong(self, code: str) -> None:
        """Let whoever tried a wrong code wait; whatever else was refused does not."""
        if code in WRONG:
            concurrency.sleep(self._guesses.wait(time.monotonic()))
