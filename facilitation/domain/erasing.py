"""A text is erased for good: its number stays, the log says that it was, and nothing holds it.

The one exception to a log that is only ever added to: for what should never have been written.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from facilitation.domain.contributions import touch_theme
from facilitation.domain.core import (
    Actor,
    Change,
    Context,
    Decision,
    EraseText,
    Event,
    Put,
    Touch,
    event,
)
from facilitation.domain.evolve import evolves
from facilitation.domain.records import Contribution
from facilitation.domain.state import State

#: The reason by which a text that was erased differs from one that its author took back.
ERASED: Final = "erased"


@dataclass(frozen=True, slots=True)
class Erase:
    """A facilitator erases a text everywhere, for good: no undo brings it back."""

    contribution: str


@event("contribution.erased")
@dataclass(frozen=True)
class ContributionErased(Event):
    """A text was erased; its wording stands nowhere any more."""

    contribution: str
    at: int


def erase(state: State, actor: Actor, command: Erase, context: Context) -> Decision:
    """Whatever the text's state; twice is once."""
    old = state.contribution(command.contribution)
    if is_erased(old):
        return Decision()
    return Decision(
        (ContributionErased(old.id, context.now),), (EraseText(old.id, old.text),), {"id": old.id}
    )


def is_erased(one: Contribution) -> bool:
    """Whether a facilitator erased it."""
    return one.state == "withdrawn" and one.reason == ERASED


@evolves(ContributionErased)
def _erased(state: State, happened: ContributionErased) -> Iterable[Change]:
    old = state.contribution(happened.contribution)
    # No longer private: the table, and with it the author's phone, learns that it is gone.
    gone = replace(old, text="", state="withdrawn", reason=ERASED, shown=False, private=False)
    yield Put("contributions", gone)
    yield from touch_theme(state, old)
    for ballot in state.ballots():
        if any(option.id == old.id for option in ballot.options):
            yield Touch("ballots", ballot.id)
    yield Put("workshop", replace(state.workshop, erased_at=happened.at))
