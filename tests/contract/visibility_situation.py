"""One line of the table of who sees what: a record in a situation, and its readers by letter."""

from dataclasses import dataclass

from tests.contract.happenings import Happening

Rows = dict[str, str]
ROOM = "fostu"


@dataclass(frozen=True)
class Situation:
    """A record in one situation: how it comes about, and who sees what of it."""

    title: str
    collection: str
    happens: Happening
    rows: Rows


def hidden(rows: Rows) -> Rows:
    """The same fields, seen by facilitators at most."""
    return {
        "f": " ".join(fields for letters, fields in rows.items() if "f" in letters),
        "": " ".join(fields for letters, fields in rows.items() if "f" not in letters),
    }
