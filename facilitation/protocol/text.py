"""Text as it enters: one normalisation, once, at the edge; limits by field.

NFC, line ends as LF, no control characters, no lone surrogates, no towers of combining marks;
idempotent. What people typed is otherwise kept to the letter: bidirectional marks stay and are
isolated where text is shown.
"""

import re
import unicodedata
from typing import Any, Final

from facilitation.domain.core import Refused

#: Longest text by field, in characters as people count them (combining marks go with theirs).
LIMITS: Final[dict[str, int]] = {
    "name": 80,
    "title": 200,
    "subject": 200,
    "subtitle": 200,
    "function": 120,
    "question": 300,
    "remark": 1_000,
    "instruction": 4_000,
    "context": 8_000,
}
LONGEST: Final = 5_000
MOST_BYTES: Final = 32_000
#: What a browser counts with exactly; far more than anything here is counted in.
LARGEST: Final = 2**53 - 1
DEEPEST: Final = 16
#: Combining marks that one letter keeps: a tower of them covers other people's lines. Written
#: languages need five (Hebrew with its accents, Burmese); Vietnamese, Arabic and Hindi fewer.
MOST_MARKS: Final = 5
_KEPT: Final = "\n\t"
#: Alone, these show nothing. Private and unassigned characters may be signs of a newer system.
_UNSEEN: Final = frozenset({"Cc", "Cf", "Cs", "Me", "Mn", "Zl", "Zp", "Zs"})
_MARKS: Final = ("Mn", "Me")
#: Letters, figures and signs that are composed, seen, one character each: nearly every text.
_PLAIN: Final = re.compile(
    r"[\n -~\u00a0-\u00ac\u00ae-\u024f\u2013\u2014\u2018-\u201e\u2026\u202f\u20ac]*"
)


def normalise(text: str) -> str:
    """The text as Tablée keeps it."""
    if _PLAIN.fullmatch(text):
        return text if text.strip() else ""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    wanted = "".join(char for char in lines if char in _KEPT or not _unwanted(char))
    # Composed last: what stood between a letter and its accent may just have gone.
    composed = unicodedata.normalize("NFC", wanted) if _shows(wanted) else ""
    return unicodedata.normalize("NFC", _lowered(composed))


def _lowered(text: str) -> str:
    """The text without the marks that one letter has too many of; what shows nothing, such as a
    joiner, stands between no two of them.
    """
    kept, marks = [], 0
    for char in text:
        category = unicodedata.category(char)
        if category in _MARKS:
            marks += 1
        elif category != "Cf":
            marks = 0
        if marks <= MOST_MARKS or category not in _MARKS:
            kept.append(char)
    return "".join(kept)


def _unwanted(char: str) -> bool:
    return unicodedata.category(char) in ("Cc", "Cs")


def _shows(text: str) -> bool:
    """Whether anything can be seen: blanks, joiners and selectors alone are no text."""
    return any(unicodedata.category(char) not in _UNSEEN for char in text)


def length(text: str) -> int:
    """Characters as people count them: marks, joiners and selectors go with what they modify."""
    if _PLAIN.fullmatch(text):
        return len(text)
    return sum(1 for char in text if unicodedata.category(char) not in ("Mn", "Me", "Cf"))


def clean(payload: Any, name: str = "", depth: int = 0) -> Any:
    """A decoded JSON value with every text normalised; refused when one is too long, a number
    too large, or the whole nested deeper than any command is.
    """
    if depth > DEEPEST:
        raise Refused("bad_json")
    if isinstance(payload, str):
        return _clean_text(payload, name)
    if isinstance(payload, list):
        return [clean(item, name, depth + 1) for item in payload]
    if isinstance(payload, dict):
        return {
            normalise(str(key)): clean(value, str(key), depth + 1) for key, value in payload.items()
        }
    if isinstance(payload, int) and abs(payload) > LARGEST:
        raise Refused("bad_payload", field=name)
    return payload


def _clean_text(text: str, name: str) -> str:
    kept = normalise(text)
    limit = LIMITS.get(name, LONGEST)
    if length(kept) > limit or len(kept.encode()) > MOST_BYTES:
        raise Refused("text_too_long", field=name, limit=limit, length=length(kept))
    return kept
