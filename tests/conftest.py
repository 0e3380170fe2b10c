"""What holds for every test: its kind follows from its folder, and the developer's own settings
and workshops stay out of it.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.support.services import PostgreSQL, find

settings.register_profile("long", max_examples=4_000)

TESTS = Path(__file__).parent
KINDS = ("unit", "contract", "integration", "e2e")
SETTINGS = (
    "TABLEE_DATABASE_URL",
    "TABLEE_REDIS_URL",
    "TABLEE_ADMIN_KEY",
    "TABLEE_PUBLIC_URL",
    "TABLEE_TLS_CERT",
    "TABLEE_TLS_KEY",
    "TABLEE_TRUSTED_PROXIES",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test with the name of its folder, so that `-m unit` works without a line in each
    file.
    """
    for item in items:
        kind = item.path.relative_to(TESTS).parts[0]
        if kind in KINDS:
            item.add_marker(kind)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[PostgreSQL]:
    """A server of PostgreSQL of one's own."""
    if find("initdb") is None:
        pytest.skip("POSTGRESQL IS NOT INSTALLED: NOTHING ABOUT SEVERAL WORKERS IS TESTED HERE")
    with PostgreSQL() as running:
        yield running


@pytest.fixture(scope="session", autouse=True)
def _own_settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Point the data folder to a temporary one and drop every other setting, TABLEE_ASYNC_MODE
    excepted.
    """
    with pytest.MonkeyPatch.context() as patch:
        for name in SETTINGS:
            patch.delenv(name, raising=False)
        patch.setenv("TABLEE_DATA_DIR", str(tmp_path_factory.mktemp("tablee")))
        yield
