"""Deleting a workshop so that nothing of it stays on this machine: rows, backups, documents, lock.

Also what is due: each workshop has a date at which it is to be deleted.
"""

import json
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Final

from facilitation import copying, exported
from facilitation.domain.core import Refused
from facilitation.factory import Built
from facilitation.settings import Settings

#: Where it is remembered what is still to be deleted.
OWED: Final = "purging.json"


def purge(settings: Settings, built: Built, code: str) -> None:
    """Delete a workshop; what cannot be deleted because it is in use goes with its last user.

    Refused when its copies are out of reach: that is remembered, so that it can be asked again.
    """
    _owe(settings, {*owed(settings), code})
    built.log.remove(code)
    exported.destroy(settings.data_dir, code)
    copying.forget(settings, code)
    _owe(settings, {*owed(settings)} - {code})
    # On Windows a file that a running server holds stays until it ends; it is empty.
    with suppress(OSError):
        (settings.data_dir / f"{code}.lock").unlink(missing_ok=True)


def purge_each(
    settings: Settings, built: Built, codes: Sequence[str], told: Callable[[str], None]
) -> Refused | None:
    """Delete workshops; one that leaves copies behind keeps none of the others. What is to be told
    of the last such one.
    """
    left: Refused | None = None
    for code in codes:
        try:
            purge(settings, built, code)
        except Refused as refusal:
            left = refusal
        else:
            told(code)
    return left


def check(settings: Settings, built: Built, code: str) -> None:
    """Refused for a code of which there is nothing to delete."""
    if code not in owed(settings):
        built.rooms.room(code)


def owed(settings: Settings) -> list[str]:
    """The workshops that were begun to be deleted and of which a trace may be left."""
    try:
        codes: list[str] = json.loads((settings.data_dir / OWED).read_text("utf-8"))
    except (OSError, ValueError):
        return []
    return codes


def _owe(settings: Settings, codes: set[str]) -> None:
    path = settings.data_dir / OWED
    with suppress(OSError):
        if codes:
            path.write_text(json.dumps(sorted(codes)), encoding="utf-8")
        else:
            path.unlink(missing_ok=True)


def until(built: Built) -> Iterator[tuple[str, date]]:
    """Every workshop with the date at which it is to be deleted."""
    for code in built.rooms.codes():
        kept = built.rooms.room(code).state.workshop.keep_until
        yield code, datetime.fromtimestamp(kept / 1000, UTC).date()


def waiting(settings: Settings, built: Built) -> list[str]:
    """The workshops whose date has come, and those of which a trace may be left."""
    come = due(built)
    return [*come, *(code for code in owed(settings) if code not in come)]


def due(built: Built, now: float | None = None) -> list[str]:
    """The workshops whose date has come."""
    today = datetime.fromtimestamp(time.time() if now is None else now, UTC).date()
    return [code for code, day in until(built) if day <= today]
