"""Runs every check and test, cheapest first, and stops at the first failure."""

import os
import subprocess
import sys
import time
from dataclasses import dataclass, field

from facilitation.setup import javascript, system
from facilitation.setup.places import ROOT, node, venv_python
from facilitation.setup.speech import SetupFailed, sentence, tell

PYTHON = str(venv_python())
BROWSER_TESTS = "tests/e2e"
SHORT = ("-m", "not slow and not postgresql")
#: Most of what these tests do is wait for a server, a page or a disk: two run at a time, and the
#: tests of one file stay together, as they may share a room that took long to fill.
TWO_AT_A_TIME = ("-n", "2", "--dist", "loadfile")
#: What takes long is told, so that it can be looked at.
SLOWEST = ("--durations", "12")
#: A story has a browser, a server and a clock in it: one that fails is played once more from its
#: beginning, and named whatever comes of it. Twice is a fault.
ONCE_MORE = ("--reruns", "1", "-rR")
#: Several workers on PostgreSQL; left out wherever it is not asked for by name.
SHARED = ("tests/contract", "tests/integration", "-m", "postgresql", *TWO_AT_A_TIME)
#: The pure core is covered whole, branch by branch.
VISIBILITY = "tests/contract/test_visibility.py"
CORE = ("facilitation.domain", "facilitation.views")
WHOLE = (*(f"--cov={name}" for name in CORE), "--cov-branch", "--cov-fail-under=100")


@dataclass(frozen=True)
class Stage:
    """One check: its name, its command, and the path without which there is nothing to check
    yet.
    """

    name: str
    command: tuple[str, ...]
    path: str = ""
    environment: dict[str, str] = field(default_factory=dict)
    wants_javascript_tools: bool = False
    wants_databases: bool = False

    def reason_to_skip(self) -> str | None:
        """Return why this stage cannot run here, or None."""
        if self.path and not (ROOT / self.path).exists():
            return sentence("not_there", path=self.path)
        if self.wants_javascript_tools and not javascript.has_tools():
            return sentence("no_npm")
        if self.wants_databases and not system.database_programs():
            return sentence("no_databases")
        if self.command[0] == node() and not system.node_works():
            return sentence("node_silent")
        return None


def python(name: str, *arguments: str, path: str = "") -> Stage:
    """Return a stage that runs a Python module of `.venv`."""
    return Stage(name, (PYTHON, "-m", *arguments), path)


def suite(name: str, folder: str, *options: str, mode: str = "") -> Stage:
    """Return a stage that runs the tests of one folder, in one async mode."""
    environment = {"TABLEE_ASYNC_MODE": mode} if mode else {}
    return Stage(name, (PYTHON, "-m", "pytest", folder, *options), folder, environment)


def script(name: str, file: str, *arguments: str) -> Stage:
    """Return a stage that runs one of the npm tools."""
    command = (node(), f"node_modules/{file}", *arguments)
    return Stage(name, command, "facilitation/static/js", wants_javascript_tools=True)


def every_stage() -> list[Stage]:
    """Return all stages, in order."""
    templates = "facilitation/templates"
    lint_imports = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return [
        Stage("generated", (PYTHON, "app.py", "generate", "--check"), "facilitation/cli.py"),
        python("ruff", "ruff", "check", "."),
        python("format", "ruff", "format", "--check", "."),
        python("djlint", "djlint", templates, "--lint", "--check", "--quiet", path=templates),
        script("biome", "@biomejs/biome/bin/biome", "ci", "--error-on-warnings"),
        python("mypy", "mypy"),
        script("tsc", "typescript/bin/tsc", "--project", "tsconfig.json"),
        Stage("imports", (PYTHON, "-c", lint_imports)),
        python("dependencies", "deptry", "."),
        python("dead-code", "vulture"),
        python("spelling", "codespell_lib"),
        suite("unit", "tests/unit", *TWO_AT_A_TIME),
        suite("coverage", "tests/unit/domain", "tests/unit/views", VISIBILITY, *WHOLE),
        suite("contract", "tests/contract"),
        suite("integration", "tests/integration", *TWO_AT_A_TIME, *SLOWEST),
        Stage("postgresql", (PYTHON, "-m", "pytest", *SHARED), "tests", wants_databases=True),
        Stage("javascript", (node(), "--test", "tests/js/"), "tests/js"),
        suite("e2e", BROWSER_TESTS, *TWO_AT_A_TIME, *SLOWEST, *ONCE_MORE),
        suite("gevent", "tests/integration", *SHORT, *TWO_AT_A_TIME, mode="gevent"),
        suite("threading", "tests/integration", *SHORT, *TWO_AT_A_TIME, mode="threading"),
    ]


@dataclass(frozen=True)
class Asked:
    """What the command line asked for: everything, everything without the browser, or some stages
    by name.
    """

    fast: bool = False
    only: tuple[str, ...] = ()

    @classmethod
    def read(cls, options: list[str]) -> "Asked":
        """Understand `--fast` and `--only STAGE,STAGE`."""
        rest = [option for option in options if option != "--fast"]
        if rest and (len(rest) != 2 or rest[0] != "--only"):
            raise SetupFailed(sentence("usage", options="--fast, --only STAGE,…, --wheels DIR"))
        return cls("--fast" in options, tuple(rest[1].split(",")) if rest else ())

    def wants(self, stage: Stage) -> bool:
        """Tell whether a stage belongs to what was asked."""
        if self.only:
            return stage.name in self.only
        return not (self.fast and stage.path == BROWSER_TESTS)

    def needs_browser(self) -> bool:
        """Tell whether a browser has to be there."""
        return "e2e" in self.only or not (self.fast or self.only)

    def needs_databases(self) -> bool:
        """Tell whether PostgreSQL has to be there."""
        return "postgresql" in self.only or not self.only


def run(asked: Asked) -> int:
    """Run the stages asked for; return the status of the first that fails."""
    wanted = _chosen(asked)
    began = time.monotonic()
    skipped = []
    for number, stage in enumerate(wanted, 1):
        _head(f"{number}/{len(wanted)} {stage.name}")
        reason = stage.reason_to_skip()
        if reason:
            _print(sentence("skipped", reason=reason))
            skipped.append(stage.name)
        elif code := _status(stage):
            _print(sentence("failed", stage=stage.name, code=code))
            return code
    _conclude(len(wanted) - len(skipped), skipped, int(time.monotonic() - began))
    return 0


def _chosen(asked: Asked) -> list[Stage]:
    stages = every_stage()
    names = [stage.name for stage in stages]
    unknown = next((name for name in asked.only if name not in names), None)
    if unknown is not None:
        raise SetupFailed(sentence("no_such_stage", stage=unknown, stages=", ".join(names)))
    return [stage for stage in stages if asked.wants(stage)]


def _status(stage: Stage) -> int:
    environment = {**os.environ, **stage.environment}
    done = subprocess.run(
        stage.command, check=False, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL
    )
    return done.returncode


def _head(title: str) -> None:
    _print(f"\n── {title} " + "─" * max(3, 70 - len(title)))


def _conclude(count: int, skipped: list[str], seconds: int) -> None:
    _print("")
    if skipped:
        _print(sentence("not_run", stages=", ".join(skipped)))
    _print(sentence("green", count=count, minutes=seconds // 60, seconds=seconds % 60))


def _print(line: str) -> None:
    """Print on the stream the tools print on, so that headings stay in order when it goes to a
    file.
    """
    tell(line, sys.stdout)
