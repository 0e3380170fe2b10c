"""What a service is for and who carries its policies: missions, référents porteurs.

Nobody volunteers a third person: phones speak for themselves only.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final, cast

from facilitation.domain.core import Actor, Change, Context, Decision, Event, Put, Refused, event
from facilitation.domain.evolve import evolves
from facilitation.domain.records import Referent
from facilitation.domain.scenario import Service
from facilitation.domain.state import State

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


@event("missions.corrected")
@dataclass(frozen=True)
class MissionsCorrected(Event):
    """A service's missions were put better."""

    service: str
    text: str


@event("referent.proposed")
@dataclass(frozen=True)
class ReferentProposed(Event):
    """Somebody could carry a policy in a service; `held`: the room reads the function later."""

    policy: str
    service: str
    function: str
    participant: str | None
    held: bool = False


@event("referent.settled")
@dataclass(frozen=True)
class ReferentSettled(Event):
    """A référent is further."""

    policy: str
    service: str
    state: str
    function: str
    remark: str


def correct_missions(
    state: State, actor: Actor, command: CorrectMissions, context: Context
) -> Decision:
    """Refused for another service, unless a facilitator asks."""
    service = _spoken_for(state, actor, command.service)
    return Decision((MissionsCorrected(service, command.text.strip()),))


def _spoken_for(state: State, actor: Actor, key: str | None) -> str:
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
    """Refused for another service, over a colleague's agreement, or once the référent is named."""
    state.need("policies", command.policy, "unknown_policy")
    service = _spoken_for(state, actor, command.service)
    old = state.find("referents", f"{command.policy}/{service}")
    if isinstance(old, Referent) and old.state in ("director_agrees", "named"):
        raise Refused("referent_settled")
    if isinstance(old, Referent) and not command.me and _agreed_by_another(old, actor):
        raise Refused("referent_agreed")
    if not command.function.strip():
        raise Refused("text_missing")
    person = actor.participant if command.me and actor.role != "facilitator" else None
    held = actor.role != "facilitator"
    function = command.function.strip()
    return Decision((ReferentProposed(command.policy, service, function, person, held),))


def _agreed_by_another(old: Referent, actor: Actor) -> bool:
    """A mere function does not replace somebody's own agreement; the facilitator may."""
    spoken = old.state == "person_agrees" and actor.role != "facilitator"
    return spoken and old.participant != actor.participant


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
            projected=not happened.held or (old.projected and old.function == happened.function),
        ),
    )


@evolves(ReferentSettled)
def _settled(state: State, happened: ReferentSettled) -> Iterable[Change]:
    old = _referent(state, happened.policy, happened.service)
    yield Put(
        "referents",
        replace(
            old,
            state=happened.state,
            function=happened.function,
            remark=happened.remark,
            projected=True,
        ),
    )
