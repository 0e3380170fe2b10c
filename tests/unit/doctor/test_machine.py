"""What `doctor` says of the machine, each time with the condition broken."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from facilitation.doctor import machine
from facilitation.doctor.finding import Finding

PARIS = timezone(timedelta(hours=1), "CET")
WRITTEN = datetime(2026, 11, 1, tzinfo=UTC).timestamp()


def only(found: object) -> tuple[str, str]:
    """The level and code of the one finding."""
    (finding,) = list(found)  # type: ignore[call-overload]
    assert isinstance(finding, Finding)
    return finding.level, finding.code


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (datetime(2026, 11, 25, 9, 0, tzinfo=PARIS), ("good", "clock")),
        (datetime(2026, 11, 25, 9, 0, tzinfo=UTC), ("beware", "clock_utc")),
        (datetime(2020, 1, 1, 9, 0, tzinfo=PARIS), ("wrong", "clock_behind")),
    ],
)
def test_a_clock_before_the_programs_own_files_is_wrong(
    now: datetime, told: tuple[str, str]
) -> None:
    assert only(machine.clock(now, WRITTEN)) == told


def supply(root: Path, name: str, **values: str) -> None:
    folder = root / name
    folder.mkdir()
    for key, value in values.items():
        (folder / key).write_text(value + "\n", encoding="ascii")


@pytest.mark.parametrize(
    ("online", "status", "told"),
    [
        ("1", "Charging", ("good", "power_mains")),
        ("0", "Discharging", ("beware", "power_battery")),
    ],
)
def test_a_laptop_on_its_battery_is_told_so(
    tmp_path: Path, online: str, status: str, told: tuple[str, str]
) -> None:
    supply(tmp_path, "AC", type="Mains", online=online)
    supply(tmp_path, "BAT0", type="Battery", status=status, capacity="41")
    assert only(machine.power(tmp_path)) == told


def test_a_machine_that_does_not_tell_its_power_is_not_taken_for_plugged_in(
    tmp_path: Path,
) -> None:
    assert only(machine.power(tmp_path)) == ("beware", "power_unknown")


@pytest.mark.parametrize(
    ("free", "told"),
    [
        (50_000_000_000, ("good", "disk")),
        (1_500_000_000, ("beware", "disk_short")),
        (100_000_000, ("wrong", "disk_full")),
    ],
)
def test_a_disk_nearly_full_is_wrong(tmp_path: Path, free: int, told: tuple[str, str]) -> None:
    assert only(machine.disk(tmp_path, free)) == told


def test_the_disk_of_a_folder_that_is_not_there_yet_is_the_one_above(tmp_path: Path) -> None:
    (finding,) = machine.disk(tmp_path / "not" / "yet")
    assert float(finding.details["free"]) >= 0


def test_a_data_folder_that_is_a_file_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    assert only(machine.data(tmp_path / "data")) == ("wrong", "folder_unwritable")
    assert only(machine.data(tmp_path / "other")) == ("good", "folder")
    assert list((tmp_path / "other").iterdir()) == []


def test_a_backup_place_is_there_writable_and_elsewhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick, data = tmp_path / "media" / "stick", tmp_path / "data"
    data.mkdir()
    assert only(machine.backups(None, data)) == ("beware", "backup_none")
    assert only(machine.backups(stick, data)) == ("wrong", "backup_absent")
    stick.parent.mkdir()
    assert only(machine.backups(stick, data)) == ("beware", "backup_same_medium")
    monkeypatch.setattr(machine, "medium", lambda folder: 2 if folder == stick else 1)
    assert only(machine.backups(stick, data)) == ("good", "backup")
    monkeypatch.setattr(machine, "writable", lambda folder: False)
    assert only(machine.backups(stick, data)) == ("wrong", "backup_unwritable")
