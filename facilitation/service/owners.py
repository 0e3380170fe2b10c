"""Whose own stream each record goes to, and went to: who loses a record is told as well."""

from collections.abc import Iterable

from facilitation.domain.state import State
from facilitation.service.streams import Key
from facilitation.views.projection import personal


class Owners:
    """The person that each record belonged to when it was last told, and back."""

    def __init__(self, state: State) -> None:
        self._owners: dict[Key, str] = {}
        self._owned: dict[str, dict[Key, None]] = {}
        for collection, records in state.collections.items():
            for key, record in records.items():
                self._give((collection, key), personal(collection, record))

    def of(self, person: str) -> list[Key]:
        """The records of somebody's own stream, in the order in which they became theirs."""
        return list(self._owned.get(person, ()))

    def _give(self, key: Key, owner: str | None) -> None:
        before = self._owners.pop(key, None)
        if before is not None and before != owner:
            self._owned[before].pop(key)
        if owner is not None:
            self._owners[key] = owner
            self._owned.setdefault(owner, {})[key] = None

    def concerned(self, state: State, changed: Iterable[Key]) -> dict[str, list[Key]]:
        """The changed records by person: whose they are, and whose they were."""
        by_person: dict[str, list[Key]] = {}
        for collection, key in changed:
            record = state.find(collection, key)
            owner = personal(collection, record) if record is not None else None
            before = self._owners.get((collection, key))
            self._give((collection, key), owner)
            for person in {owner, before} - {None}:
                by_person.setdefault(str(person), []).append((collection, key))
        return by_person
