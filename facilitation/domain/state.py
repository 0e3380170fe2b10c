"""The state of one workshop in memory: records by collection, their versions, a few indexes.

Changes enter by `apply` only; rules live in the features.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, TypeVar, cast

from facilitation.domain.core import Change, Drop, Put, Refused
from facilitation.domain.numbering import is_near, spelt
from facilitation.domain.records import (
    COLLECTIONS,
    Action,
    Ballot,
    Case,
    Contribution,
    Life,
    Participant,
    Record,
    Screen,
    Statement,
    Step,
    Table,
    Theme,
    Workshop,
)

R = TypeVar("R", bound=Record)

#: Families of human numbers: contributions by kind, themes, ballots, statements, actions...
NUMBERED: Final = frozenset(
    {"ATT", "POS", "PRO", "ACT", "THM", "VOT", "DIR", "ENG", "PTU", "MSG", "PER"}
)


@dataclass(frozen=True, slots=True)
class Before:
    """One record around a command: as it was, and as the command left it."""

    collection: str
    id: str
    before: Record | None
    after: Record | None


@dataclass(slots=True)
class Done:
    """An undoable command: by whom, its name, the records around it.

    `undoes` is the command that this one undid, if it is an undo.
    """

    by: str
    name: str
    records: list[Before]
    undone: bool = False
    undoes: int | None = None


@dataclass(slots=True)
class State:
    """Records by collection and id. `seq` numbers the last event folded in, `versions` the last
    that put each record; `done` has facilitators' commands by their first event, `merged` the
    entries that each took in, `former` the lives before an archive, which no log tells of.
    """

    seq: int = 0
    collections: dict[str, dict[str, Record]] = field(
        default_factory=lambda: {name: {} for name in COLLECTIONS}
    )
    versions: dict[tuple[str, str], int] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    counters: dict[str, int] = field(default_factory=dict)
    themed: dict[str, dict[str, None]] = field(default_factory=dict)
    merged: dict[str, dict[str, None]] = field(default_factory=dict)
    done: dict[int, Done] = field(default_factory=dict)
    former: tuple[Life, ...] = ()

    def apply(self, changes: Iterable[Change]) -> None:
        """Put and drop records, at the state's present `seq`."""
        for change in changes:
            if isinstance(change, Put):
                self._put(change.collection, change.record.id, change.record)
            elif isinstance(change, Drop):
                self._put(change.collection, change.id, None)

    def _put(self, collection: str, key: str, record: Record | None) -> None:
        records = self.collections[collection]
        if collection == "contributions":
            self._index(cast("Contribution | None", records.get(key)), record)
        elif collection == "participants":
            self._merge(cast("Participant | None", records.get(key)), record)
        if record is None:
            records.pop(key, None)
        else:
            records[key] = record
            self._count(key)
        self.versions[collection, key] = self.seq

    def _count(self, key: str) -> None:
        prefix, _, number = key.rpartition("-")
        if prefix in NUMBERED and number.isdigit():
            self.counters[prefix] = max(self.counters.get(prefix, 0), int(number))

    def _index(self, old: Contribution | None, new: Record | None) -> None:
        if old is not None and old.theme:
            self.themed.get(old.theme, {}).pop(old.id, None)
        if isinstance(new, Contribution) and new.theme and new.state == "posted":
            self.themed.setdefault(new.theme, {})[new.id] = None

    def _merge(self, old: Participant | None, new: Record | None) -> None:
        if old is not None and old.merged_into:
            self.merged.get(old.merged_into, {}).pop(old.id, None)
        if isinstance(new, Participant) and new.merged_into:
            self.merged.setdefault(new.merged_into, {})[new.id] = None

    def find(self, collection: str, key: str | None) -> Record | None:
        """The record, or None."""
        return self.collections[collection].get(key) if key else None

    def need(self, collection: str, key: str | None, code: str = "not_found") -> Record:
        """The record, or a refusal that tells nothing more than that it is not there."""
        record = self.find(collection, key)
        if record is None:
            raise Refused(code, collection=collection, id=key or "")
        return record

    def _all(self, collection: str, kind: type[R]) -> Iterator[R]:
        return cast("Iterator[R]", iter(self.collections[collection].values()))

    @property
    def workshop(self) -> Workshop:
        """The workshop's own record."""
        return next(self._all("workshop", Workshop))

    @property
    def screen(self) -> Screen:
        """What the projector shows."""
        return next(self._all("screen", Screen))

    def step(self, key: str | None) -> Step:
        """The step, or a refusal."""
        return cast("Step", self.need("steps", key, "unknown_step"))

    def case(self, key: str | None) -> Case:
        """The case, or a refusal."""
        return cast("Case", self.need("cases", key, "unknown_case"))

    def table(self, key: str | None) -> Table:
        """The table, or a refusal."""
        return cast("Table", self.need("tables", key, "unknown_table"))

    def participant(self, key: str | None) -> Participant:
        """The participant, or a refusal."""
        return cast("Participant", self.need("participants", key, "unknown_participant"))

    def present(self, key: str | None) -> Participant:
        """The participant, still on the list, or a refusal."""
        participant = self.participant(key)
        if participant.state != "present":
            raise Refused("unknown_participant")
        return participant

    def contribution(self, key: str | None) -> Contribution:
        """The contribution, or a refusal."""
        return cast("Contribution", self.need("contributions", key, "unknown_contribution"))

    def theme(self, key: str | None) -> Theme:
        """The theme, or a refusal."""
        return cast("Theme", self.need("themes", key, "unknown_theme"))

    def ballot(self, key: str | None) -> Ballot:
        """The ballot, or a refusal."""
        return cast("Ballot", self.need("ballots", key, "unknown_ballot"))

    def action(self, key: str | None) -> Action:
        """The action, or a refusal."""
        return cast("Action", self.need("actions", key, "unknown_action"))

    def statement(self, key: str | None) -> Statement:
        """The dire de l'État, or a refusal."""
        return cast("Statement", self.need("statements", key, "unknown_statement"))

    def steps(self) -> list[Step]:
        """The running order, in order."""
        return sorted(self._all("steps", Step), key=lambda step: step.position)

    def cases(self) -> list[Case]:
        """The situations, in order."""
        return sorted(self._all("cases", Case), key=lambda case: case.number)

    def tables(self) -> list[Table]:
        """The tables, in order."""
        return sorted(self._all("tables", Table), key=lambda table: table.number)

    def participants(self) -> list[Participant]:
        """Everybody who ever joined, in order of arrival."""
        return list(self._all("participants", Participant))

    def contributions(self) -> list[Contribution]:
        """All contributions, in order of arrival."""
        return list(self._all("contributions", Contribution))

    def themes(self) -> list[Theme]:
        """The live themes, in the board's order."""
        live = (theme for theme in self._all("themes", Theme) if theme.state == "live")
        return sorted(live, key=lambda theme: (theme.position, theme.id))

    def ballots(self) -> list[Ballot]:
        """All ballots, in order of opening."""
        return list(self._all("ballots", Ballot))

    def actions(self) -> list[Action]:
        """The live action sheets, in order of number."""
        live = (action for action in self._all("actions", Action) if action.state == "live")
        return sorted(live, key=lambda action: (len(action.id), action.id))

    def statements(self) -> list[Statement]:
        """The dires de l'État that stand, in order of number."""
        kept = (one for one in self._all("statements", Statement) if one.state != "removed")
        return sorted(kept, key=lambda statement: (len(statement.id), statement.id))

    def entries(self, key: str) -> frozenset[str]:
        """All entries of one person: their own, and those that were merged into it."""
        return frozenset({key}).union(*map(self.entries, self.merged.get(key, ())))

    def name_of(self, key: str | None) -> str:
        """The name a person gave: under their own entry, else under one merged into it."""
        if key is None or key in self.names:
            return self.names.get(key or "", "")
        given = (self.names[one] for one in sorted(self.entries(key)) if one in self.names)
        return next(given, "")

    def current_step(self) -> Step | None:
        """The step the room is in, if the day has begun."""
        return cast("Step | None", self.find("steps", self.workshop.step))

    def next_number(self, prefix: str, width: int, given: str | None = None) -> str:
        """The next human number of a family; after a restore, the one `given` before if it is
        free still. No number is given twice.
        """
        last = self.counters.get(prefix, 0)
        if given is not None and is_near(given, prefix, width, last) and self._may_return(given):
            return given
        return spelt(prefix, width, last + 1)

    def _may_return(self, number: str) -> bool:
        known = any((name, number) in self.versions for name in self.collections)
        return bool(self.former or self.workshop.lives) and not known
