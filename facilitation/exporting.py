"""Every document of a workshop, written into a folder: the command line's own way to them."""

from pathlib import Path

from rich.console import Console

from facilitation import exported, producing, serving
from facilitation.documents import catalogue
from facilitation.domain.core import Refused
from facilitation.settings import Settings
from facilitation.speech import say


def run(
    settings: Settings, code: str, folder: Path, language: str | None, console: Console
) -> None:
    """Write all documents as the workshop stands now, in its own language unless another is asked.

    Refused for an unknown code and for a folder that cannot be written; a file that is there
    already is replaced only once its successor is complete.
    """
    spoken = language or _language(settings, code)
    _prepare(folder)
    for name in catalogue.names():
        made = producing.produce(settings.database, code, name, spoken, None)
        path = folder / made.filename
        write(path, made.content)
        exported.remember(settings.data_dir, code, path)
        console.print(say("written", path=path), markup=False)


def check(settings: Settings, code: str) -> None:
    """Refused for an unknown code."""
    _language(settings, code)


def _language(settings: Settings, code: str) -> str:
    built = serving.build(settings)
    try:
        return built.rooms.room(code).state.workshop.language
    finally:
        built.close()


def _prepare(folder: Path) -> None:
    """A document takes seconds to make: a folder that cannot take it is refused before."""
    probe = folder / ".tablee"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe.touch()
        probe.unlink()
    except OSError:
        raise Refused("folder_unwritable", folder=folder) from None


def write(path: Path, content: bytes) -> None:
    """Replace a file once its successor is complete; refused where it cannot be written."""
    fresh = path.with_name(f"{path.name}.part")
    try:
        fresh.write_bytes(content)
        fresh.replace(path)
    except OSError:
        raise Refused("folder_unwritable", folder=path.parent) from None
