"""Makes the fonts of the documents from the published web fonts: one TTF per weight and style,
with their licences. The text fonts get a plain zero: theirs is struck through, as in a code.

`python -m tools.fonts update` needs npm, fontTools and brotli; `check` compares the files with
fonts.json, offline. Web fonts come split by
script and Typst keeps one file per family, weight and style, so the parts have to be merged or the
accents of one part hide the other.
"""

import json
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.merge import Merger
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import GlyphCoordinates

from tools.packages import checksum, fetch

FONTS = Path(__file__).resolve().parents[1] / "facilitation" / "documents" / "fonts"
LOCK = FONTS / "fonts.json"
ATKINSON = "@fontsource/atkinson-hyperlegible-next@5.3.0"
EMOJI = "@fontsource/noto-emoji@5.3.2"
FRENCH = "àâäçéèêëîïôöùûüÿœæÀÂÇÉÈÊËÎÏÔÙÛÜŸŒÆ«»’…–€°"
STYLES = {
    "Regular": "400-normal",
    "Bold": "700-normal",
    "Italic": "400-italic",
    "BoldItalic": "700-italic",
}


@dataclass(frozen=True)
class Source:
    """One font to make: the files of a package that go into it."""

    target: str
    parts: tuple[str, ...]


SOURCES = {
    ATKINSON: [
        Source(
            f"AtkinsonHyperlegibleNext-{style}.ttf",
            tuple(
                f"files/atkinson-hyperlegible-next-{script}-{suffix}.woff2"
                for script in ("latin", "latin-ext")
            ),
        )
        for style, suffix in STYLES.items()
    ],
    EMOJI: [Source("NotoEmoji-Regular.ttf", ("files/noto-emoji-emoji-400-normal.woff2",))],
}
LICENCES = {ATKINSON: "AtkinsonHyperlegibleNext-OFL.txt", EMOJI: "NotoEmoji-OFL.txt"}


def update() -> None:
    """Make every font again and rewrite the lock."""
    FONTS.mkdir(parents=True, exist_ok=True)
    lock = {spec: _make(spec, sources) for spec, sources in SOURCES.items()}
    LOCK.write_text(json.dumps(lock, indent=1) + "\n", encoding="utf-8")


def _make(spec: str, sources: list[Source]) -> dict[str, object]:
    package = fetch(spec)
    change = plain_zero if spec == ATKINSON else None
    made = {
        source.target: merged([package.files[part] for part in source.parts], change)
        for source in sources
    }
    made[LICENCES[spec]] = package.files["LICENSE"]
    for name, content in made.items():
        (FONTS / name).write_bytes(content)
    hashes = {name: checksum(content) for name, content in made.items()}
    return {"licence": package.licence, "integrity": package.integrity, "files": hashes}


def merged(parts: Iterable[bytes], change: Callable[[TTFont], None] | None = None) -> bytes:
    """Join the parts of one style into a TTF, changed if asked; the same bytes from run to run."""
    with tempfile.TemporaryDirectory() as folder:
        plain = [_unpacked(part, Path(folder) / f"{i}.ttf") for i, part in enumerate(parts)]
        font = Merger().merge(plain) if len(plain) > 1 else TTFont(plain[0])
        font.recalcTimestamp = False
        first = TTFont(plain[0])["head"]
        font["head"].created, font["head"].modified = first.created, first.modified
        if change:
            change(font)
        out = BytesIO()
        font.save(out)
    return out.getvalue()


def plain_zero(font: TTFont) -> None:
    """Take the stroke out of the zero: its own ring, with the counter of the O fitted into it.

    The typeface has no other zero, and its licence reserves no name.
    """
    glyf = font["glyf"]
    zero, letter = glyf["zero"], glyf["O"]
    ring, *counters = _contours(zero, glyf)
    _, hole = _contours(letter, glyf)
    _fit(hole, [point for contour in counters for point, _ in contour])
    points = [*ring, *hole]
    zero.coordinates = GlyphCoordinates([point for point, _ in points])
    zero.flags = bytearray(flag for _, flag in points)
    zero.endPtsOfContours = [len(ring) - 1, len(points) - 1]
    zero.numberOfContours = 2
    zero.recalcBounds(glyf)


Contour = list[tuple[tuple[int, int], int]]


def _contours(glyph: Any, glyf: Any) -> list[Contour]:
    """The points of each outline of a glyph, with their flags."""
    points, ends, flags = glyph.getCoordinates(glyf)
    starts = [0, *(end + 1 for end in ends[:-1])]
    both = list(zip(points, flags, strict=True))
    return [both[start : end + 1] for start, end in zip(starts, ends, strict=True)]


def _fit(contour: Contour, room: list[tuple[int, int]]) -> None:
    """Stretch an outline over the box of these points."""
    scales = [
        (min(axis), max(axis), min(onto), max(onto))
        for axis, onto in zip(
            zip(*(point for point, _ in contour), strict=True), zip(*room, strict=True), strict=True
        )
    ]
    for place, (point, flag) in enumerate(contour):
        x, y = (
            round(low + (value - first) * (high - low) / (last - first))
            for value, (first, last, low, high) in zip(point, scales, strict=True)
        )
        contour[place] = ((x, y), flag)


def _unpacked(part: bytes, place: Path) -> str:
    font = TTFont(BytesIO(part), recalcTimestamp=False)
    font.flavor = None
    font.save(place)
    return str(place)


def check() -> list[str]:
    """Return what differs from the lock, and French characters that a text font lacks."""
    lock = json.loads(LOCK.read_text(encoding="utf-8"))
    known = {name: value for entry in lock.values() for name, value in entry["files"].items()}
    problems = [
        f"{name}: changed" for name in known if checksum((FONTS / name).read_bytes()) != known[name]
    ]
    texts = [source.target for source in SOURCES[ATKINSON]]
    return problems + [f"{name}: lacks {gap}" for name in texts if (gap := missing(name))]


def missing(name: str) -> str:
    """Return the French characters that a font of the documents cannot print."""
    known = TTFont(FONTS / name).getBestCmap()
    return "".join(letter for letter in FRENCH if ord(letter) not in known)


def main() -> int:
    """Run `update` or `check`."""
    if sys.argv[1:] == ["update"]:
        update()
    elif sys.argv[1:] != ["check"]:
        print(__doc__)
        return 2
    problems = check()
    print("\n".join(problems) or "fonts of the documents: as recorded")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
