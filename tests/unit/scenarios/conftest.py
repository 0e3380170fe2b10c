"""A copy of the small scenario that a test may spoil."""

import shutil
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "team-half-day"
    shutil.copytree(ROOT / "scenarios" / "team-half-day", copy)
    return copy
