"""A table plan is read from the spreadsheets that people send."""

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest

from facilitation.domain.scenario import Place, Scenario
from facilitation.scenarios import ScenarioError, load, read_plan

PLACE = (Place("1", "desk", "Chargée d’accueil", "B"),)


@pytest.fixture
def scenario(folder: Path) -> Scenario:
    return load(folder)


@pytest.mark.parametrize(
    "text",
    [
        "table;service;fonction;catégorie\n1;desk;Chargée d’accueil;B\n",
        "table,service,function,category\r\n1,desk,Chargée d’accueil,B\r\n",
        "\ufeffTable\tService\tFonction\tCategorie\nTable 1\tDESK\tChargée d’accueil\tB",
        "service;catégorie;table;fonction;remarque\ndesk;B;1;Chargée d’accueil;x\n;;;\n",
    ],
)
def test_a_plan_is_read_whatever_separates_its_columns(scenario: Scenario, text: str) -> None:
    assert read_plan(text.encode(), "plan.csv", scenario) == PLACE


def test_a_plan_saved_by_an_older_spreadsheet_is_read(scenario: Scenario) -> None:
    content = "table;service;fonction;catégorie\n1;desk;Chargée d’accueil;B\n".encode("cp1252")
    assert read_plan(content, "plan.csv", scenario) == PLACE


def workbook(*rows: tuple[object, ...]) -> bytes:
    """A spreadsheet with these rows."""
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(list(row))
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def test_a_spreadsheet_is_read_with_numbers_as_tables(scenario: Scenario) -> None:
    content = workbook(
        ("table", "service", "fonction", "catégorie"), (1.0, "desk", "Chargée d’accueil", "B")
    )
    assert read_plan(content, "plan.xlsx", scenario) == PLACE


def test_a_small_file_that_unpacks_into_a_huge_one_is_refused_unread(
    scenario: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = io.BytesIO(workbook(("table", "service"), (1, "desk")))
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as book:
        book.writestr("xl/worksheets/sheet2.xml", b"<c/>" * 2_000_000)
    monkeypatch.setattr(openpyxl, "load_workbook", lambda *_, **__: pytest.fail("it was read"))
    with pytest.raises(ScenarioError) as caught:
        read_plan(target.getvalue(), "plan.xlsx", scenario)
    assert [one.code for one in caught.value.problems] == ["plan_too_large"]


def test_wrong_lines_are_told_together(scenario: Scenario) -> None:
    content = b"table;service\n9;desk\n1;dsk\n1;desk\n"
    with pytest.raises(ScenarioError) as caught:
        read_plan(content, "plan.csv", scenario)
    assert [(one.line, one.code) for one in caught.value.problems] == [
        (2, "unknown_reference"),
        (3, "unknown_reference"),
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "plan_empty"),
        (b"table;service\n", "plan_empty"),
        (b"seat;office\n1;desk\n", "plan_column"),
        (b'table;service\n1;"desk\n', "plan_unreadable"),
        (b"PK\x03\x04 not a workbook", "plan_unreadable"),
        (workbook(("a",))[:400], "plan_unreadable"),
    ],
)
def test_what_is_not_a_plan_is_refused(scenario: Scenario, content: bytes, code: str) -> None:
    with pytest.raises(ScenarioError) as caught:
        read_plan(content, "plan", scenario)
    assert caught.value.problems[0].code == code
