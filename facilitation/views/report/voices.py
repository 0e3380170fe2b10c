"""Parts 5 and 7: expectations; missions, roles and levels."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from facilitation.domain.records import Case, Contribution
from facilitation.views.document import Block, Heading, Items, Note, Table, text
from facilitation.views.report.quoting import quoted, quotes
from facilitation.views.report.reading import Reader

#: From so many texts up, a service has a heading of its own among the expectations.
OWN_HEADING: Final = 3


def expectations(reader: Reader) -> Iterator[Block]:
    """5. Expectations, by whom they are expected of; then as outside actors would see them."""
    yield Heading(1, reader.say("Attentes", "Expectations"))
    texts = [one for one in reader.posted("expectation") if not one.origin and not one.case]
    if not texts:
        yield text(reader.word("not_treated"))
        return
    yield Heading(2, reader.say("Ce qui est attendu, et de qui", "What is expected, and of whom"))
    groups: dict[str, list[Contribution]] = {}
    for one in texts:
        groups.setdefault(one.addressee or "", []).append(one)
    yield from _state_first(reader, groups)
    others = [key for key in groups if key not in ("", "state")]
    others.sort(key=lambda name: (-len(groups[name]), reader.service(name)))
    for key in others:
        if len(groups[key]) >= OWN_HEADING:
            yield Heading(
                3, reader.pair(reader.say("Attendu de", "Expected of"), reader.service(key))
            )
            yield from quotes(reader, groups[key])
    few = [key for key in others if len(groups[key]) < OWN_HEADING]
    if few:
        yield Heading(3, reader.say("Attendu d’autres services", "Expected of other services"))
        yield Items(
            tuple(
                reader.pair(reader.service(key), quoted(reader, one))
                for key in few
                for one in groups[key]
            ),
            fine=True,
        )
    yield from _lenses(reader, texts)


def _state_first(reader: Reader, groups: dict[str, list[Contribution]]) -> Iterator[Block]:
    for key, title in (
        ("state", reader.say("Attendu de l’État", "Expected of the whole organisation")),
        ("", reader.say("Sans destinataire précisé", "No addressee given")),
    ):
        if key in groups:
            yield Heading(3, title)
            yield from quotes(reader, groups[key])


def _lenses(reader: Reader, texts: list[Contribution]) -> Iterator[Block]:
    counts = Counter(one.lens for one in texts if one.lens)
    if not counts:
        return
    yield Heading(2, reader.say("Le regard des acteurs", "Outside eyes"))
    told = [
        reader.pair(
            reader.lens(key),
            reader.count(number, ("attente", "attentes"), ("expectation", "expectations")),
        )
        for key, number in counts.most_common()
    ]
    yield Items(tuple(told))


def roles(reader: Reader) -> Iterator[Block]:
    """7. Missions, roles and levels."""
    yield Heading(1, reader.say("Missions, rôles et niveaux", "Missions, roles and levels"))
    yield Heading(2, reader.say("Missions des services", "Missions of the services"))
    yield Table(
        (reader.say("Service", "Service"), reader.say("Missions", "Missions")),
        tuple((one.short, one.missions) for one in reader.services()),
        (2, 9),
    )
    cases = [case for case in reader.state.cases() if reader.cells(case.id)]
    if not cases:
        return
    yield Heading(2, reader.say("Rôles par situation", "Roles by situation"))
    yield Note(
        reader.say(
            "Positionnement exprimé par des cadres des services ; « non renseigné » : "
            "personne de ce service n’a été interrogé.",
            "Positions expressed by staff of the services; “not stated”: nobody from that service "
            "was asked.",
        )
    )
    yield Table(
        (
            reader.say("Situation", "Situation"),
            reader.label("authority"),
            reader.label("pilot"),
            reader.say("Contribuent ou en appui", "Contribute or support"),
        ),
        tuple(_row(reader, case) for case in cases),
        (4, 3, 3, 4),
    )


def _row(reader: Reader, case: Case) -> tuple[str, ...]:
    cells = reader.cells(case.id)

    def who(*wanted: str) -> str:
        names = [
            reader.service(cell.service)
            for cell in cells
            if any(role in dict(cell.roles) for role in wanted)
        ]
        return ", ".join(names) or reader.say("aucun", "none")

    return (
        f"{case.number}. {case.title}",
        who("authority"),
        who("pilot"),
        who("contributes", "supports"),
    )
