"""A document as the Typst template reads it: one JSON text, every character of it printable."""

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from datetime import date
from itertools import zip_longest
from typing import Any, Final

from facilitation.documents.composing import (
    column_widths,
    composed,
    cover_lines,
    each_text,
    field_rows,
    filled_rows,
    flow,
    kept_together,
    named,
    place,
    running,
    shares,
    sheet_level,
    squared,
)
from facilitation.documents.glyphs import printable
from facilitation.documents.words import locale, words
from facilitation.views.document import (
    ActionSheet,
    BarChart,
    Block,
    Contents,
    Document,
    Field,
    KeyValues,
    Note,
    Table,
)

#: Lines of contents that a page holds at their largest size, and the sizes, as parts of the text's.
LINES: Final = 65
LARGEST_LINE: Final = 0.88
SMALLEST_LINE: Final = 0.66
#: A part's line stands a little apart.
PART: Final = 1.18


def job(document: Document) -> str:
    """The document as the template reads it."""
    document = each_text(composed(document), printable)
    document = replace(document, title=named(document.title))
    cover = document.title_page
    level = sheet_level(document)
    told = {
        "title": document.title,
        "running": running(document.title),
        "author": document.author,
        "keywords": document.keywords,
        "day": _day(document.date),
        "language": document.language,
        "region": locale(document.language)[-2:],
        "words": words(document.language),
        "footer": running(document.footer),
        "watermark": document.watermark,
        "compact": document.pages > 0,
        "cover": cover is not None,
        "title_page": asdict(cover) if cover else None,
        "cover_lines": cover_lines(cover, document.language) if cover else (),
        "blocks": list(_blocks(document, level)),
    }
    return json.dumps(told, ensure_ascii=False)


def _blocks(document: Document, level: int) -> Iterator[dict[str, Any]]:
    drawn = [block for block in flow(document) if not _empty(block)]
    for block, following in zip_longest(drawn, drawn[1:]):
        told = _block(block, level)
        if isinstance(block, BarChart | Note):
            told["keep"] = kept_together(block, following)
        elif isinstance(block, Contents):
            told["size"] = _contents_size(document, drawn)
        yield told


def _contents_size(document: Document, drawn: list[Block]) -> float:
    """The size at which the contents keep to their page, as far as they can be read."""
    listed = [one for one in (place(document, block) for block in drawn) if one]
    lines = sum(PART if one.level == 1 else 1 for one in listed)
    return max(SMALLEST_LINE, min(LARGEST_LINE, LARGEST_LINE * LINES / max(lines, 1)))


def _day(iso: str) -> tuple[int, int, int]:
    day = date.fromisoformat(iso)
    return day.year, day.month, day.day


def _empty(block: Block) -> bool:
    return isinstance(block, KeyValues) and not block.pairs


def _block(block: Block, level: int) -> dict[str, Any]:
    """A block as a dictionary that names its kind."""
    if isinstance(block, ActionSheet):
        return _sheet(block, level)
    drawn = {"block": type(block).__name__, **asdict(block)}
    if isinstance(block, Table):
        drawn["rows"] = squared(block.header, block.rows)
        drawn["widths"] = column_widths(block)
    return drawn


def _sheet(sheet: ActionSheet, level: int) -> dict[str, Any]:
    groups = [
        {
            "title": one.title,
            "rows": [[_field(each) for each in row] for row in field_rows(one.fields)],
        }
        for one in sheet.groups
    ]
    told = {"number": sheet.number, "title": sheet.title, "status": sheet.status}
    return {"block": "ActionSheet", "level": level, "groups": groups, **told}


def _field(one: Field) -> dict[str, Any]:
    rows = filled_rows(one)
    return {**asdict(one), "rows": rows, "widths": shares(one.header, one.rows)}
