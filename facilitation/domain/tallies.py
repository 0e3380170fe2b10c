"""The count of a ballot: totals, spread, and breakdown by pole where it gives nobody away."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from facilitation.domain.core import Paper
from facilitation.domain.records import Ballot, GroupScore, Score, Tally

#: No breakdown is shown for fewer respondents.
FEWEST: Final = 5


def count(ballot: Ballot, papers: list[Paper], electorate: int) -> Tally:
    """Count papers; the order they came in changes nothing.

    `electorate` counts the list; whoever votes on a paper typed in is registered beside it.
    """
    entered = sum(1 for paper in papers if paper.entered)
    return Tally(
        papers=len(papers),
        blank=sum(1 for paper in papers if not paper.choices),
        entered=entered,
        registered=electorate + entered,
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


def told(tally: Tally) -> Tally:
    """What may be told of a count: how answers spread, and remarks, from five papers up."""
    if tally.papers >= FEWEST:
        return tally
    scores = tuple(replace(score, values=()) for score in tally.scores)
    return replace(tally, scores=scores, remarks=())
