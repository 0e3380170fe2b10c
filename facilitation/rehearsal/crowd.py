"""Many people doing something at once: started together, waited for, faults written down."""

import traceback
from collections.abc import Callable, Iterable
from threading import Thread
from typing import Final

from facilitation.rehearsal.ledger import Ledger

#: No act of the day takes longer; whoever does is named as a fault.
LONGEST: Final = 600.0


def together(ledger: Ledger, acts: Iterable[Callable[[], None]], longest: float = LONGEST) -> None:
    """Run everybody's act and wait for the last one."""
    running = [Thread(target=_guarded, args=(ledger, act), daemon=True) for act in acts]
    for one in running:
        one.start()
    for one in running:
        one.join(longest)
        if one.is_alive():
            ledger.fault("an act did not end in time")


def _guarded(ledger: Ledger, act: Callable[[], None]) -> None:
    """Nobody's fault ends the day of the others; it is told at the end."""
    try:
        act()
    except Exception:  # noqa: BLE001 - whatever it is, the summary names it
        ledger.fault(traceback.format_exc(limit=4))
