"""Which copies are kept: every one of the last hour, then one an hour, then one a day.

Pure: from the times alone.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from facilitation.store.copies import Copy

_MINUTE: Final = 60_000
_HOUR: Final = 60 * _MINUTE
_DAY: Final = 24 * _HOUR
#: So many stay, however old they are.
_ALWAYS: Final = 3
#: Up to which age each kind is kept.
_STEPS: Final = 2 * _DAY
_HOURLY: Final = 2 * _DAY
_DAILY: Final = 30 * _DAY


def superfluous(copies: Sequence[Copy], now: int) -> list[Copy]:
    """The copies that may go; of each hour and day the last one stands for the rest."""
    newest = sorted(copies, key=lambda copy: copy.taken, reverse=True)
    kept = {copy.path for copy in (*newest[:_ALWAYS], *_worth(newest, now))}
    return [copy for copy in newest if copy.path not in kept]


def _worth(newest: Sequence[Copy], now: int) -> Iterator[Copy]:
    seen: set[tuple[int, int]] = set()
    for copy in newest:
        age = now - copy.taken
        hour, day = (_HOUR, copy.taken // _HOUR), (_DAY, copy.taken // _DAY)
        whole = age <= _HOUR or (copy.step and age <= _STEPS)
        last = (age <= _HOURLY and hour not in seen) or (age <= _DAILY and day not in seen)
        if whole or last:
            yield copy
        seen |= {hour, day}
