"""Every contribution as a line of a CSV file that a spreadsheet opens without harm.

UTF-8 with a mark and semicolons, as French spreadsheets expect; cells that a spreadsheet could
take for a formula are quoted with an apostrophe.
"""

import csv
import io
import unicodedata
from typing import Final

from facilitation.domain.records import Contribution
from facilitation.views.report.reading import Reader

#: What may begin a formula: as typed, and in the widths that some systems take for it.
_FORMULA: Final = "=+-@\t\r\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212"


def safe(cell: str) -> str:
    """A cell that no spreadsheet computes, on any of its lines."""
    return "\n".join(f"'{line}" if _first(line) in _FORMULA else line for line in cell.split("\n"))


def _first(line: str) -> str:
    """The first character that shows; blanks and invisible ones before it hide no formula."""
    shown = (one for one in line if unicodedata.category(one) not in ("Cf", "Zs"))
    return next(shown, "\n")


def render(reader: Reader) -> bytes:
    """The file."""
    buffer = io.StringIO(newline="")
    delimiter = ";" if reader.language == "fr" else ","
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n")
    writer.writerow(_header(reader))
    for one in reader.state.contributions():
        writer.writerow([safe(cell) for cell in _row(reader, one)])
    return ("\ufeff" + buffer.getvalue()).encode()


def _header(reader: Reader) -> list[str]:
    french = "numéro;nature;texte;origine;précisions;séquence;situation;thème;état;suite"
    english = "number;kind;text;origin;details;step;case;theme;state;outcome"
    return reader.say(french, english).split(";")


def _row(reader: Reader, one: Contribution) -> list[str]:
    step = reader.state.find("steps", one.step)
    return [
        one.id,
        reader.word(one.kind),
        "" if one.state == "withdrawn" else one.text,
        reader.origin(one),
        reader.details(one),
        str(getattr(step, "title", "")),
        reader.case(one.case),
        reader.theme(one.theme),
        reader.word(f"state_{one.state}"),
        reader.outcome(one),
    ]
