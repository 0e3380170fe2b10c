"""Who carries which policy, and who does what on which case."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Referent:
    """Who carries a policy in a service. Its id is `policy/service`.

    `projected` once the facilitator let the room read the function.
    """

    id: str
    policy: str
    service: str
    function: str = ""
    participant: str | None = None
    state: str = "expected"
    remark: str = ""
    projected: bool = False


@dataclass(frozen=True, slots=True)
class RoleCell:
    """What was said of one service on one case, counted. Its id is `case/service`.

    `roles` and `levels` are pairs (value, positionings); `contributions` their numbers.
    """

    id: str
    case: str
    service: str
    roles: tuple[tuple[str, int], ...] = ()
    levels: tuple[tuple[str, int], ...] = ()
    contributions: tuple[str, ...] = ()
    settled_role: str | None = None
    settled_level: str | None = None
