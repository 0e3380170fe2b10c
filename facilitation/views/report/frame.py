"""Parts 1, 3 and 4: frame and objectives, course of the day, opening and 29 January."""

from collections.abc import Iterator

from facilitation.views.document import Block, Heading, Items, KeyValues, Table, text
from facilitation.views.report.reading import Reader
from facilitation.views.report.words import clock, day

MINUTE = 60_000


def frame(reader: Reader) -> Iterator[Block]:
    """1. Frame and objectives."""
    workshop = reader.state.workshop
    yield Heading(1, reader.say("Cadre et objectifs", "Framework and objectives"))
    if workshop.introduction.strip():
        for part in workshop.introduction.strip().split("\n\n"):
            yield text(" ".join(part.split()))
    if workshop.objectives:
        yield text(
            reader.say(
                "La journée répondait aux objectifs suivants :", "The day had these objectives:"
            )
        )
        yield Items(tuple(one.text for one in workshop.objectives))


def course(reader: Reader) -> Iterator[Block]:
    """3. Course of the day: planned and real."""
    yield Heading(1, reader.say("Déroulement", "Course of the day"))
    rows = []
    steps = reader.state.steps()
    # Before the first step nothing was missed yet.
    begun = any(step.started_at is not None for step in steps)
    missed = reader.say("non tenue", "not held") if begun else "–"
    for step in steps:
        real = ""
        if step.started_at is not None and step.finished_at is not None:
            spent = max(1, round((step.finished_at - step.started_at) / MINUTE))
            real = f"{spent} min"
        elif step.started_at is not None:
            real = reader.say("en cours", "under way")
        rows.append(
            (
                clock(reader.language, step.starts),
                step.title,
                f"{step.minutes} min",
                real or missed,
            )
        )
    yield Table(
        (
            reader.say("Heure", "Time"),
            reader.say("Séquence", "Step"),
            reader.say("Prévu", "Planned"),
            reader.say("Réalisé", "Actual"),
        ),
        tuple(rows),
        (2, 8, 2, 2),
        "",
        "llrr",
    )


def opening(reader: Reader) -> Iterator[Block]:
    """4. Opening, and what was brought from elsewhere (the seeds)."""
    yield Heading(1, reader.say("Ouverture et rappels", "Opening and reminders"))
    page = reader.state.workshop.title_page
    date = day(reader.language, page.date)
    yield text(
        reader.say(
            f"Le séminaire s’est tenu le {date}" + (f" ({page.place})." if page.place else "."),
            f"The workshop was held on {date}" + (f" ({page.place})." if page.place else "."),
        )
    )
    spoke = [(step.title, step.speakers) for step in reader.state.steps() if step.speakers]
    if spoke:
        yield Heading(2, reader.say("Interventions", "Speakers"))
        yield KeyValues(tuple((title, reader.listed(who)) for title, who in spoke))
    seeds = [one for one in reader.state.contributions() if one.origin]
    origins = list(dict.fromkeys(one.origin for one in seeds))
    for origin in origins:
        yield Heading(2, reader.pair(reader.say("Rappel", "Recalled from"), origin))
        yield Items(tuple(f"{one.text} ({one.id})" for one in seeds if one.origin == origin))
