"""Takes the command line first: sets up what the command needs, then goes on inside `.venv`."""

import os
import subprocess
import sys
from pathlib import Path

from facilitation.setup import javascript, libraries, stages, system
from facilitation.setup.libraries import Need
from facilitation.setup.places import ROOT, WHEELS, inside_venv, venv_python
from facilitation.setup.speech import SetupFailed, sentence, tell

INTERRUPTED = 130


def prepare(argv: list[str]) -> int | None:
    """Return None once the libraries can be imported here, or the exit status when everything has
    been done.

    Takes `--wheels DIR` out of `argv`: the command line that follows does not know it.
    """
    try:
        wheels = _take_wheels(argv)
        own = OWN_COMMANDS.get(argv[1]) if len(argv) > 1 else None
        return own(argv[2:], wheels) if own else _continue(argv, Need("run", wheels))
    except SetupFailed as failure:
        tell(str(failure))
        return 1
    except OSError as error:
        tell(sentence("not_writable", folder=ROOT, reason=error.strerror or error))
        return 1
    except KeyboardInterrupt:
        return INTERRUPTED


def _take_wheels(argv: list[str]) -> Path | None:
    if "--wheels" not in argv:
        return None
    place = argv.index("--wheels")
    if place + 1 >= len(argv):
        raise SetupFailed(sentence("no_folder_named"))
    folder = Path(argv[place + 1])
    del argv[place : place + 2]
    return folder


def _continue(argv: list[str], need: Need) -> int | None:
    libraries.ensure(need)
    return None if inside_venv() else _start_again(argv)


def _start_again(argv: list[str]) -> int:
    """Run the same command with `.venv`'s interpreter; returns only on Windows."""
    command = [str(venv_python()), str(ROOT / "app.py"), *argv[1:]]
    sys.stdout.flush()
    if os.name != "nt":
        os.execv(command[0], command)  # noqa: S606 - our own interpreter, no shell
    # On Windows exec would give the prompt back at once: wait for the child instead.
    return subprocess.run(command, check=False).returncode


def _set_up(options: list[str], wheels: Path | None) -> int:
    """`setup [--dev] [--better]`: install, and stop there."""
    _refuse_unknown(options, "--dev", "--better")
    if "--dev" in options:
        _set_up_development(wheels, with_browser=True)
    else:
        libraries.ensure(Need("run", wheels))
    if "--better" in options:
        libraries.add_better(wheels)
    return 0


def _test(options: list[str], wheels: Path | None) -> int:
    """`test [--fast] [--only STAGE,…]`: install everything, then run the checks and tests."""
    asked = stages.Asked.read(options)
    _set_up_development(wheels, with_browser=asked.needs_browser())
    if asked.needs_databases():
        system.ensure_databases()
    return stages.run(asked)


def _set_up_development(wheels: Path | None, *, with_browser: bool) -> None:
    libraries.ensure(Need("dev", wheels))
    system.ensure_npm()
    javascript.ensure_tools()
    system.ensure_node()
    if with_browser:
        system.ensure_browser()


def _download(options: list[str], wheels: Path | None) -> int:
    """`wheels [--dev] [--platform NAME] [--python-version X.Y]`: fill the folder that travels.

    The two last name the machine without internet, when it is not like this one.
    """
    level = "dev" if "--dev" in options else "run"
    target = [option for option in options if option != "--dev"]
    _refuse_unknown(target[::2], "--platform", "--python-version")
    libraries.download(level, wheels or WHEELS, target)
    return 0


def _refuse_unknown(options: list[str], *known: str) -> None:
    if any(option not in known for option in options):
        raise SetupFailed(sentence("usage", options=", ".join((*known, "--wheels DIR"))))


OWN_COMMANDS = {"setup": _set_up, "test": _test, "wheels": _download}
