"""The themes of the board."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Theme:
    """A named cluster of contributions; `letter` and `color` tell it apart in print."""

    id: str
    letter: str
    name: str
    color: int
    position: int
    subtitle: str = ""
    note: str = ""
    state: str = "live"
    merged_into: str | None = None
    projected: bool = False
