"""Parts 1 to 4: frame and objectives, participants, course of the day, opening and 29 January."""

from collections import Counter
from collections.abc import Iterator

from facilitation.domain.scenario import Service
from facilitation.views.document import Block, Heading, Items, Table, text
from facilitation.views.report.reading import Reader, enough
from facilitation.views.report.words import clock, day

MINUTE = 60_000
#: So many services that nobody came from are named in full.
MOST_NAMES = 5
TABLES = (("table occupée", "tables occupées"), ("table taken", "tables taken"))


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


def people(reader: Reader) -> Iterator[Block]:
    """2. Participants: numbers only by service; never a service and a table together."""
    present = [one for one in reader.state.participants() if one.state == "present"]
    yield Heading(1, reader.say("Participants", "Participants"))
    expected = reader.state.workshop.expected
    if not present:
        yield text(
            reader.say(
                f"Aucune personne inscrite à ce jour ; {expected} sont attendues.",
                f"Nobody has registered so far; {expected} are expected.",
            )
        )
        return
    count = reader.count(
        len(present),
        ("personne inscrite", "personnes inscrites"),
        ("person registered", "people registered"),
    )
    tables = reader.count(len({one.table for one in present}), *TABLES)
    yield text(
        reader.say(
            f"{count} sur {expected} attendues, {tables}.",
            f"{count} of {expected} expected, {tables}.",
        )
    )
    by_service = Counter(one.service for one in present)
    services = sorted(reader.services(), key=lambda service: _alphabet(service.name))
    yield from _attendance(reader, [one for one in services if by_service[one.id]], by_service)
    away = [one for one in services if not by_service[one.id]]
    absent = reader.listed(one.name if len(away) <= MOST_NAMES else one.short for one in away)
    if absent:
        yield text(
            reader.say(f"Services non représentés : {absent}.", f"Not represented: {absent}.")
        )
    yield from _categories(reader, [one.category for one in present if one.category])


def _attendance(
    reader: Reader, services: list[Service], by_service: Counter[str]
) -> Iterator[Block]:
    if not services:
        return
    yield Table(
        (
            reader.say("Service", "Service"),
            reader.say("Pôle", "Pole"),
            reader.say("Présents", "Present"),
        ),
        tuple((one.name, reader.pole(one.pole), str(by_service[one.id])) for one in services),
        (6, 4, 2),
        reader.say(
            "Présences par service, dans l’ordre alphabétique",
            "Attendance by service, in alphabetical order",
        ),
        "llr",
    )


def _alphabet(name: str) -> str:
    table = str.maketrans("éèêàâîôûçÉ", "eeeaaioucE")
    return name.translate(table).lower()


def _categories(reader: Reader, categories: list[str]) -> Iterator[Block]:
    counts = Counter(categories)
    if counts and all(enough(number) for number in counts.values()):
        told = ", ".join(reader.pair(name, str(number)) for name, number in sorted(counts.items()))
        yield text(reader.say(f"Par catégorie – {told}.", f"By category – {told}."))


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
    seeds = [one for one in reader.state.contributions() if one.origin]
    origins = list(dict.fromkeys(one.origin for one in seeds))
    for origin in origins:
        yield Heading(2, reader.pair(reader.say("Rappel", "Recalled from"), origin))
        yield Items(tuple(f"{one.text} ({one.id})" for one in seeds if one.origin == origin))
