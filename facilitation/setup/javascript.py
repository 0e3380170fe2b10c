"""Brings the JavaScript checking tools (biome, typescript) with npm where npm is there; the day
itself never needs them.
"""

import hashlib
import shutil
import subprocess

from facilitation.setup.places import NODE_MODULES, ROOT
from facilitation.setup.speech import say

STAMP = NODE_MODULES / ".tablee-setup"
NPM_SECONDS = 600


def has_tools() -> bool:
    """Tell whether the tools are there in the versions that package-lock.json names."""
    return STAMP.is_file() and STAMP.read_text(encoding="utf-8") == _fingerprint()


def ensure_tools() -> None:
    """Install the tools if npm can; without them their stages say that they were not run."""
    npm = shutil.which("npm")
    if npm is None or has_tools():
        return
    say("npm")
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    try:
        done = subprocess.run(
            command, check=False, cwd=ROOT, stdin=subprocess.DEVNULL, timeout=NPM_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired):
        return
    if done.returncode == 0:
        STAMP.write_text(_fingerprint(), encoding="utf-8")


def _fingerprint() -> str:
    return hashlib.sha256((ROOT / "package-lock.json").read_bytes()).hexdigest()
