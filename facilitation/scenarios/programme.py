"""Reads the running order (`steps/`) and the situations (`cases/`), one file each."""

import re
from collections.abc import Iterator
from typing import Final

from facilitation.domain.scenario import Release, Sequence, Situation, Voice
from facilitation.domain.vocabulary import ALLOWED, SCENES, STEP_KINDS
from facilitation.scenarios.fields import Fields, hints
from facilitation.scenarios.frame import Reading
from facilitation.scenarios.pages import Page, Part, items, parts
from facilitation.scenarios.problems import Spot

_NAME: Final = re.compile(r"^(\d+)-([a-z0-9]+(?:-[a-z0-9]+)*)\.md$")
_SPEAKER: Final = re.compile(r"^(.+?)[ \u00a0\u202f]*:\s+(.+)$", re.DOTALL)

#: The parts of a body by their headings in both languages, apostrophes straight.
_HEADINGS: Final = {
    "contexte": "context",
    "context": "context",
    "questions": "questions",
    "informations": "information",
    "information": "information",
    "paroles d'acteurs": "voices",
    "actors' words": "voices",
    "note de l'animateur": "note",
    "facilitator note": "note",
}
_SPELT: Final = {
    "context": ("Contexte", "Context"),
    "questions": ("Questions", "Questions"),
    "information": ("Informations", "Information"),
    "voices": ("Paroles d’acteurs", "Actors’ words"),
    "note": ("Note de l’animateur", "Facilitator note"),
}


def sequences(reading: Reading, opens: int) -> tuple[Sequence, ...]:
    """The running order, in the order of the numbers of the files; the day `opens` with it."""
    made: list[Sequence] = []
    for file, _, name in _files(reading, "steps", "NN-nom.md"):
        opened = reading.page(file)
        if opened is None:
            continue
        reading.references.define("steps", name, Spot(file))
        ends = made[-1].starts + made[-1].minutes if made else opens
        made.append(_sequence(reading, opened, name, ends))
    if not any((reading.folder / "steps").glob("*.md")):
        reading.findings.add(Spot("steps/01-….md"), "missing_file")
    return tuple(made)


def _sequence(reading: Reading, opened: tuple[Page, Fields], name: str, follows: int) -> Sequence:
    page, fields = opened
    instruction, found = _body(reading, page, ("note",))
    at, minutes = _writing(reading, fields)
    made = Sequence(
        id=name,
        title=fields.text("title", needed=True),
        kind=fields.choice("kind", STEP_KINDS),
        minutes=fields.number("minutes", needed=True),
        starts=fields.clock("starts", follows),
        instruction=instruction,
        note=found["note"].text if "note" in found else "",
        objectives=reading.references.points("objectives", fields, "objectives"),
        allows=fields.choices("allows", ALLOWED),
        writing_at=at,
        writing=minutes,
        private=fields.flag("private", default=True),
        scene=fields.choice("scene", SCENES, "step"),
        round=fields.number("round"),
        every_case=fields.flag("every_case", default=False),
        tags=tuple(word for word, _ in fields.texts("tags")),
        speakers=tuple(who for who, _ in fields.texts("speakers")),
    )
    fields.close()
    return made


def _writing(reading: Reading, fields: Fields) -> tuple[int, int]:
    inside = fields.mapping("writing")
    if inside is None:
        return 0, 0
    at, minutes = inside.number("at"), inside.number("minutes", needed=True)
    length = fields.number("minutes")
    if at + minutes > length:
        reading.findings.add(
            fields.at("writing"), "writing_too_long", at=at, minutes=minutes, length=length
        )
    inside.close()
    return at, minutes


def situations(reading: Reading) -> tuple[Situation, ...]:
    """The situations, in the order of their numbers; there may be none."""
    made = []
    for file, number, name in _files(reading, "cases", "N-nom.md"):
        opened = reading.page(file)
        if opened is None:
            continue
        reading.references.define("cases", name, Spot(file))
        made.append(_situation(reading, opened, name, number))
    return tuple(made)


def _situation(reading: Reading, opened: tuple[Page, Fields], name: str, number: int) -> Situation:
    page, fields = opened
    _, found = _body(reading, page, tuple(_SPELT))
    _complete(reading, page, found)
    made = Situation(
        id=name,
        number=number,
        title=fields.text("title", needed=True),
        context=found["context"].text if "context" in found else "",
        questions=tuple(text for text, _ in items(found["questions"]))
        if "questions" in found
        else (),
        releases=_releases(reading, found.get("information")),
        voices=_voices(reading, found.get("voices")),
        note=found["note"].text if "note" in found else "",
        services=reading.references.points("services", fields, "services"),
        partners=tuple(text for text, _ in fields.texts("partners")),
    )
    fields.close()
    return made


def _complete(reading: Reading, page: Page, found: dict[str, Part]) -> None:
    for key in ("context", "questions"):
        part = found.get(key)
        if part is None or not part.text:
            spot = part.spot if part else Spot(page.file, page.body_line)
            reading.findings.add(spot, "missing_part", heading=_spelt(key))


def _spelt(key: str) -> str:
    return " / ".join(dict.fromkeys(_SPELT[key]))


def _body(reading: Reading, page: Page, expected: tuple[str, ...]) -> tuple[str, dict[str, Part]]:
    before, listed = parts(page.body, Spot(page.file, page.body_line))
    found: dict[str, Part] = {}
    known = [name for key in expected for name in dict.fromkeys(_SPELT[key])]
    for part in listed:
        key = _HEADINGS.get(part.heading.replace("’", "'").lower(), "")
        if key not in expected:
            reading.findings.add(
                part.spot, "unknown_heading", heading=part.heading, **hints(part.heading, known)
            )
            continue
        if key in found:
            reading.findings.add(part.spot, "duplicate", key="##", value=part.heading)
        found.setdefault(key, part)
    return before, found


def _releases(reading: Reading, part: Part | None) -> tuple[Release, ...]:
    if part is None:
        return ()
    below = Spot(part.spot.file, part.spot.line + 1)
    listed = parts("\n".join(part.lines), below, rank=3)[1]
    for one in listed:
        if not one.text:
            reading.findings.add(one.spot, "missing_part", heading=one.heading)
    if not listed:
        reading.findings.add(part.spot, "missing_part", heading="# …")
    return tuple(Release(one.heading, one.text) for one in listed)


def _voices(reading: Reading, part: Part | None) -> tuple[Voice, ...]:
    made = []
    for text, spot in items(part) if part else ():
        said = _SPEAKER.match(text)
        if said:
            made.append(Voice(said[1].strip(), said[2].strip()))
        else:
            reading.findings.add(spot, "bad_voice")
    return tuple(made)


def _files(reading: Reading, under: str, shape: str) -> Iterator[tuple[str, int, str]]:
    found: list[tuple[str, int, str]] = []
    for path in sorted((reading.folder / under).glob("*.md")):
        file = f"{under}/{path.name}"
        name = _NAME.match(path.name)
        if name:
            found.append((file, int(name[1]), name[2]))
        else:
            reading.findings.add(Spot(file), "bad_name", shape=f"{under}/{shape}")
    numbers: set[int] = set()
    for file, number, named in sorted(found, key=lambda one: one[1]):
        if number in numbers:
            reading.findings.add(Spot(file), "duplicate", key=under, value=number)
        numbers.add(number)
        yield file, number, named
