"""A DOCX file while it is written: where paragraphs and tables are added, and when a page ends."""

from dataclasses import dataclass, field
from typing import Any

from docx.document import Document as File
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from facilitation.documents.word.fields import Entry
from facilitation.documents.word.numbering import Numbering


@dataclass(slots=True)
class Writing:
    """The file, the words of its language, the width of its text, and what is still to come."""

    file: File
    words: dict[str, str]
    width: int
    sheet_level: int
    entries: list[Entry]
    sheet_scales: list[float]
    numbering: Numbering
    breaking: bool = False
    marked: int = 0
    sheets: int = field(default=0)

    def paragraph(self, style: str, text: str = "") -> Paragraph:
        """A paragraph at the end; it begins a page when one was asked for."""
        added = self.file.add_paragraph(text, style=style)
        if self.breaking:
            added.paragraph_format.page_break_before = True
            added.paragraph_format.space_before = Pt(0)
            self.breaking = False
        return added

    def table(self, columns: int) -> Any:
        """An empty table at the end, which cannot begin a page by itself."""
        if self.breaking:
            self.gap(1)
        added = self.file.add_table(rows=0, cols=columns)
        added.autofit = False
        return added

    def gap(self, points: float = 5) -> None:
        """A little white: two tables in a row would be joined into one."""
        form = self.paragraph("Gap").paragraph_format
        form.line_spacing = Pt(points)

    def entry(self) -> Entry:
        """The next place of the table of contents."""
        self.marked += 1
        return self.entries[self.marked - 1]

    def sheet_scale(self) -> float:
        """The size of the next sheet."""
        self.sheets += 1
        return self.sheet_scales[self.sheets - 1]
