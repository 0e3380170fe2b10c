"""Who reads: the audiences, one letter each in the table of fields.

What an audience is sent of a record is `projection`.
"""

from dataclasses import dataclass
from typing import Final

KINDS: Final = {
    "facilitators": "f",
    "observers": "o",
    "screen": "s",
    "table": "t",
    "me": "m",
}


@dataclass(frozen=True, slots=True)
class Audience:
    """A stream's readers: `facilitators`, `observers`, `screen`, `table:<n>`, `me:<who>`."""

    kind: str
    id: str = ""

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}" if self.id else self.kind

    @property
    def letter(self) -> str:
        """The audience's letter in the table of fields."""
        return KINDS[self.kind]
