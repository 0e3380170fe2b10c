"""Brings what the tests need from the system: Chromium, the one library that Playwright's Node is
linked with, npm. By apt where that is possible; Chromium else by Playwright's own download.
"""

import os
import shutil
import subprocess
from pathlib import Path

from facilitation.setup.places import chromium, node, venv_python
from facilitation.setup.speech import SetupFailed, say, sentence

APT_SECONDS = 900
BROWSER_PACKAGES = ("chromium", "fonts-liberation")
# A bare Debian does not have it, and nothing else that is installed here asks for it.
NODE_PACKAGES = ("libatomic1",)
NPM_PACKAGES = ("npm",)
# What several workers share; the tests start their own, on the loopback. nginx stands before them,
# strace sees that an answer leaves after the disk has settled.
DATABASE_PACKAGES = ("postgresql", "redis-server", "nginx-light", "strace")


def ensure_node() -> None:
    """Make Playwright's Node start where apt can help; without it, its stages say so."""
    if not node_works():
        _apt_install("node", NODE_PACKAGES)


def node_works() -> bool:
    """Tell whether Playwright's Node starts on this machine."""
    return _succeeds([node(), "--version"])


def ensure_npm() -> None:
    """Install npm on a machine made for checks; elsewhere it is 360 packages nobody asked for."""
    if os.environ.get("CI") and not shutil.which("npm"):
        _apt_install("npm_itself", NPM_PACKAGES)


def ensure_databases() -> None:
    """Install PostgreSQL, Redis and nginx as root; without them, their stage says so. Elsewhere
    they are three servers that nobody asked for.
    """
    if os.name != "nt" and os.geteuid() == 0 and not database_programs():
        _apt_install("databases", DATABASE_PACKAGES)


def database_programs() -> bool:
    """Tell whether all three are on this machine, where Debian puts them or on the path."""
    kept = any(Path("/usr/lib/postgresql").glob("*/bin/initdb")) or shutil.which("initdb")
    places = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin"))
    return bool(kept) and all(shutil.which(name, path=places) for name in ("redis-server", "nginx"))


def ensure_browser() -> None:
    """Make sure that browser tests can run; needs no right at all when everything is there."""
    if not chromium():
        _apt_install("browser", BROWSER_PACKAGES)
    if not (chromium() or _download()):
        raise SetupFailed(sentence("no_browser"))
    if not node_works():
        raise SetupFailed(sentence("no_node"))


def _download() -> bool:
    return _succeeds([str(venv_python()), "-m", "playwright", "install", "chromium"])


def _apt_install(what: str, packages: tuple[str, ...]) -> bool:
    become_root = _become_root()
    if become_root is None or not shutil.which("apt-get"):
        return False
    say(what)
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages]
    # A fresh machine has no package lists yet; an old list may name files that are gone.
    _succeeds([*become_root, "apt-get", "update", "-qq"])
    return _succeeds([*become_root, *install])


def _become_root() -> list[str] | None:
    """Return what to put before a command to run it as root, or None when that is impossible."""
    if os.name == "nt":
        return None
    keep = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if os.geteuid() == 0:
        return keep
    if shutil.which("sudo") and _succeeds(["sudo", "-n", "true"]):
        return ["sudo", "-n", *keep]
    return None


def _succeeds(command: list[str]) -> bool:
    try:
        done = subprocess.run(
            command, check=False, stdin=subprocess.DEVNULL, capture_output=True, timeout=APT_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
