"""A real server, shared by the tests that speak to it over the loopback, a workshop for each."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import pytest

from tests.support.browsing import Browser
from tests.support.pairs import Pair
from tests.support.remote import ADMIN_KEY, Workshop
from tests.support.services import PostgreSQL, Redis, find
from tests.support.serving import Server


class Starts(Protocol):
    """Starts a pair with these settings, on a database of its own."""

    def __call__(self, **settings: str) -> Pair: ...


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("served"), TABLEE_ADMIN_KEY=ADMIN_KEY) as running:
        yield running


@pytest.fixture
def workshop(server: Server) -> Iterator[Workshop]:
    made = Workshop(server.url)
    yield made
    made.close()


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[..., Server]]:
    """Start servers on one folder, one after the other."""
    started: list[Server] = []

    def start(*options: str, **settings: str) -> Server:
        started.append(Server(tmp_path, *options, **{"TABLEE_ADMIN_KEY": ADMIN_KEY, **settings}))
        return started[-1]

    yield start
    for one in started:
        one.stop()


@pytest.fixture
def open_browser(server: Server) -> Iterator[Callable[..., Browser]]:
    """Open browsers without scripts, one per person."""
    opened: list[Browser] = []

    def browser(language: str = "fr", root: str = server.url) -> Browser:
        opened.append(Browser(root, language))
        return opened[-1]

    yield browser
    for one in opened:
        one.close()


@pytest.fixture
def visitor(open_browser: Callable[..., Browser]) -> Browser:
    """Somebody who reads French."""
    return open_browser()


@pytest.fixture(scope="module")
def start_pair(
    tmp_path_factory: pytest.TempPathFactory, postgresql: PostgreSQL
) -> Iterator[Starts]:
    """Start servers of two workers; all end with the module."""
    started: list[Pair] = []

    def start(**settings: str) -> Pair:
        folder = tmp_path_factory.mktemp("pair")
        started.append(Pair.start(folder, postgresql.database(), **settings))
        return started[-1]

    yield start
    for one in started:
        one.stop()


@pytest.fixture(scope="module")
def redis_server() -> Iterator[Redis]:
    if find("redis-server") is None:
        pytest.skip("REDIS IS NOT INSTALLED: NOTHING ABOUT SEVERAL WORKERS IS TESTED HERE")
    with Redis() as running:
        yield running


@pytest.fixture(scope="module")
def pair(start_pair: Starts, redis_server: Redis) -> Pair:
    """Two workers that hear of each other."""
    return start_pair(TABLEE_REDIS_URL=redis_server.address)
