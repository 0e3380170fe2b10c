"""Suites données: what somebody who may decide made of a vote's lines and of arbitrations.

A vote is indicative: this is where the decision stands, with its reason, its author and its date.
Any method of voting is followed up alike, line by line.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from facilitation.domain.core import (
    Actor,
    Change,
    Context,
    Decision,
    Drop,
    Event,
    Put,
    Refused,
    event,
)
from facilitation.domain.evolve import evolves
from facilitation.domain.records import Ballot, Contribution, FollowUp
from facilitation.domain.state import State
from facilitation.domain.versions import check_base
from facilitation.domain.vocabulary import OUTCOMES

_VOTE: Final = "VOT-"


@dataclass(frozen=True, slots=True)
class FollowUpOn:
    """What became of a line of a revealed vote (`of`, `option`), or of an action sheet (`of`).

    Without an outcome, what was said before is taken back.
    """

    of: str
    option: str | None = None
    outcome: str | None = None
    reason: str = ""
    decider: str = ""
    date: str = ""


@event("followup.given")
@dataclass(frozen=True)
class FollowUpGiven(Event):
    """It is known what became of something, or no longer."""

    of: str
    option: str | None
    outcome: str | None
    reason: str
    decider: str
    date: str


def follow_up(state: State, actor: Actor, command: FollowUpOn, context: Context) -> Decision:
    """Refused before the room saw the result, or when another hand came first."""
    _check(state, command)
    check_base(state, context, "followups", _key(command.of, command.option))
    if command.outcome is not None and command.outcome not in OUTCOMES:
        raise Refused("unknown_value", field="outcome")
    given = FollowUpGiven(
        command.of,
        command.option,
        command.outcome,
        command.reason.strip(),
        command.decider.strip(),
        command.date.strip(),
    )
    return Decision((given,))


def _check(state: State, command: FollowUpOn) -> None:
    if command.of.startswith(_VOTE):
        _check_option(state.ballot(command.of), command.option)
    elif state.action(command.of).state != "live" or command.option is not None:
        raise Refused("unknown_action")


def _check_option(ballot: Ballot, option: str | None) -> None:
    if not ballot.revealed:
        raise Refused("result_hidden")
    if ballot.subject == "evaluation" or option not in {one.id for one in ballot.options}:
        raise Refused("unknown_option")


def _key(of: str, option: str | None) -> str:
    return f"{of}/{option}" if option else of


@evolves(FollowUpGiven)
def _given(state: State, happened: FollowUpGiven) -> Iterable[Change]:
    key = _key(happened.of, happened.option)
    if happened.outcome is not None:
        made = FollowUp(key, happened.of, happened.option, happened.outcome)
        yield Put(
            "followups",
            replace(made, reason=happened.reason, decider=happened.decider, date=happened.date),
        )
    elif state.find("followups", key) is not None:
        yield Drop("followups", key)


def given(state: State) -> list[FollowUp]:
    """All that was decided so far, votes in order and then sheets."""
    kept = (one for one in state.collections["followups"].values() if isinstance(one, FollowUp))
    return sorted(kept, key=lambda one: (not one.option, one.of))


def of_text(state: State, text: Contribution) -> Iterator[FollowUp]:
    """What became of a text: as a line of a vote, through its theme, through its actions."""
    led = {text.id, text.theme, *text.actions}
    for one in given(state):
        if (one.option or one.of) in led:
            yield one
