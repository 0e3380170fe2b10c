"""Part 6: the situations, about a page each: what tables said, who does what, at which level."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from facilitation.domain.records import Case, Contribution, RoleCell
from facilitation.domain.vocabulary import LEVELS, ROLES
from facilitation.views.document import Block, Heading, Items, Table, text
from facilitation.views.report.quoting import numbers, quotes, shared
from facilitation.views.report.reading import Reader

#: Positionings are counted; so few of them are quoted too.
FEW: Final = 12


def situations(reader: Reader) -> Iterator[Block]:
    """6. One part per situation: what tables said, who does what, at which level."""
    yield Heading(1, reader.say("Situations concrètes", "Situations"))
    cases = reader.state.cases()
    if not cases:
        yield text(reader.word("none"))
    for case in cases:
        yield Heading(2, case.title, f"6.{case.number}")
        yield from _situation(reader, case)


def _situation(reader: Reader, case: Case) -> Iterator[Block]:
    tables = reader.tables(case.tables)
    if tables:
        yield text(reader.say(f"Situation confiée {tables}.", f"Situation given to {tables}."))
    for part in case.context.strip().split("\n\n"):
        yield text(" ".join(part.split()))
    said = [one for one in reader.posted() if one.case == case.id]
    yield from _who_does_what(reader, case)
    yield from _agreed(reader, case)
    if not said:
        yield text(reader.say("Aucune contribution recueillie.", "Nothing was posted."))
    for kind, title in (
        ("expectation", reader.say("Attentes", "Expectations")),
        ("positioning", reader.say("Positionnements exprimés", "Positions expressed")),
    ):
        texts = [one for one in said if one.kind == kind]
        if texts and (kind == "expectation" or len(texts) <= FEW):
            yield Heading(3, title)
            yield from quotes(reader, texts)
    yield from _eyes(reader, said)
    yield from _elsewhere(reader, said)


def _eyes(reader: Reader, said: list[Contribution]) -> Iterator[Block]:
    counts = Counter(one.lens for one in said if one.lens)
    if counts:
        told = ", ".join(f"{reader.lens(key)} ({count})" for key, count in counts.most_common())
        yield text(reader.say(f"Regard des acteurs : {told}.", f"Outside eyes: {told}."))


def _elsewhere(reader: Reader, said: list[Contribution]) -> Iterator[Block]:
    tools = [one for one in said if shared(one)]
    rest = [one for one in said if one.kind == "proposal" and one not in tools]
    label = reader.say("Enseignements (partie 10)", "Lessons (part 10)")
    yield from numbers(reader, label, [one for one in rest if "lesson" in one.tags])
    label = reader.say("Propositions (partie 11)", "Proposals (part 11)")
    yield from numbers(reader, label, [one for one in rest if "lesson" not in one.tags])
    label = reader.say(
        "Outils, bonnes pratiques et mutualisations (partie 14)",
        "Tools, good practice and pooling (part 14)",
    )
    yield from numbers(reader, label, tools)
    positionings = [one for one in said if one.kind == "positioning"]
    if len(positionings) > FEW:
        count = len(positionings)
        yield text(
            reader.say(
                f"Les textes des {count} positionnements figurent dans l’annexe de travail.",
                f"The texts of the {count} positions are in the working annex.",
            )
        )


def _who_does_what(reader: Reader, case: Case) -> Iterator[Block]:
    """One row per role: who says so of their own service, and at which level."""
    cells = reader.cells(case.id)
    if not cells:
        return
    yield Heading(3, reader.say("Qui fait quoi, à quel niveau", "Who does what, at which level"))
    rows = [(reader.label(role), _claims(reader, cells, role)) for role in ROLES]
    asked = {cell.service for cell in cells}
    unasked = ", ".join(reader.service(key) for key in case.services if key not in asked)
    rows.append((reader.label("unknown_role"), unasked))
    rows.append((reader.say("Niveau d’intervention", "Level of action"), _levels(reader, cells)))
    yield Table(
        (reader.say("Rôle", "Role"), reader.say("Services", "Services")),
        tuple(row for row in rows if row[1]),
        (4, 11),
        reader.say(
            "Positionnement exprimé par des cadres du service",
            "Position expressed by staff of the service",
        ),
    )


def _claims(reader: Reader, cells: list[RoleCell], role: str) -> str:
    """The services of which some people said that they take a role, with how many if several."""
    claims = [(reader.service(cell.service), dict(cell.roles).get(role, 0)) for cell in cells]
    return ", ".join(_times(name, count) for name, count in claims if count)


def _times(name: str, count: int) -> str:
    return f"{name} (× {count})" if count > 1 else name


def _levels(reader: Reader, cells: list[RoleCell]) -> str:
    counts: Counter[str] = Counter()
    for cell in cells:
        counts.update(dict(cell.levels))
    return ", ".join(_times(reader.word(key), count) for key, count in counts.most_common())


def settled(reader: Reader, case: Case) -> tuple[str, ...]:
    """What the room settled in a situation: which service does what, at which level."""
    return tuple(
        ", ".join((reader.service(cell.service), *_settled(reader, cell)))
        for cell in reader.cells(case.id)
        if cell.settled_role or cell.settled_level
    )


def _settled(reader: Reader, cell: RoleCell) -> Iterator[str]:
    if cell.settled_role:
        yield reader.word(cell.settled_role)
    level = reader.word(cell.settled_level)
    if cell.settled_level == "outside":
        yield level
    elif level:
        yield reader.say(f"niveau {level}", f"{level} level")


def _agreed(reader: Reader, case: Case) -> Iterator[Block]:
    """What the room settled, and where it does not agree."""
    told = settled(reader, case)
    if told:
        yield Heading(3, reader.say("Points d’accord arrêtés en séance", "Settled by the room"))
        yield Items(told)
    findings = found(reader, case)
    if findings:
        yield Heading(3, reader.say("Désaccords et points à éclaircir", "Still open"))
        yield Items(findings)


def found(reader: Reader, case: Case) -> tuple[str, ...]:
    """What the matrix shows: two authorities or pilots, or none; disagreement on the level."""
    cells = reader.cells(case.id)
    if not cells:
        return ()
    findings = []
    roles = {cell.settled_role for cell in cells}
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
        if role in roles:
            continue
        if not who:
            findings.append(none)
        elif len(who) > 1:
            findings.append(reader.pair(many, f"{', '.join(who)}."))
    levels = {level for cell in cells for level, _ in cell.levels}
    if len(levels) > 1 and not any(cell.settled_level for cell in cells):
        told = ", ".join(reader.word(level) for level in LEVELS if level in levels)
        findings.append(
            reader.say(
                f"Le niveau d’intervention n’est pas partagé : {told}.",
                f"Views differ on the level of action: {told}.",
            )
        )
    return tuple(findings)
