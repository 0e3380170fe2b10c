"""The compte rendu: its outline, in order, and the one-page synthesis that opens it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from facilitation.domain.records import Action
from facilitation.views.document import (
    Block,
    Contents,
    Document,
    Heading,
    Items,
    Note,
    PageBreak,
    text,
)
from facilitation.views.report import (
    attendance,
    closing,
    decided,
    frame,
    outcomes,
    planning,
    situations,
    voices,
)
from facilitation.views.report.essentials import (
    agreed_statements,
    agreements,
    decisions,
    essentials,
    open_cases,
)
from facilitation.views.report.frontpage import document
from facilitation.views.report.reading import Reader

#: The préfet reads five when he comes back; the whole lists are in parts 12, 13 and 15.
MOST_LINES: Final = 5

Part = Callable[[Reader], Iterator[Block]]

#: The numbered parts, 1 to 18.
PARTS: Final[tuple[Part, ...]] = (
    frame.frame,
    attendance.people,
    frame.course,
    frame.opening,
    voices.expectations,
    situations.situations,
    voices.roles,
    outcomes.referents,
    outcomes.statements,
    outcomes.lessons,
    outcomes.proposals,
    outcomes.votes,
    planning.action_plan,
    closing.tools,
    decided.arbitration,
    closing.parked,
    closing.evaluation,
    closing.next_steps,
)
ANNEXES: Final[tuple[Part, ...]] = (closing.glossary, closing.programme)


def minutes(reader: Reader) -> Document:
    """The diffusable volume."""
    return document(reader, reader.say("Compte rendu", "Minutes"), _blocks(reader))


def _blocks(reader: Reader) -> Iterator[Block]:
    yield Contents()
    yield PageBreak()
    yield Heading(1, reader.say("Synthèse", "Summary"), "0")
    yield from synthesis(reader)
    yield PageBreak()
    for number, part in enumerate(PARTS, 1):
        yield from _numbered(part(reader), number)
    for annex in ANNEXES:
        yield from annex(reader)


def _numbered(blocks: Iterator[Block], number: int) -> Iterator[Block]:
    """Give a part its number, and its second-level headings theirs."""
    second = 0
    for block in blocks:
        if isinstance(block, Heading) and block.level == 1:
            yield replace(block, number=str(number))
        elif isinstance(block, Heading) and block.level == 2 and not block.number:
            second += 1
            yield replace(block, number=f"{number}.{second}")
        else:
            yield block


def synthesis(reader: Reader) -> Iterator[Block]:
    """0. The essentials on one page."""
    yield Items(tuple(essentials(reader)))
    yield from _priorities(reader)
    title = reader.say("Premières actions du plan proposé", "First actions of the plan")
    actions = tuple(_action(reader, one) for one in reader.actions())
    yield from _first(reader, title, actions)
    yield from _statements(reader)
    yield from _roles(reader)
    title = reader.say("Points à arbitrer", "Decisions requested")
    yield from _first(reader, title, decisions(reader))


def _first(reader: Reader, title: str, lines: tuple[str, ...]) -> Iterator[Block]:
    """The first of a list; its heading says how many there are in all."""
    count = len(lines)
    if count > MOST_LINES:
        of = reader.say("sur", "of")
        title = f"{title} ({MOST_LINES} {of} {count})"
    if lines:
        yield Heading(2, title)
        yield Items(lines[:MOST_LINES], fine=True)


def _priorities(reader: Reader) -> Iterator[Block]:
    votes = reader.votes()
    themes = reader.state.themes()
    if votes and votes[-1].tally is not None:
        yield Heading(2, reader.say("Priorisation", "Prioritisation"))
        yield outcomes.chart(reader, votes[-1], votes[-1].tally, most=MOST_LINES)
        yield Note(outcomes.indicative(reader))
    elif themes:
        yield Heading(2, reader.say("Thèmes", "Themes"))
        yield Items(tuple(reader.theme(theme.id) for theme in themes))


def _action(reader: Reader, one: Action) -> str:
    pilot = reader.service(one.pilot)
    led = reader.say(f" (pilote : {pilot})", f" (lead: {pilot})") if pilot else ""
    return f"{one.id} – {one.title}{led}"


def _statements(reader: Reader) -> Iterator[Block]:
    agreed = agreed_statements(reader)
    if agreed:
        yield Heading(
            2,
            reader.say(
                "Dires de l’État ayant l’accord de la salle", "Statements agreed by the room"
            ),
        )
        yield Items(
            tuple(
                f"{one.id} – {one.subject} ({reader.word(f'statement_{one.state}')})"
                for one in agreed
            ),
            fine=True,
        )


def _roles(reader: Reader) -> Iterator[Block]:
    """Who does what: where the room agrees, where it does not."""
    count = sum(1 for _ in agreements(reader))
    unsettled = reader.listed(f"{one.number}. {one.title}" for one in open_cases(reader))
    if not count and not unsettled:
        return
    yield Heading(2, reader.say("Qui fait quoi", "Who does what"))
    if count:
        told = reader.count(count, ("situation", "situations"), ("situation", "situations"))
        yield text(
            reader.say(f"Rôles arrêtés en séance pour {told}.", f"Roles settled for {told}.")
        )
    if unsettled:
        yield text(
            reader.say(f"Points restant à éclaircir : {unsettled}.", f"Still open: {unsettled}.")
        )
