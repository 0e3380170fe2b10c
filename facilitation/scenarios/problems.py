"""What is wrong in a scenario folder: each problem with file, line, and how to mend it.

The sentences stand here, in both languages; which problem there is, the other modules find.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from facilitation.scenarios.sentences import SENTENCES

_AT: Final = {"fr": "ligne {line}\u00a0: ", "en": "line {line}: "}


@dataclass(frozen=True, slots=True)
class Spot:
    """A line of a file of the folder; the file's name is relative to the folder."""

    file: str
    line: int = 1


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to mend, in both languages."""

    file: str
    line: int
    code: str
    fr: str
    en: str
    mend_fr: str
    mend_en: str

    def text(self, language: str) -> str:
        """Where, what is wrong, and on a second line how to mend it."""
        chosen = "fr" if language == "fr" else "en"
        said, mend = (self.fr, self.mend_fr) if chosen == "fr" else (self.en, self.mend_en)
        return f"{self.file}, {_AT[chosen].format(line=self.line)}{said}\n    {mend}"


def problem(spot: Spot, code: str, **details: object) -> Problem:
    """A problem with its sentences filled in."""
    fr, en, mend_fr, mend_en = (sentence.format(**details) for sentence in SENTENCES[code])
    return Problem(spot.file, spot.line, code, fr, en, mend_fr, mend_en)


class ScenarioError(Exception):
    """A scenario or a table plan that cannot be used, with every problem it has."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems, key=lambda one: (one.file, one.line)))
        super().__init__(self.text("en"))

    def text(self, language: str) -> str:
        """All problems, in the order of files and lines."""
        return "\n".join(one.text(language) for one in self.problems)


class TooLarge(Exception):
    """A workbook that would unpack into far more than any table plan holds."""


class Findings:
    """Problems as they are found; reading goes on after each so that all are told at once."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []

    def add(self, spot: Spot, code: str, **details: object) -> None:
        """Note a problem."""
        self.problems.append(problem(spot, code, **details))

    def refuse(self) -> None:
        """Raise when anything was found."""
        if self.problems:
            raise ScenarioError(self.problems)
