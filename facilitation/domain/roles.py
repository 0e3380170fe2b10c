"""Who does what: missions, référents porteurs, and the role matrix counted from positionings.

A cell counts what cadres of a service said of it on a case; the facilitator may settle it,
and both stay. Nobody volunteers a third person: phones speak for themselves only.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, cast

from facilitation.domain.contributions import (
    ContributionEdited,
    ContributionPosted,
    ContributionWithdrawn,
)
from facilitation.domain.core import Actor, Change, Context, Decision, Event, Put, Refused, event
from facilitation.domain.curation import ContributionRestored, ContributionSetAside
from facilitation.domain.evolve import evolves, follows
from facilitation.domain.records import Contribution, Referent, RoleCell
from facilitation.domain.scenario import Service
from facilitation.domain.state import State
from facilitation.domain.undo import CommandUndone
from facilitation.domain.vocabulary import ROLES

REFERENT_STATES: Final = (
    "expected",
    "person_agrees",
    "director_agrees",
    "named",
    "to_be_named",
    "declined",
)


@dataclass(frozen=True, slots=True)
class CorrectMissions:
    """Correct the line on a service's missions; phones for their own service only."""

    text: str
    service: str | None = None


@dataclass(frozen=True, slots=True)
class ProposeReferent:
    """Say that oneself (or a function of one's service) could carry a policy."""

    policy: str
    function: str
    service: str | None = None
    me: bool = True


@dataclass(frozen=True, slots=True)
class SettleReferent:
    """Say how far a référent is: expected, agreed, named, or still to be named."""

    policy: str
    service: str
    state: str
    function: str | None = None
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class SettleRole:
    """What the room settled for one service on one case; None leaves it open."""

    case: str
    service: str
    role: str | None = None
    level: str | None = None


@event("missions.corrected")
@dataclass(frozen=True)
class MissionsCorrected(Event):
    """A service's missions were put better."""

    service: str
    text: str


@event("referent.proposed")
@dataclass(frozen=True)
class ReferentProposed(Event):
    """Somebody could carry a policy in a service."""

    policy: str
    service: str
    function: str
    participant: str | None


@event("referent.settled")
@dataclass(frozen=True)
class ReferentSettled(Event):
    """A référent is further."""

    policy: str
    service: str
    state: str
    function: str
    remark: str


@event("role.settled")
@dataclass(frozen=True)
class RoleSettled(Event):
    """The room settled a cell of the role matrix."""

    case: str
    service: str
    role: str | None
    level: str | None


def correct_missions(
    state: State, actor: Actor, command: CorrectMissions, context: Context
) -> Decision:
    """Refused for another service, unless a facilitator asks."""
    service = _service(state, actor, command.service)
    return Decision((MissionsCorrected(service, command.text.strip()),))


def _service(state: State, actor: Actor, key: str | None) -> str:
    if actor.role == "facilitator":
        return state.need("services", key, "unknown_service").id
    if actor.participant is None:
        raise Refused("voter_missing")
    own = state.participant(actor.participant).service
    if key is not None and key != own:
        raise Refused("other_service")
    return own


def propose_referent(
    state: State, actor: Actor, command: ProposeReferent, context: Context
) -> Decision:
    """Refused for another service, or once the référent is named."""
    state.need("policies", command.policy, "unknown_policy")
    service = _service(state, actor, command.service)
    old = state.find("referents", f"{command.policy}/{service}")
    if isinstance(old, Referent) and old.state in ("director_agrees", "named"):
        raise Refused("referent_settled")
    if not command.function.strip():
        raise Refused("text_missing")
    person = actor.participant if command.me and actor.role != "facilitator" else None
    return Decision((ReferentProposed(command.policy, service, command.function.strip(), person),))


def settle_referent(
    state: State, actor: Actor, command: SettleReferent, context: Context
) -> Decision:
    """Refused for a state that référents do not have."""
    state.need("policies", command.policy, "unknown_policy")
    state.need("services", command.service, "unknown_service")
    if command.state not in REFERENT_STATES:
        raise Refused("unknown_value", field="state")
    old = _referent(state, command.policy, command.service)
    return Decision(
        (
            ReferentSettled(
                command.policy,
                command.service,
                command.state,
                old.function if command.function is None else command.function.strip(),
                old.remark if command.remark is None else command.remark.strip(),
            ),
        )
    )


def _referent(state: State, policy: str, service: str) -> Referent:
    old = state.find("referents", f"{policy}/{service}")
    return old if isinstance(old, Referent) else Referent(f"{policy}/{service}", policy, service)


def settle_role(state: State, actor: Actor, command: SettleRole, context: Context) -> Decision:
    """Refused for a role or level that the domain does not have."""
    state.case(command.case)
    state.need("services", command.service, "unknown_service")
    if command.role is not None and command.role not in ROLES:
        raise Refused("unknown_value", field="role")
    if command.level is not None and command.level not in state.workshop.levels:
        raise Refused("unknown_value", field="level")
    return Decision((RoleSettled(command.case, command.service, command.role, command.level),))


@evolves(MissionsCorrected)
def _missions(state: State, happened: MissionsCorrected) -> Iterable[Change]:
    service = cast("Service", state.need("services", happened.service))
    yield Put("services", replace(service, missions=happened.text))


@evolves(ReferentProposed)
def _proposed(state: State, happened: ReferentProposed) -> Iterable[Change]:
    old = _referent(state, happened.policy, happened.service)
    yield Put(
        "referents",
        replace(
            old,
            function=happened.function,
            participant=happened.participant,
            state="person_agrees" if happened.participant else "expected",
        ),
    )


@evolves(ReferentSettled)
def _settled(state: State, happened: ReferentSettled) -> Iterable[Change]:
    old = _referent(state, happened.policy, happened.service)
    yield Put(
        "referents",
        replace(old, state=happened.state, function=happened.function, remark=happened.remark),
    )


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
