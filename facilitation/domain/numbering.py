"""The form of human numbers: a family, a dash, digits to a width."""

from typing import Final

#: How far above the last number one that is offered again may lie: hours of a full room.
MOST_SKIPPED: Final = 1_000


def spelt(prefix: str, width: int, number: int) -> str:
    """`ATT-012`."""
    return f"{prefix}-{number:0{width}d}"


def is_near(given: str, prefix: str, width: int, last: int) -> bool:
    """Whether this is a number of the family, in its form, that may have been given by now."""
    digits = given.rpartition("-")[2]
    number = int(digits) if digits.isdecimal() and len(digits) < 6 else 0
    return 0 < number <= last + MOST_SKIPPED and given == spelt(prefix, width, number)
