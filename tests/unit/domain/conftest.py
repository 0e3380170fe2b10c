"""A room that has just been opened, for each test its own."""

import pytest

from tests.support.stage import Stage


@pytest.fixture
def stage() -> Stage:
    """Nobody has joined, no step runs."""
    return Stage()


@pytest.fixture
def ballot(stage: Stage) -> str:
    """Two themes put to the vote: five dots each, three at most on one."""
    stage.theme("A")
    stage.theme("B")
    return stage.ballot()
