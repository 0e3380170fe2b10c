"""Part 15: what somebody must decide, and what became of votes and of arbitrations."""

from collections.abc import Iterator

from facilitation.domain.ballots import readable
from facilitation.domain.followups import given
from facilitation.domain.records import Action, Ballot, FollowUp
from facilitation.views.document import Block, Heading, Note, Table, text
from facilitation.views.report.reading import Reader
from facilitation.views.report.words import day


def arbitration(reader: Reader) -> Iterator[Block]:
    """15. Points to be decided, then what was decided on the vote's lines."""
    title = reader.say("Points à arbitrer et suites données", "Decisions requested and outcomes")
    yield Heading(1, title)
    told = {one.id: one for one in given(reader.state)}
    asked = [one for one in reader.actions() if one.arbitration or one.id in told]
    voted = [one for one in reader.votes() if any(key.startswith(f"{one.id}/") for key in told)]
    if not asked and not voted:
        yield text(reader.word("none"))
    if asked:
        yield Heading(2, reader.say("Arbitrages demandés", "Decisions requested"))
        yield _asked(reader, asked)
    decided = [one for one in asked if one.id in told]
    if decided or voted:
        yield Heading(2, reader.say("Suites données", "Outcomes"))
        yield Note(
            reader.say(
                "Suites enregistrées à la date de cette version.",
                "Outcomes recorded as of this version.",
            )
        )
    for ballot in voted:
        yield _lines(reader, ballot, told)
    if decided:
        yield _table(
            reader,
            reader.say("Arbitrages", "Decisions"),
            [(f"{one.id} – {one.title}", told[one.id]) for one in decided],
        )


def _asked(reader: Reader, asked: list[Action]) -> Table:
    return Table(
        (
            reader.say("Action", "Action"),
            reader.say("Point à arbitrer", "Point"),
            reader.say("Décideur", "By whom"),
            reader.say("Avant le", "Before"),
        ),
        tuple(
            (
                one.id,
                one.arbitration or one.title,
                one.arbitration_to,
                day(reader.language, one.arbitration_by),
            )
            for one in asked
        ),
        (2, 7, 3, 3),
    )


def _lines(reader: Reader, ballot: Ballot, told: dict[str, FollowUp]) -> Table:
    """The lines in the order of the result; one without an answer says so."""
    totals = {score.option: score.total for score in ballot.tally.scores} if ballot.tally else {}
    lines = sorted(readable(reader.state, ballot), key=lambda one: -totals.get(one.id, 0))
    rows = [(one.label, told.get(f"{ballot.id}/{one.id}")) for one in lines]
    return _table(reader, ballot.question or ballot.id, rows)


def _table(reader: Reader, title: str, rows: list[tuple[str, FollowUp | None]]) -> Table:
    return Table(
        (
            reader.say("Objet", "Subject"),
            reader.say("Suite", "Outcome"),
            reader.say("Motif", "Reason"),
            reader.say("Décideur", "By whom"),
            reader.say("Date", "Date"),
        ),
        tuple((label, *_cells(reader, one)) for label, one in rows),
        (6, 3, 5, 4, 3),
        title,
    )


def _cells(reader: Reader, one: FollowUp | None) -> tuple[str, str, str, str]:
    if one is None:
        return reader.say("en attente", "pending"), "", "", ""
    outcome = reader.word(f"followup_{one.outcome}")
    return outcome, one.reason, one.decider, day(reader.language, one.date)
