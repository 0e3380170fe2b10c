"""The machine itself: clock, power, disk, the data folder and the place of backups."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Final

from facilitation.doctor.finding import Finding, beware, good, wrong

SUPPLIES: Final = Path("/sys/class/power_supply")

GIGA: Final = 1_000_000_000
#: A day writes some megabytes; documents, backups and the system take the rest.
PLENTY: Final = 2 * GIGA
ENOUGH: Final = GIGA // 5


def clock(now: datetime, files: float) -> Iterator[Finding]:
    """The time of day; one before the program's own files were written is wrong."""
    zone = now.tzname() or ""
    told = {"date": now.strftime("%Y-%m-%d"), "time": now.strftime("%H:%M"), "zone": zone}
    if now.timestamp() < files - 86_400:
        yield wrong("clock_behind", **told)
    elif not now.utcoffset():
        yield beware("clock_utc", **told)
    else:
        yield good("clock", **told)


def power(supplies: Path = SUPPLIES) -> Iterator[Finding]:
    """Mains or battery, where Linux tells it."""
    told = [_supply(folder) for folder in sorted(supplies.glob("*"))]
    batteries = [one for one in told if one.get("type") == "Battery"]
    mains = [one for one in told if one.get("type") == "Mains"]
    if not told:
        yield beware("power_unknown")
    elif any(one.get("online") == "1" for one in mains) or not _drawn(batteries):
        yield good("power_mains")
    else:
        left = [one["capacity"] for one in batteries if one.get("capacity")]
        yield beware("power_battery", left=left[0] if left else "?")


def _drawn(batteries: list[dict[str, str]]) -> bool:
    return any(one.get("status") == "Discharging" for one in batteries)


def _supply(folder: Path) -> dict[str, str]:
    found = {}
    for name in ("type", "online", "status", "capacity"):
        try:
            found[name] = (folder / name).read_text(encoding="ascii").strip()
        except (OSError, ValueError):
            continue
    return found


def disk(folder: Path, free: int | None = None) -> Iterator[Finding]:
    """Room on the disk that holds the data."""
    left = shutil.disk_usage(_existing(folder)).free if free is None else free
    giga = f"{left / GIGA:.1f}"
    if left < ENOUGH:
        yield wrong("disk_full", free=giga)
    elif left < PLENTY:
        yield beware("disk_short", free=giga)
    else:
        yield good("disk", free=giga)


def data(folder: Path) -> Iterator[Finding]:
    """The data folder takes files; a database in it can be read."""
    if not writable(folder):
        yield wrong("folder_unwritable", folder=folder)
        return
    yield good("folder", folder=folder)


def backups(place: Path | None, folder: Path) -> Iterator[Finding]:
    """A second place, there, writable, and on another medium than the data."""
    if place is None:
        yield beware("backup_none")
    elif not place.parent.is_dir():
        # The folder itself is made; what it is to lie in is the medium that was pulled out.
        yield wrong("backup_absent", place=place)
    elif not writable(place):
        yield wrong("backup_unwritable", place=place)
    elif medium(_existing(place)) == medium(_existing(folder)):
        yield beware("backup_same_medium", place=place)
    else:
        yield good("backup", place=place)


def medium(folder: Path) -> int:
    """The device that a folder is on."""
    return folder.stat().st_dev


def writable(folder: Path) -> bool:
    """Whether a file can be made there, written to the medium, and removed."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, prefix=".tablee-") as probe:
            probe.write(b"probe")
            probe.flush()
            os.fsync(probe.fileno())
    except OSError:
        return False
    return True


def _existing(folder: Path) -> Path:
    """The folder, or the nearest one above it that exists."""
    return next(one for one in (folder, *folder.absolute().parents) if one.exists())
