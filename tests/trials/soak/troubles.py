"""What befalls a room all day beside its own work: phones sleep and wake, access points restart,
people walk out of reach, documents are read, a second facilitator has a hand in it.
"""

import threading
import time
from collections.abc import Callable
from random import Random
from typing import Any

import requests

from facilitation.rehearsal.people import Device
from facilitation.rehearsal.stage import Stage
from tests.trials.proxy import Proxy

Json = dict[str, Any]
#: A phone goes dark once in so many minutes, for at most so many: people look at it, and talk.
AWAKE, DARK = 5.0, 4.0
#: An access point restarts; some of the room walk out of reach without a word. In minutes.
TORN, GONE = 15.0, 10.0
SHARE_TORN, SHARE_GONE = 0.3, 0.1
#: The Préfecture reads a document; the second facilitator does something. In minutes.
READ, SECOND = 20.0, 2.0
DOCUMENTS = ("minutes.docx", "summary.pdf", "contributions.csv", "plan.pdf", "archive.zip")


class Troubles:
    """All of it, each in a thread of its own, until it is over; `counts` says how often."""

    def __init__(self, stage: Stage, proxy: Proxy, second: Device, minute: float) -> None:
        self._stage, self._proxy, self._second, self._minute = stage, proxy, second, minute
        self._random = Random(1)  # noqa: S311 - a dice
        self._over = threading.Event()
        self.counts = dict.fromkeys(("slept", "torn", "gone", "read", "second"), 0)
        self.faults: list[str] = []
        works = ((AWAKE, self._sleeper), (TORN, self._tear), (GONE, self._vanish))
        works += ((READ, self._read), (SECOND, self._lead))
        self._hands = [threading.Thread(target=self._often, args=one) for one in works]
        self._asleep: list[tuple[float, Device]] = []

    def __enter__(self) -> "Troubles":
        """Begin."""
        for hand in self._hands:
            hand.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Enough; everybody wakes."""
        self._over.set()
        for hand in self._hands:
            hand.join()
        self.wake(float("inf"))

    def _often(self, minutes: float, act: Callable[[], float]) -> None:
        """Again and again; what an act answers is a share of its minutes to wait."""
        share = self._random.random()
        while not self._over.wait(self._minute * minutes * share):
            try:
                share = act()
            except Exception as fault:  # noqa: BLE001 - told at the end
                self.faults.append(f"{act.__name__}: {fault!r}")

    def _sleeper(self) -> float:
        """One more phone goes dark, and whoever has been dark for long looks again."""
        self.wake(time.monotonic())
        dark = {id(one) for _until, one in self._asleep}
        awake = [one.device for one in list(self._stage.people) if id(one.device) not in dark]
        if awake:
            phone = self._random.choice(awake)
            phone.ear.close()
            until = time.monotonic() + self._minute * self._random.uniform(0, DARK)
            self._asleep.append((until, phone))
            self.counts["slept"] += 1
        return 1 / max(1, len(self._stage.people))

    def wake(self, now: float) -> None:
        """Those whose time has come."""
        due = [one for one in self._asleep if one[0] <= now]
        for one in due:
            self._asleep.remove(one)
            one[1].ear.open()

    def _tear(self) -> float:
        self._proxy.tear(SHARE_TORN)
        self.counts["torn"] += 1
        return 1.0

    def _vanish(self) -> float:
        self._proxy.phones_vanish(SHARE_GONE)
        self.counts["gone"] += 1
        return 1.0

    def _read(self) -> float:
        name = DOCUMENTS[self.counts["read"] % len(DOCUMENTS)]
        line = self._second.line
        try:
            answer = line.session.get(f"{line.site.api}/documents/{name}", timeout=120)
            if not answer.ok:
                raise AssertionError(f"{name}: {answer.status_code} {answer.text[:200]}")
        except requests.RequestException:
            return 0.1  # the network was torn: asked for again
        self.counts["read"] += 1
        return 1.0

    def _lead(self) -> float:
        """A message; a theme renamed, and taken back; one of the two, in turn."""
        themes = [
            one for one in self._second.streams.all("themes").values() if one["state"] == "live"
        ]
        if self.counts["second"] % 2 and themes:
            renamed = {"theme": themes[-1]["id"], "name": f"{themes[-1]['name']} !"}
            if self._second.send("theme.rename", renamed, may=("conflict",)).ok:
                self._second.send("undo", may=("conflict", "nothing_to_undo"))
        else:
            self._second.send("message.send", {"text": "Encore deux minutes."})
        self.counts["second"] += 1
        return 1.0
