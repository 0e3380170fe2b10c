"""No breakdown under five respondents, nor one that leaves fewer than five by subtraction.

Random electorates are counted, then everything that is published of the count is read as an
attacker would: each audience's record, the archive's log, the documents.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from facilitation.domain.ballots import BallotClosed
from facilitation.domain.core import Paper, Put
from facilitation.domain.records import Ballot, Option, Tally
from facilitation.domain.scenario import Pole
from facilitation.domain.tallies import FEWEST, count
from facilitation.views import report
from facilitation.views.archive import readable
from facilitation.views.audience import KINDS, Audience
from facilitation.views.document import Table
from facilitation.views.projection import project
from facilitation.views.report.reading import Reader
from tests.support.stage import Stage

OPTIONS = ("THM-01", "THM-02", "THM-03")
POLES = ("a", "b", "c", "d")
BALLOT = Ballot(
    id="VOT-01",
    question="?",
    method="dots",
    options=tuple(Option(one, one) for one in OPTIONS),
    budget=5,
    most=3,
    subject="themes",
    step=None,
    opened_at=0,
)

choices = st.dictionaries(st.sampled_from(OPTIONS), st.integers(1, 3), max_size=3)


@st.composite
def electorates(draw: st.DrawFn) -> list[Paper]:
    """Papers of four poles of any size, and of those typed in, which belong to none."""
    papers = []
    most = draw(st.sampled_from((1, 3, 8)))
    for pole in (*POLES, ""):
        for number in range(draw(st.integers(0, most))):
            given = tuple(sorted(draw(choices).items()))
            papers.append(Paper(pole, given, f"{pole}{number}", entered=not pole))
    return papers


def published(tally: Tally) -> Iterator[tuple[str, dict[str, Any]]]:
    """What each reader is given of a count, as JSON or as a table's rows."""
    stage = Stage()
    state = stage.state
    closed = replace(BALLOT, state="closed", revealed=True, tally=tally)
    state.apply([Put("ballots", closed), *(Put("poles", Pole(one, one)) for one in POLES)])
    for kind in KINDS:
        seen = project(state, Audience(kind, "1"), "ballots", closed) or {}
        if seen.get("tally"):
            yield kind, seen["tally"]
    told = readable(state, BallotClosed("VOT-01", tally, 0))
    archived = getattr(told, "tally", None)
    assert archived is not None
    yield "archive", _as_json(archived)
    for locale in ("fr", "en"):
        reader = Reader(state, locale)
        for name in ("minutes", "annex", "summary"):
            document = getattr(report, name)(reader)
            yield f"{name} {locale}", {"poles": list(_poles_shown(document.blocks, reader))}


def _as_json(tally: Tally) -> dict[str, Any]:
    groups = [
        {"group": one.group, "papers": one.papers, "totals": one.totals} for one in tally.groups
    ]
    scores = [{"total": one.total, "values": one.values} for one in tally.scores]
    return {"papers": tally.papers, "groups": groups, "scores": scores, "remarks": tally.remarks}


def _poles_shown(blocks: Any, reader: Reader) -> Iterator[str]:
    names = {reader.pole(one): one for one in POLES}
    for block in blocks:
        if isinstance(block, Table):
            yield from (names[title] for title in block.header if title in names)


@given(electorates())
@settings(max_examples=60, deadline=None)
def test_nothing_published_tells_of_fewer_than_five(papers: list[Paper]) -> None:
    tally = count(BALLOT, papers, len(papers))
    sizes = {pole: sum(1 for one in papers if one.group == pole) for pole in POLES}
    shown = {one.group for one in tally.groups}
    for reader, told in published(tally):
        groups = told.get("groups", [])
        poles = {one["group"] for one in groups} | set(told.get("poles", []))
        assert poles <= shown, reader
        assert all(sizes[pole] >= FEWEST for pole in poles), reader
        if poles:
            rest = len(papers) - sum(sizes[pole] for pole in poles)
            assert rest == 0 or rest >= FEWEST, reader
        if len(papers) < FEWEST:
            assert not any(one["values"] for one in told.get("scores", [])), reader
            assert not told.get("remarks"), reader


@given(electorates())
@settings(max_examples=300, deadline=None)
def test_a_breakdown_that_can_be_shown_is_shown_and_adds_up(papers: list[Paper]) -> None:
    tally = count(BALLOT, papers, len(papers))
    sizes = {pole: sum(1 for one in papers if one.group == pole) for pole in POLES}
    large = {pole for pole, size in sizes.items() if size >= FEWEST}
    rest = len(papers) - sum(sizes[pole] for pole in large)
    expected = large if rest == 0 or rest >= FEWEST else set()
    assert {one.group for one in tally.groups} == expected
    for place, score in enumerate(tally.scores):
        hidden = score.total - sum(one.totals[place] for one in tally.groups)
        outside = [one for one in papers if one.group not in expected]
        assert hidden == sum(
            value for one in outside for key, value in one.choices if key == score.option
        )


@pytest.mark.parametrize("size", [4, 5])
def test_a_pole_of_five_is_shown_and_one_of_four_is_not(size: int) -> None:
    papers = [Paper("a", (("THM-01", 1),)) for _ in range(size)]
    papers += [Paper("b", (("THM-02", 1),)) for _ in range(9)]
    tally = count(BALLOT, papers, 20)
    # Four left over would be known by subtraction: then no pole is shown at all.
    assert [one.group for one in tally.groups] == (["a", "b"] if size == 5 else [])
