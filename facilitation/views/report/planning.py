"""Part 13: the action plan, as a table, a calendar and one sheet per action; sheets alone too."""

from collections.abc import Iterator

from facilitation.domain.records import Action
from facilitation.views.document import Block, Document, Heading, Note, PageBreak, Table, text
from facilitation.views.report.frontpage import document
from facilitation.views.report.reading import Reader
from facilitation.views.report.sheets import sheet
from facilitation.views.report.words import day


def action_plan(reader: Reader) -> Iterator[Block]:
    """13. The plan: a table, then the sheets."""
    end = day(reader.language, reader.state.workshop.title_page.plan_ends)
    title = reader.say("Plan d’action et de suivi", "Action plan and follow-up")
    yield Heading(1, title)
    actions = reader.actions()
    if not actions:
        yield text(reader.word("not_treated"))
        return
    yield Note(
        reader.say(
            "Proposition établie à partir des travaux des participants, sous réserve de "
            "validation par le préfet." + (f" Échéance du plan : {end}." if end else ""),
            "Proposed from the participants’ work, subject to approval."
            + (f" The plan ends on {end}." if end else ""),
        )
    )
    yield overview(reader, actions)
    yield from _calendar(reader, actions)
    for action in actions:
        yield PageBreak()
        yield sheet(reader, action)


def overview(reader: Reader, actions: list[Action]) -> Table:
    """One line per action."""
    return Table(
        (
            reader.say("N°", "No."),
            reader.say("Action proposée", "Proposed action"),
            reader.say("Service pilote", "Lead service"),
            reader.say("Services associés", "Associated services"),
            reader.say("Première étape", "First step"),
            reader.say("Échéance", "Due"),
        ),
        tuple(
            (
                action.id,
                action.title,
                reader.service(action.pilot) or reader.word("nobody"),
                _associates(reader, action),
                _first_step(action),
                day(reader.language, action.revised_due or action.due),
            )
            for action in actions
        ),
        (3, 8, 4, 5, 7, 4),
        reader.say("Tableau des actions", "The actions"),
    )


def _first_step(action: Action) -> str:
    if action.first_step:
        return action.first_step
    return action.milestones[0].content if action.milestones else ""


def _associates(reader: Reader, action: Action) -> str:
    return ", ".join(reader.service(one.service) for one in action.associates)


def _calendar(reader: Reader, actions: list[Action]) -> Iterator[Block]:
    dated = [
        (stone.due, action, stone.content, stone.responsible)
        for action in actions
        for stone in action.milestones
        if stone.due
    ]
    dated += [
        (action.due, action, action.title, action.responsible) for action in actions if action.due
    ]
    if not dated:
        return
    yield Heading(2, reader.say("Calendrier", "Calendar"))
    yield Table(
        (
            reader.say("Échéance", "Due"),
            reader.say("Action", "Action"),
            reader.say("Jalon", "Milestone"),
            reader.say("Responsable", "Person in charge"),
        ),
        tuple(
            (day(reader.language, due), action.id, content, who)
            for due, action, content, who in sorted(dated, key=lambda one: (one[0], one[1].id))
        ),
        (7, 3, 14, 9),
    )


def plan(reader: Reader) -> Document:
    """The sheets alone, one page each."""
    blocks: list[Block] = []
    for place, action in enumerate(reader.actions()):
        if place:
            blocks.append(PageBreak())
        blocks.append(sheet(reader, action))
    title = reader.say("Fiches-actions", "Action sheets")
    if not blocks:
        blocks += [Heading(1, title), text(reader.word("none"))]
    return document(reader, title, blocks, cover=False)
