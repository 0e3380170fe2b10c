"""The compte rendu: its outline, in order, and the one-page synthesis that opens it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from facilitation.domain.records import Action
from facilitation.views.document import Block, Contents, Document, Heading, Items, Note, PageBreak
from facilitation.views.report import closing, frame, outcomes, sheets, situations, voices
from facilitation.views.report.frontpage import document
from facilitation.views.report.reading import Reader

MOST_ACTIONS: Final = 8
AGREED: Final = ("agreed", "agreed_with_reserves", "validated")

Part = Callable[[Reader], Iterator[Block]]

#: The numbered parts, 1 to 18.
PARTS: Final[tuple[Part, ...]] = (
    frame.frame,
    frame.people,
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
    sheets.action_plan,
    closing.tools,
    closing.arbitration,
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
    themes = reader.state.themes()
    votes = reader.votes()
    if votes and votes[-1].tally is not None:
        yield Heading(2, reader.say("Priorisation", "Prioritisation"))
        yield outcomes.chart(reader, votes[-1], votes[-1].tally)
        yield Note(outcomes.indicative(reader))
    elif themes:
        yield Heading(2, reader.say("Thèmes", "Themes"))
        yield Items(tuple(reader.theme(theme.id) for theme in themes))
    actions = reader.actions()[:MOST_ACTIONS]
    if actions:
        yield Heading(2, reader.say("Actions proposées", "Proposed actions"))
        yield Items(tuple(_action(reader, one) for one in actions))
    agreed = [one for one in reader.state.statements() if one.state in AGREED]
    if agreed:
        yield Heading(2, reader.say("Dires de l’État ayant l’accord de la salle", "Agreed wording"))
        yield Items(tuple(f"{one.subject} ({one.id})" for one in agreed))


def _action(reader: Reader, one: Action) -> str:
    pilot = reader.service(one.pilot)
    led = reader.say(f" (pilote : {pilot})", f" (lead: {pilot})") if pilot else ""
    return f"{one.id} – {one.title}{led}"


def essentials(reader: Reader) -> Iterator[str]:
    """The day in five lines."""
    present = sum(1 for one in reader.state.participants() if one.state == "present")
    services = len({one.service for one in reader.state.participants() if one.state == "present"})
    people = reader.count(present, ("participant", "participants"), ("participant", "participants"))
    represented = reader.count(
        services,
        ("service représenté", "services représentés"),
        ("service represented", "services represented"),
    )
    yield f"{people}, {represented}."
    counts = [len(reader.posted(kind)) for kind in ("expectation", "positioning", "proposal")]
    told = (
        reader.count(counts[0], ("attente", "attentes"), ("expectation", "expectations")),
        reader.count(counts[1], ("positionnement", "positionnements"), ("position", "positions")),
        reader.count(counts[2], ("proposition", "propositions"), ("proposal", "proposals")),
    )
    yield f"{', '.join(told)}."
    grouped = reader.count(len(reader.state.themes()), ("thème", "thèmes"), ("theme", "themes"))
    yield reader.say(f"{grouped} au tableau de synthèse.", f"{grouped} on the board.")
    yield from _results(reader)


def _results(reader: Reader) -> Iterator[str]:
    actions, statements = len(reader.actions()), len(reader.state.statements())
    proposed = reader.count(
        actions, ("action proposée", "actions proposées"), ("action proposed", "actions proposed")
    )
    says = reader.count(
        statements,
        ("dire de l’État proposé", "dires de l’État proposés"),
        ("shared statement proposed", "shared statements proposed"),
    )
    yield f"{proposed}, {says}."
    tools = sum(1 for one in reader.posted() if "common_tool" in one.tags)
    named = reader.count(
        tools,
        ("outil commun évoqué", "outils communs évoqués"),
        ("shared tool mentioned", "shared tools mentioned"),
    )
    yield f"{named}."
