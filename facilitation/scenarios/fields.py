"""The keys of a YAML mapping, asked for one by one; every wrong shape is told with its line.

Asking is what makes a key known: `close` names those that nobody asked for.
"""

import difflib
import re
from collections.abc import Collection, Iterator
from typing import Final

import yaml

from facilitation.scenarios.pages import Page
from facilitation.scenarios.problems import Findings, Spot

_CLOCK: Final = re.compile(r"^([01]?\d|2[0-3])[:hH]([0-5]\d)$")
_YES: Final = frozenset({"true", "yes", "oui", "on"})
_NO: Final = frozenset({"false", "no", "non", "off"})
_ID: Final = re.compile(r"^[a-z0-9]+(-[a-z0-9]+)*$")


def hints(value: str, known: Collection[str]) -> dict[str, str]:
    """How to mend a name that is not among those known."""
    near = difflib.get_close_matches(value, known, 1)
    listed = ", ".join(known) or "–"
    if near:
        return {
            "hint_fr": f"Vouliez-vous dire «\u00a0{near[0]}\u00a0»\u202f? "
            f"Possibles\u00a0: {listed}.",
            "hint_en": f"Did you mean “{near[0]}”? Possible: {listed}.",
        }
    return {"hint_fr": f"Possibles\u00a0: {listed}.", "hint_en": f"Possible: {listed}."}


