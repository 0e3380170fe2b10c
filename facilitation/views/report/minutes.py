"""The compte rendu: its outline, in order, and the one-page synthesis that opens it."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from facilitation.domain.records import Action
from facilitation.views.document import Block, Contents, Document, Heading, Items, Note, PageBreak
from facilitation.views.report import closing, frame, outcomes, sheets, situations, voices
from facilitation.views.report.frontpage import document
from facilitation.views.report.reading import Reader

#: The préfet reads five when he comes back; the plan itself is part 13.
MOST_ACTIONS: Final = 5
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
        yield Heading(
            2, reader.say("Premières actions du plan proposé", "First actions of the plan")
        )
        yield Items(tuple(_action(reader, one) for one in actions))
    agreed = [one for one in reader.state.statements() if one.state in AGREED]
    if agreed:
        yield Heading(
            2,
            reader.say(
                "Dires de l’État ayant l’accord de la salle", "Statements agreed by the room"
            ),
        )
        yield Items(tuple(f"{one.subject} ({one.id})" for one in agreed))


def _action(reader: Reader, one: Action) -> str:
    pilot = reader.service(one.pilot)
    led = reader.say(f" (pilote : {pilot})", f" (lead: {pilot})") if pilot else ""
    return f"{one.id} – {one.title}{led}"


def essentials(reader: Reader) -> Iterator[str]:
    """The day in five lines; what there is none of is not counted out."""
    lines = (_who(reader), _said(reader), _grouped(reader), _results(reader), _tools(reader))
    told = [f"{', '.join(parts)}." for parts in map(list, lines) if parts]
    yield from told or [reader.say("Aucune contribution à ce jour.", "No contribution so far.")]


def _counted(
    reader: Reader, *counts: tuple[int, tuple[str, str], tuple[str, str]]
) -> Iterator[str]:
    yield from (reader.count(number, *nouns) for number, *nouns in counts if number)


def _who(reader: Reader) -> Iterator[str]:
    present = [one for one in reader.state.participants() if one.state == "present"]
    return _counted(
        reader,
        (len(present), ("participant", "participants"), ("participant", "participants")),
        (
            len({one.service for one in present}),
            ("service représenté", "services représentés"),
            ("service represented", "services represented"),
        ),
    )


def _said(reader: Reader) -> Iterator[str]:
    """What the room wrote; what was brought from elsewhere is not its work."""
    said = Counter(one.kind for one in reader.posted() if not one.origin)
    return _counted(
        reader,
        (said["expectation"], ("attente", "attentes"), ("expectation", "expectations")),
        (said["positioning"], ("positionnement", "positionnements"), ("position", "positions")),
        (said["proposal"], ("proposition", "propositions"), ("proposal", "proposals")),
    )


def _grouped(reader: Reader) -> Iterator[str]:
    french = ("thème au tableau de synthèse", "thèmes au tableau de synthèse")
    english = ("theme on the board", "themes on the board")
    return _counted(reader, (len(reader.state.themes()), french, english))


def _results(reader: Reader) -> Iterator[str]:
    return _counted(
        reader,
        (
            len(reader.actions()),
            ("action proposée", "actions proposées"),
            ("action proposed", "actions proposed"),
        ),
        (
            len(reader.state.statements()),
            ("dire de l’État proposé", "dires de l’État proposés"),
            ("shared statement proposed", "shared statements proposed"),
        ),
    )


def _tools(reader: Reader) -> Iterator[str]:
    tools = sum(1 for one in reader.posted() if "common_tool" in one.tags)
    french = ("outil commun évoqué", "outils communs évoqués")
    return _counted(reader, (tools, french, ("shared tool mentioned", "shared tools mentioned")))
