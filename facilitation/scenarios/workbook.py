"""The first sheet of a workbook (XLSX), as lines of texts."""

import io
import zipfile
from typing import Final

import openpyxl

from facilitation.scenarios.problems import TooLarge

#: What a workbook may unpack into; a table plan takes a tenth of it.
_MOST_UNPACKED: Final = 4 * 1024 * 1024


def rows(content: bytes, most: int) -> list[tuple[int, list[str]]]:
    """The first `most` lines, with their numbers; TooLarge when it would unpack into too much, else
    whatever the libraries raise on a file that is not what it seems.
    """
    if _unpacked(content) > _MOST_UNPACKED:
        raise TooLarge
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    lines = book.worksheets[0].iter_rows(max_row=most, max_col=12, values_only=True)
    return [(number, [_cell(value) for value in row]) for number, row in enumerate(lines, 1)]


def _unpacked(content: bytes) -> int:
    """How large a workbook says it is; none is unpacked beyond what it says."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return sum(entry.file_size for entry in packed.infolist())


def _cell(value: object) -> str:
    """A number typed in a cell comes as 3.0."""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)
