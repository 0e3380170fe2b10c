"""Fetches one npm package at an exact version and checks it against the registry's own hash. Used
by vendor.py and fonts.py only.
"""

import base64
import hashlib
import json
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SECONDS = 180


@dataclass(frozen=True)
class Package:
    """A package's content: `files` maps the path inside it to the bytes."""

    licence: str
    integrity: str
    files: dict[str, bytes]


def checksum(content: bytes, algorithm: str = "sha384") -> str:
    """Return a hash in the form browsers use for subresource integrity."""
    return f"{algorithm}-{base64.b64encode(hashlib.new(algorithm, content).digest()).decode()}"


def fetch(spec: str) -> Package:
    """Download `name@version`; raise ValueError if what came is not what the registry announced."""
    with tempfile.TemporaryDirectory() as folder:
        announced = _pack(spec, folder)
        archive = next(Path(folder).glob("*.tgz"))
        integrity = checksum(archive.read_bytes(), "sha512")
        if integrity != announced["integrity"]:
            raise ValueError(f"{spec}: the package does not match its announced hash")
        files = _content(archive)
    return Package(json.loads(files["package.json"])["license"], integrity, files)


def _pack(spec: str, folder: str) -> dict[str, Any]:
    command = ["npm", "pack", spec, "--json", "--ignore-scripts", "--pack-destination", folder]
    done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=SECONDS)
    answer = json.loads(done.stdout)
    # npm 11 answers a list, later versions an object by package name.
    first: dict[str, Any] = answer[0] if isinstance(answer, list) else next(iter(answer.values()))
    return first


def _content(archive: Path) -> dict[str, bytes]:
    with tarfile.open(archive) as tar:
        members = [member for member in tar if member.isfile()]
        opened = ((member.name, tar.extractfile(member)) for member in members)
        return {name.removeprefix("package/"): file.read() for name, file in opened if file}
