"""Going back to a copy of the database, on this computer or another: found, checked, put in place.

What was there is put aside, never written over. Each workshop begins another life, so that
phones bring back what they had been told was saved since.
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from rich.console import Console

from facilitation import exporting, holding
from facilitation.copying import ASIDE
from facilitation.domain.core import Actor, Refused
from facilitation.domain.state import State
from facilitation.factory import SystemClock, SystemIds
from facilitation.protocol.catalogue import RESTORE
from facilitation.service.jobs import Job, decide
from facilitation.service.memory import remember
from facilitation.settings import Settings
from facilitation.speech import language, say
from facilitation.store import copies
from facilitation.store.backups import write_through
from facilitation.store.copies import Damaged
from facilitation.store.engine import sqlite_path
from facilitation.store.sql_log import SqlEventLog
from facilitation.web import guide

_PAGE: Final = """<!doctype html>
<html lang="{language}"><meta charset="utf-8"><title>Tablée</title>
<style>body {{ max-width: 44rem; margin: 2rem auto; font: 1rem/1.45 serif; }}</style>
{sheet}</html>
"""

#: An SQLite database, and the files that may lie beside it.
_FILES: Final = ("", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Found:
    """A copy that was found whole, and when it was taken."""

    path: Path
    content: bytes
    taken: int


def run(settings: Settings, source: Path, console: Console, sure: Callable[[str], bool]) -> None:
    """Put the copy, or the newest whole one of a folder, in the place of the database.

    `sure` is asked when what is there knows more than the copy. Refused while a server runs, and
    for what is no whole copy; then nothing was touched.
    """
    database = sqlite_path(settings.database)
    if database is None:
        raise Refused("restore_elsewhere")
    found = find(source, console)
    _make_folder(database.parent)
    with _unserved(settings), _beside(database) as fresh:
        write_through(fresh, found.content)
        workshops = revive(fresh, found)
        if _knows_more(database, workshops) and not sure(say("restore_sure", **_when(found))):
            raise Refused("restore_kept")
        aside = _put_aside(database)
        fresh.replace(database)
    _tell(settings, found, workshops, aside, console)


def find(source: Path, console: Console) -> Found:
    """The copy named, or the newest whole one of the folder named."""
    if not source.is_dir():
        return _read(source)
    named = [copy for copy in map(copies.named, source.iterdir()) if copy and not copy.workshop]
    for copy in sorted(named, key=lambda copy: copy.taken, reverse=True):
        try:
            return _read(copy.path)
        except Refused:
            console.print(say("restore_skipped", path=copy.path.name), style="yellow", markup=False)
    raise Refused("no_backup", folder=source)


def _read(path: Path) -> Found:
    try:
        content = copies.read(path)
        copy = copies.named(path)
        taken = copy.taken if copy else round(path.stat().st_mtime * 1000)
    except FileNotFoundError:
        raise Refused("restore_missing", path=path) from None
    except (OSError, Damaged):
        raise Refused("restore_damaged", path=path) from None
    return Found(path, content, taken)


def revive(database: Path, found: Found) -> list[State]:
    """Begin another life of each workshop of a copy; refused when one of them cannot be read."""
    log = SqlEventLog(f"sqlite:///{database}")
    try:
        return [_live_again(log, code, found) for code in log.codes()]
    finally:
        log.close()


def _live_again(log: SqlEventLog, code: str, found: Found) -> State:
    clock, ids = SystemClock(), SystemIds()
    try:
        loaded = log.load(code)
        memory = remember(loaded)
    except Exception:  # noqa: BLE001 - whatever cannot be read or folded, the copy is not used
        raise Refused("restore_damaged", path=found.path) from None
    if memory.state.seq:
        job = Job(Actor("admin"), RESTORE, RESTORE.payload(loaded.epoch, found.taken))
        log.begin_life(code, ids.new())
        log.append(code, [decide(memory, job, clock.now(), ids.new())])
    return memory.state


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise Refused("storage_unwritable") from None


@contextmanager
def _unserved(settings: Settings) -> Iterator[None]:
    """Nobody may serve a database that is being replaced: what they save would go with it."""
    with_locks = sorted(settings.data_dir.glob("*.lock"))
    held = [holding.alone(settings, path.stem) for path in with_locks]
    try:
        yield
    finally:
        for one in held:
            one.close()


@contextmanager
def _beside(database: Path) -> Iterator[Path]:
    """A file on the same disk as the database; what is left of it goes."""
    fresh = database.with_name(f"{database.name}.restoring")
    try:
        yield fresh
    except OSError:
        raise Refused("storage_unwritable") from None
    finally:
        for end in _FILES:
            fresh.with_name(fresh.name + end).unlink(missing_ok=True)


def _knows_more(database: Path, workshops: list[State]) -> bool:
    """Whether what is there holds more of one of these workshops than the copy."""
    if not database.exists():
        return False
    try:
        with closing(copies.reading(database)) as opened:
            rows = opened.execute("SELECT workshop, max(seq) FROM log GROUP BY workshop")
            there = {code: int(seq) for code, seq in rows}
    except sqlite3.Error:
        return False
    # The copy's own number has just grown by the event that begins its new life.
    return any(there.get(one.workshop.id, 0) >= one.seq for one in workshops if one.seq)


def _put_aside(database: Path) -> Path | None:
    """What was there, whole or damaged, in a folder of its own beside it."""
    if not database.exists():
        return None
    aside = database.parent / f"{ASIDE}-{datetime.now().astimezone():%Y%m%dT%H%M%S}"
    aside.mkdir(mode=0o700)
    for end in _FILES:
        path = database.with_name(database.name + end)
        if path.exists():
            path.replace(aside / path.name)
    return aside


def _when(found: Found) -> dict[str, str]:
    taken = datetime.fromtimestamp(found.taken / 1000).astimezone()
    return {"date": f"{taken:%d/%m/%Y}", "time": f"{taken:%H:%M:%S}"}


def _tell(
    settings: Settings, found: Found, workshops: list[State], aside: Path | None, console: Console
) -> None:
    console.print(say("restored", **_when(found)), style="bold", markup=False)
    for state in workshops:
        if state.seq:
            texts = sum(one.via != "seed" for one in state.contributions())
            people = sum(one.state == "present" for one in state.participants())
            workshop = state.workshop
            counts = {"code": workshop.id, "title": workshop.title, "texts": texts}
            console.print(say("restored_workshop", people=people, **counts), markup=False)
        if state.seq and any(ballot.state == "open" for ballot in state.ballots()):
            text = say("restored_ballot", code=state.workshop.id)
            console.print(text, style="yellow", markup=False)
    if aside is not None:
        console.print(say("restored_aside", folder=aside), markup=False)
    console.print(say("restored_next", folder=found.path.parent), markup=False)


def write_sheet(file: Path, console: Console) -> None:
    """The rescue sheet as one page to print, in the terminal's language."""
    page = _PAGE.format(language=language(), sheet=guide.rendered("rescue", language()))
    exporting.write(file, page.encode())
    console.print(say("written", path=file), markup=False)
