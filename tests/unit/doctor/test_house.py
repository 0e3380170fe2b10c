"""What `doctor` says of what Tablée brings along, and how it says things."""

import re
from pathlib import Path

import pytest

from facilitation.doctor import house, sentences
from facilitation.settings import Settings
from facilitation.setup.places import ROOT

BLANK = re.compile(r"%\(\w+\)s|%%")


def test_a_scenario_that_does_not_open_is_wrong(tmp_path: Path) -> None:
    folder = Settings().scenarios
    (told,) = house.scenario(folder, "belfort-2013", "fr")
    assert (told.level, told.details["tables"]) == ("good", 8)
    (told,) = house.scenario(folder, "nowhere", "fr")
    assert told.code == "scenario_unknown"
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "scenario.md").write_text("---\ntitle: [\n---\n")
    (told,) = house.scenario(tmp_path, "broken", "fr")
    assert (told.level, told.code) == ("wrong", "scenario_wrong")


def test_a_missing_library_is_wrong_and_another_version_is_told(tmp_path: Path) -> None:
    (told,) = house.libraries()
    assert told.code == "libraries"
    wanted = tmp_path / "requirements.txt"
    wanted.write_text("flask==0.1  # old\nno-such-library[extra]==1.0\n")
    (told,) = house.libraries(wanted)
    assert (told.code, told.details["names"]) == ("libraries_missing", "no-such-library")
    wanted.write_text("flask==0.1\n")
    (told,) = house.libraries(wanted)
    assert (told.level, told.code) == ("beware", "libraries_other")


def test_a_machine_without_a_browser_is_told_so() -> None:
    assert [one.code for one in house.browser(lambda: None)] == ["browser_none"]
    assert [one.code for one in house.browser(lambda: "chromium")] == ["browser"]


def test_both_languages_say_the_same_things_with_the_same_blanks() -> None:
    blanks = [
        {code: sorted(BLANK.findall(text)) for code, text in said.items()}
        for said in (sentences.FR, sentences.EN)
    ]
    assert blanks[0] == blanks[1]
    assert sentences.TOPICS["fr"].keys() == sentences.TOPICS["en"].keys()


def test_every_finding_has_its_sentence() -> None:
    folder = ROOT / "facilitation" / "doctor"
    source = "".join(path.read_text("utf-8") for path in folder.glob("*.py"))
    named = set(re.findall(r'(?:good|beware|wrong)\(\s*"(\w+)"', source))
    assert len(named) > 40
    assert named - sentences.FR.keys() == set()


def test_french_sentences_have_the_printers_spaces_and_quotes() -> None:
    fault = re.compile(r"(?<!\u202f)[;!?]|(?<!\u00a0):\s|«(?!\u00a0)|(?<!\u00a0)»|\w'|\.\.\.")
    assert [text for text in sentences.FR.values() if fault.search(text)] == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_sentence_is_filled_in(language: str) -> None:
    said = sentences.sentence("power_battery", language, left=41)
    assert "41" in said
    assert "%%" not in said
