"""Whose a record is, and was: found both ways, also after it went to somebody else."""

import pytest

from facilitation.domain.state import State
from facilitation.service import owners
from facilitation.service.owners import Owners


def test_a_record_that_changes_hands_leaves_one_list_for_the_other(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    state = State()
    state.collections["contributions"]["ATT-001"] = "anne"  # type: ignore[assignment]
    monkeypatch.setattr(owners, "personal", lambda _collection, record: record or None)
    key = ("contributions", "ATT-001")
    kept = Owners(state)
    assert kept.of("anne") == [key]
    state.collections["contributions"]["ATT-001"] = "luc"  # type: ignore[assignment]
    assert kept.concerned(state, [key]) == {"anne": [key], "luc": [key]}
    assert (kept.of("anne"), kept.of("luc")) == ([], [key])
    del state.collections["contributions"]["ATT-001"]
    assert kept.concerned(state, [key]) == {"luc": [key]}
    assert kept.of("luc") == []
