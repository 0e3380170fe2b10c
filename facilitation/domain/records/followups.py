"""What was decided, after the room, on something it proposed."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A suite donnée. `of` is a vote (then `option` is one of its lines) or an action sheet.

    Its id is `of/option`, or `of` alone; `decider` is a function; `date` an ISO day.
    """

    id: str
    of: str
    option: str | None
    outcome: str
    reason: str = ""
    decider: str = ""
    date: str = ""
