"""A document as a tree of blocks, whatever file it becomes: frozen dataclasses, no formatting.

Renderers (`facilitation.documents`) handle every block; the reports (`facilitation.views.report`)
build them. Text is plain: typography and escaping are the renderers' trade.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class TitlePage:
    """What stands on the first page; `letterhead` lines are the service's own marks, in text."""

    letterhead: tuple[str, ...] = ()
    kind: str = ""
    subject: str = ""
    reference: str = ""
    date: str = ""
    place: str = ""
    author: str = ""
    version: str = ""
    status: str = ""
    circulation: str = ""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 4; `number` is printed before it when given."""

    level: int
    text: str
    number: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style: `` (plain), `strong` or `em`."""

    text: str
    style: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of runs."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Items:
    """A list; numbered when `ordered`, set smaller when `fine`: long lists of what people wrote."""

    items: tuple[str, ...]
    ordered: bool = False
    fine: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header repeated on each page.

    `widths` are shares of the text's width; `alignment` has a letter per column, l, c or r.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...] = ()
    caption: str = ""
    alignment: str = ""


@dataclass(frozen=True, slots=True)
class KeyValues:
    """Labels and values in two columns."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar: its label, its value, a remark printed beside it."""

    label: str
    value: int
    remark: str = ""


@dataclass(frozen=True, slots=True)
class BarChart:
    """Horizontal bars, legible in black and white; `summary` says the same in words."""

    title: str
    bars: tuple[Bar, ...]
    unit: str
    summary: str


@dataclass(frozen=True, slots=True)
class Note:
    """A framed remark."""

    text: str


@dataclass(frozen=True, slots=True)
class Slip:
    """A contribution as it reads in a record: number, kind, text, origin, what became of it."""

    number: str
    kind: str
    text: str
    origin: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A labelled field of a sheet; an empty value prints as a blank to be filled in."""

    label: str
    value: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    header: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """A part of a sheet: Identité, Pourquoi, Qui, Comment…"""

    title: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class ActionSheet:
    """A fiche-action, one A4 page."""

    number: str
    title: str
    status: str
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a page."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents, filled in by the renderer."""


Block = (
    Heading
    | Paragraph
    | Items
    | Table
    | KeyValues
    | BarChart
    | Note
    | Slip
    | ActionSheet
    | PageBreak
    | Contents
)


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `watermark` is printed across each page while it is not empty.

    `pages` is the number of pages it must keep to, 0 for any; `date` is an ISO day, used for
    the file's own date so that the same content gives the same bytes.
    """

    title: str
    language: str
    date: str
    blocks: tuple[Block, ...]
    title_page: TitlePage | None = None
    author: str = ""
    footer: str = ""
    watermark: str = ""
    pages: int = 0
    keywords: tuple[str, ...] = field(default=())


def text(*parts: str) -> Paragraph:
    """A plain paragraph."""
    return Paragraph(tuple(Run(part) for part in parts))


def strong(text: str) -> Run:
    """Words that stand out."""
    return Run(text, "strong")
