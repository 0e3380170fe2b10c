"""Keeps the browser's third-party files in the project, unchanged, with their licences and hashes.

`python -m tools.vendor update` downloads them anew (needs npm); `check` compares them with
vendor.json, offline. No address is recorded.
"""

import json
import sys
from pathlib import Path

from tools.packages import checksum, fetch

STATIC = Path(__file__).resolve().parents[1] / "facilitation" / "static"
LOCK = STATIC / "vendor" / "vendor.json"
FOLDERS = ("vendor", "fonts")
# Written by hand beside the vendored files, or for them: types for the checker, the font's CSS.
OURS = {
    "vendor/vendor.json",
    "vendor/README.md",
    "vendor/socket.io.esm.min.d.ts",
    "vendor/sortable.esm.d.ts",
    "fonts/fonts.css",
}
LIT_TYPES = ("lit-html", "directive", "directive-helpers", "async-directive")
LIT_DIRECTIVES = ("class-map", "live", "ref", "repeat")
LIT = [*LIT_TYPES, *(f"directives/{name}" for name in LIT_DIRECTIVES)]
SCRIPTS = ("latin", "latin-ext")

FILES: dict[str, dict[str, str]] = {  # package -> {path in the package: path under static/}
    "lit-html@3.3.3": {
        **{f"{name}.js": f"vendor/lit/{name}.js" for name in LIT},
        **{f"{name}.d.ts": f"vendor/lit/{name}.d.ts" for name in LIT},
        "LICENSE": "vendor/licences/lit-html.txt",
    },
    "socket.io-client@4.8.4": {
        "dist/socket.io.esm.min.js": "vendor/socket.io.esm.min.js",
        "LICENSE": "vendor/licences/socket.io-client.txt",
    },
    "sortablejs@1.15.7": {
        "modular/sortable.esm.js": "vendor/sortable.esm.js",
        "LICENSE": "vendor/licences/sortablejs.txt",
    },
    "@fontsource/atkinson-hyperlegible-next@5.3.0": {
        **{
            f"files/atkinson-hyperlegible-next-{part}-{weight}-normal.woff2": (
                f"fonts/atkinson-hyperlegible-next-{part}-{weight}.woff2"
            )
            for part in SCRIPTS
            for weight in (400, 700)
        },
        "LICENSE": "fonts/atkinson-hyperlegible-next.txt",
    },
}


def update() -> None:
    """Download every package and rewrite the files and their lock."""
    lock = {spec: _copy(spec, wanted) for spec, wanted in FILES.items()}
    LOCK.write_text(json.dumps(lock, indent=1) + "\n", encoding="utf-8")


def _copy(spec: str, wanted: dict[str, str]) -> dict[str, object]:
    package = fetch(spec)
    hashes = {}
    for source, target in wanted.items():
        content = _without_source_map(target, package.files[source])
        place = STATIC / target
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
        hashes[target] = checksum(content)
    return {"licence": package.licence, "integrity": package.integrity, "files": hashes}


def _without_source_map(target: str, content: bytes) -> bytes:
    """Drop the pointer to a source map, which is not kept: following it would be a request for
    nothing.
    """
    if not target.endswith((".js", ".d.ts")):
        return content
    lines = content.split(b"\n")
    return b"\n".join(line for line in lines if not line.startswith(b"//# sourceMappingURL="))


def check() -> list[str]:
    """Return what differs from the lock: changed, missing or unknown files. Empty when all is
    well.
    """
    lock = json.loads(LOCK.read_text(encoding="utf-8"))
    known = {name: value for entry in lock.values() for name, value in entry["files"].items()}
    present = {
        path.relative_to(STATIC).as_posix()
        for folder in FOLDERS
        for path in (STATIC / folder).rglob("*")
        if path.is_file()
    }
    unknown = [f"{name}: not in the lock" for name in sorted(present - set(known) - OURS)]
    missing = [f"{name}: missing" for name in sorted(set(known) - present)]
    shared = sorted(set(known) & present)
    changed = [name for name in shared if checksum((STATIC / name).read_bytes()) != known[name]]
    return [*unknown, *missing, *(f"{name}: changed" for name in changed)]


def main() -> int:
    """Run `update` or `check`."""
    if sys.argv[1:] == ["update"]:
        update()
    elif sys.argv[1:] != ["check"]:
        print(__doc__)
        return 2
    problems = check()
    print("\n".join(problems) or "third-party files: as recorded")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
