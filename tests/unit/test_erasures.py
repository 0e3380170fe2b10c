"""What was made of a workshop before an erasure is destroyed, once, and again after a restart."""

import os
from dataclasses import replace
from pathlib import Path

import pytest

from facilitation import copying
from facilitation.domain.core import Put
from facilitation.service.upkeep import LOW, Upkeep
from facilitation.settings import Settings
from facilitation.store.sql_log import SqlEventLog
from tests.support.entries import entry, removed
from tests.support.rooms import House


def test_each_erasure_destroys_what_was_made_before_it() -> None:
    house = House()
    destroyed: list[tuple[str, int]] = []

    def upkeep() -> Upkeep:
        """As a server that has just started has it, on a database that is not copied."""
        forget = lambda code, at: destroyed.append((code, at))  # noqa: E731
        return Upkeep(None, house.rooms, lambda: LOW, lambda act, *given: act(*given), forget)

    erasures = upkeep()
    erasures.round()
    assert destroyed == []
    state = house.room.state
    for at in (1_000, 1_000, 2_000):
        state.apply([Put("workshop", replace(state.workshop, erased_at=at))])
        erasures.round()
    code = house.room.code
    assert destroyed == [(code, 1_000), (code, 2_000)]
    upkeep().round()
    assert destroyed[-1] == (code, 2_000)
    assert len(destroyed) == 3
    house.close()


@pytest.mark.parametrize(("written", "stays"), [(1_000, False), (3_000, True)])
def test_what_a_restore_put_aside_before_an_erasure_does_not_hold_the_workshop(
    tmp_path: Path, written: int, stays: bool
) -> None:
    aside = tmp_path / "before-restore-20130307" / "tablee.db"
    aside.parent.mkdir()
    log = SqlEventLog(f"sqlite:///{aside}")
    log.create("ABC234", "epoch-1")
    log.append("ABC234", [entry(removed(1, "canari-mis-de-côté"))])
    log.close()
    os.utime(aside, (written, written))
    copying.forget_erased(Settings(data_dir=tmp_path), "ABC234", 2_000_000)
    held = b"".join(path.read_bytes() for path in aside.parent.iterdir())
    assert ("canari-mis-de-côté".encode() in held) == stays
