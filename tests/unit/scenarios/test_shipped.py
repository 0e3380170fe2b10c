"""The scenarios that come with the project can be opened, are complete, and read well."""

import re
from pathlib import Path

import pytest
import yaml

from facilitation.domain.scenario import Scenario
from facilitation.domain.vocabulary import ALLOWED
from facilitation.scenarios import available, load, warnings
from facilitation.scenarios.fields import Fields

ROOT = Path(__file__).parents[3]
SCENARIOS = ROOT / "scenarios"
BELFORT = SCENARIOS / "belfort-2013"
RECIPE = ROOT / "docs" / "recipes" / "scenario.md"
FRENCH = sorted((*BELFORT.rglob("*.md"), BELFORT / "table-plan.csv"))


@pytest.fixture(scope="module")
def belfort() -> Scenario:
    return load(BELFORT)


@pytest.mark.parametrize("name", ["belfort-2013", "team-half-day"])
def test_the_scenario_can_be_opened_without_a_warning(name: str) -> None:
    assert name in available(SCENARIOS)
    assert warnings(load(SCENARIOS / name)) == ()


def test_the_day_goes_from_half_past_eight_without_a_gap(belfort: Scenario) -> None:
    at = belfort.day_starts
    for step in belfort.sequences:
        assert step.starts == at, step.id
        at += step.minutes
    assert (belfort.day_starts, at) == (8 * 60 + 30, 16 * 60 + 40) == (510, belfort.day_ends)


def test_the_day_opens_everything_that_phones_can_do(belfort: Scenario) -> None:
    assert {name for step in belfort.sequences for name in step.allows} == set(ALLOWED)


def test_steps_that_let_people_write_say_when(belfort: Scenario) -> None:
    written = {"expectation", "positioning", "proposal", "mission", "referent", "statement"}
    for step in belfort.sequences:
        if written & set(step.allows):
            assert 3 <= step.writing <= 7, step.id


def test_each_situation_is_in_full_form(belfort: Scenario) -> None:
    assert len(belfort.situations) == 8
    for one in belfort.situations:
        assert (len(one.questions), len(one.releases)) == (3, 2), one.id
        assert 2 <= len(one.voices) <= 3, one.id
        assert len(one.context.split()) > 100, one.id
        assert "Cadre de mars 2013" in one.note, one.id


def test_services_of_a_situation_sit_at_one_of_its_tables(belfort: Scenario) -> None:
    for one in belfort.situations:
        tables = {seat.id for seat in belfort.seats if one.id in seat.cases}
        present = {place.service for place in belfort.places if place.table in tables}
        assert len(set(one.services) - present) <= 2, one.id


def test_every_table_mixes_categories_and_seats_six_to_nine(belfort: Scenario) -> None:
    for seat in belfort.seats:
        there = [place for place in belfort.places if place.table == seat.id]
        assert 6 <= len(there) <= 9
        assert {place.category for place in there} == {"A", "B"}


def test_every_key_is_in_the_recipe(belfort: Scenario, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: set[str] = set()
    node = Fields.node

    def noted(self: Fields, key: str, *, needed: bool = False) -> yaml.Node | None:
        asked.add(key)
        return node(self, key, needed=needed)

    monkeypatch.setattr(Fields, "node", noted)
    load(BELFORT)
    keys = asked - {term.id for term in belfort.glossary}
    code = " ".join(re.findall(r"`([^`\n]+)`", RECIPE.read_text(encoding="utf-8")))
    assert sorted(key for key in keys if not re.search(rf"\b{key}\b", code)) == []


@pytest.mark.parametrize("name", ["belfort-2013", "team-half-day"])
def test_texts_are_plain_paragraphs_as_phones_show_them(name: str) -> None:
    scenario = load(SCENARIOS / name)
    steps = [text for one in scenario.sequences for text in (one.instruction, one.note)]
    cases = [text for one in scenario.situations for text in (one.context, one.note)]
    for text in (*steps, *cases):
        assert not re.search(r"\*|^#|\w_\w|\S\n\d\.", text, re.MULTILINE), text


@pytest.mark.parametrize("path", FRENCH, ids=lambda path: path.name)
@pytest.mark.parametrize(
    ("fault", "pattern"),
    [
        ("a straight apostrophe", r"[A-Za-zÀ-ÿ]'[A-Za-zÀ-ÿ«]"),
        ("no narrow no-break space before ; ! ?", r"[^\s\u202f][;!?](?=\s|$)| [;!?]"),
        ("an ordinary space before a colon", r"\S :"),
        ("an ordinary space inside guillemets", r"« | »"),
        ("three dots", r"\.\.\."),
    ],
)
def test_french_typography_is_kept(path: Path, fault: str, pattern: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.findall(pattern, text, re.MULTILINE) == [], fault
