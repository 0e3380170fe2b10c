"""Reads the lists of a scenario: its own page, services, policies, tables, seeds, glossary."""

from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import fields as fields_of
from pathlib import Path

from facilitation.domain.scenario import (
    Authority,
    Lens,
    Objective,
    Pole,
    Policy,
    Privacy,
    Question,
    Seat,
    Seed,
    Service,
    Term,
    TitlePage,
)
from facilitation.domain.vocabulary import KINDS, LEVELS, SERVICE_CATEGORIES
from facilitation.scenarios.fields import Fields
from facilitation.scenarios.pages import Page, read_page
from facilitation.scenarios.problems import Findings, Spot
from facilitation.scenarios.references import References


@dataclass(slots=True)
class Reading:
    """A folder being read: what was found wrong, what is defined, which words are refused."""

    folder: Path
    findings: Findings
    references: References

    def page(self, file: str) -> tuple[Page, Fields] | None:
        """A file and its front matter."""
        page = read_page(self.folder, file, self.findings)
        if page is None or page.front is None:
            return None
        return page, Fields(page, page.front, self.findings)

    def each(self, file: str, key: str, *, optional: bool = False) -> Iterator[Fields]:
        """The mappings of a file that is one list."""
        if optional and not (self.folder / file).exists():
            return
        opened = self.page(file)
        if opened is None:
            return
        yield from self.named(opened[1], key)
        opened[1].close()

    def named(self, fields: Fields, key: str, *, needed: bool = True) -> Iterator[Fields]:
        """The mappings of a list, each with its keys checked once it has been read."""
        for one in fields.mappings(key, needed=needed):
            yield one
            one.close()


@dataclass(frozen=True, slots=True)
class Refused:
    """Words younger than the seminar, expressions that may hold one, and where both are listed."""

    words: tuple[str, ...]
    allowed: tuple[str, ...]
    lines: frozenset[int]


def title_page(fields: Fields) -> TitlePage:
    """The title page; every key may be left out."""
    inside = fields.mapping("title_page")
    if inside is None:
        return TitlePage()
    page = TitlePage(**{one.name: inside.text(one.name) for one in fields_of(TitlePage)})
    inside.close()
    return page


def privacy(fields: Fields) -> Privacy:
    """What people are told of their data; every key may be left out."""
    inside = fields.mapping("privacy")
    if inside is None:
        return Privacy()
    words = {one.name: inside.text(one.name) for one in fields_of(Privacy) if one.name != "days"}
    told = Privacy(**words, days=inside.number("days", Privacy().days))
    inside.close()
    return told


def objectives(reading: Reading, fields: Fields) -> tuple[Objective, ...]:
    """What the day must reach."""
    return tuple(
        Objective(_defined(reading, "objectives", one), one.text("text", needed=True))
        for one in reading.named(fields, "objectives")
    )


def poles(reading: Reading, fields: Fields) -> tuple[Pole, ...]:
    """Families of services."""
    return tuple(
        Pole(_defined(reading, "poles", one), one.text("name", needed=True))
        for one in reading.named(fields, "poles")
    )


def lenses(reading: Reading, fields: Fields) -> tuple[Lens, ...]:
    """Outside actors."""
    return tuple(
        Lens(_defined(reading, "lenses", one), one.text("name", needed=True))
        for one in reading.named(fields, "lenses", needed=False)
    )


def evaluation(reading: Reading, fields: Fields) -> tuple[Question, ...]:
    """The questions of the hot evaluation."""
    return tuple(
        Question(_defined(reading, "evaluation", one), one.text("text", needed=True))
        for one in reading.named(fields, "evaluation", needed=False)
    )


def authorities(reading: Reading, fields: Fields) -> tuple[Authority, ...]:
    """Whom the documents name first, in the order of protocol."""
    return tuple(
        Authority(_defined(reading, "authorities", one), one.text("function", needed=True))
        for one in reading.named(fields, "authorities", needed=False)
    )


def levels(fields: Fields) -> tuple[str, ...]:
    """The levels of intervention that phones offer."""
    return fields.choices("levels", LEVELS, LEVELS)


def services(reading: Reading) -> tuple[Service, ...]:
    """services.md."""
    return tuple(
        Service(
            id=_defined(reading, "services", one),
            name=one.text("name", needed=True),
            short=one.text("short", needed=True),
            category=one.choice("category", SERVICE_CATEGORIES),
            pole=reading.references.point("poles", one, "pole"),
            missions=one.text("missions"),
        )
        for one in reading.each("services.md", "services")
    )


def policies(reading: Reading) -> tuple[Policy, ...]:
    """policies.md; a seminar may name no référent."""
    return tuple(
        Policy(
            id=_defined(reading, "policies", one),
            name=one.text("name", needed=True),
            services=reading.references.points("services", one, "services"),
        )
        for one in reading.each("policies.md", "policies", optional=True)
    )


def seats(reading: Reading) -> tuple[Seat, ...]:
    """tables.md; a table's id is its number."""
    return tuple(_seat(reading, one) for one in reading.each("tables.md", "tables"))


def _seat(reading: Reading, fields: Fields) -> Seat:
    number = fields.number("number", needed=True)
    reading.references.define("tables", str(number), fields.spot)
    cases = reading.references.points("cases", fields, "cases")
    return Seat(str(number), number, fields.text("name", needed=True), cases)


def seeds(reading: Reading) -> tuple[Seed, ...]:
    """seeds.md: lines brought from elsewhere, all of one origin."""
    file = "seeds.md"
    opened = reading.page(file) if (reading.folder / file).exists() else None
    if opened is None:
        return ()
    fields = opened[1]
    origin = fields.text("origin", needed=True)
    made = tuple(
        Seed(one.choice("kind", KINDS), one.text("text", needed=True), origin)
        for one in reading.named(fields, "lines")
    )
    fields.close()
    return made


def glossary(reading: Reading) -> tuple[Term, ...]:
    """glossary.md, in the order of the file."""
    file = "glossary.md"
    opened = reading.page(file) if (reading.folder / file).exists() else None
    if opened is None:
        return ()
    fields = opened[1]
    made = tuple(Term(name, meaning) for name, meaning, _ in fields.pairs("terms"))
    fields.close()
    return made


def refused(fields: Fields) -> Refused:
    """The words that no text of the folder may hold."""
    words = tuple(word for word, _ in fields.texts("anachronisms"))
    allowed = tuple(word for word, _ in fields.texts("anachronisms_except"))
    lines = {*fields.lines("anachronisms"), *fields.lines("anachronisms_except")}
    return Refused(words, allowed, frozenset(lines))


def _defined(reading: Reading, family: str, fields: Fields) -> str:
    name = fields.identifier()
    spot: Spot = fields.at("id")
    reading.references.define(family, name, spot)
    return name
