"""What Tablée brings along: its scenario, its libraries, a browser for the facilitator."""

import re
from collections.abc import Callable, Iterator
from importlib import metadata
from pathlib import Path
from typing import Final

from facilitation.doctor.finding import Finding, beware, good, wrong
from facilitation.scenarios import ScenarioError, available, load
from facilitation.setup.places import ROOT, chromium

REQUIREMENTS: Final = ROOT / "requirements.txt"
_PINNED: Final = re.compile(r"^([a-z0-9._-]+)(?:\[[^\]]*\])?==(\S+)", re.IGNORECASE | re.MULTILINE)


def scenario(folder: Path, name: str, language: str) -> Iterator[Finding]:
    """The scenario opens."""
    if name not in available(folder):
        yield wrong("scenario_unknown", scenario=name, known=", ".join(available(folder)))
        return
    try:
        read = load(folder / name)
    except ScenarioError as failure:
        yield wrong("scenario_wrong", scenario=name, problem=failure.problems[0].text(language))
        return
    yield good("scenario", title=read.title, tables=len(read.seats), cases=len(read.situations))


def libraries(requirements: Path = REQUIREMENTS) -> Iterator[Finding]:
    """Each library is there, in the version that was tried."""
    pinned = _PINNED.findall(requirements.read_text(encoding="utf-8"))
    missing = [name for name, _ in pinned if _version(name) is None]
    other = [name for name, version in pinned if _version(name) not in (None, version)]
    if missing:
        yield wrong("libraries_missing", names=", ".join(missing))
    elif other:
        yield beware("libraries_other", names=", ".join(other))
    else:
        yield good("libraries", count=len(pinned))


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def browser(find: Callable[[], object] = chromium) -> Iterator[Finding]:
    """A browser for the console and the screen; another than Chromium does as well."""
    yield good("browser") if find() else beware("browser_none")
