"""The documents that `export` wrote, remembered so that they can be destroyed: when their workshop
is purged, and when a text that they may hold was erased.
"""

import json
from contextlib import suppress
from pathlib import Path
from typing import Final

from facilitation.store.backups import destroy as overwrite

#: Where the documents lie, by workshop.
BOOK: Final = "exported.json"


def remember(folder: Path, code: str, path: Path) -> None:
    """A document of a workshop was written there."""
    known = _known(folder)
    known[code] = sorted({*known.get(code, ()), str(path.absolute())})
    _keep(folder, known)


def destroy(folder: Path, code: str, before: float | None = None) -> list[Path]:
    """Destroy the documents of a workshop that `export` wrote, those older than a time if one is
    given; answers what went.
    """
    known = _known(folder)
    mine = [Path(path) for path in known.get(code, ())]
    gone = [path for path in mine if before is None or _written(path) < before]
    for path in gone:
        overwrite(path)
    known[code] = [str(path) for path in mine if path.exists()]
    if any(path for path in mine):
        _keep(folder, {name: paths for name, paths in known.items() if paths})
    return gone


def _written(path: Path) -> float:
    with suppress(OSError):
        return path.stat().st_mtime
    return 0.0


def _known(folder: Path) -> dict[str, list[str]]:
    try:
        content: dict[str, list[str]] = json.loads((folder / BOOK).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return content


def _keep(folder: Path, known: dict[str, list[str]]) -> None:
    path = folder / BOOK
    with suppress(OSError):
        if known:
            path.write_text(json.dumps(known, ensure_ascii=False, indent=1), encoding="utf-8")
        else:
            path.unlink(missing_ok=True)
