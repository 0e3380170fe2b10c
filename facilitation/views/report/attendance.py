"""Part 2: who was there, in the order of protocol; by function, never by name, and never a service
and a table together.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator

from facilitation.domain.attendance import WHOLE
from facilitation.domain.records import Attendee
from facilitation.domain.scenario import Service
from facilitation.domain.vocabulary import GRADES
from facilitation.views.document import Block, Heading, Items, Table, text
from facilitation.views.report.reading import Reader, enough

#: So many services that nobody came from are named in full.
MOST_NAMES = 5
TABLES = (("table occupée", "tables occupées"), ("table taken", "tables taken"))


def people(reader: Reader) -> Iterator[Block]:
    """2. Participants: authorities first, then services, then observers."""
    yield Heading(1, reader.say("Participants", "Participants"))
    told = attendees(reader)
    yield from _authorities(reader, [one for one in told if one.rank])
    yield from _present(reader)
    named = [one for one in told if one.function and not one.rank and not one.observer]
    yield from _named(reader, named)
    yield from _away(reader, told)
    yield from _observers(reader, [one for one in told if one.observer])


def attendees(reader: Reader) -> list[Attendee]:
    """Whose presence is told: by rank, then by service in alphabetical order, then by grade."""
    kept = reader.state.collections["attendees"].values()
    told = [one for one in kept if isinstance(one, Attendee) and one.state != "removed"]
    return sorted(told, key=lambda one: _protocol(reader, one))


def _protocol(reader: Reader, one: Attendee) -> tuple[int, str, int, str]:
    rank = one.rank or len(reader.state.collections["attendees"]) + 1
    service = alphabet(reader.service_name(one.service))
    return rank, service, GRADES.index(one.category), alphabet(one.function)


def alphabet(name: str) -> str:
    """A name as a dictionary sorts it: accents and case put aside."""
    plain = unicodedata.normalize("NFKD", name)
    return "".join(one for one in plain if not unicodedata.combining(one)).casefold()


def presence(reader: Reader, one: Attendee) -> str:
    """Whether somebody came, and who stood in."""
    if one.state == "represented" and one.by:
        return reader.pair(reader.word("attendance_represented"), one.by)
    return reader.word(f"attendance_{one.state}")


def _authorities(reader: Reader, told: list[Attendee]) -> Iterator[Block]:
    if told:
        yield Table(
            (reader.say("Fonction", "Post"), reader.say("Présence", "Attendance")),
            tuple((one.function, presence(reader, one)) for one in told),
            (6, 6),
            reader.say("Autorités, dans l’ordre protocolaire", "Authorities, in order of protocol"),
        )


def _present(reader: Reader) -> Iterator[Block]:
    """Numbers only by service."""
    present = [one for one in reader.state.participants() if one.state == "present"]
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
    yield from _attendance(
        reader, [one for one in _services(reader) if by_service[one.id]], by_service
    )
    yield from _categories(reader, [one.category for one in present if one.category])


def _services(reader: Reader) -> list[Service]:
    return sorted(reader.services(), key=lambda service: alphabet(service.name))


def _attendance(
    reader: Reader, services: list[Service], by_service: Counter[str]
) -> Iterator[Block]:
    if not services:
        return
    yield Table(
        (
            reader.say("Service", "Service"),
            reader.say("Pôle", "Area"),
            reader.say("Présents", "Present"),
        ),
        tuple((one.name, reader.pole(one.pole), str(by_service[one.id])) for one in services),
        (14, 8, 3),
        reader.say(
            "Présences par service, dans l’ordre alphabétique",
            "Attendance by service, in alphabetical order",
        ),
        "llr",
    )


def _categories(reader: Reader, categories: list[str]) -> Iterator[Block]:
    counts = Counter(categories)
    if counts and all(enough(number) for number in counts.values()):
        told = ", ".join(reader.pair(name, str(number)) for name, number in sorted(counts.items()))
        yield text(reader.say(f"Par catégorie – {told}.", f"By category – {told}."))


def _named(reader: Reader, told: list[Attendee]) -> Iterator[Block]:
    """People of a service whose presence, excuse or stand-in was noted."""
    if told:
        yield Table(
            (
                reader.say("Service", "Service"),
                reader.say("Fonction", "Post"),
                reader.say("Présence", "Attendance"),
            ),
            tuple(
                (reader.service(one.service) or "–", one.function, presence(reader, one))
                for one in told
            ),
            (3, 5, 4),
            reader.say("Présences signalées, par fonction", "Attendance noted, by post"),
        )


def _away(reader: Reader, told: list[Attendee]) -> Iterator[Block]:
    """Services that nobody came from: represented, excused, or without a word."""
    here = {one.service for one in reader.state.participants() if one.state == "present"}
    marked = {one.service: one for one in told if one.id.startswith(WHOLE)}
    away = [one for one in _services(reader) if one.id not in here]
    said = {key: one for key, one in marked.items() if one.state in ("represented", "excused")}
    rows = tuple((one.name, presence(reader, said[one.id])) for one in away if one.id in said)
    if rows:
        yield Table(
            (reader.say("Service", "Service"), reader.say("Présence", "Attendance")),
            rows,
            (7, 5),
            reader.say("Services représentés ou excusés", "Services represented or with apologies"),
        )
    if not here:
        return
    silent = [one for one in away if one.id not in said]
    names = reader.listed(one.name if len(silent) <= MOST_NAMES else one.short for one in silent)
    if names:
        yield text(reader.say(f"Services non représentés : {names}.", f"Not represented: {names}."))


def _observers(reader: Reader, told: list[Attendee]) -> Iterator[Block]:
    if told:
        yield Heading(2, reader.say("Observateurs", "Observers"))
        yield Items(tuple(_observer(reader, one) for one in told))


def _observer(reader: Reader, one: Attendee) -> str:
    came = "" if one.state == "present" else presence(reader, one)
    where = ", ".join(part for part in (reader.service(one.service), came) if part)
    return f"{one.function} ({where})" if where else one.function
