"""A table plan from a spreadsheet: a seat per line, by table, service, function, category.

Functions, never names: the plan is kept with the workshop.
"""

import csv
import io
import zipfile
import zlib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from facilitation.domain.scenario import Place, Seat, Service
from facilitation.protocol.text import normalise
from facilitation.scenarios.fields import hints
from facilitation.scenarios.problems import Findings, Spot, TooLarge

_COLUMNS: Final = {
    "table": "table",
    "service": "service",
    "function": "function",
    "fonction": "function",
    "category": "category",
    "categorie": "category",
    "catégorie": "category",
}
_FRENCH: Final = {"table": "table", "service": "service"}

#: Far more than any room seats; a longer sheet is not a table plan.
_MOST: Final = 2_000

#: What the libraries raise on files that are not what they seem; a ParseError is a SyntaxError.
_UNREADABLE: Final = (
    csv.Error,
    zipfile.BadZipFile,
    zlib.error,
    SyntaxError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    TypeError,
    ValueError,
    AttributeError,
)

Line = tuple[int, list[str]]


@dataclass(frozen=True, slots=True)
class Known:
    """The tables and services that the scenario has."""

    tables: Collection[str]
    services: Collection[str]
    names: tuple[tuple[str, str], ...]


def known(seats: Iterable[Seat], services: Iterable[Service]) -> Known:
    """What a plan may name; services by id or by short name."""
    listed = tuple(services)
    return Known(
        [seat.id for seat in seats],
        [service.id for service in listed],
        tuple((service.short.casefold(), service.id) for service in listed),
    )


def places(content: bytes, filename: str, known: Known, findings: Findings) -> tuple[Place, ...]:
    """The seats of a CSV or XLSX file; what is wrong goes to the findings."""
    lines = list(_rows(content, filename, findings))
    if not lines:
        if not findings.problems:
            findings.add(Spot(filename), "plan_empty")
        return ()
    columns = _columns(lines[0], filename, findings)
    if columns is None:
        return ()
    if len(lines) == 1:
        findings.add(Spot(filename), "plan_empty")
    return tuple(_place(columns, line, known, (filename, findings)) for line in lines[1:])


def _columns(first: Line, filename: str, findings: Findings) -> dict[str, int] | None:
    found = {_COLUMNS.get(cell.casefold(), cell): at for at, cell in enumerate(first[1])}
    missing = [name for name in _FRENCH if name not in found]
    for name in missing:
        findings.add(Spot(filename, first[0]), "plan_column", fr=_FRENCH[name], en=name)
    return None if missing else found


def _place(columns: dict[str, int], line: Line, known: Known, to: tuple[str, Findings]) -> Place:
    filename, findings = to
    number, cells = line
    value = {name: cells[at] if at < len(cells) else "" for name, at in columns.items()}
    spot = Spot(filename, number)
    service = dict(known.names).get(value["service"].casefold(), value["service"])
    table = value["table"].casefold().removeprefix("table").strip()
    for key, name, all_names in (
        ("table", table, known.tables),
        ("service", service, known.services),
    ):
        # A scenario without any has been told so; every line of its plan need not repeat it.
        if all_names and name not in all_names:
            findings.add(
                spot, "unknown_reference", key=key, value=name, **hints(name, list(all_names))
            )
    return Place(table, service, value.get("function", ""), value.get("category", ""))


def _rows(content: bytes, filename: str, findings: Findings) -> Iterable[Line]:
    """Lines that hold something, with their numbers."""
    try:
        rows = _workbook(content) if content.startswith(b"PK") else _text(content)
    except TooLarge:
        findings.add(Spot(filename), "plan_too_large")
        return
    except _UNREADABLE as error:
        findings.add(Spot(filename), "plan_unreadable", reason=str(error) or type(error).__name__)
        return
    for number, cells in rows[:_MOST]:
        clean = [normalise(cell).strip() for cell in cells]
        if any(clean):
            yield number, clean


def _workbook(content: bytes) -> list[Line]:
    # Its library takes a good part of the time in which the server starts.
    from facilitation.scenarios import workbook  # noqa: PLC0415

    return workbook.rows(content, _MOST)


def _text(content: bytes) -> list[Line]:
    """UTF-8, or the code page in which a French spreadsheet still saves CSV files."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
    first = text.split("\n", 1)[0]
    separator = max(";,\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    return [(reader.line_num, row) for row in reader]
