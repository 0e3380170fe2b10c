"""Brings Chromium for the browser tests, by apt where that is possible, else by Playwright's own
download.
"""

import os
import shutil
import subprocess

from facilitation.setup.places import chromium, venv_python
from facilitation.setup.speech import SetupFailed, say, sentence

APT_SECONDS = 900
PACKAGES = ("chromium", "fonts-liberation")


def ensure_browser() -> None:
    """Make sure that a Chromium is there; needs no right at all when it is."""
    if chromium():
        return
    say("browser")
    if not (_by_apt() or _by_playwright()):
        raise SetupFailed(sentence("no_browser"))


def _by_apt() -> bool:
    become_root = _become_root()
    if become_root is None or not shutil.which("apt-get"):
        return False
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES]
    # A fresh machine has no package lists yet; an old list may name files that are gone.
    _succeeds([*become_root, "apt-get", "update", "-qq"])
    return _succeeds([*become_root, *install]) and chromium() is not None


def _become_root() -> list[str] | None:
    """Return what to put before a command to run it as root: nothing, sudo, or None when neither
    is possible.
    """
    if os.name == "nt":
        return None
    keep = ["env", "DEBIAN_FRONTEND=noninteractive"]
    if os.geteuid() == 0:
        return keep
    if shutil.which("sudo") and _succeeds(["sudo", "-n", "true"]):
        return ["sudo", "-n", *keep]
    return None


def _by_playwright() -> bool:
    return _succeeds([str(venv_python()), "-m", "playwright", "install", "chromium"])


def _succeeds(command: list[str]) -> bool:
    try:
        done = subprocess.run(
            command, check=False, stdin=subprocess.DEVNULL, capture_output=True, timeout=APT_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
