"""The role matrix: who does what on a case, counted from positionings, settled by the room.

A cell counts what cadres of a service said of it on a case; the facilitator may settle it,
and both stay.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from facilitation.domain.contributions import (
    ContributionEdited,
    ContributionPosted,
    ContributionWithdrawn,
)
from facilitation.domain.core import Actor, Change, Context, Decision, Event, Put, Refused, event
from facilitation.domain.curation import ContributionRestored, ContributionSetAside
from facilitation.domain.evolve import evolves, follows
from facilitation.domain.records import Contribution, RoleCell
from facilitation.domain.state import State
from facilitation.domain.undo import CommandUndone
from facilitation.domain.vocabulary import ROLES


@dataclass(frozen=True, slots=True)
class SettleRole:
    """What the room settled for one service on one case; None leaves it open."""

    case: str
    service: str
    role: str | None = None
    level: str | None = None


@event("role.settled")
@dataclass(frozen=True)
class RoleSettled(Event):
    """The room settled a cell of the role matrix."""

    case: str
    service: str
    role: str | None
    level: str | None


def settle_role(state: State, actor: Actor, command: SettleRole, context: Context) -> Decision:
    """Refused for a role or level that the domain does not have."""
    state.case(command.case)
    state.need("services", command.service, "unknown_service")
    if command.role is not None and command.role not in ROLES:
        raise Refused("unknown_value", field="role")
    if command.level is not None and command.level not in state.workshop.levels:
        raise Refused("unknown_value", field="level")
    return Decision((RoleSettled(command.case, command.service, command.role, command.level),))


@evolves(RoleSettled)
def _role_settled(state: State, happened: RoleSettled) -> Iterable[Change]:
    cell = _cell(state, happened.case, happened.service)
    yield Put("roles", replace(cell, settled_role=happened.role, settled_level=happened.level))


def _cell(state: State, case: str, service: str) -> RoleCell:
    old = state.find("roles", f"{case}/{service}")
    return old if isinstance(old, RoleCell) else RoleCell(f"{case}/{service}", case, service)


@follows(ContributionPosted, ContributionEdited, ContributionWithdrawn)
@follows(ContributionSetAside, ContributionRestored, CommandUndone)
def _recount(state: State, now: Contribution) -> Iterable[Change]:
    """Count a cell again when one of its positionings changed; `now` is the text as it becomes."""
    if now.kind != "positioning" or not now.case or not now.service:
        return
    cell = _cell(state, now.case, now.service)
    keys = dict.fromkeys((*cell.contributions, now.id))
    texts = [now if key == now.id else state.contribution(key) for key in keys]
    said = [one for one in texts if one.state == "posted"]
    yield Put(
        "roles",
        replace(
            cell,
            roles=_counted(one.role for one in said),
            levels=_counted(one.level for one in said),
            contributions=tuple(keys),
        ),
    )


def _counted(values: Iterable[str | None]) -> tuple[tuple[str, int], ...]:
    counts = Counter(value for value in values if value)
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
