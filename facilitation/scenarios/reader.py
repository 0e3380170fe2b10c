"""Reads a whole scenario folder; every problem of every file is told at once."""

from pathlib import Path

from facilitation.domain.scenario import Place, Scenario
from facilitation.scenarios import checks, frame, plan, programme
from facilitation.scenarios.fields import Fields
from facilitation.scenarios.frame import Reading
from facilitation.scenarios.pages import read_content
from facilitation.scenarios.problems import Findings, ScenarioError
from facilitation.scenarios.references import References

LANGUAGES = ("fr", "en")
PLAN = "table-plan.csv"


def read(folder: Path) -> Scenario:
    """The scenario of a folder; raises ScenarioError when anything is wrong."""
    findings = Findings()
    reading = Reading(folder, findings, References(findings))
    opened = reading.page("scenario.md")
    if opened is None:
        raise ScenarioError(findings.problems)
    page, fields = opened
    scenario = _scenario(reading, fields, page.body.strip())
    refused = frame.refused(fields)
    fields.close()
    reading.references.check()
    checks.day(reading, scenario)
    checks.objectives(reading, scenario)
    checks.tables(reading, scenario)
    checks.anachronisms(reading, refused)
    findings.refuse()
    return scenario


def _scenario(reading: Reading, fields: Fields, introduction: str) -> Scenario:
    starts, ends = _day(fields)
    poles = frame.poles(reading, fields)
    services = frame.services(reading)
    situations = programme.situations(reading)
    seats = frame.seats(reading)
    return Scenario(
        id=reading.folder.name,
        title=fields.text("title", needed=True),
        subtitle=fields.text("subtitle"),
        language=fields.choice("language", LANGUAGES),
        introduction=introduction,
        day_starts=starts,
        day_ends=ends,
        expected=fields.number("expected", needed=True),
        title_page=frame.title_page(fields),
        signed_by_default=fields.flag("signed_by_default", default=False),
        levels=frame.levels(fields),
        objectives=frame.objectives(reading, fields),
        poles=poles,
        services=services,
        authorities=frame.authorities(reading, fields),
        lenses=frame.lenses(reading, fields),
        policies=frame.policies(reading),
        seats=seats,
        places=_places(reading, plan.known(seats, services)),
        situations=situations,
        sequences=programme.sequences(reading, starts),
        evaluation=frame.evaluation(reading, fields),
        seeds=frame.seeds(reading),
        glossary=frame.glossary(reading),
        privacy=frame.privacy(fields),
    )


def _day(fields: Fields) -> tuple[int, int]:
    inside = fields.mapping("day", needed=True)
    if inside is None:
        return 0, 0
    starts, ends = inside.clock("starts", needed=True), inside.clock("ends", needed=True)
    inside.close()
    return starts, ends


def _places(reading: Reading, known: plan.Known) -> tuple[Place, ...]:
    path = reading.folder / PLAN
    if not path.exists():
        return ()
    content = read_content(reading.folder, PLAN, reading.findings)
    return plan.places(content, PLAN, known, reading.findings) if content is not None else ()
