"""What several contract tests begin with."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.moving import CLAIRE, Day


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    """A workshop in the step of situations, which may move to another computer."""
    made = Day(tmp_path)
    made.ask(CLAIRE, "0f" * 16, "step.start", {"step": "situations"})
    yield made
    made.house.close()
