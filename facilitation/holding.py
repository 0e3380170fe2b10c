"""A workshop held by one process of this computer at a time."""

import sys
from typing import IO

from facilitation.domain.core import Refused
from facilitation.settings import Settings


def alone(settings: Settings, code: str) -> IO[bytes]:
    """Hold the workshop as long as this process lives, or refuse: of two servers on one workshop
    neither would hear of what the other saves, and one of them could save nothing more.
    """
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        held = (settings.data_dir / f"{code}.lock").open("wb")
    except OSError:
        raise Refused("storage_unwritable") from None
    try:
        _lock(held.fileno())
    except OSError:
        held.close()
        raise Refused("already_served", workshop=code) from None
    return held


def _lock(file: int) -> None:
    """The system lets go of it when the process ends, however it ends."""
    if sys.platform == "win32":
        import msvcrt  # noqa: PLC0415 - exists there only

        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl  # noqa: PLC0415 - does not exist on Windows

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
