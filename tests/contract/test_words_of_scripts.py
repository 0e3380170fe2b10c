"""Scripts compare with words of the domain: one that it never says would never match."""

import re
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[2] / "facilitation"
FIELDS = ("state", "kind", "method", "status", "category", "scene", "role", "level")
#: Words of the page itself: the outbox's states, a document being made, a filter of the wall.
OF_THE_PAGE = {"saved", "refused", "making", "points"}
COMPARED = re.compile(rf'\.(?P<field>{"|".join(FIELDS)}) (?:===|!==) "(?P<word>[a-z_]+)"')


def spoken() -> str:
    """Everything that the domain and its scenarios may say."""
    folders = ("domain", "scenarios", "views", "service")
    return "\n".join(
        file.read_text("utf-8") for folder in folders for file in (PACKAGE / folder).rglob("*.py")
    )


def compared() -> list[tuple[str, str, str]]:
    """File, field and word of each comparison in the widgets."""
    return [
        (file.name, one["field"], one["word"])
        for file in sorted((PACKAGE / "static" / "js" / "widgets").rglob("*.js"))
        for one in COMPARED.finditer(file.read_text("utf-8"))
    ]


def test_there_are_comparisons_to_look_at() -> None:
    assert len(compared()) > 50


@pytest.mark.parametrize(("file", "field", "word"), compared())
def test_a_script_compares_with_a_word_that_the_domain_says(
    file: str, field: str, word: str, said: str
) -> None:
    assert f'"{word}"' in said or word in OF_THE_PAGE, f"{file}: {field} is never {word!r}"


@pytest.fixture(scope="module")
def said() -> str:
    return spoken()
