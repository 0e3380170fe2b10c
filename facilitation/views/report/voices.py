"""Parts 5 to 7: expectations, situations, missions, roles and levels."""

from collections import Counter
from collections.abc import Iterator

from facilitation.domain.records import Case, Contribution, RoleCell
from facilitation.views.document import Block, Heading, Items, Note, Slip, Table, text
from facilitation.views.report.reading import Reader


def slip(reader: Reader, one: Contribution) -> Slip:
    """A contribution as it reads in the record."""
    details = reader.details(one)
    origin = reader.origin(one)
    return Slip(
        one.id,
        reader.word(one.kind),
        one.text,
        reader.listed(part for part in (origin, details) if part),
        reader.outcome(one),
    )


def expectations(reader: Reader) -> Iterator[Block]:
    """5. Expectations, by whom they are expected of; then as outside actors would see them."""
    yield Heading(1, reader.say("Attentes", "Expectations"))
    texts = [one for one in reader.posted("expectation") if not one.origin and not one.case]
    if not texts:
        yield text(reader.word("not_treated"))
        return
    groups: dict[str, list[Contribution]] = {}
    for one in texts:
        groups.setdefault(one.addressee or "", []).append(one)
    for key in sorted(groups, key=lambda name: (-len(groups[name]), name)):
        title = reader.say("Sans destinataire précisé", "No addressee given")
        yield Heading(2, reader.service(key) if key else title)
        yield from (slip(reader, one) for one in groups[key])
    yield from _lenses(reader, texts)


def _lenses(reader: Reader, texts: list[Contribution]) -> Iterator[Block]:
    counts = Counter(one.lens for one in texts if one.lens)
    if not counts:
        return
    yield Heading(2, reader.say("Le regard des acteurs", "Outside eyes"))
    rows = tuple((reader.lens(key), str(number)) for key, number in counts.most_common())
    yield Table(
        (reader.say("Acteur", "Actor"), reader.say("Attentes", "Expectations")),
        rows,
        (8, 3),
        "",
        "lr",
    )


def situations(reader: Reader) -> Iterator[Block]:
    """6. One part per situation: what tables said, who does what, at which level."""
    yield Heading(1, reader.say("Situations concrètes", "Situations"))
    cases = reader.state.cases()
    if not cases:
        yield text(reader.word("none"))
    for case in cases:
        yield Heading(2, f"{case.title}", f"6.{case.number}")
        yield from _situation(reader, case)


def _situation(reader: Reader, case: Case) -> Iterator[Block]:
    tables = ", ".join(reader.table(key) for key in case.tables)
    if tables:
        yield text(reader.say(f"Situation confiée à : {tables}.", f"Situation given to: {tables}."))
    yield text(" ".join(case.context.split()))
    said = [one for one in reader.posted() if one.case == case.id]
    yield from _who_does_what(reader, case)
    if not said:
        yield text(reader.say("Aucune contribution recueillie.", "Nothing was posted."))
    for kind, title in (
        ("expectation", reader.say("Attentes", "Expectations")),
        ("positioning", reader.say("Positionnements exprimés", "Positions expressed")),
        ("proposal", reader.say("Propositions", "Proposals")),
    ):
        texts = [one for one in said if one.kind == kind]
        if texts:
            yield Heading(3, title)
            yield from (slip(reader, one) for one in texts)
    tools = [one.text for one in said if "common_tool" in one.tags]
    if tools:
        yield Heading(3, reader.say("Outils évoqués", "Tools mentioned"))
        yield Items(tuple(tools))


def _who_does_what(reader: Reader, case: Case) -> Iterator[Block]:
    cells = reader.cells(case.id)
    if not cells:
        return
    yield Table(
        (
            reader.say("Service", "Service"),
            reader.say("Rôle exprimé", "Role expressed"),
            reader.say("Niveau", "Level"),
            reader.say("Arrêté en séance", "Settled"),
        ),
        tuple(_cell(reader, cell) for cell in cells),
        (2, 5, 4, 4),
        reader.say(
            "Positionnement exprimé par des cadres du service",
            "Position expressed by staff of the service",
        ),
    )
    findings = found(reader, case)
    if findings:
        yield Items(findings)


def _cell(reader: Reader, cell: RoleCell) -> tuple[str, str, str, str]:
    settled = [reader.word(code) for code in (cell.settled_role, cell.settled_level) if code]
    return (
        reader.service(cell.service),
        _said(reader, cell.roles) or reader.word("unknown_role"),
        _said(reader, cell.levels),
        ", ".join(settled),
    )


def _said(reader: Reader, counts: tuple[tuple[str, int], ...]) -> str:
    return reader.listed(
        reader.word(code) + (f" (× {number})" if number > 1 else "") for code, number in counts
    )


def found(reader: Reader, case: Case) -> tuple[str, ...]:
    """What the matrix shows: two authorities or pilots, or none; disagreement on the level."""
    cells = reader.cells(case.id)
    findings = []
    for role, none, many in (
        (
            "authority",
            reader.say(
                "Aucune autorité compétente ne s’est déclarée.",
                "Nobody states that they are the competent authority.",
            ),
            reader.say(
                "Plusieurs autorités compétentes se déclarent",
                "Several state that they are the competent authority",
            ),
        ),
        (
            "pilot",
            reader.say("Aucun pilote ne s’est déclaré.", "Nobody states that they lead."),
            reader.say("Plusieurs pilotes se déclarent", "Several state that they lead"),
        ),
    ):
        who = [reader.service(one.service) for one in cells if role in dict(one.roles)]
        if not who:
            findings.append(none)
        elif len(who) > 1:
            findings.append(reader.pair(many, f"{', '.join(who)}."))
    levels = {level for cell in cells for level, _ in cell.levels}
    if len(levels) > 1:
        told = ", ".join(reader.word(level) for level in sorted(levels))
        findings.append(
            reader.say(
                f"Le niveau d’intervention n’est pas partagé : {told}.",
                f"Views differ on the level of action: {told}.",
            )
        )
    return tuple(findings)


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
            reader.word("authority"),
            reader.word("pilot"),
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
        return ", ".join(names) or reader.word("unknown_role")

    return (
        f"{case.number}. {case.title}",
        who("authority"),
        who("pilot"),
        who("contributes", "supports"),
    )
