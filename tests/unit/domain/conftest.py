"""A room that has just been opened, for each test its own."""

import pytest

from tests.support.stage import Stage


@pytest.fixture
def stage() -> Stage:
    """Nobody has joined, no step runs."""
    return Stage()
