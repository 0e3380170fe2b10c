"""What a document says, as text, whatever its blocks."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Any

from facilitation.domain.scenario import TitlePage
from facilitation.views.document import Document, Heading
from facilitation.views.report import annex, minutes, plan, summary
from facilitation.views.report.reading import Reader
from tests.support.stage import Stage

REPORTS = {"minutes": minutes, "annex": annex, "summary": summary, "plan": plan}

PAGE = TitlePage(
    organiser="Préfecture",
    subject="Séminaire des cadres",
    lot="Lot n° 1",
    document="pièce 90-001",
    place="Belfort",
    date="2013-03-07",
    author="Le prestataire",
    circulated_by="la Préfecture",
    contact="contact@example.test",
    plan_ends="2013-12-31",
    next_meeting="2013-04-11",
    minutes_due="2013-03-21",
    indicative="Priorisation indicative",
)


def report(stage: Stage, name: str = "minutes", language: str = "fr") -> Document:
    """One of the documents of a room."""
    return REPORTS[name](Reader(stage.state, language))


def words(node: Any) -> Iterator[str]:
    """Every text of a document, in order."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, tuple):
        for one in node:
            yield from words(one)
    elif is_dataclass(node):
        for one in fields(node):
            yield from words(getattr(node, one.name))


def told(document: Document) -> str:
    """All of it as one text."""
    return "\n".join(words(document))


def part(document: Document, title: str) -> str:
    """The text of one part, from its heading to the next of the same rank or higher."""
    lines: list[str] = []
    level = 0
    for block in document.blocks:
        if isinstance(block, Heading) and level and block.level <= level:
            break
        if isinstance(block, Heading) and block.text == title:
            level = block.level
        if level:
            lines.extend(words(block))
    assert level, title
    return "\n".join(lines)
