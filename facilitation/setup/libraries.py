"""Makes `.venv` and fills it with pip, from the network or from a folder of wheels; a stamp makes
the second time instant.
"""

import hashlib
import json
import os
import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path

from facilitation.setup.places import ROOT, VENV, WHEELS, inside_venv, pip_wheel, venv_python
from facilitation.setup.speech import SetupFailed, say, sentence

STAMP = VENV / "tablee-setup.json"
LOG = VENV / "tablee-setup.log"
REQUIREMENTS = {"run": "requirements.txt", "dev": "requirements-dev.txt"}
WANTED_BY = {
    "run": ["requirements.txt", "constraints.txt"],
    "dev": ["requirements.txt", "constraints.txt", "requirements-dev.txt"],
}
BETTER = "requirements-better.txt"
INSTALL_SECONDS = 1200


@dataclass(frozen=True)
class Need:
    """What has to be installed: the level (`run` or `dev`) and, for a machine without internet,
    the folder of wheels.
    """

    level: str
    wheels: Path | None = None


def fingerprint(level: str) -> str:
    """Return a hash of everything that decides what gets installed for this level."""
    digest = hashlib.sha256(sys.version.encode())
    for name in WANTED_BY[level]:
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def stamped() -> dict[str, str]:
    """Return the fingerprint of each level as last installed; nothing if there is none or it is
    unreadable.
    """
    try:
        content = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}


def is_ready(level: str) -> bool:
    """Tell whether `.venv` already holds what this level needs."""
    return venv_python().exists() and stamped().get(level) == fingerprint(level)


def ensure(need: Need) -> None:
    """Bring `.venv` to the wanted level; at once when it is there already."""
    if is_ready(need.level):
        return
    if not inside_venv() and not _interpreter_works():
        _create()
    # A project already set up for development keeps its tools when only the run libraries changed.
    _install(Need("dev" if "dev" in stamped() else need.level, need.wheels))
    say("ready")


def _interpreter_works() -> bool:
    """Tell whether `.venv` has an interpreter that starts: a moved or half-made one does not."""
    if not venv_python().exists():
        return False
    command = [str(venv_python()), "-c", "import sys; assert sys.version_info >= (3, 11)"]
    try:
        return subprocess.run(command, check=False, capture_output=True, timeout=60).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


def _create() -> None:
    say("venv")
    try:
        # Without pip: a bare Debian has no ensurepip, and the project keeps its own copy.
        venv.EnvBuilder(with_pip=False, clear=True, symlinks=os.name != "nt").create(VENV)
    except (OSError, subprocess.CalledProcessError) as error:
        raise SetupFailed(sentence("no_venv", reason=error)) from error


def _install(need: Need) -> None:
    offline = offline_options(need.wheels)
    say("install", what=REQUIREMENTS[need.level])
    STAMP.unlink(missing_ok=True)
    run_pip("install", "--quiet", *offline, "-r", REQUIREMENTS[need.level])
    levels = ("run", "dev") if need.level == "dev" else ("run",)
    stamp = {level: fingerprint(level) for level in levels}
    STAMP.write_text(json.dumps(stamp, indent=1) + "\n", encoding="utf-8")


def add_better(wheels: Path | None) -> None:
    """Install the optional engine of `insight.sentences`, by the hash of its file alone."""
    say("install", what=BETTER)
    run_pip("install", "--quiet", "--no-deps", *offline_options(wheels), "-r", BETTER)
    say("ready")


def offline_options(named: Path | None) -> list[str]:
    """Return pip's options for a machine without internet: the named folder, else `wheels/` at the
    root if there is one.
    """
    folder = named or (WHEELS if WHEELS.is_dir() else None)
    if folder is None:
        return []
    if not any(folder.glob("*.whl")):
        raise SetupFailed(sentence("no_wheels", folder=folder))
    say("offline", folder=folder)
    return ["--no-index", "--find-links", str(folder.resolve())]


def run_pip(*arguments: str) -> None:
    """Run the project's own copy of pip in `.venv`; what it prints goes to a log that the failure
    names.
    """
    command = [str(venv_python()), str(pip_wheel() / "pip"), *arguments]
    command += ["--no-input", "--disable-pip-version-check", "--progress-bar", "off"]
    with LOG.open("w", encoding="utf-8") as log:
        try:
            done = subprocess.run(
                command, check=False, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                timeout=INSTALL_SECONDS,
            )  # fmt: skip
        except subprocess.TimeoutExpired as error:
            raise _failure(arguments) from error
    if done.returncode:
        raise _failure(arguments)


def _failure(arguments: tuple[str, ...]) -> SetupFailed:
    name = "no_download" if arguments[0] == "download" else "no_install"
    return SetupFailed(sentence(name, log=LOG.relative_to(ROOT)))


def download(level: str, folder: Path, options: list[str]) -> None:
    """Fill a folder of wheels for a machine without internet; options may name another platform or
    Python.
    """
    say("wheels", folder=folder)
    folder.mkdir(parents=True, exist_ok=True)
    if not _interpreter_works():
        _create()
    target = ["--only-binary=:all:", *options, "--dest", str(folder)]
    run_pip("download", "--quiet", *target, "-r", REQUIREMENTS[level])
    say("wheels_done", count=len(list(folder.glob("*.whl"))), folder=folder)
