"""The document as Markdown, for those who go on in plain text: what people wrote is escaped, so
that it shows as it was typed.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final, assert_never

from facilitation.documents.composing import composed, cover_lines, flow, sheet_level, squared
from facilitation.documents.words import words
from facilitation.views.document import (
    ActionSheet,
    BarChart,
    Block,
    Contents,
    Document,
    Field,
    Heading,
    Items,
    KeyValues,
    Note,
    PageBreak,
    Paragraph,
    Run,
    Slip,
    Table,
)

#: What every reader of Markdown takes back after a backslash; the rest becomes entities.
_SPECIAL: Final = re.compile(r"([\\`*_\[\]>|#])")
_ENTITIES: Final = {"&": "&amp;", "<": "&lt;", "~": "&#126;"}
#: What begins a list, a rule or a heading only at the start of a line.
_OPENING: Final = re.compile(r"^(\s*)(?:([-+])|(=)|(\d{1,9})(?=[.)]))", re.MULTILINE)
_RULES: Final = {"l": ":--", "c": ":-:", "r": "--:"}
_MARKS: Final = {"strong": "**", "em": "*"}


def render(document: Document) -> bytes:
    """The file."""
    ready = composed(document)
    parts = [*_cover(ready), *(part for block in flow(ready) for part in _drawn(ready, block))]
    if ready.footer:
        parts.append(f"---\n\n{inline(ready.footer)}")
    return ("\n\n".join(parts) + "\n").encode()


def inline(text: str) -> str:
    """Text on one line, nothing of it Markdown."""
    return " ".join(_escaped(text).split("\n"))


def _block(text: str, before: str = "") -> str:
    """Text that keeps its lines, each after a mark."""
    return "  \n".join(before + line for line in _escaped(text).split("\n"))


def _escaped(text: str) -> str:
    text = "".join(_ENTITIES.get(one, one) for one in text)
    return _OPENING.sub(_opening, _SPECIAL.sub(r"\\\1", text))


def _opening(match: re.Match[str]) -> str:
    space, mark, line, number = match.groups()
    if mark:
        return f"{space}\\{mark}"
    return f"{space}&#61;" if line else f"{space}{number}\\"


def _cover(document: Document) -> Iterator[str]:
    page = document.title_page
    if document.watermark:
        yield f"**{inline(document.watermark)}**"
    if page is None:
        return
    if page.letterhead:
        yield "  \n".join(inline(line) for line in page.letterhead)
    if page.kind:
        yield f"**{inline(page.kind)}**"
    yield f"# {inline(page.subject or document.title)}"
    yield from _pairs(cover_lines(page, document.language), words(document.language)["colon"])
    if page.circulation:
        yield inline(page.circulation)


def _drawn(document: Document, block: Block) -> Iterator[str]:  # noqa: C901 - one line per kind
    said = words(document.language)
    deeper = int(document.title_page is not None)
    match block:
        case Heading(level, text, number):
            yield f"{'#' * (level + deeper)} {inline(f'{number} {text}'.strip())}"
        case Paragraph(runs):
            yield "".join(map(_run, runs))
        case Items(items, ordered, _):
            marks = (f"{place}." if ordered else "-" for place in range(1, len(items) + 1))
            yield "\n".join(
                f"{mark} {inline(item)}" for mark, item in zip(marks, items, strict=True)
            )
        case Table(header, rows, _, caption, alignment):
            yield from _table(header, squared(header, rows), caption, alignment)
        case KeyValues(pairs):
            yield from _pairs(pairs, said["colon"])
        case BarChart():
            yield from _chart(block, said)
        case Note(text):
            yield _block(text, "> ")
        case Slip():
            yield _slip(block, said)
        case ActionSheet():
            yield from _sheet(block, sheet_level(document) + deeper, said)
        case PageBreak():
            yield "---"
        case Contents():
            return
        case _:
            assert_never(block)


def _run(run: Run) -> str:
    mark = _MARKS.get(run.style, "")
    text = run.text.strip()
    if not mark or not text:
        return _block(run.text)
    before, _, after = run.text.partition(text)
    return f"{before}{mark}{inline(text)}{mark}{after}"


def _pairs(pairs: Sequence[tuple[str, str]], colon: str) -> Iterator[str]:
    if pairs:
        yield "\n".join(f"- **{inline(label)}**{colon}{inline(value)}" for label, value in pairs)


def _table(
    header: Sequence[str], rows: Sequence[Sequence[str]], caption: str, alignment: str = ""
) -> Iterator[str]:
    if caption:
        yield f"**{inline(caption)}**"
    rules = [_RULES.get(alignment[at : at + 1], ":--") for at in range(len(header))]
    lines = [
        [inline(one) for one in header],
        rules,
        *[[inline(one) for one in row] for row in rows],
    ]
    yield "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _chart(chart: BarChart, said: dict[str, str]) -> Iterator[str]:
    rows = [(bar.label, str(bar.value), bar.remark) for bar in chart.bars]
    yield from _table((said["label"], chart.unit or said["value"], ""), rows, chart.title, "lrl")


def _slip(slip: Slip, said: dict[str, str]) -> str:
    lines = [f"> **{inline(slip.number)}** {inline(slip.kind)}  ", _block(slip.text, "> ")]
    if slip.origin:
        lines[-1] += "  "
        lines.append(f"> *{inline(slip.origin)}*")
    if slip.outcome:
        lines[-1] += "  "
        lines.append(f"> {said['outcome']}{said['colon']}{inline(slip.outcome)}")
    return "\n".join(lines)


def _sheet(sheet: ActionSheet, level: int, said: dict[str, str]) -> Iterator[str]:
    yield f"{'#' * level} {inline(f'{sheet.number} {sheet.title}')}"
    yield f"{said['sheet']}, {inline(sheet.status)}"
    for group in sheet.groups:
        yield f"{'#' * (level + 1)} {inline(group.title)}"
        plain = [one for one in group.fields if not one.header]
        yield from _pairs([(one.label, _value(one, said)) for one in plain], said["colon"])
        for one in group.fields:
            if one.header:
                yield from _table(one.header, squared(one.header, one.rows), one.label)


def _value(one: Field, said: dict[str, str]) -> str:
    return one.value or f"({said['to_fill_in']})"
