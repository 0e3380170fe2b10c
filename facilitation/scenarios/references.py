"""What a scenario defines and what it points to: duplicates and dead references, with lines."""

from collections.abc import Collection

from facilitation.scenarios.fields import Fields, hints
from facilitation.scenarios.problems import Findings, Spot


class References:
    """Names by family (services, poles…); pointers are checked once everything is read."""

    def __init__(self, findings: Findings) -> None:
        self.findings = findings
        self._known: dict[str, dict[str, Spot]] = {}
        self._pointers: list[tuple[str, str, str, Spot]] = []

    def define(self, family: str, name: str, spot: Spot) -> None:
        """A name exists from now on."""
        names = self._known.setdefault(family, {})
        if name and name in names:
            self.findings.add(spot, "duplicate", key=family, value=name)
        names.setdefault(name, spot)

    def point(self, family: str, fields: Fields, key: str) -> str:
        """A key that holds one name."""
        name = fields.text(key, needed=True)
        if name:
            self._pointers.append((family, key, name, fields.at(key)))
        return name

    def points(self, family: str, fields: Fields, key: str) -> tuple[str, ...]:
        """A key that holds a list of names."""
        found = fields.texts(key)
        self._pointers.extend((family, key, name, spot) for name, spot in found)
        return tuple(name for name, _ in found)

    def where(self, family: str, name: str) -> Spot:
        """Where a name is defined."""
        return self._known.get(family, {}).get(name, Spot("scenario.md"))

    def names(self, family: str) -> Collection[str]:
        """All names of a family."""
        return self._known.get(family, {}).keys()

    def check(self) -> None:
        """Tell each pointer that leads nowhere; a family whose file was refused says nothing."""
        refused = bool(self.findings.problems)
        for family, key, name, spot in self._pointers:
            known = self.names(family)
            if name not in known and (known or not refused):
                self.findings.add(
                    spot, "unknown_reference", key=key, value=name, **hints(name, list(known))
                )
