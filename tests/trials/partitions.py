"""Half the phones walk out of reach, the others are on a network that tears and delays, each with
lines of which one end is gone; then all is well again: every text is there once, and everybody
holds what they would have held.
"""

import threading
import time
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import urlsplit

from tests.support.remote import ADMIN_KEY, Workshop
from tests.support.serving import Server
from tests.trials.listening import Listener
from tests.trials.phones import Crowd, prepared
from tests.trials.proxy import Proxy, Weather
from tests.trials.telling import tell

PHONES = 8
#: Within so many seconds everybody is up to date again; only the long form holds it to that.
LONGEST_CATCH_UP = 10.0
#: A phone that is not up to date by then never is, in seconds.
PATIENCE = 60.0
BAD = Weather(delay=0.05, cut=0.2, lost_answers=0.2)


def run(folder: Path, lengths: Iterable[float], phones: int = PHONES, seed: int = 1) -> list[float]:
    """Partitions of these lengths, in seconds, one after the other; AssertionError when a text is
    lost or doubled. Returns how long each time the last phone took to have caught up, in seconds.
    """
    with ExitStack() as stack:
        server = stack.enter_context(Server(folder, TABLEE_ADMIN_KEY=ADMIN_KEY))
        workshop = Workshop(server.url, "team-half-day")
        stack.callback(workshop.close)
        crowd = prepared(workshop, phones, seed)
        port = urlsplit(server.url).port or 0
        reach, poor = (stack.enter_context(Proxy(port, seed)) for _ in range(2))
        for place, phone in enumerate(crowd.phones):
            phone.line.root = (poor if place % 2 else reach).root
        listeners = [Listener(phone.line, server.url) for phone in crowd.phones]
        for one in listeners:
            stack.callback(one.close)
        took = [_partition(crowd, listeners, reach, poor, seconds) for seconds in lengths]
        crowd.check()
        crowd.count()
        for one in listeners:
            _as_fresh(one)
        assert min(poor.torn, poor.halved, reach.halved), "the network was never bad"
    return took


def _partition(
    crowd: Crowd, listeners: list[Listener], reach: Proxy, poor: Proxy, seconds: float
) -> float:
    crowd.begin()
    try:
        crowd.under_way()
        reach.weather.frozen, poor.weather = True, BAD
        poor.phones_vanish(0.5)
        threading.Event().wait(seconds)
        poor.tear()
        reach.server_vanishes(0.5)
    finally:
        reach.weather.frozen, poor.weather = False, Weather()
        crowd.finish()
    took = _caught_up(crowd, listeners)
    tell(1, 1, f"{seconds} s away, caught up {took:.1f} s later, {crowd.answered} answered")
    return took


def _as_fresh(listener: Listener) -> None:
    """What came piece by piece, over many lines, is what a page that opens now is sent."""
    until = time.monotonic() + PATIENCE
    for name in listener.fresh()["streams"]:
        while listener.holds(name) != _sent(listener, name):
            assert time.monotonic() < until, f"{name} is held otherwise than it is"
            threading.Event().wait(0.1)


def _sent(listener: Listener, stream: str) -> dict[str, object]:
    records = listener.fresh(stream)["records"]
    return {name: kept for name, kept in records.items() if kept}


def _caught_up(crowd: Crowd, listeners: list[Listener]) -> float:
    """Wait until every phone's pages hold all that it was told; the seconds it took."""
    began = time.monotonic()
    for phone, listener in zip(crowd.phones, listeners, strict=True):
        while not phone.texts.items() <= listener.texts().items():
            missing = phone.texts.items() - listener.texts().items()
            assert time.monotonic() - began < PATIENCE, f"never heard of {sorted(missing)[:5]}"
            threading.Event().wait(0.02)
    return time.monotonic() - began
