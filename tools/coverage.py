"""Writes the list of characters that the fonts of the documents can print.

`python -m tools.coverage` compiles every candidate under both PDF standards and keeps those that
pass, in ranges: what the typesetter accepts is the only truth, since its own fallback fonts count.
"""

import json
import sys
import unicodedata
from collections.abc import Iterator

import typst
from fontTools.ttLib import TTFont

from facilitation.documents.glyphs import COVERAGE
from facilitation.documents.pdf import FONTS, STANDARDS

SOURCE = b"""
#set document(title: "-", date: datetime(year: 2000, month: 1, day: 1))
#set text(font: ("Atkinson Hyperlegible Next", "Libertinus Serif", "Noto Emoji"))
#for one in json(bytes(sys.inputs.characters)) [
  #text(one) #text(weight: "bold", one) #text(style: "italic", one)
]
"""
#: Alphabets that are covered whole; others would print with holes.
SCRIPTS = ((0x20, 0x6FF), (0x1C80, 0x1FFF), (0x2000, 0x2DFF), (0x3030, 0x303D), (0xFB00, 0xFB4F))
CONTROLS = ("Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me", "Mc", "Zl", "Zp")
BATCH = 64


def candidates() -> list[str]:
    """Every character worth trying."""
    emoji = TTFont(FONTS / "NotoEmoji-Regular.ttf").getBestCmap()
    points = {point for first, last in SCRIPTS for point in range(first, last + 1)} | set(emoji)
    return [one for one in map(chr, sorted(points)) if unicodedata.category(one) not in CONTROLS]


def printed(compiler: typst.Compiler, characters: list[str]) -> list[str]:
    """Those that compile, by halving."""
    if not characters or _compiles(compiler, characters):
        return characters
    if len(characters) == 1:
        return []
    half = len(characters) // 2
    return printed(compiler, characters[:half]) + printed(compiler, characters[half:])


def _compiles(compiler: typst.Compiler, characters: list[str]) -> bool:
    inputs = {"characters": json.dumps(characters)}
    try:
        compiler.compile(SOURCE, sys_inputs=inputs, pdf_standards=STANDARDS)
    except typst.TypstError:
        return False
    return True


def ranges(characters: list[str]) -> Iterator[str]:
    """Code points as `first-last`, in hexadecimal."""
    points = sorted(map(ord, characters))
    first = previous = points[0]
    for point in [*points[1:], -1]:
        if point != previous + 1:
            yield f"{first:x}" if first == previous else f"{first:x}-{previous:x}"
            first = point
        previous = point


def main() -> int:
    """Measure and write."""
    compiler = typst.Compiler(font_paths=[FONTS], ignore_system_fonts=True)
    tried = candidates()
    kept = [
        one
        for at in range(0, len(tried), BATCH)
        for one in printed(compiler, tried[at : at + BATCH])
    ]
    COVERAGE.write_text("\n".join(ranges(kept)) + "\n", encoding="ascii")
    print(f"{len(kept)} characters of {len(tried)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
