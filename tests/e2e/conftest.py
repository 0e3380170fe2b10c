"""The browser (the machine's own Chromium), the server of each test, and what is kept when one
fails.

Never import eventlet or gevent in this process: their patches make Playwright hang when it closes.
"""

import os
import shutil
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, expect

from facilitation.setup.places import chromium
from tests.e2e.actors.cast import Cast
from tests.e2e.serving import ADMIN, Server, fresh
from tests.e2e.watching import Watch

FLAGS = [
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PHONE = {"locale": "fr-FR", "viewport": {"width": 390, "height": 844}}
# Two cores carry a server and four screens: a state that comes late is not a state that is missing.
expect.set_options(timeout=30_000)
FAILED = pytest.StashKey[bool]()


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    """Start the machine's Chromium; without one, Playwright looks for its own."""
    found = {"executable_path": path} if (path := chromium()) else {}
    # Chromium refuses to start as root with its sandbox.
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    return {**browser_type_launch_args, **found, "args": [*FLAGS, *as_root]}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    """Where the seminar is; what a person's device is like is said to `new_context`."""
    return {**browser_context_args, "timezone_id": "Europe/Paris"}


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Fail the test on any fault seen in any of its pages."""
    watch = Watch()
    yield watch
    assert not watch.faults, "\n".join(watch.faults)


@pytest.fixture
def new_context(
    new_context: Callable[..., BrowserContext], watch: Watch
) -> Callable[..., BrowserContext]:
    """Make browser contexts that are watched; one per person of the story, with a French phone
    unless the test says otherwise.
    """

    def create(**options: Any) -> BrowserContext:
        context = new_context(**{**PHONE, **options})
        watch.follow(context)
        return context

    return create


@pytest.fixture
def serve(
    tmp_path: Path, request: pytest.FixtureRequest, output_path: str
) -> Iterator[Callable[..., Server]]:
    """Start servers on one folder, so that a test can stop one and start the next on the same
    workshop.
    """
    servers: list[Server] = []

    def start(*options: str) -> Server:
        servers.append(Server(tmp_path, *options))
        return servers[-1]

    yield start
    for server in servers:
        server.stop()
    keep_log(request, tmp_path / "server.log", output_path)


def keep_log(request: pytest.FixtureRequest, log: Path, output_path: str) -> None:
    """Put a server's words beside the pictures of a test that failed."""
    if request.node.stash.get(FAILED, False) and log.exists():
        Path(output_path).mkdir(parents=True, exist_ok=True)
        shutil.copy(log, output_path)


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """One server for all stories that leave it standing."""
    with Server(tmp_path_factory.mktemp("stories"), TABLEE_ADMIN_KEY=ADMIN) as server:
        yield server


@pytest.fixture
def server(running: Server, request: pytest.FixtureRequest, output_path: str) -> Iterator[Server]:
    """Serve the Belfort day, freshly made."""
    yield fresh(running)
    keep_log(request, running.log, output_path)


@pytest.fixture
def cast(server: Server, new_context: Callable[..., BrowserContext]) -> Cast:
    """The people of a story, on the Belfort day."""
    return Cast(server, new_context)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember that a test failed, for the fixtures that end after it."""
    report = yield
    if report.failed:
        item.stash[FAILED] = True
    return report
