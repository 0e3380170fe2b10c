"""French micro-typography for texts typed on phones: no renderer does it by itself.

Spaces, quotation marks and dots only; people's words, their apostrophes, addresses of pages and
mail are left as they are. Applying it twice changes nothing. English is left alone.
"""

import re
from collections.abc import Callable
from typing import Final

NARROW: Final = "\u202f"
FIXED: Final = "\u00a0"
_ANY: Final = "[ \u00a0\u202f]"
_MONTHS: Final = (
    "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"
)

#: Page and mail addresses; bounded before the @, so that a very long word is read only once.
_ADDRESS: Final = re.compile(r"https?://\S+|www\.\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+\w")
#: Stands for an address meanwhile. Control characters never reach a document.
_PLACE: Final = "\x00"

_Change = str | Callable[[re.Match[str]], str]


def _no_break(match: re.Match[str]) -> str:
    return match[0].replace(" ", FIXED)


def _grouped(match: re.Match[str]) -> str:
    return match[0].replace(" ", NARROW)


_RULES: Final[tuple[tuple[re.Pattern[str], _Change], ...]] = (
    (re.compile(r"(?<!\.)\.{3}(?!\.)"), "…"),
    (re.compile(r'(?<!\w)"(?=\S)([^"\n«»]+)(?<=\S)"(?!\w)'), f"«{NARROW}\\1{NARROW}»"),
    (re.compile(rf"«{_ANY}*(?=\S)"), f"«{NARROW}"),
    (re.compile(rf"(?<=[^\s\u00a0\u202f]){_ANY}*»"), f"{NARROW}»"),
    (re.compile(rf"(?<=\S){_ANY}+(?=[;!?]+(?:\s|$|[»)\]]))"), NARROW),
    (re.compile(r"(?<=[\w»)\]…€%’\x00])(?=[;!?]+(?:\s|$|[»)\]]))"), NARROW),
    (re.compile(rf"(?<=\S){_ANY}+(?=:(?:\s|$))"), FIXED),
    (re.compile(r"(?<=[\w»)\]€%’\x00])(?=:(?:\s|$))"), FIXED),
    (re.compile(rf"(?<=\d){_ANY}?(?=[€%])"), FIXED),
    (re.compile(r"(?<![\w,.])\d{1,3}(?: \d{3})+(?! ?\d)"), _grouped),
    (re.compile(r"(?<!\w)(?:n°|N°|nos|M\.|MM\.|Mme|Mmes|§) (?=[\dA-ZÉÈ])"), _no_break),
    (
        re.compile(r"(?<!\w)(?:tables?|parties?|page|lot|pièce) (?=\d+(?![\d:]))", re.IGNORECASE),
        _no_break,
    ),
    (re.compile(r"(?<=\S) (?=– )"), FIXED),
    (re.compile(r"(?<=\()× (?=\d)"), _no_break),
    (re.compile(rf"(?<!\d)(?:1er|\d{{1,2}}) (?={_MONTHS})"), _no_break),
    (re.compile(r"(?<!\d)\d{1,2} h(?: \d{2})?(?!\w)"), _no_break),
)


def typeset(text: str, language: str) -> str:
    """The text as a printer of that language would set it."""
    return _french(text) if language == "fr" else text


def _french(text: str) -> str:
    addresses = iter(_ADDRESS.findall(text.replace(_PLACE, "")))
    text = _ADDRESS.sub(_PLACE, text.replace(_PLACE, ""))
    for pattern, change in _RULES:
        text = pattern.sub(change, text)
    return re.sub(_PLACE, lambda _: next(addresses), text)
