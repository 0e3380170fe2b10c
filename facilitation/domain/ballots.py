"""Votes: opened, closed, called off, revealed. The papers are `casting`, their count `tallies`.

Dot voting after A. Delbecq and A. Van de Ven's nominal group technique (1971), the budget per
person tied to the number of options; a rating ballot gives each question one to four.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from facilitation.domain.core import (
    Actor,
    Change,
    Context,
    Decision,
    EmptyBox,
    Event,
    Put,
    Refused,
    event,
)
from facilitation.domain.evolve import evolves
from facilitation.domain.records import Ballot, Contribution, Option, Tally, Theme
from facilitation.domain.state import State
from facilitation.domain.tallies import count

METHODS: Final = ("dots", "rating")

SUBJECTS: Final = ("themes", "proposals", "evaluation")

RATING: Final = 4


@dataclass(frozen=True, slots=True)
class OpenBallot:
    """Put a question to the room. `budget` dots each, at most `most` on one option."""

    question: str
    subject: str = "themes"
    options: tuple[str, ...] = ()
    budget: int = 5
    most: int = 3


@dataclass(frozen=True, slots=True)
class CloseBallot:
    """Close and count."""

    ballot: str


@dataclass(frozen=True, slots=True)
class CancelBallot:
    """Call a vote off: papers are destroyed uncounted, the minutes say so."""

    ballot: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class RevealBallot:
    """Let everybody see the result of a closed ballot."""

    ballot: str


@event("ballot.opened")
@dataclass(frozen=True)
class BallotOpened(Event):
    """A question was put to the room."""

    ballot: str
    question: str
    method: str
    subject: str
    options: tuple[Option, ...]
    budget: int
    most: int
    step: str | None
    at: int


@event("ballot.closed")
@dataclass(frozen=True)
class BallotClosed(Event):
    """A vote ended; this is its count."""

    ballot: str
    tally: Tally
    at: int


@event("ballot.cancelled")
@dataclass(frozen=True)
class BallotCancelled(Event):
    """A vote was called off."""

    ballot: str
    reason: str
    at: int


@event("ballot.revealed")
@dataclass(frozen=True)
class BallotRevealed(Event):
    """The result was shown to the room."""

    ballot: str


def open_ballot(state: State, actor: Actor, command: OpenBallot, context: Context) -> Decision:
    """Refused while another ballot is open, without two options, or for an absurd budget."""
    if any(ballot.state == "open" for ballot in state.ballots()):
        raise Refused("ballot_still_open")
    if command.subject not in SUBJECTS:
        raise Refused("unknown_value", field="subject")
    options = _options(state, command)
    rating = command.subject == "evaluation"
    if len(options) < (1 if rating else 2):
        raise Refused("too_few_options")
    if not 1 <= command.budget <= 100 or not 1 <= command.most <= command.budget:
        raise Refused("out_of_range", field="budget")
    number = state.next_number("VOT", 2, context.number)
    opened = BallotOpened(
        number,
        command.question.strip(),
        "rating" if rating else "dots",
        command.subject,
        options,
        command.budget,
        RATING if rating else command.most,
        state.workshop.step,
        context.now,
    )
    return Decision((opened,), result={"id": number})


def _options(state: State, command: OpenBallot) -> tuple[Option, ...]:
    if command.subject == "evaluation":
        return tuple(Option(one.id, one.text) for one in state.workshop.evaluation)
    if command.subject == "themes":
        keys = command.options or tuple(theme.id for theme in state.themes())
        themes = [state.theme(key) for key in dict.fromkeys(keys)]
        return tuple(Option(one.id, one.name, one.letter) for one in themes if _stands(one))
    texts = [state.contribution(key) for key in dict.fromkeys(command.options)]
    return tuple(Option(one.id, one.text) for one in texts if _stands(one))


def _stands(one: Theme | Contribution) -> bool:
    if one.state not in ("live", "posted"):
        raise Refused("option_gone", id=one.id)
    return True


def readable(state: State, ballot: Ballot) -> tuple[Option, ...]:
    """The lines as they may be read now: of a text taken back, its number alone."""
    return tuple(
        replace(option, label=option.id) if _taken_back(state, option) else option
        for option in ballot.options
    )


def _taken_back(state: State, option: Option) -> bool:
    text = state.find("contributions", option.id)
    return isinstance(text, Contribution) and text.state == "withdrawn"


def close(state: State, actor: Actor, command: CloseBallot, context: Context) -> Decision:
    """Refused for a ballot that is not open."""
    ballot = _open(state, command.ballot)
    papers = list(context.box.papers.get(ballot.id, {}).values())
    tally = count(ballot, papers, registered(state))
    return Decision((BallotClosed(ballot.id, tally, context.now),), (EmptyBox(ballot.id),))


def _open(state: State, key: str) -> Ballot:
    ballot = state.ballot(key)
    if ballot.state != "open":
        raise Refused("ballot_closed")
    return ballot


def registered(state: State) -> int:
    """How many people of the list may vote; those whose papers are typed in come on top."""
    return sum(1 for one in state.participants() if one.state == "present" and one.votes)


def cancel(state: State, actor: Actor, command: CancelBallot, context: Context) -> Decision:
    """Refused for a ballot that is not open."""
    ballot = _open(state, command.ballot)
    called_off = BallotCancelled(ballot.id, command.reason.strip(), context.now)
    return Decision((called_off,), (EmptyBox(ballot.id),))


def reveal(state: State, actor: Actor, command: RevealBallot, context: Context) -> Decision:
    """Refused before the close."""
    ballot = state.ballot(command.ballot)
    if ballot.state != "closed":
        raise Refused("ballot_still_open")
    return Decision((BallotRevealed(ballot.id),) if not ballot.revealed else ())


@evolves(BallotOpened)
def _opened(state: State, happened: BallotOpened) -> Iterable[Change]:
    yield Put(
        "ballots",
        Ballot(
            id=happened.ballot,
            question=happened.question,
            method=happened.method,
            options=happened.options,
            budget=happened.budget,
            most=happened.most,
            subject=happened.subject,
            step=happened.step,
            opened_at=happened.at,
        ),
    )
    if happened.subject == "themes":
        for option in happened.options:
            yield Put("themes", replace(state.theme(option.id), projected=True))


@evolves(BallotClosed)
def _closed(state: State, happened: BallotClosed) -> Iterable[Change]:
    ballot = state.ballot(happened.ballot)
    yield Put(
        "ballots", replace(ballot, state="closed", closed_at=happened.at, tally=happened.tally)
    )


@evolves(BallotCancelled)
def _cancelled(state: State, happened: BallotCancelled) -> Iterable[Change]:
    ballot = state.ballot(happened.ballot)
    yield Put(
        "ballots",
        replace(ballot, state="cancelled", closed_at=happened.at, reason=happened.reason),
    )


@evolves(BallotRevealed)
def _revealed(state: State, happened: BallotRevealed) -> Iterable[Change]:
    yield Put("ballots", replace(state.ballot(happened.ballot), revealed=True))
