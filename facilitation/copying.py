"""Copies of the database, for whoever runs this machine: where they go, that they can be taken; and
what is destroyed outside it once a text is erased.
"""

import shutil
import time
from functools import partial
from pathlib import Path
from typing import Final

from rich.console import Console

from facilitation import concurrency, exported
from facilitation.domain.core import Refused
from facilitation.protocol.ports import BackupFailed, StorageFailed
from facilitation.service.rooms import Rooms
from facilitation.service.upkeep import LOW, Upkeep
from facilitation.settings import Settings
from facilitation.speech import say
from facilitation.store.backups import BackupFolder, destroy
from facilitation.store.engine import sqlite_path
from facilitation.store.sql_log import SqlEventLog

#: Folders in which a restore puts what was there before.
ASIDE: Final = "before-restore"


def by_hand(settings: Settings, code: str | None, folder: Path | None, console: Console) -> None:
    """A copy of one workshop, or of all; refused when the place or the database cannot take it."""
    database = sqlite_path(settings.database)
    if database is None:
        raise Refused("backup_elsewhere")
    place, now = folder or settings.backups, time.time_ns() // 1_000_000
    backups = BackupFolder(database, place)
    try:
        if code is None:
            backups.take(now)
            path = backups.all()[0].path
        else:
            path = backups.take_one(code, now)
    except BackupFailed as failure:
        raise Refused(failure.code, folder=place) from None
    finally:
        backups.close()
    console.print(say("written", path=path), markup=False)


def forget(settings: Settings, code: str) -> None:
    """A workshop that was purged is in no copy either: all that is left is one of today. Refused
    when the place of the copies cannot be reached: then they still hold it.
    """
    database = sqlite_path(settings.database)
    if database is None:
        return
    backups = BackupFolder(database, settings.backups)
    try:
        backups.renew(time.time_ns() // 1_000_000, code)
    except BackupFailed:
        raise Refused("copies_keep", workshop=code, folder=settings.backups) from None
    finally:
        backups.close()
    forget_aside(settings, code)


def forget_aside(settings: Settings, code: str, before: int | None = None) -> None:
    """What a restore put aside holds the workshop too: it is taken out of there; `before`: only of
    what was last written before a time, in milliseconds.
    """
    database = sqlite_path(settings.database)
    for kept in database.parent.glob(f"{ASIDE}-*/{database.name}") if database else ():
        if before is None or kept.stat().st_mtime * 1000 < before:
            _take_out(kept, code)


def forget_erased(settings: Settings, code: str, at: int) -> None:
    """A text was erased at a time, in milliseconds: what was made of its workshop before goes."""
    exported.destroy(settings.data_dir, code, at / 1000)
    forget_aside(settings, code, at)


def _take_out(database: Path, code: str) -> None:
    """What a restore put aside may hold it too; what cannot be opened is destroyed whole."""
    try:
        log = SqlEventLog(f"sqlite:///{database}")
        log.remove(code)
        log.close()
    except StorageFailed:
        destroy(database)


def upkeep(settings: Settings, rooms: Rooms) -> Upkeep:
    """Copies are taken of a database of this machine; another server's has its own ways."""
    database = sqlite_path(settings.database)
    backups = BackupFolder(database, settings.backups) if database is not None else None

    def free() -> int:
        return shutil.disk_usage(database.parent).free if database is not None else LOW

    forget = partial(forget_erased, settings)
    return Upkeep(backups, rooms, free, concurrency.run_in_real_thread, forget)


def announce(settings: Settings, taking: Upkeep, console: Console) -> None:
    """Where copies go; a first one is taken before anybody comes, so that a wrong place is told."""
    if not taking.copies:
        return
    taking.round()
    state = taking.told()["backup"]["state"]
    console.print(say("backups", folder=settings.backups), markup=False)
    if state != "ok":
        said = {"beside": "backup_beside"}.get(state, state)
        console.print(say(said, folder=settings.backups), style="yellow", markup=False)
