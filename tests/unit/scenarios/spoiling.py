"""Spoils a file of a scenario and tells what the reader says of it."""

from pathlib import Path

from facilitation.scenarios import ScenarioError, load

Told = tuple[str, int, str]


def told(folder: Path) -> list[Told]:
    """File, line and code of every problem; empty when the folder can be opened."""
    try:
        load(folder)
    except ScenarioError as error:
        return [(one.file, one.line, one.code) for one in error.problems]
    return []


def replace(folder: Path, file: str, old: str, new: str) -> int:
    """Put other words in a file; answers the line where they stand."""
    path = folder / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1
