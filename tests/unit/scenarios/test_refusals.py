"""Every mistake in a scenario folder is refused with its file, its line and how to mend it."""

import shutil
from pathlib import Path

import pytest

from facilitation.scenarios import ScenarioError, load
from tests.unit.scenarios.spoiling import replace, told

SPOILT = [
    ("scenario.md", "expected: 18", "expectd: 18", "unknown_key"),
    ("scenario.md", "expected: 18", "expected: many", "wrong_shape"),
    ("scenario.md", "language: en", "language: de", "unknown_value"),
    ("scenario.md", '  starts: "9:00"', "  starts: nine", "wrong_shape"),
    ("scenario.md", "signed_by_default: true", "signed_by_default: maybe", "wrong_shape"),
    ("scenario.md", "levels: [national, local]", "levels: [national, lunar]", "unknown_value"),
    ("scenario.md", "  plan_ends:", "  plan_end:", "unknown_key"),
    ("scenario.md", "expected: 18", "expected: 18\nlanguage: fr", "duplicate_key"),
    ("services.md", "pole: behind", "pole: beneath", "unknown_reference"),
    ("services.md", "category: other", "category: odd", "unknown_value"),
    ("services.md", "short: Desk", "shrt: Desk", "unknown_key"),
    ("services.md", "id: outreach", "id: Out Reach", "wrong_shape"),
    ("policies.md", "services: [office, desk]", "services: [office, disk]", "unknown_reference"),
    ("tables.md", "cases: [class-visit]", "cases: [class-visits]", "unknown_reference"),
    ("tables.md", "number: 2", "number: 1", "duplicate"),
    ("seeds.md", "kind: proposal", "kind: idea", "unknown_value"),
    ("steps/02-expectations.md", "kind: write", "kind: wrote", "unknown_value"),
    ("steps/02-expectations.md", "allows: [expectation]", "allows: [wishes]", "unknown_value"),
    ("steps/02-expectations.md", "objectives: [listen]", "objectives: listen", "wrong_shape"),
    (
        "steps/02-expectations.md",
        "objectives: [listen]",
        "objectives: [lsten]",
        "unknown_reference",
    ),
    ("steps/02-expectations.md", "scene: wall", "scene: walls", "unknown_value"),
    ("steps/02-expectations.md", "minutes: 6}", "minutes: 60}", "writing_too_long"),
    ("steps/02-expectations.md", "## Facilitator note", "## Faciliator note", "unknown_heading"),
    ("cases/1-class-visit.md", "## Questions", "## Question", "unknown_heading"),
    ("cases/1-class-visit.md", "- A child: Is", "- Is", "bad_voice"),
    ("cases/1-class-visit.md", "services: [desk,", "services: [dsk,", "unknown_reference"),
    ("table-plan.csv", "1,collections", "9,collections", "unknown_reference"),
    ("table-plan.csv", "2,outreach", "2,outrich", "unknown_reference"),
]


@pytest.mark.parametrize(("file", "old", "new", "code"), SPOILT)
def test_a_mistake_is_told_with_its_file_and_line(
    folder: Path, file: str, old: str, new: str, code: str
) -> None:
    line = replace(folder, file, old, new)
    at = line + new.count("\n")
    assert (file, at, code) in told(folder)


def test_all_mistakes_are_told_at_once(folder: Path) -> None:
    replace(folder, "services.md", "pole: behind", "pole: beneath")
    replace(folder, "steps/07-vote.md", "kind: vote", "kind: ballot")
    replace(folder, "scenario.md", "expected: 18", "expected: x")
    assert [file for file, _, _ in told(folder)] == [
        "scenario.md",
        "services.md",
        "steps/07-vote.md",
    ]


def test_a_near_miss_is_guessed_in_both_languages(folder: Path) -> None:
    line = replace(folder, "steps/07-vote.md", "scene: vote", "scene: votes")
    with pytest.raises(ScenarioError) as caught:
        load(folder)
    french, english = caught.value.text("fr"), caught.value.text("en")
    assert f"steps/07-vote.md, ligne {line}\u00a0: «\u00a0votes\u00a0»" in french
    assert "Vouliez-vous dire «\u00a0vote\u00a0»\u202f?" in french
    assert f"steps/07-vote.md, line {line}: “votes”" in english
    assert "Did you mean “vote”?" in english


@pytest.mark.parametrize("file", ["scenario.md", "services.md", "tables.md"])
def test_a_missing_file_is_named(folder: Path, file: str) -> None:
    (folder / file).unlink()
    assert told(folder)[0] == (file, 1, "missing_file")


@pytest.mark.parametrize("file", ["policies.md", "seeds.md", "glossary.md", "table-plan.csv"])
def test_some_files_may_be_left_out(folder: Path, file: str) -> None:
    (folder / file).unlink()
    assert told(folder) == []


