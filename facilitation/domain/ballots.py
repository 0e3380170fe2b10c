"""Votes: opened, cast in secret, closed and counted. Casts are not events: papers go in a box.

Dot voting after A. Delbecq and A. Van de Ven's nominal group technique (1971), the budget per
person tied to the number of options; a rating ballot gives each question one to four.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from facilitation.domain.authorship import secret_hash
from facilitation.domain.core import (
    Actor,
    CastPaper,
    Change,
    Context,
    Decision,
    EmptyBox,
    Event,
    Paper,
    Put,
    Refused,
    event,
)
from facilitation.domain.evolve import evolves
from facilitation.domain.records import (
    Ballot,
    Contribution,
    GroupScore,
    Option,
    Score,
    Tally,
    Theme,
)
from facilitation.domain.state import State

METHODS: Final = ("dots", "rating")
SUBJECTS: Final = ("themes", "proposals", "evaluation")

#: No breakdown is shown for fewer respondents.
FEWEST: Final = 5

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
class Cast:
    """A paper: `choices` gives options their dots (or their rating).

    `voter` names a paper ballot typed in, as `paper/<table>/<n>`; otherwise the sender votes.
    """

    ballot: str
    paper_key: str
    choices: dict[str, int]
    remark: str = ""
    voter: str | None = None


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
    number = state.next_number("VOT", 2)
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


def cast(state: State, actor: Actor, command: Cast, context: Context) -> Decision:
    """One paper each: with the same key it is replaced, with another it is refused."""
    ballot = state.ballot(command.ballot)
    if ballot.state != "open":
        raise Refused("ballot_closed")
    if not command.paper_key:
        raise Refused("paper_key_missing")
    voter, group = _voter(state, actor, command)
    choices = _choices(ballot, command.choices)
    key_hash = secret_hash(f"{ballot.id}:{command.paper_key}")
    known = key_hash in context.box.papers.get(ballot.id, {})
    signed = bool(state.entries(voter) & context.box.signed.get(ballot.id, frozenset()))
    if signed and not known:
        raise Refused("already_voted")
    if known and not signed:
        raise Refused("paper_of_another")
    paper = Paper(group, choices, command.remark.strip(), entered=command.voter is not None)
    effect = CastPaper(ballot.id, key_hash, paper, None if signed else voter)
    return Decision(effects=(effect,), result={"ballot": ballot.id})


def _voter(state: State, actor: Actor, command: Cast) -> tuple[str, str]:
    """Who signs, and in whose pole the paper counts."""
    if command.voter is not None:
        return _paper_voter(state, actor, command.voter), ""
    if actor.participant is None:
        raise Refused("voter_missing")
    one = state.participant(actor.participant)
    if one.state != "present" or not one.votes:
        raise Refused("may_not_vote")
    service = state.find("services", one.service)
    return one.id, str(getattr(service, "pole", ""))


def _paper_voter(state: State, actor: Actor, voter: str) -> str:
    prefix, _, rest = voter.partition("/")
    table, _, number = rest.partition("/")
    if prefix != "paper" or not number.isdigit() or not 0 < int(number) <= 200:
        raise Refused("unknown_value", field="voter")
    state.table(table)
    if not _may_enter(state, actor, table):
        raise Refused("forbidden")
    return f"paper/{table}/{int(number)}"


def _may_enter(state: State, actor: Actor, table: str) -> bool:
    """Papers are typed in by the facilitator, the table's device or its rapporteur."""
    if actor.role == "facilitator":
        return True
    if actor.table != table:
        return False
    rapporteur = state.table(table).rapporteur
    return actor.role == "table" or (rapporteur is not None and rapporteur == actor.participant)


def _choices(ballot: Ballot, choices: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """In the order of the options, so that the box keeps no trace of an order of choice."""
    known = [option.id for option in ballot.options]
    if any(key not in known for key in choices):
        raise Refused("unknown_option")
    given = tuple((key, choices[key]) for key in known if choices.get(key))
    if any(not 0 < value <= ballot.most for _, value in given):
        raise Refused("out_of_range", field="choices")
    if ballot.method == "dots" and sum(value for _, value in given) > ballot.budget:
        raise Refused("over_budget", budget=ballot.budget)
    return given


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
    """How many people may vote."""
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


def count(ballot: Ballot, papers: list[Paper], electorate: int) -> Tally:
    """Count papers; the order they came in changes nothing."""
    return Tally(
        papers=len(papers),
        blank=sum(1 for paper in papers if not paper.choices),
        entered=sum(1 for paper in papers if paper.entered),
        registered=electorate,
        scores=tuple(_score(option.id, papers) for option in ballot.options),
        groups=_groups(ballot, papers),
        remarks=tuple(sorted(paper.remark for paper in papers if paper.remark)),
    )


def _score(option: str, papers: Iterable[Paper]) -> Score:
    values = [value for paper in papers for key, value in paper.choices if key == option]
    spread = tuple((value, values.count(value)) for value in sorted(set(values)))
    return Score(option, sum(values), len(values), spread)


def _groups(ballot: Ballot, papers: list[Paper]) -> tuple[GroupScore, ...]:
    """Totals by pole, from five papers up; nothing at all if the rest would give one away."""
    by_group: dict[str, list[Paper]] = {}
    for paper in papers:
        by_group.setdefault(paper.group, []).append(paper)
    shown = {name: group for name, group in by_group.items() if name and len(group) >= FEWEST}
    hidden = len(papers) - sum(len(group) for group in shown.values())
    if 0 < hidden < FEWEST:
        return ()
    return tuple(
        GroupScore(
            name,
            len(shown[name]),
            tuple(_score(option.id, shown[name]).total for option in ballot.options),
        )
        for name in sorted(shown)
    )


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
