"""Deleting a workshop so that nothing of it stays on this machine: rows, backups, documents, lock.

Also what is due: each workshop has a date at which it is to be deleted.
"""

import time
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, date, datetime

from facilitation import copying, exported
from facilitation.factory import Built
from facilitation.settings import Settings


def purge(settings: Settings, built: Built, code: str) -> None:
    """Delete a workshop; what cannot be deleted because it is in use goes with its last user."""
    built.log.remove(code)
    exported.destroy(settings.data_dir, code)
    copying.forget(settings, code)
    # On Windows a file that a running server holds stays until it ends; it is empty.
    with suppress(OSError):
        (settings.data_dir / f"{code}.lock").unlink(missing_ok=True)


def until(built: Built) -> Iterator[tuple[str, date]]:
    """Every workshop with the date at which it is to be deleted."""
    for code in built.rooms.codes():
        kept = built.rooms.room(code).state.workshop.keep_until
        yield code, datetime.fromtimestamp(kept / 1000, UTC).date()


def due(built: Built, now: float | None = None) -> list[str]:
    """The workshops whose date has come."""
    today = datetime.fromtimestamp(time.time() if now is None else now, UTC).date()
    return [code for code, day in until(built) if day <= today]