class Fields:
    """One mapping of the front matter."""

    def __init__(self, page: Page, node: yaml.MappingNode, findings: Findings) -> None:
        self.page = page
        self.spot = page.spot(node)
        self._findings = findings
        self._asked: set[str] = set()
        self._nodes: dict[str, yaml.Node] = {}
        self._keys: dict[str, Spot] = {}
        for key, value in node.value:
            self._note(key, value)

    def _note(self, key: yaml.Node, value: yaml.Node) -> None:
        name = str(key.value)
        if name in self._nodes:
            self._findings.add(self.page.spot(key), "duplicate_key", key=name)
        self._nodes[name] = value
        self._keys[name] = self.page.spot(key)

    def at(self, key: str) -> Spot:
        """Where a key stands; the mapping itself when it does not."""
        return self._keys.get(key, self.spot)

    def node(self, key: str, *, needed: bool = False) -> yaml.Node | None:
        """What a key holds; a problem when it is needed and absent or empty."""
        self._asked.add(key)
        node = self._nodes.get(key)
        if node is not None and node.tag == "tag:yaml.org,2002:null":
            node = None
        if node is None and needed:
            self._findings.add(self.at(key), "missing_key", key=key)
        return node

    def text(self, key: str, default: str = "", *, needed: bool = False) -> str:
        """A text; lines of a folded text are kept as YAML gives them."""
        node = self.node(key, needed=needed)
        if node is None:
            return default
        return self._scalar(key, node, default).strip()

    def _scalar(self, key: str, node: yaml.Node, default: str) -> str:
        if isinstance(node, yaml.ScalarNode):
            return str(node.value)
        self._wrong(key, node, ("un texte", "a text", f'{key}: "…"'))
        return default

    def _wrong(self, key: str, node: yaml.Node, wanted: tuple[str, str, str]) -> None:
        fr, en, example = wanted
        spot = self.page.spot(node)
        self._findings.add(
            spot, "wrong_shape", key=key, wanted_fr=fr, wanted_en=en, example=example
        )

    def identifier(self, key: str = "id") -> str:
        """A short name: lower-case letters, digits and hyphens."""
        node, value = self.node(key, needed=True), self.text(key)
        if node is not None and value and not _ID.match(value):
            wanted = (
                "fait de minuscules sans accent, de chiffres et de tirets",
                "made of lower-case letters, digits and hyphens",
                f"{key}: eau-et-risques",
            )
            self._wrong(key, node, wanted)
        return value

    def number(self, key: str, default: int = 0, *, needed: bool = False) -> int:
        """A whole number from 0 up."""
        node = self.node(key, needed=needed)
        if node is None:
            return default
        if isinstance(node, yaml.ScalarNode) and re.fullmatch(r"\d{1,6}", node.value):
            return int(node.value)
        self._wrong(key, node, ("un nombre entier", "a whole number", f"{key}: 20"))
        return default

    def clock(self, key: str, default: int = 0, *, needed: bool = False) -> int:
        """A time of day, in minutes since midnight."""
        node = self.node(key, needed=needed)
        if node is None:
            return default
        read = _CLOCK.match(node.value) if isinstance(node, yaml.ScalarNode) else None
        if read:
            return int(read[1]) * 60 + int(read[2])
        self._wrong(key, node, ("une heure", "a time of day", f'{key}: "9:25"'))
        return default

    def flag(self, key: str, *, default: bool) -> bool:
        """Yes or no."""
        node = self.node(key)
        if node is None:
            return default
        word = str(node.value).lower()
        if word not in _YES | _NO:
            self._wrong(key, node, ("true ou false", "true or false", f"{key}: true"))
        return word in _YES

    def choice(self, key: str, known: Collection[str], default: str = "") -> str:
        """One of the values that exist; needed when there is no default."""
        value = self.text(key, default, needed=not default)
        if value and value not in known:
            self._findings.add(
                self.at(key), "unknown_value", key=key, value=value, **hints(value, known)
            )
        return value

    def texts(self, key: str, *, needed: bool = False) -> list[tuple[str, Spot]]:
        """A list of texts, each with its line."""
        return [
            (self._scalar(key, node, "").strip(), self.page.spot(node))
            for node in self._sequence(key, needed=needed)
        ]

    def choices(
        self, key: str, known: Collection[str], default: tuple[str, ...] = ()
    ) -> tuple[str, ...]:
        """A list of values that exist."""
        found = self.texts(key)
        for value, spot in found:
            if value not in known:
                self._findings.add(
                    spot, "unknown_value", key=key, value=value, **hints(value, known)
                )
        return tuple(value for value, _ in found) or default

    def mappings(self, key: str, *, needed: bool = False) -> Iterator["Fields"]:
        """A list of mappings."""
        for node in self._sequence(key, needed=needed):
            if isinstance(node, yaml.MappingNode):
                yield Fields(self.page, node, self._findings)
            else:
                wanted = ("une suite de clés", "a group of keys", f"{key}: [{{id: …}}]")
                self._wrong(key, node, wanted)

    def mapping(self, key: str, *, needed: bool = False) -> "Fields | None":
        """A mapping inside this one."""
        node = self.node(key, needed=needed)
        if node is None or isinstance(node, yaml.MappingNode):
            return Fields(self.page, node, self._findings) if node is not None else None
        self._wrong(key, node, ("une suite de clés", "a group of keys", f"{key}:\n      …: …"))
        return None

    def pairs(self, key: str) -> Iterator[tuple[str, str, Spot]]:
        """A mapping whose keys are free: word, meaning, line."""
        inside = self.mapping(key, needed=True)
        for name in inside._nodes if inside else ():
            if inside:
                yield name, inside.text(name, needed=True), inside.at(name)

    def _sequence(self, key: str, *, needed: bool) -> list[yaml.Node]:
        node = self.node(key, needed=needed)
        if node is None:
            return []
        if isinstance(node, yaml.SequenceNode):
            if needed and not node.value:
                self._findings.add(self.at(key), "missing_key", key=key)
            return list(node.value)
        self._wrong(key, node, ("une liste", "a list", f"{key}: [a, b]"))
        return []

    def lines(self, key: str) -> range:
        """The lines that a key's value covers."""
        node = self._nodes.get(key)
        if node is None:
            return range(0)
        return range(self.at(key).line, node.end_mark.line + self.page.offset + 1)

    def close(self) -> None:
        """Name the keys that nobody asked for."""
        for key, spot in self._keys.items():
            if key not in self._asked:
                known = sorted(self._asked)
                self._findings.add(spot, "unknown_key", key=key, **hints(key, known))
