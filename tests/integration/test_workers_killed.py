"""Two workers whose Redis or processes die: nothing is lost, and no screen stays behind."""

import os
import signal
import time
from collections.abc import Iterator

import pytest

from tests.integration.conftest import Starts
from tests.support.pairs import STALE, Pair, opened, phones
from tests.support.remote import Ear, Workshop, expectation
from tests.support.services import Redis
from tests.trials import workers

pytestmark = [pytest.mark.postgresql, pytest.mark.slow, pytest.mark.timeout(300)]

REDIS_KILLS = 20
WORKER_KILLS = 4


@pytest.fixture
def workshop(pair: Pair) -> Iterator[Workshop]:
    made = opened(pair)
    yield made
    made.close()


def test_workers_killed_under_load_lose_and_double_nothing(pair: Pair, workshop: Workshop) -> None:
    answered = workers.kill_workers(pair, workshop, WORKER_KILLS)
    assert answered >= WORKER_KILLS * workers.ANSWERED


def test_redis_killed_again_and_again_fails_no_save_and_leaves_no_screen_behind(
    workshop: Workshop, redis_server: Redis
) -> None:
    assert max(workers.kill_redis(workshop, redis_server, REDIS_KILLS)) < STALE


def test_a_frozen_redis_holds_nobody_up(workshop: Workshop, redis_server: Redis) -> None:
    phone = phones(workshop, 1)[0]
    ears = [Ear(workshop.facilitator) for _ in range(4)]
    os.kill(redis_server.process.pid, signal.SIGSTOP)
    try:
        for turn in range(5):
            began = time.monotonic()
            assert phone.send("contribution.post", **expectation(f"Gelé {turn}")).ok
            assert time.monotonic() - began < STALE
            for ear in ears:
                ear.until(lambda ear, turn=turn: f"Gelé {turn}" in ear.texts("facilitators"))
            assert time.monotonic() - began < STALE
    finally:
        os.kill(redis_server.process.pid, signal.SIGCONT)
    for ear in ears:
        ear.__exit__()


def test_without_redis_every_screen_still_follows(start_pair: Starts) -> None:
    workshop = Workshop(start_pair().url)
    workshop.write()
    phone = phones(workshop, 1)[0]
    ears = [Ear(workshop.facilitator) for _ in range(4)]
    for turn in range(5):
        assert phone.send("contribution.post", **expectation(f"Sans {turn}")).ok
        saved = time.monotonic()
        for ear in ears:
            ear.until(lambda ear, turn=turn: f"Sans {turn}" in ear.texts("facilitators"))
        assert time.monotonic() - saved < STALE
    for ear in ears:
        ear.__exit__()
    workshop.close()
