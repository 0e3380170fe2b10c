"""Scenario folders: read, checked, refused with file and line. What a scenario is, the domain
says; what becomes of it, too.
"""

from pathlib import Path

from facilitation.domain.scenario import Place, Scenario
from facilitation.scenarios import plan, reader
from facilitation.scenarios.checks import warnings
from facilitation.scenarios.problems import Findings, Problem, ScenarioError

__all__ = ["Problem", "ScenarioError", "available", "load", "read_plan", "warnings"]


def load(folder: Path) -> Scenario:
    """The scenario of a folder; raises ScenarioError with every problem it has."""
    return reader.read(folder)


def available(root: Path) -> list[str]:
    """The names of the scenarios below a folder."""
    return sorted(path.parent.name for path in root.glob("*/scenario.md"))


def read_plan(content: bytes, filename: str, scenario: Scenario) -> tuple[Place, ...]:
    """The seats of a CSV or XLSX table plan; raises ScenarioError with every problem it has."""
    findings = Findings()
    known = plan.known(scenario.seats, scenario.services)
    found = plan.places(content, filename or "plan", known, findings)
    findings.refuse()
    return found
