"""The relevé de conclusions: two pages, printed before people leave."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from facilitation.domain.ballots import readable
from facilitation.domain.followups import given
from facilitation.domain.records import Statement, Tally
from facilitation.views.document import (
    Block,
    Document,
    Heading,
    Items,
    KeyValues,
    Note,
    PageBreak,
    Table,
    text,
)
from facilitation.views.report import outcomes, planning
from facilitation.views.report.essentials import (
    agreed_statements,
    agreements,
    decisions,
    essentials,
)
from facilitation.views.report.frontpage import document
from facilitation.views.report.reading import Reader
from facilitation.views.report.words import day

MOST_THEMES: Final = 7
MOST_ACTIONS: Final = 12
MOST_TOOLS: Final = 5


def summary(reader: Reader) -> Document:
    """Recto: the essentials, themes, agreements, what is to be decided. Verso: the actions."""
    kind = reader.say("Relevé de conclusions", "Summary of conclusions")
    blocks = [Heading(1, kind), *_front(reader), PageBreak(), *_back(reader)]
    return replace(document(reader, kind, blocks, cover=False), pages=2)


def _front(reader: Reader) -> Iterator[Block]:
    page = reader.state.workshop.title_page
    pairs = (
        (reader.say("Objet", "Subject"), page.subject or reader.state.workshop.title),
        (reader.say("Date", "Date"), day(reader.language, page.date)),
        (reader.say("Lieu", "Place"), page.place),
    )
    yield KeyValues(tuple(pair for pair in pairs if pair[1]))
    yield Heading(2, reader.say("L’essentiel", "The essentials"))
    yield Items(tuple(essentials(reader)))
    yield from _themes(reader)
    yield from _agreements(reader)
    yield from _decisions(reader)


def _themes(reader: Reader) -> Iterator[Block]:
    votes = reader.votes()
    if not votes or votes[-1].tally is None:
        themes = tuple(reader.theme(theme.id) for theme in reader.state.themes()[:MOST_THEMES])
        if themes:
            yield Heading(2, reader.say("Thèmes", "Themes"))
            yield Items(themes)
        return
    ballot, tally = votes[-1], votes[-1].tally
    labels = {option.id: option.label for option in readable(reader.state, ballot)}
    scores = sorted(tally.scores, key=lambda score: -score.total)[:MOST_THEMES]
    yield Heading(2, reader.say("Priorités exprimées", "Priorities"))
    followed = {
        one.option: reader.word(f"followup_{one.outcome}")
        for one in given(reader.state)
        if one.of == ballot.id
    }
    table = Table(
        (
            reader.say("Thème", "Theme"),
            reader.say("Score", "Score"),
            reader.say("Bulletins", "Ballots"),
        ),
        tuple((labels[one.option], str(one.total), str(one.papers)) for one in scores),
        (8, 2, 2),
        "",
        "lrr",
    )
    yield _with_outcomes(reader, table, [followed.get(one.option) for one in scores])
    yield text(turnout(reader, tally))
    yield Note(outcomes.indicative(reader))


def _with_outcomes(reader: Reader, table: Table, decided: list[str | None]) -> Table:
    """A column more, once something was decided."""
    if not any(decided):
        return table
    rows = zip(table.rows, decided, strict=True)
    return replace(
        table,
        header=(table.header[0], reader.say("Suite", "Outcome"), *table.header[1:]),
        rows=tuple((row[0], told or "–", *row[1:]) for row, told in rows),
        widths=(table.widths[0], 3, *table.widths[1:]),
        alignment=f"l{table.alignment}",
    )


def turnout(reader: Reader, tally: Tally) -> str:
    """How many voted, of how many; ballots typed in from paper are said."""
    ballots = reader.count(tally.papers, ("bulletin", "bulletins"), ("ballot", "ballots"))
    of = outcomes.electorate(reader, tally)
    cast = tally.papers - tally.blank
    return reader.say(
        f"Participation : {ballots} ; inscrits : {of} ; exprimés : {cast}, blancs : {tally.blank}.",
        f"Turnout: {ballots}; registered: {of}; with a choice: {cast}, blank: {tally.blank}.",
    )


def _agreements(reader: Reader) -> Iterator[Block]:
    """What the room agrees upon; the statements' own words stand overleaf."""
    agreed = [
        reader.pair(
            reader.say("Dire de l’État", "Shared statement"),
            f"{one.subject} ({reader.word(f'statement_{one.state}')})",
        )
        for one in agreed_statements(reader)
    ]
    told = (*agreed, *agreements(reader))
    if told:
        yield Heading(2, reader.say("Points d’accord", "Points of agreement"))
        yield Items(told)


def _decisions(reader: Reader) -> Iterator[Block]:
    asked = decisions(reader)
    if asked:
        yield Heading(2, reader.say("Points à arbitrer", "Decisions requested"))
        yield Items(asked)


def _back(reader: Reader) -> Iterator[Block]:
    actions = reader.actions()[:MOST_ACTIONS]
    yield Heading(2, reader.say("Actions proposées", "Proposed actions"))
    yield planning.overview(reader, actions) if actions else text(reader.word("none"))
    statements = reader.state.statements()
    if statements:
        yield Heading(2, reader.say("Dires de l’État proposés", "Shared statements proposed"))
        yield Items(tuple(_statement(reader, one) for one in statements))
    tools = [one.tool for one in reader.actions() if one.tool]
    tools += [one.text for one in reader.posted() if "common_tool" in one.tags]
    if tools:
        yield Heading(2, reader.say("Outils à développer", "Tools to develop"))
        yield Items(tuple(dict.fromkeys(tools))[:MOST_TOOLS])
    yield from _open_referents(reader)
    yield from _next(reader)


def _statement(reader: Reader, one: Statement) -> str:
    return reader.pair(one.subject, f"{one.says} ({reader.word(f'statement_{one.state}')})")


def _open_referents(reader: Reader) -> Iterator[Block]:
    settled = {
        one.policy for one in reader.referents() if one.state in ("named", "director_agrees")
    }
    missing = [policy.name for policy in reader.policies() if policy.id not in settled]
    if missing:
        yield Heading(
            2, reader.say("Référents restant à désigner", "Lead contacts still to be named")
        )
        yield text(reader.listed(missing))


def _next(reader: Reader) -> Iterator[Block]:
    page = reader.state.workshop.title_page
    due = day(reader.language, page.minutes_due)
    pairs = (
        (
            reader.say("Prochaine rencontre", "Next meeting"),
            day(reader.language, page.next_meeting),
        ),
        (reader.say("Compte rendu", "Minutes"), reader.say(f"le {due}", due) if due else ""),
        (reader.say("Contact", "Contact"), page.contact),
    )
    kept = tuple(pair for pair in pairs if pair[1])
    if kept:
        yield KeyValues(kept)
