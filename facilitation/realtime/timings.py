"""The one table of times and limits of the socket, in seconds and bytes unless named otherwise."""

from typing import Final

PING: Final = 20
PING_TIMEOUT: Final = 15
#: How often it is looked who is due for a ping.
PINGS_EVERY: Final = 0.5
#: How often presence and turnout are told, when they changed.
LIVE_EVERY: Final = 0.5
#: How often the clock is asked what it alone brings about.
TICK_EVERY: Final = 0.5
#: How often a workshop that another program removed is looked for, to let go of it.
REMOVED_EVERY: Final = 2
#: How often the log is looked at for what other workers appended without a word being heard: while
#: hints come, and while none can.
BEHIND_EVERY: Final = 1.0
BEHIND_WITHOUT_HINTS: Final = 0.3
#: How often workers tell each other who is there.
COMPANY_EVERY: Final = 1.0
LARGEST_FRAME: Final = 64 * 1024
#: Sockets of this server, unless TABLEE_MOST_SOCKETS says otherwise.
MOST_SOCKETS: Final = 6_000
