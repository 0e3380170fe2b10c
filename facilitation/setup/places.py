"""Where things are: the project's root, its virtual environment and the tools in it, on Linux,
macOS and Windows alike.
"""

import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
WHEELS = ROOT / "wheels"
NODE_MODULES = ROOT / "node_modules"

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
CHROMIUM_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)


def venv_python() -> Path:
    """Return the interpreter of `.venv`, whether or not it exists yet."""
    return VENV / "Scripts" / "python.exe" if os.name == "nt" else VENV / "bin" / "python"


def inside_venv() -> bool:
    """Tell whether this very process runs in `.venv`."""
    return VENV.exists() and Path(sys.prefix).resolve() == VENV.resolve()


def pip_wheel() -> Path:
    """Return the copy of pip that is kept in the project."""
    return next(Path(__file__).parent.glob("wheel/pip-*.whl"))


def chromium() -> str | None:
    """Return the browser for the tests: the one named by TABLEE_CHROMIUM, else one found on this
    machine.
    """
    named = os.environ.get("TABLEE_CHROMIUM")
    found = (shutil.which(name) for name in CHROMIUM_NAMES)
    placed = (place for place in CHROMIUM_PLACES if Path(place).exists())
    return named or next(filter(None, found), None) or next(placed, None)


def node() -> str:
    """Return the Node that Playwright brings along: the same version everywhere, with nothing to
    install.
    """
    name = "node.exe" if os.name == "nt" else "node"
    libraries = VENV / "Lib" if os.name == "nt" else next((VENV / "lib").glob("python3*"))
    return str(libraries / "site-packages" / "playwright" / "driver" / name)
