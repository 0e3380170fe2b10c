"""One paper each, in secret: who may vote, with what choices.

Casts are not events: papers go in a box that no log leads to.
"""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from typing import Final

from facilitation.domain.authorship import secret_hash, speaks_for
from facilitation.domain.ballots import registered
from facilitation.domain.core import Actor, CastPaper, Context, Decision, Paper, Refused
from facilitation.domain.records import Ballot
from facilitation.domain.state import State

#: Who votes on a paper typed in has no entry, but a number at a table: `paper/<table>/<n>`.
PAPER: Final = "paper"

#: Papers that a table types in itself: it seats six to nine. Beyond, the facilitator does.
MOST_OF_A_TABLE: Final = 12


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


def cast(state: State, actor: Actor, command: Cast, context: Context) -> Decision:
    """One paper each: with the same key it is replaced, with another it is refused."""
    ballot = state.ballot(command.ballot)
    if ballot.state != "open":
        raise Refused("ballot_closed")
    if not command.paper_key:
        raise Refused("paper_key_missing")
    voter, group = _voter(state, actor, command)
    choices = _choices(ballot, command.choices)
    papers = context.box.papers.get(ballot.id, {})
    name, former = paper_hashes(state.workshop.id, command)
    key_hash = former if former in papers else name
    known = key_hash in papers
    signed = bool(state.entries(voter) & context.box.signed.get(ballot.id, frozenset()))
    if signed and not known:
        raise Refused("already_voted")
    if known and not signed:
        raise Refused("paper_of_another")
    paper = Paper(group, choices, command.remark.strip(), entered=command.voter is not None)
    effect = CastPaper(ballot.id, key_hash, paper, None if signed else voter)
    return Decision(effects=(effect,), result={"ballot": ballot.id})


def paper_hashes(workshop: str, command: Cast) -> tuple[str, str]:
    """Under which name the box keeps a paper: nobody finds the key from it, and one key used in two
    workshops, or for two ballots, gives two names that show nothing in common.

    Then the name that an older Tablée gave it, without the workshop: a vote that was open while
    Tablée was replaced goes on, and such a paper keeps its name.
    """
    rest = f"{command.ballot}:{command.paper_key}"
    return secret_hash(f"{workshop}:{rest}"), secret_hash(rest)


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
    """Papers are typed in by the facilitator, the table's device or its rapporteur."""
    prefix, _, rest = voter.partition("/")
    table, _, number = rest.partition("/")
    if prefix != PAPER or not number.isdigit() or not 0 < int(number) <= 200:
        raise Refused("unknown_value", field="voter")
    state.table(table)
    if actor.role != "facilitator" and not speaks_for(state, actor, table):
        raise Refused("forbidden")
    if actor.role != "facilitator" and int(number) > MOST_OF_A_TABLE:
        raise Refused("papers_beyond_table", most=MOST_OF_A_TABLE)
    return f"{PAPER}/{table}/{int(number)}"


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


def turnout(state: State, box: Mapping[str, Set[str]]) -> dict[str, dict[str, int]]:
    """Of each open ballot: papers in the box, people registered, how many of them on paper."""
    return {
        ballot.id: _turnout(state, box.get(ballot.id, frozenset()))
        for ballot in state.ballots()
        if ballot.state == "open"
    }


def _turnout(state: State, signed: Set[str]) -> dict[str, int]:
    entered = sum(1 for voter in signed if voter.startswith(f"{PAPER}/"))
    return {"papers": len(signed), "registered": registered(state) + entered, "entered": entered}
