"""Two workers on PostgreSQL and Redis under load: workers killed, Redis killed. Nothing answered is
lost or doubled, no save fails for want of Redis, every screen is told all of it in one order.
"""

import os
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.support.pairs import STALE, Pair, insist, kept, opened, phones, spread
from tests.support.remote import Ear, Line, Workshop, expectation
from tests.support.services import PostgreSQL, Redis
from tests.trials.listening import Listener
from tests.trials.telling import tell

#: So much is answered between two deaths of a worker.
ANSWERED = 15
SCREENS = 6


class Load:
    """Phones that write without pause, and what they were answered."""

    def __init__(self, crowd: list[Line]) -> None:
        self.answered: list[str] = []
        self._crowd = crowd
        self._over = threading.Event()
        self._writing: list[Future[None]] = []

    @contextmanager
    def running(self) -> Iterator[None]:
        """As long as this lasts; raises what went wrong for anyone."""
        with ThreadPoolExecutor(len(self._crowd)) as hands:
            self._writing = [hands.submit(self._write, phone) for phone in self._crowd]
            try:
                yield
            finally:
                self._over.set()
            for one in self._writing:
                one.result()

    def goes_on(self) -> None:
        """Until some more was answered."""
        enough = len(self.answered) + ANSWERED
        while len(self.answered) < enough:
            assert not any(one.done() for one in self._writing)
            self._over.wait(0.01)

    def _write(self, phone: Line) -> None:
        turn = 0
        while not self._over.is_set():
            text = f"{phone.participant} {turn}"
            insist(phone, text)
            self.answered.append(text)
            turn += 1


def kill_workers(pair: Pair, workshop: Workshop, kills: int) -> int:
    """One of the two after the other dies under load; AssertionError when something is lost,
    doubled, or missing on a screen. Returns how many texts were answered.
    """
    before, load = pair.workers(), Load(phones(workshop))
    screens = [Listener(spread(workshop.facilitator), pair.url) for _ in range(2)]
    try:
        with load.running():
            for kill in range(kills):
                load.goes_on()
                os.kill(pair.workers()[kill % 2], signal.SIGKILL)
                while len(pair.workers()) < 2:
                    threading.Event().wait(0.05)
                tell(kill + 1, kills, f"{len(load.answered)} answered")
        _nothing_lost(workshop, load.answered)
        for one in screens:
            _holds(one, kept(workshop))
    finally:
        for one in screens:
            one.close()
    assert kills < 2 or not set(before) & set(pair.workers())
    return len(load.answered)


def _nothing_lost(workshop: Workshop, answered: list[str]) -> None:
    texts = kept(workshop)
    assert [text for text in answered if texts.count(text) != 1] == []
    assert len(texts) == len(set(texts))


def _holds(screen: Listener, texts: list[str]) -> None:
    """Once it has connected again: everything, in the order of all."""
    until = time.monotonic() + 30
    while list(screen.texts().values()) != texts:
        assert time.monotonic() < until, "a screen stays behind, or in another order"
        threading.Event().wait(0.05)


def kill_redis(workshop: Workshop, redis: Redis, kills: int) -> list[float]:
    """Redis dies again and again between posts; AssertionError when a save fails or a screen misses
    something, hears it twice or in another order. Returns how long each text took to be on all.
    """
    phone = phones(workshop, 1)[0]
    late: list[float] = []
    with ExitStack() as stack:
        ears = [stack.enter_context(Ear(workshop.facilitator)) for _ in range(SCREENS)]
        try:
            for turn in range(kills):
                redis.kill()
                late += [_told(phone, ears, f"{word} {turn}") for word in ("Sans", "Encore")]
                redis.start()
                tell(turn + 1, kills, f"at most {max(late):.2f} s late")
        finally:
            if redis.process.poll() is not None:
                redis.start()
        for ear in ears:
            assert ear.gaps == []
            assert ear.texts("facilitators") == kept(workshop)
    return late


def _told(phone: Line, ears: list[Ear], text: str) -> float:
    assert phone.send("contribution.post", **expectation(text)).ok
    saved = time.monotonic()
    for ear in ears:
        ear.until(lambda ear: text in ear.texts("facilitators"))
    return time.monotonic() - saved


def run(folder: Path, kills: int) -> str:
    """Both, with services of one's own."""
    with ExitStack() as stack:
        database, redis = (stack.enter_context(one()) for one in (PostgreSQL, Redis))
        pair = Pair.start(folder, database.database(), TABLEE_REDIS_URL=redis.address)
        stack.callback(pair.stop)
        workshop = opened(pair)
        stack.callback(workshop.close)
        late = kill_redis(workshop, redis, kills)
        assert max(late) < STALE, f"a screen was {max(late):.2f} s behind"
        answered = kill_workers(pair, workshop, kills)
    told = f"{kills} workers and Redis {kills} times killed, {answered} answered"
    return f"{told}, screens at most {max(late):.2f} s behind"
