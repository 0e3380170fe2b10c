"""The one table of times and limits of the socket, in seconds and bytes unless named otherwise."""

from typing import Final

PING: Final = 20
PING_TIMEOUT: Final = 15
#: How often presence and turnout are told, when they changed.
LIVE_EVERY: Final = 0.5
#: How often the clock is asked what it alone brings about.
TICK_EVERY: Final = 0.5
#: How often a workshop that another program removed is looked for, to let go of it.
REMOVED_EVERY: Final = 2
LARGEST_FRAME: Final = 64 * 1024
#: Sockets of this server, unless TABLEE_MOST_SOCKETS says otherwise.
MOST_SOCKETS: Final = 6_000
