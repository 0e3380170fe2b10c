"""What must hold across files: the day, objectives, the grid of tables, words of the time."""

from pathlib import Path

from facilitation.scenarios import load, warnings
from tests.unit.scenarios.spoiling import replace, told


def test_a_day_above_its_length_is_refused(folder: Path) -> None:
    replace(folder, "steps/09-close.md", "minutes: 15", "minutes: 60")
    codes = [code for _, _, code in told(folder)]
    assert codes == ["day_too_full", "outside_day"]


def test_a_day_without_slack_is_opened_with_a_warning(folder: Path) -> None:
    replace(folder, "steps/04-break.md", "kind: break", "kind: talk")
    assert [one.code for one in warnings(load(folder))] == ["day_nearly_full"]


def test_a_step_that_starts_before_the_previous_ends_is_refused(folder: Path) -> None:
    replace(folder, "steps/03-situation.md", 'starts: "9:40"', 'starts: "9:35"')
    assert told(folder) == [("steps/03-situation.md", 1, "overlap")]


def test_a_step_without_a_time_follows_the_previous_one(folder: Path) -> None:
    replace(folder, "steps/03-situation.md", 'starts: "9:40"\n', "")
    assert load(folder).sequences[2].starts == 9 * 60 + 40


def test_the_first_step_opens_the_day(folder: Path) -> None:
    replace(folder, "steps/01-welcome.md", 'starts: "9:00"\n', "")
    assert load(folder).sequences[0].starts == 9 * 60


def test_an_objective_that_no_step_serves_is_refused(folder: Path) -> None:
    line = replace(
        folder, "scenario.md", "  - {id: actions,", "  - {id: rest, text: Rest}\n  - {id: actions,"
    )
    assert told(folder) == [("scenario.md", line, "objective_unserved")]


def test_a_situation_given_to_one_table_only_is_refused(folder: Path) -> None:
    replace(
        folder,
        "tables.md",
        '"Round table", cases: [class-visit]',
        '"Round table", cases: [late-opening]',
    )
    assert told(folder) == [
        ("cases/1-class-visit.md", 1, "case_tables"),
        ("cases/2-late-opening.md", 1, "case_tables"),
    ]


def test_a_table_without_a_situation_for_a_round_is_refused(folder: Path) -> None:
    line = replace(
        folder, "tables.md", '"Round table", cases: [class-visit]', '"Round table", cases: []'
    )
    assert ("tables.md", line, "case_missing") in told(folder)


def test_without_rounds_situations_need_no_table(folder: Path) -> None:
    for step in ("03-situation", "05-sharing"):
        replace(folder, f"steps/{step}.md", "round: 1\n", "")
    replace(folder, "tables.md", '"Round table", cases: [class-visit]', '"Round table"')
    assert told(folder) == []


def test_words_younger_than_the_seminar_are_named_in_every_text(folder: Path) -> None:
    replace(folder, "scenario.md", "objectives:", "anachronisms: [tablet, NOTRe]\nobjectives:")
    replace(folder, "table-plan.csv", "Cataloguer", "Tablet officer")
    found = [one for one in told(folder) if one[2] == "anachronism"]
    assert [file for file, _, _ in found] == ["steps/01-welcome.md", "table-plan.csv"]


def test_a_word_broken_over_two_lines_is_still_found(folder: Path) -> None:
    replace(folder, "scenario.md", "objectives:", "anachronisms: [town hall app]\nobjectives:")
    line = replace(
        folder, "cases/2-late-opening.md", "Readers’ groups", "The town\nhall app. Readers’ groups"
    )
    assert ("cases/2-late-opening.md", line, "anachronism") in told(folder)


def test_an_acronym_is_not_the_same_letters_in_small(folder: Path) -> None:
    replace(folder, "scenario.md", "objectives:", "anachronisms: [DESK]\nobjectives:")
    assert told(folder) == []


def test_an_expression_of_the_time_may_hold_the_word(folder: Path) -> None:
    replace(
        folder,
        "scenario.md",
        "objectives:",
        "anachronisms: [tablet]\nanachronisms_except: [the table’s tablet]\nobjectives:",
    )
    assert told(folder) == []


def test_colleagues_at_one_table_are_a_warning(folder: Path) -> None:
    replace(folder, "table-plan.csv", "1,collections", "1,desk")
    assert [one.code for one in warnings(load(folder))] == ["plan_colleagues"]
