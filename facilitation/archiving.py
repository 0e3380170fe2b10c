"""One workshop as an archive, and back: for whoever runs this machine."""

from pathlib import Path

from rich.console import Console

from facilitation import exported, exporting, producing
from facilitation.domain.core import Refused, SetName
from facilitation.factory import SystemIds
from facilitation.protocol import archives
from facilitation.protocol.archives import Archive
from facilitation.protocol.ports import Entry, Loaded
from facilitation.service.memory import remember
from facilitation.settings import Settings
from facilitation.speech import say
from facilitation.store.sql_log import SqlEventLog
from facilitation.storing import open_log


def archive(settings: Settings, code: str, to: Path, console: Console) -> None:
    """Write what facilitators may read of a workshop into one file."""
    exporting.check(settings, code)
    made = producing.produce(settings.database, code, "archive.zip", "fr", None)
    exporting.write(to, made.content)
    exported.remember(settings.data_dir, code, to)
    console.print(say("archived", path=to), markup=False)


def bring_in(settings: Settings, source: Path, console: Console) -> None:
    """Make the workshop of an archive anew, in a life of its own; refused when it is here."""
    try:
        read = archives.read(_content(source))
        _fold(read)
    except Refused as refusal:
        raise Refused(refusal.code, path=source) from None
    log = open_log(settings.database)
    try:
        keep(log, read)
    finally:
        log.close()
    console.print(say("brought_in", code=read.code), markup=False)


def keep(log: SqlEventLog, read: Archive) -> None:
    """Refused when a workshop of this code is here already."""
    if read.code in log.codes():
        raise Refused("archive_known", workshop=read.code)
    effects = tuple(SetName(person, name) for person, name in read.names.items())
    day = Entry(read.recorded, effects, "", "", "", {})
    keys = [Entry((), (), "", key, one.body_hash, one.answer) for key, one in read.keys.items()]
    log.bring_in(read.code, SystemIds().new(), [day, *keys], read.lives)


def _content(source: Path) -> bytes:
    try:
        if source.stat().st_size > archives.LARGEST:
            raise Refused("archive_too_large")
        return source.read_bytes()
    except FileNotFoundError:
        raise Refused("restore_missing", path=source) from None
    except OSError:
        raise Refused("archive_damaged") from None


def _fold(read: Archive) -> None:
    """Events that do not follow from each other make no workshop."""
    try:
        remember(Loaded("", read.recorded, read.names))
    except Exception:  # noqa: BLE001 - whatever it is, it cannot be opened
        raise Refused("archive_damaged") from None
