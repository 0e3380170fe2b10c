"""The databases on which the contract of the store is kept: one file, or a server."""

from pathlib import Path

import pytest

from facilitation.store.sql_log import SqlEventLog
from facilitation.store.sql_shared import SharedSqlLog
from tests.support.doubles import MemoryLog

POSTGRESQL = pytest.param("postgresql", marks=pytest.mark.postgresql)
DATABASES = ["sqlite", POSTGRESQL]
KINDS = ["memory", *DATABASES]


def address(folder: Path) -> str:
    """The address of a file."""
    return f"sqlite:///{folder / 'tablee.db'}"


def database(request: pytest.FixtureRequest, folder: Path) -> str:
    """A fresh database of the kind that the test is run with."""
    if request.param == "postgresql":
        fresh: str = request.getfixturevalue("postgresql").database()
        return fresh
    return address(folder)


def opened_log(request: pytest.FixtureRequest, folder: Path) -> MemoryLog | SqlEventLog:
    """An event log of the kind that the test is run with."""
    if request.param == "memory":
        return MemoryLog()
    url = database(request, folder)
    return SharedSqlLog(url) if request.param == "postgresql" else SqlEventLog(url)
