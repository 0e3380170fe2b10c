"""The place where copies of the database are put, best on another medium: one more each time,
at one stroke, and those that are no longer worth their room destroyed.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from errno import EDQUOT, ENOSPC
from pathlib import Path
from typing import Final

from facilitation.protocol.ports import BackupFailed
from facilitation.store import copies
from facilitation.store.copies import Copy, Damaged
from facilitation.store.rotation import superfluous

_PART: Final = "tablee.part"


class BackupFolder:
    """Copies of one database in one folder; used by one thread at a time."""

    def __init__(self, database: Path, folder: Path) -> None:
        self.folder = folder
        self._database = database
        self._elsewhere = False
        self._version = -1
        self._watch: sqlite3.Connection | None = None

    def ready(self) -> None:
        """Make the folder if what it is to lie in is there; raises BackupFailed when the place is
        gone. A key that was pulled out may leave an empty folder behind, on the data's own disk.
        """
        try:
            self.folder.mkdir(exist_ok=True, mode=0o700)
        except FileNotFoundError:
            raise BackupFailed("backup_missing") from None
        except OSError:
            raise BackupFailed("backup_unwritable") from None
        if self._elsewhere and self.beside:
            raise BackupFailed("backup_missing")
        self._elsewhere = not self.beside

    @property
    def beside(self) -> bool:
        """Whether copies lie on the very medium that the data lie on."""
        try:
            return self.folder.stat().st_dev == self._database.stat().st_dev
        except OSError:
            return False

    def all(self) -> list[Copy]:
        """The copies that are there, newest first."""
        try:
            found = [copies.named(path) for path in self.folder.iterdir()]
        except OSError:
            return []
        whole = [one for one in found if one is not None and one.workshop is None]
        return sorted(whole, key=lambda one: one.taken, reverse=True)

    def take(self, now: int, *, step: bool = False) -> bool:
        """One more copy, on the medium when it returns; False when nothing changed since the last
        one. Raises BackupFailed.
        """
        self.ready()
        if self._add(now, step=step) is None:
            return False
        for old in superfluous(self.all(), now):
            destroy(old.path)
        return True

    def _add(self, now: int, *, step: bool = False) -> Path | None:
        """The copy that was written; None when nothing changed since the last one."""
        with _told():
            version = self._seen()
            if version == self._version and self.all():
                return None
            content = copies.snapshot(self._database)
            name = copies.name(content, now, step=step)
            self._write(content, name)
        self._version = version
        return self.folder / name

    def take_one(self, workshop: str, now: int) -> Path:
        """One workshop alone, by hand: such a copy is never thinned out. Raises BackupFailed."""
        self.ready()
        with _told():
            content = copies.snapshot(self._database, workshop)
            name = copies.name(content, now, workshop=workshop)
            self._write(content, name)
        return self.folder / name

    def renew(self, now: int, workshop: str | None = None) -> None:
        """Only what the database now holds may stay: a fresh copy and no other, nor one of this
        workshop alone. Raises BackupFailed before anything is destroyed.
        """
        self._version = -1
        before = [*self.all(), *self._alone(workshop)]
        self.ready()
        # Never judged by its time: a clock that was set back makes an old copy look newer.
        fresh = self._add(now)
        for old in before:
            if old.path != fresh:
                destroy(old.path)

    def _alone(self, workshop: str | None) -> list[Copy]:
        if workshop is None:
            return []
        found = [copies.named(path) for path in self.folder.glob(f"tablee-{workshop}-*.db")]
        return [one for one in found if one is not None]

    def close(self) -> None:
        """Let go of the database."""
        if self._watch is not None:
            self._watch.close()
            self._watch = None

    def _seen(self) -> int:
        """A number that changes whenever anybody commits."""
        if self._watch is None:
            self._watch = copies.reading(self._database)
        return int(self._watch.execute("PRAGMA data_version").fetchone()[0])

    def _write(self, content: bytes, name: str) -> None:
        part = self.folder / _PART
        try:
            write_through(part, content)
            if part.read_bytes() != content:
                raise Damaged(name)
            part.replace(self.folder / name)
            _settle(self.folder)
        finally:
            part.unlink(missing_ok=True)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, Damaged):
        raise BackupFailed("backup_unreadable") from None
    except OSError as error:
        full = error.errno in (ENOSPC, EDQUOT)
        raise BackupFailed("backup_full" if full else "backup_unwritable") from None


def write_through(path: Path, content: bytes) -> None:
    """On the medium when it returns; for the owner of this machine's account alone."""
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o600)
    with closing(os.fdopen(file, "wb")) as opened:
        opened.write(content)
        opened.flush()
        os.fsync(opened.fileno())


def destroy(path: Path) -> None:
    """Write over a file before it goes: what was purged since must not be read from it."""
    with suppress(OSError):
        with path.open("r+b") as opened:
            opened.write(bytes(path.stat().st_size))
            opened.flush()
            os.fsync(opened.fileno())
        path.unlink()


def _settle(folder: Path) -> None:
    """Let the new name itself survive a power cut; Windows has no way to ask for that."""
    if os.name == "nt":
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    except OSError:
        # Some media cannot: the content was written through all the same.
        return
    finally:
        os.close(opened)
