"""Writes constraints.txt: the exact version of everything that `.venv` holds.

Run `python -m tools.lock` after installing or upgrading something a requirements file names.
"""

import sys
from importlib.metadata import distributions
from pathlib import Path

CONSTRAINTS = Path(__file__).resolve().parents[1] / "constraints.txt"
HEADER = (
    "# Every version that was resolved and tested together, for requirements.txt and"
    " requirements-dev.txt.\n# Made by `python -m tools.lock`.\n"
)
# Not ours: the installer itself.
TOOLS = {"pip", "setuptools", "wheel"}


def locked() -> str:
    """Return the content of constraints.txt for the environment this runs in."""
    found = {dist.name: dist.version for dist in distributions() if dist.name not in TOOLS}
    lines = (f"{name}=={found[name]}" for name in sorted(found, key=str.lower))
    return HEADER + "\n".join(lines) + "\n"


def main() -> int:
    """Write the file."""
    CONSTRAINTS.write_text(locked(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
