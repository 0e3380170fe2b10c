"""What simulated people write: sentences by kind and situation, never the same twice.

The sentences stand in `sentences/*.toml` and `statements.csv`; nothing here knows a scenario.
"""

import csv
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from threading import Lock
from typing import Any, Final
from unicodedata import combining, normalize

Json = dict[str, Any]

FOLDER: Final = Path(__file__).parent
#: Share of the texts of a case that are general rather than about the case.
GENERAL: Final = 0.3
#: How often a worn-out sentence comes again with another ending, before people only support.
AGAIN: Final = 1


def plain(text: str) -> str:
    """Lower case without accents, for looking up words."""
    decomposed = normalize("NFD", text.lower().replace("’", "'"))
    return "".join(char for char in decomposed if not combining(char))


def mentions(text: str, stems: Iterable[str]) -> bool:
    """Whether one of the stems begins a word of the text."""
    padded = " " + "".join(char if char.isalnum() else " " for char in plain(text))
    return any(f" {plain(stem)}" in padded for stem in stems)


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence, and who is speaking: a cadre, or through them a person of the public."""

    text: str
    public: bool = False


def ended(text: str, ending: str) -> str:
    """A sentence with another ending, unless it already says that."""
    said = " ".join(ending.strip(" ,.").split()[-2:])
    return text if said in text else f"{text.rstrip('.')}{ending}"


class Deck:
    """Sentences dealt one by one; worn out, they come again with another ending."""

    def __init__(self, lines: list[Line], endings: list[str], rng: Random) -> None:
        self._lock = Lock()
        shuffled = rng.sample(lines, len(lines))
        self._cards = self._dealt(shuffled, rng.sample(endings, len(endings)))

    @staticmethod
    def _dealt(lines: list[Line], endings: list[str]) -> Iterator[Line]:
        yield from lines
        for turn in range(AGAIN):
            for place, line in enumerate(lines):
                # What real people wrote stays as they wrote it.
                if endings and not line.public:
                    again = ended(line.text, endings[(turn + place) % len(endings)])
                    if again != line.text:
                        yield Line(again)

    def draw(self) -> Line | None:
        """The next sentence; None once everything was said."""
        with self._lock:
            return next(self._cards, None)


@dataclass(slots=True)
class Phrasebook:
    """Everything that can be said in one language; `draw` deals it out."""

    content: Json
    rng: Random
    _decks: dict[tuple[str, str], Deck] = field(default_factory=dict)
    _lock: Lock = field(default_factory=Lock)

    @classmethod
    def read(cls, language: str, rng: Random) -> "Phrasebook":
        """The sentences of a language; English for one that has none."""
        path = FOLDER / "sentences" / f"{language}.toml"
        if not path.is_file():
            path = FOLDER / "sentences" / "en.toml"
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        if path.stem == "fr":
            content["public"] = read_statements()
        return cls(content, rng)

    def situation(self, case: Json) -> Json:
        """What is known of a situation by the words of its title; empty for an unknown one."""
        title = f"{case.get('id', '')} {case.get('title', '')}"
        for known in self.content["situations"]:
            if mentions(title, known["match"]):
                found: Json = known
                return found
        return {}

    def sheet(self, theme: str) -> Json:
        """What a table writes on the sheet of a theme; the general sheet for an unknown one."""
        subjects = self.content["subjects"]
        found: Json = next(
            (one["sheet"] for one in subjects if one["name"] == theme and "sheet" in one),
            self.content["sheet"],
        )
        return found

    def draw(self, kind: str, case: Json) -> Line | None:
        """A sentence of a kind, mostly about the case; None once everything was said."""
        about = self.situation(case) or self.rng.choice(self.content["situations"])
        general = self.rng.random() < GENERAL
        names = ["", about.get("id", "")] if general else [about["id"], ""]
        for name in names:
            line = self._deck(kind, name, about).draw()
            if line is not None:
                return line
        return None

    def _deck(self, kind: str, name: str, about: Json) -> Deck:
        with self._lock:
            if (kind, name) not in self._decks:
                lines = [Line(text) for text in (about if name else self.content["general"])[kind]]
                if not name:
                    lines += self.content.get("public", {}).get(kind, [])
                endings = self.content["general"]["endings"]
                self._decks[kind, name] = Deck(lines, endings, self.rng)
            return self._decks[kind, name]

    def deal(self, *path: str) -> str:
        """The next sentence of a plain list, over and over; empty when there is no such list."""
        found: Any = self.content
        for name in path:
            found = found.get(name, {})
        if not isinstance(found, list) or not found:
            return ""
        with self._lock:
            key = (".".join(path), "list")
            deck = self._decks.get(key)
            drawn = deck.draw() if deck else None
            if drawn is None:
                lines = [Line(text) for text in found]
                self._decks[key] = Deck(lines, [], self.rng)
                drawn = self._decks[key].draw()
        return drawn.text if drawn else ""

    def lens(self, text: str, lenses: dict[str, Json], *, public: bool) -> str | None:
        """Through whose eyes a text is written, by its words; the public speaks for itself."""
        for word, stems in self.content["lenses"].items():
            fitting = [key for key, lens in lenses.items() if mentions(lens["name"], [word])]
            if fitting and (mentions(text, stems) or (public and word in self.content["users"])):
                return fitting[0]
        return None

    def tags(self, text: str) -> list[str]:
        """What a text would be marked as, by its words."""
        return [tag for tag, stems in self.content["tags"].items() if mentions(text, stems)]


def read_statements() -> dict[str, list[Line]]:
    """The answers of the public, by kind; their source and licence are in SOURCES.md."""
    with (FOLDER / "statements.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    kinds = {row["kind"] for row in rows}
    return {
        kind: [Line(row["text"], public=True) for row in rows if row["kind"] == kind]
        for kind in sorted(kinds)
    }
