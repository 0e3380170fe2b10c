"""A phone's ear in bad weather: it notices silence, connects again, asks for what it missed."""

import threading
import time
from typing import Any

import requests

from tests.support.remote import Ear, Line, Shut
from tests.trials.phones import ANSWER_SECONDS, PAUSE_SECONDS

Json = dict[str, Any]
#: After so long without a word a phone asks by HTTP whether it is still up to date, in seconds.
DOUBT_SECONDS = 1.0


class Listener:
    """What one phone holds of its streams, kept up by socket and, in doubt, by HTTP."""

    def __init__(self, line: Line, origin: str) -> None:
        self.line = line
        self._origin = origin  # a page comes from the server, not from the weather
        self.streams: dict[str, int] = {}
        self.connections = 0
        self._ear: Ear | None = None
        self._stop = threading.Event()
        self._hand = threading.Thread(target=self._work)
        self._hand.start()

    def close(self) -> None:
        """Hang up."""
        self._stop.set()
        self._hand.join()

    def texts(self) -> dict[str, str]:
        """The texts by number that its pages show, over all its streams."""
        held = list(self._ear.records.values()) if self._ear else []
        kept = [one for stream in held for one in list(stream.get("contributions", {}).values())]
        return {one["id"]: one["text"] for one in kept if "text" in one}

    def holds(self, stream: str) -> Json:
        """All that its pages show of one stream, without empty collections."""
        held = self._ear.records.get(stream, {}) if self._ear else {}
        return {name: dict(kept) for name, kept in held.items() if kept}

    def _work(self) -> None:
        while not self._stop.is_set():
            try:
                self._listen()
            except (Shut, requests.RequestException, AssertionError, OSError):
                self._stop.wait(PAUSE_SECONDS)

    def _listen(self) -> None:
        """One connection, until it is found dead or behind."""
        before = self._ear
        ear = Ear(self.line, origin=self._origin, patience=ANSWER_SECONDS, after=before)
        self.connections += 1
        self._ear = ear
        try:
            while not self._stop.wait(DOUBT_SECONDS):
                if ear.named("disconnect") or self._behind(ear):
                    return
        finally:
            ear.drop()

    def _behind(self, ear: Ear) -> bool:
        """Whether the server got further than the socket brings, or does not answer."""
        try:
            told = self.fresh()["streams"]
        except (requests.RequestException, ValueError, KeyError):
            return True
        until = time.monotonic() + DOUBT_SECONDS
        while any(number > ear.streams.get(name, 0) for name, number in told.items()):
            if time.monotonic() > until or self._stop.is_set():
                return True
            self._stop.wait(PAUSE_SECONDS)
        return False

    def fresh(self, stream: str = "") -> Json:
        """What a page that opens now is sent, of all its streams together or of one."""
        query = f"?stream={stream}" if stream else ""
        url, known = f"{self.line.api}/snapshot{query}", self.line.http.headers
        answer: Json = requests.get(url, headers=known, timeout=ANSWER_SECONDS).json()
        return answer
