"""What every renderer asks of a document before drawing it: its texts made fit, its page breaks
settled, its title page as labelled lines, its sheets as rows of fields. No file format here.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import Any, Final, TypeVar

from facilitation.documents.glyphs import plain
from facilitation.documents.typography import typeset
from facilitation.documents.words import words
from facilitation.views.document import (
    ActionSheet,
    BarChart,
    Block,
    Contents,
    Document,
    Field,
    Heading,
    Note,
    PageBreak,
    Table,
    TitlePage,
)

#: Codes among the fields of the model: not texts.
_CODES: Final = frozenset({"style", "alignment", "language"})
#: A value up to this many characters shares its row with two others, or with one.
THIRD: Final = 26
HALF: Final = 58
#: Rows left to be filled in by hand where a sheet's table is empty.
BLANK_ROWS: Final = 3
#: The deepest heading that the table of contents lists.
LISTED: Final = 2
#: Characters in a line of a table, and in the longest word that is not hyphenated there.
LINE: Final = 88
LONGEST_WHOLE: Final = 13

Node = TypeVar("Node")


def composed(document: Document) -> Document:
    """The document in the typography of its language, without what no file may hold."""
    return each_text(document, lambda text: typeset(plain(text), document.language))


def each_text(node: Node, change: Callable[[str], str]) -> Node:
    """The same tree with every text changed."""
    changed: Any = node
    if isinstance(node, str):
        changed = change(node)
    elif isinstance(node, tuple):
        changed = tuple(each_text(one, change) for one in node)
    elif is_dataclass(node) and not isinstance(node, type):
        changed = replace(
            node,
            **{
                one.name: each_text(getattr(node, one.name), change)
                for one in fields(node)
                if one.name not in _CODES
            },
        )
    result: Node = changed
    return result


def flow(document: Document) -> Iterator[Block]:
    """The blocks as they are drawn: page breaks only where a page really ends, never two, never
    an empty page; a sheet with its page to itself; headings that say something and skip no level,
    without which there is no accessible PDF.
    """
    begun = wanted = False
    deepest = 1
    for block in document.blocks:
        alone = isinstance(block, ActionSheet)
        wanted = wanted or alone or isinstance(block, PageBreak)
        if isinstance(block, PageBreak):
            continue
        if wanted and begun:
            yield PageBreak()
        yield _headed(block, deepest)
        begun, wanted = True, alone
        deepest = _next_level(document, block, deepest)


def kept_together(block: Block, following: Block | None) -> bool:
    """Whether a block stays on the page of the next: a result with the remark on what it is worth,
    a remark with the table that it opens.
    """
    if isinstance(following, Note):
        return isinstance(block, BarChart | Table)
    return isinstance(block, Note) and isinstance(following, Table)


def _headed(block: Block, deepest: int) -> Block:
    if isinstance(block, Heading):
        return replace(block, level=min(block.level, deepest), text=named(block.text))
    if isinstance(block, ActionSheet):
        groups = tuple(replace(one, title=named(one.title)) for one in block.groups)
        return replace(block, title=named(block.title), groups=groups)
    return block


def named(text: str) -> str:
    """A title, or a dash where there is none."""
    return text if text.strip() else "–"


def _next_level(document: Document, block: Block, deepest: int) -> int:
    """The deepest level that the next heading may have."""
    if isinstance(block, Heading):
        return min(block.level, deepest) + 1
    if isinstance(block, ActionSheet):
        return sheet_level(document) + 2
    return max(deepest, 2) if isinstance(block, Contents) else deepest


def sheet_level(document: Document) -> int:
    """The heading level of a sheet: under the document's parts where it has any."""
    for block in document.blocks:
        if isinstance(block, Heading | Contents):
            return 2
        if isinstance(block, ActionSheet):
            break
    return 1


def running(text: str, most: int = 130) -> str:
    """A text that stands on every page, on two lines at most."""
    line = " ".join(text.split("\n"))
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Place:
    """What the table of contents says of a block."""

    level: int
    text: str


def listed(heading: Heading) -> bool:
    """Whether the table of contents lists a heading: those without a number only at the top."""
    return heading.level == 1 or (heading.level <= LISTED and bool(heading.number))


def place(document: Document, block: Block) -> Place | None:
    """The block's line in the table of contents; None for one that is not listed."""
    if isinstance(block, Heading) and listed(block):
        return Place(block.level, f"{block.number}  {block.text}".strip())
    if isinstance(block, ActionSheet):
        return Place(sheet_level(document), f"{block.number}  {block.title}")
    return None


def cover_lines(page: TitlePage, language: str) -> tuple[tuple[str, str], ...]:
    """The labelled lines of a title page, without those that have nothing to say."""
    said = words(language)
    lines = (
        (said["date"], page.date),
        (said["place"], page.place),
        (said["reference"], page.reference),
        (said["author"], page.author),
        (said["status"], ", ".join(part for part in (page.status, page.version) if part)),
    )
    return tuple(line for line in lines if line[1])


def field_rows(fields_: tuple[Field, ...]) -> Iterator[tuple[Field, ...]]:
    """The fields of a group in rows of three, two or one, by the room that each needs."""
    row: list[Field] = []
    for one in fields_:
        room = min([_most(other) for other in (*row, one)])
        if row and len(row) + 1 > room:
            yield tuple(row)
            row = []
        row.append(one)
    if row:
        yield tuple(row)


def _most(one: Field) -> int:
    """How many fields a row may hold beside and including this one."""
    longest = max(len(one.value), len(one.label))
    if one.header or one.rows or longest > HALF:
        return 1
    # A blank needs room to write in.
    return 3 if one.value and longest <= THIRD else 2


def filled_rows(one: Field) -> tuple[tuple[str, ...], ...]:
    """The rows of a field's table; blank ones, to be filled in by hand, where it has none."""
    return one.rows or tuple(("",) * len(one.header) for _ in range(BLANK_ROWS))


def shares(header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> tuple[int, ...]:
    """The widths of a table's columns as shares, from the texts they hold."""
    longest = [
        max(len(row[place]) for row in (header, *rows) if place < len(row))
        for place in range(len(header))
    ]
    return tuple(min(max(one, 4), 36) for one in longest)


def column_widths(table: Table) -> tuple[int, ...]:
    """The shares a table asks for, or its texts suggest, raised where a word would not fit."""
    asked = table.widths
    if len(asked) != len(table.header):
        asked = shares(table.header, table.rows)
    wide = [share * LINE / sum(asked) for share in asked]
    rows = (table.header, *squared(table.header, table.rows))
    least = [max(map(_longest_word, column)) + 2 for column in zip(*rows, strict=True)]
    raised = [max(pair) for pair in zip(wide, least, strict=True)]
    spare = sum(raised) - sum(least)
    taken = min(1, (sum(raised) - LINE) / spare) if spare else 0
    return tuple(
        round(10 * (one - (one - low) * taken)) for one, low in zip(raised, least, strict=True)
    )


def _longest_word(cell: str) -> int:
    """In characters; words beyond some length are hyphenated anyway, a number never is."""
    return min(max(map(len, re.split(r"[ \n]|(?<![A-Z]{3})-", cell))), LONGEST_WHOLE)


def squared(
    header: tuple[str, ...], rows: tuple[tuple[str, ...], ...]
) -> tuple[tuple[str, ...], ...]:
    """The rows with as many cells as the header: none is lost, the last takes what is beyond."""
    width = len(header)
    return tuple(
        (*row[: width - 1], " ".join(row[width - 1 :]))
        if len(row) > width
        else (*row, *("",) * (width - len(row)))
        for row in rows
    )
