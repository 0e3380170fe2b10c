"""PostgreSQL is killed while phones write: nothing is called saved that is not, and all of it is
there once when it is back.
"""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import pytest

from tests.support.remote import Ear, Line, Workshop, expectation
from tests.support.services import PostgreSQL, find
from tests.support.serving import Server

pytestmark = [pytest.mark.postgresql, pytest.mark.slow, pytest.mark.timeout(300)]

KILLS = 2
PHONES = 4
BREATH = 0.05


def storage(ear: Ear) -> object:
    """What facilitators were last told of the disk."""
    return ear.named("live")[-1].get("storage") if ear.named("live") else None


class Writers:
    """Phones that write without pause, each text until it is answered, as an outbox does."""

    def __init__(self, workshop: Workshop) -> None:
        self.answered: list[str] = []
        self.refused: set[tuple[int, str]] = set()
        self.over = threading.Event()
        self._phones = [workshop.join() for _ in range(PHONES)]

    def write(self, number: int) -> None:
        """One phone, until it is over and its last text is in."""
        turn = 0
        while not self.over.is_set():
            text, turn = f"{number} {turn}", turn + 1
            self._insist(self._phones[number], text)
            self.answered.append(text)

    def _insist(self, phone: Line, text: str) -> None:
        key = uuid4().hex
        while True:
            answer = phone.send("contribution.post", key=key, **expectation(text))
            if answer.ok:
                return
            self.refused.add((answer.status_code, answer.json()["code"]))
            self.over.wait(BREATH)


def test_a_killed_database_loses_and_doubles_nothing_and_reads_go_on(
    serve: Callable[..., Server],
) -> None:
    if find("initdb") is None:
        pytest.skip("POSTGRESQL IS NOT INSTALLED")
    with PostgreSQL() as database, ThreadPoolExecutor(PHONES) as hands:
        running = serve("--scenario", "team-half-day", TABLEE_DATABASE_URL=database.database())
        workshop = Workshop(running.url)
        workshop.write()
        writers = Writers(workshop)
        with Ear(workshop.facilitator) as ear:
            done = [hands.submit(writers.write, number) for number in range(PHONES)]
            try:
                for kill in range(1, KILLS + 1):
                    wanted = len(writers.answered) + 10 * kill
                    ear.until(lambda ear, wanted=wanted: len(ear.texts("facilitators")) > wanted)
                    database.kill()
                    ear.until(lambda ear: storage(ear) == "database_unreachable")
                    # Whoever reads is answered from what is known.
                    assert workshop.facilitator.get("snapshot").ok
                    database.start()
                    ear.until(lambda ear: storage(ear) == "ok")
            finally:
                writers.over.set()
            for one in done:
                one.result(60)
        kept = workshop.facilitator.records("contributions").values()
        texts = [one["text"] for one in kept if not one["origin"]]
        assert sorted(texts) == sorted(writers.answered)
        assert {code for _, code in writers.refused} <= {"database_unreachable", "storage_failed"}
        workshop.close()
