"""Which characters a file can hold: XML refuses control characters, and one character without a
glyph would stop a whole PDF.
"""

import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

#: Ranges of code points that the bundled fonts draw under both PDF standards, written by
#: `python -m tools.coverage`.
COVERAGE: Final = Path(__file__).with_name("coverage.txt")
MISSING: Final = "[?]"
BREAK: Final = "\u200b"
#: A word longer than this gets places where it may break, one every so many characters.
LONG_WORD: Final = 32
PIECE: Final = 8

#: Skin tones, and the marks that make one sign of several: alone they have no glyph.
_GLUE: Final = frozenset(map(chr, (*range(0x1F3FB, 0x1F400), 0x20E3)))
_KEPT_CONTROLS: Final = "\n\t"


@cache
def drawn() -> frozenset[str]:
    """Every character with a glyph."""
    characters = set(_KEPT_CONTROLS)
    for part in COVERAGE.read_text(encoding="ascii").split():
        first, _, last = part.partition("-")
        characters.update(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return frozenset(characters)


def plain(text: str) -> str:
    """The text without what no file format may hold: controls, surrogates, non-characters."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(one for one in text if _allowed(one))


@cache
def _allowed(one: str) -> bool:
    if unicodedata.category(one) in ("Cc", "Cs"):
        return one in _KEPT_CONTROLS
    return not (0xFDD0 <= ord(one) <= 0xFDEF or ord(one) & 0xFFFE == 0xFFFE)


def printable(text: str) -> str:
    """The text with only characters that have a glyph; `[?]` stands for a run of others."""
    printed: list[str] = []
    for one in unicodedata.normalize("NFC", plain(text)):
        shown = _shown(one)
        if shown != MISSING or printed[-1:] != [MISSING]:
            printed.append(shown)
    return breakable("".join(printed))


@cache
def _shown(one: str) -> str:
    """A character, its nearest spelling in covered characters, nothing for a mark, or `[?]`."""
    if one in _GLUE or unicodedata.category(one) in ("Mn", "Me", "Cf"):
        return ""
    if one in drawn():
        return one
    near = "".join(part for part in unicodedata.normalize("NFKD", one) if part in drawn())
    return near or MISSING


def breakable(text: str) -> str:
    """Let overlong words break: they would run out of their column, and off the page."""
    return "".join(
        BREAK.join(word[at : at + PIECE] for at in range(0, len(word), PIECE))
        if len(word) > LONG_WORD
        else word
        for word in _words(text)
    )


def _words(text: str) -> list[str]:
    """The text cut before and after each white space, nothing lost."""
    words = [""]
    for one in text:
        if one.isspace() or (words[-1] and words[-1][-1].isspace()):
            words.append(one)
        else:
            words[-1] += one
    return words