def test_another_encoding_is_refused_at_its_line(folder: Path) -> None:
    path = folder / "glossary.md"
    path.write_bytes(path.read_bytes() + "caf\u00e9".encode("latin-1"))
    lines = path.read_bytes().count(b"\n") + 1
    assert told(folder) == [("glossary.md", lines, "bad_encoding")]


def test_a_byte_order_mark_and_windows_line_ends_are_read(folder: Path) -> None:
    path = folder / "services.md"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert told(folder) == []


def test_broken_yaml_is_refused_at_its_line(folder: Path) -> None:
    line = replace(folder, "services.md", 'name: "Schools and events"', 'name: "Schools: "x"')
    assert told(folder) == [("services.md", line, "bad_yaml")]


def test_a_file_without_front_matter_is_refused(folder: Path) -> None:
    (folder / "steps" / "07-vote.md").write_text("Just a text.", encoding="utf-8")
    assert ("steps/07-vote.md", 1, "no_front_matter") in told(folder)


def test_a_file_name_without_number_is_refused(folder: Path) -> None:
    (folder / "steps" / "07-vote.md").rename(folder / "steps" / "vote.md")
    assert ("steps/vote.md", 1, "bad_name") in told(folder)


def test_two_steps_of_one_number_are_refused(folder: Path) -> None:
    (folder / "steps" / "07-vote.md").rename(folder / "steps" / "06-vote.md")
    assert ("steps/06-vote.md", 1, "duplicate") in told(folder)


@pytest.mark.parametrize("heading", ["Context", "Questions"])
def test_a_situation_needs_its_parts(folder: Path, heading: str) -> None:
    file = "cases/1-class-visit.md"
    text = (folder / file).read_text(encoding="utf-8")
    before, _, after = text.partition(f"## {heading}\n")
    rest = after[after.index("\n## ") + 1 :]
    (folder / file).write_text(before + rest, encoding="utf-8")
    assert [code for _, _, code in told(folder)] == ["missing_part"]


@pytest.mark.parametrize(
    "content", ["", "---\n---\n", "---\n[1, 2]\n---\n", "---\n*a\n---\n", "---\n? [a]\n: b\n---\n"]
)
@pytest.mark.parametrize("file", ["scenario.md", "services.md", "glossary.md", "steps/07-vote.md"])
def test_nonsense_is_refused_never_a_fault(folder: Path, file: str, content: str) -> None:
    (folder / file).write_text(content, encoding="utf-8")
    assert told(folder)


@pytest.mark.parametrize("deep", ["[" * 20_000 + "]" * 20_000, "{a: " * 5_000 + "1" + "}" * 5_000])
def test_front_matter_nested_to_absurdity_is_refused(folder: Path, deep: str) -> None:
    (folder / "glossary.md").write_text(f"---\nterms: {deep}\n---\n", encoding="utf-8")
    assert told(folder) == [("glossary.md", 1, "too_deep")]


def test_references_that_would_unfold_into_millions_are_not_unfolded(folder: Path) -> None:
    levels = [
        f"{new}: &{new} [{','.join([f'*{old}'] * 9)}]"
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    ]
    bomb = "\n".join(["a: &a [x]", *levels])
    (folder / "glossary.md").write_text(f"---\n{bomb}\nterms: *i\n---\n", encoding="utf-8")
    assert told(folder)


@pytest.mark.parametrize("file", ["glossary.md", "table-plan.csv"])
def test_a_link_that_leads_out_of_the_folder_is_not_followed(
    folder: Path, tmp_path: Path, file: str
) -> None:
    secret = tmp_path / "secret"
    secret.write_text("canari", encoding="utf-8")
    (folder / file).unlink()
    (folder / file).symlink_to(secret)
    assert told(folder) == [(file, 1, "file_elsewhere")]


def test_a_folder_in_the_place_of_a_file_and_a_huge_file_are_refused(folder: Path) -> None:
    (folder / "glossary.md").unlink()
    (folder / "glossary.md").mkdir()
    assert told(folder) == [("glossary.md", 1, "no_file")]
    (folder / "glossary.md").rmdir()
    (folder / "glossary.md").write_text("m" * 1_000_001, encoding="utf-8")
    assert told(folder) == [("glossary.md", 1, "file_too_large")]


def test_a_folder_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    assert told(tmp_path / "nowhere") == [("scenario.md", 1, "missing_file")]


def test_a_scenario_without_any_step_is_refused(folder: Path) -> None:
    shutil.rmtree(folder / "steps")
    assert "missing_file" in [code for file, _, code in told(folder) if file.startswith("steps/")]
