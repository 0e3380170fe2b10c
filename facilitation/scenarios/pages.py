"""A file of a scenario folder as lines: YAML front matter with its nodes, body with its parts.

Knows nothing of what the keys mean.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import yaml

from facilitation.protocol.text import normalise
from facilitation.scenarios.problems import Findings, Spot

#: The longest page of a seminar takes a hundredth of it.
LARGEST: Final = 1_000_000

_FENCE: Final = "---"
_HEADING: Final = re.compile(r"^(#{2,3})\s+(.+?)\s*$")


@dataclass(frozen=True, slots=True)
class Part:
    """A heading of the body and the text below it, up to the next heading of its rank."""

    heading: str
    spot: Spot
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The part as one text."""
        return "\n".join(self.lines).strip()


@dataclass(frozen=True, slots=True)
class Page:
    """A file read: its front matter (None when it has none that can be read) and its body."""

    file: str
    front: yaml.MappingNode | None
    body: str
    body_line: int
    offset: int

    def spot(self, node: yaml.Node) -> Spot:
        """Where a node of the front matter stands."""
        return Spot(self.file, node.start_mark.line + self.offset)


def read_content(folder: Path, file: str, findings: Findings) -> bytes | None:
    """The bytes of a file; None, and a problem, when it is missing, no file, elsewhere or absurd.

    A folder may come from anybody: a link in it that leads out of it is not followed.
    """
    path = folder / file
    problem = ""
    if not path.exists():
        problem = "missing_file"
    elif not path.resolve().is_relative_to(folder.resolve()):
        problem = "file_elsewhere"
    elif not path.is_file():
        problem = "no_file"
    elif path.stat().st_size > LARGEST:
        problem = "file_too_large"
    if problem:
        findings.add(Spot(file), problem)
        return None
    return path.read_bytes()


def read_text(folder: Path, file: str, findings: Findings) -> str | None:
    """The text of a file; None, and a problem, when it cannot be read or is not UTF-8."""
    content = read_content(folder, file, findings)
    if content is None:
        return None
    try:
        return normalise(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        findings.add(Spot(file, line), "bad_encoding")
    return None


def read_page(folder: Path, file: str, findings: Findings) -> Page | None:
    """A Markdown file with front matter; None, and a problem, when there is no such file."""
    text = read_text(folder, file, findings)
    if text is None:
        return None
    lines = text.split("\n")
    closes = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == _FENCE), None)
    if lines[0].rstrip() != _FENCE or closes is None:
        findings.add(Spot(file), "no_front_matter")
        return None
    front = _front("\n".join(lines[1:closes]), file, findings)
    return Page(file, front, "\n".join(lines[closes + 1 :]), closes + 2, 2)


def _front(text: str, file: str, findings: Findings) -> yaml.MappingNode | None:
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except RecursionError:
        findings.add(Spot(file), "too_deep")
        return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        line = mark.line + 2 if mark else 1
        findings.add(Spot(file, line), "bad_yaml", reason=error.problem or "YAML")
        return None
    except yaml.YAMLError as error:
        findings.add(Spot(file), "bad_yaml", reason=str(error).splitlines()[0])
        return None
    if isinstance(node, yaml.MappingNode):
        return node
    findings.add(Spot(file), "no_front_matter")
    return None


def parts(text: str, spot: Spot, rank: int = 2) -> tuple[str, list[Part]]:
    """What stands before the first heading of a rank, and each heading with its text."""
    before: list[str] = []
    found: list[tuple[str, int, list[str]]] = []
    for number, line in enumerate(text.split("\n"), spot.line):
        heading = _HEADING.match(line)
        if heading and len(heading[1]) == rank:
            found.append((heading[2], number, []))
        else:
            (found[-1][2] if found else before).append(line)
    made = [Part(name, Spot(spot.file, at), tuple(below)) for name, at, below in found]
    return "\n".join(before).strip(), made


def items(part: Part) -> list[tuple[str, Spot]]:
    """The items of a Markdown list, each with its line; a line below goes with its item."""
    found: list[tuple[str, Spot]] = []
    for number, line in enumerate(part.lines, part.spot.line + 1):
        item = re.match(r"^(?:[-*]|\d+[.)])\s+(.+)$", line)
        if item:
            found.append((item[1].strip(), Spot(part.spot.file, number)))
        elif line.strip() and found:
            found[-1] = (f"{found[-1][0]} {line.strip()}", found[-1][1])
    return found
