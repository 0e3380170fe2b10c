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
#: How often tokens that were taken back are looked for; LIVE_EVERY later their sockets close.
REVOKED_EVERY: Final = 1
#: A socket that never says whose it is is closed after so long; looked for so often.
SILENT_FOR: Final = 30
SWEPT_EVERY: Final = 5
#: Frames of one socket: (a second, at once). A phone sends a pong every twenty seconds.
FRAMES: Final = (5.0, 60.0)
#: Open sockets of one participant, and of one other device; the oldest is closed.
PARTICIPANT_SOCKETS: Final = 3
DEVICE_SOCKETS: Final = 12
#: How often copies, step changes and the room left on the disk are looked at.
UPKEEP_EVERY: Final = 1
#: How often a disk that took nothing is tried again.
RECOVER_EVERY: Final = 2
LARGEST_FRAME: Final = 64 * 1024
#: Sockets of this server, unless TABLEE_MOST_SOCKETS says otherwise.
MOST_SOCKETS: Final = 6_000
