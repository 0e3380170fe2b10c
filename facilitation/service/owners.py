"""Whose own stream each record goes to, and went to: who loses a record is told as well."""

from collections.abc import Iterable

from facilitation.domain.state import State
from facilitation.service.streams import Key
from facilitation.views.projection import personal


class Owners:
    """The person that each record belonged to when it was last told."""

    def __init__(self, state: State) -> None:
        self._owners: dict[Key, str] = {}
        for collection, records in state.collections.items():
            for key, record in records.items():
                owner = personal(collection, record)
                if owner is not None:
                    self._owners[collection, key] = owner

    def concerned(self, state: State, changed: Iterable[Key]) -> dict[str, list[Key]]:
        """The changed records by person: whose they are, and whose they were."""
        by_person: dict[str, list[Key]] = {}
        for collection, key in changed:
            record = state.find(collection, key)
            owner = personal(collection, record) if record is not None else None
            before = self._owners.pop((collection, key), None)
            if owner is not None:
                self._owners[collection, key] = owner
            for person in {owner, before} - {None}:
                by_person.setdefault(str(person), []).append((collection, key))
        return by_person
