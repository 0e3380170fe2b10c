"""What must hold across the files of a scenario: the day fits, objectives are served, situations
have their two tables, and no word is younger than the seminar.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from facilitation.domain.scenario import Scenario, Sequence
from facilitation.scenarios.frame import Reading, Refused
from facilitation.scenarios.pages import read_text
from facilitation.scenarios.problems import Findings, Problem, Spot, problem

#: Above this share of the day, in percent and breaks apart, nothing is left for delays.
NEARLY_FULL: Final = 90
TABLES_PER_CASE: Final = 2


def day(reading: Reading, scenario: Scenario) -> None:
    """Steps follow one another, within the day, and do not add up to more than it."""
    length = scenario.day_ends - scenario.day_starts
    total = sum(one.minutes for one in scenario.sequences)
    if total > length:
        share = round(100 * total / length) if length > 0 else "–"
        reading.findings.add(
            Spot("scenario.md"),
            "day_too_full",
            total=total,
            day=length,
            share=share,
            over=total - length,
        )
    before = 0
    for one in scenario.sequences:
        _within(reading, scenario, one)
        if one.starts < before:
            details = {"title": one.title, "starts": _clock(one.starts), "ends": _clock(before)}
            reading.findings.add(_step(reading, one), "overlap", **details)
        before = one.starts + one.minutes


def _within(reading: Reading, scenario: Scenario, one: Sequence) -> None:
    ends = one.starts + one.minutes
    if one.starts < scenario.day_starts or ends > scenario.day_ends:
        reading.findings.add(
            _step(reading, one),
            "outside_day",
            title=one.title,
            starts=_clock(one.starts),
            ends=_clock(ends),
            opens=_clock(scenario.day_starts),
            closes=_clock(scenario.day_ends),
        )


def _step(reading: Reading, one: Sequence) -> Spot:
    return reading.references.where("steps", one.id)


def _clock(minutes: int) -> str:
    return f"{minutes // 60}:{minutes % 60:02d}"


def warnings(scenario: Scenario) -> tuple[Problem, ...]:
    """What can be opened, but should be looked at: no slack, colleagues at one table."""
    return (*_full(scenario), *_colleagues(scenario))


def _full(scenario: Scenario) -> Iterator[Problem]:
    length = scenario.day_ends - scenario.day_starts
    work = sum(one.minutes for one in scenario.sequences if one.kind != "break")
    share = round(100 * work / length) if length > 0 else 0
    if share > NEARLY_FULL:
        yield problem(Spot("scenario.md"), "day_nearly_full", share=share)


def _colleagues(scenario: Scenario) -> Iterator[Problem]:
    """A chief never sits with people of the same service; the plan does not say who is chief."""
    for (table, service), count in Counter((p.table, p.service) for p in scenario.places).items():
        if count > 1:
            spot = Spot("table-plan.csv")
            yield problem(spot, "plan_colleagues", table=table, service=service, count=count)


def objectives(reading: Reading, scenario: Scenario) -> None:
    """Each objective is served by a step."""
    served = {name for step in scenario.sequences for name in step.objectives}
    for one in scenario.objectives:
        if one.id and one.id not in served:
            spot = reading.references.where("objectives", one.id)
            reading.findings.add(spot, "objective_unserved", value=one.id)


def tables(reading: Reading, scenario: Scenario) -> None:
    """Where tables work in rounds, each has a situation per round, each situation two tables."""
    rounds = max((one.round for one in scenario.sequences), default=0)
    if not rounds or not scenario.seats:
        return
    given = Counter(name for seat in scenario.seats for name in seat.cases[:rounds])
    for one in scenario.situations:
        if given[one.id] != TABLES_PER_CASE:
            spot = reading.references.where("cases", one.id)
            reading.findings.add(spot, "case_tables", value=one.id, count=given[one.id])
    for seat in scenario.seats:
        if len(seat.cases) < rounds:
            spot = reading.references.where("tables", seat.id)
            turn = len(seat.cases) + 1
            reading.findings.add(spot, "case_missing", table=seat.number, round=turn)


def anachronisms(reading: Reading, refused: Refused) -> None:
    """No text holds a word younger than the seminar, save the list of these words itself."""
    silent = Findings()
    paths = (*reading.folder.rglob("*.md"), *reading.folder.glob("*.csv"))
    for file in sorted(path.relative_to(reading.folder).as_posix() for path in paths):
        text = read_text(reading.folder, file, silent) or ""
        for word, line in _too_young(text, refused):
            if file != "scenario.md" or line not in refused.lines:
                reading.findings.add(Spot(file, line), "anachronism", word=word)


def _too_young(text: str, refused: Refused) -> Iterator[tuple[str, int]]:
    allowed = [one.span() for name in refused.allowed for one in _pattern(name).finditer(text)]
    for word in refused.words:
        for found in _pattern(word).finditer(text):
            if not any(start <= found.start() < end for start, end in allowed):
                yield word, text.count("\n", 0, found.start()) + 1


def _pattern(word: str) -> re.Pattern[str]:
    """Words with a capital are names and keep it (NOTRe is not notre); lines may break inside."""
    spaced = r"\s+".join(re.escape(part) for part in word.split())
    flags = re.NOFLAG if any(char.isupper() for char in word) else re.IGNORECASE
    return re.compile(rf"(?<!\w){spaced}(?!\w)", flags)
