"""What a check found: good, to be looked at, or to be mended before the day."""

from dataclasses import dataclass, field
from typing import Any, Literal

Level = Literal["good", "beware", "wrong"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report; `code` names its sentence."""

    level: Level
    code: str
    details: dict[str, Any] = field(default_factory=dict)


def good(code: str, **details: Any) -> Finding:
    """As it should be."""
    return Finding("good", code, details)


def beware(code: str, **details: Any) -> Finding:
    """The day can go on like this, at a risk that is told."""
    return Finding("beware", code, details)


def wrong(code: str, **details: Any) -> Finding:
    """The day would not go well."""
    return Finding("wrong", code, details)
