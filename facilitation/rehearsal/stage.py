"""The room as the simulated people share it: who is there, what is being said, how fast."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any, Final

from facilitation.rehearsal import crowd
from facilitation.rehearsal.ledger import Ledger
from facilitation.rehearsal.line import Site
from facilitation.rehearsal.people import Device, Person
from facilitation.rehearsal.texts import Phrasebook

Json = dict[str, Any]

#: How long a device may take to hold what the others already hold, in seconds.
SEEN: Final = 30.0


@dataclass(slots=True)
class Stage:
    """A rehearsal under way. `step` is the running one, `before` the one that ended last.

    `spokes` says who speaks for a service; `ballot` is the one that is open; `proposers` are the
    tables that write a dire; `on_paper` who votes by paper, by table; `tell` takes what the
    progress display should say.
    """

    site: Site
    ledger: Ledger
    book: Phrasebook
    rng: Random
    pace: float
    lead: Device
    watchers: list[Device]
    tell: Callable[[str], None]
    people: list[Person] = field(default_factory=list)
    spokes: dict[str, str] = field(default_factory=dict)
    step: Json = field(default_factory=dict)
    before: Json = field(default_factory=dict)
    ballot: str | None = None
    round: int = 0
    proposers: list[str] = field(default_factory=list)
    on_paper: dict[str, list[str]] = field(default_factory=dict)

    @property
    def workshop(self) -> Json:
        """The workshop's own record."""
        return next(iter(self.lead.streams.all("workshop").values()), {})

    def all(self, collection: str) -> list[Json]:
        """The facilitator's records of a collection, in the order they came."""
        return list(self.lead.streams.all(collection).values())

    def tables(self) -> list[Json]:
        """The tables at which somebody sits."""
        taken = {person.table for person in self.people}
        tables = [table for table in self.all("tables") if table["id"] in taken]
        return sorted(tables, key=lambda table: int(table["number"]))

    def case_of(self, table: str) -> Json:
        """The situation that a table works on in the present round; empty outside rounds."""
        cases = self.lead.streams.one("tables", table).get("cases", [])
        turn = self.step.get("round") or 0
        key = cases[turn - 1] if 0 < turn <= len(cases) else None
        return self.lead.streams.one("cases", key)

    def last_case(self, table: str) -> Json:
        """The situation that a table knows best: the present one, or the last it was given."""
        present = self.case_of(table)
        cases = self.lead.streams.one("tables", table).get("cases", [])
        known = cases[min(self.round, len(cases)) - 1] if cases and self.round else None
        return present or self.lead.streams.one("cases", known or next(iter(cases), None))

    def everybody(self, act: Callable[[Person], None]) -> None:
        """All devices act at once; those who share one take turns."""
        sharing: dict[int, list[Person]] = {}
        for person in self.people:
            sharing.setdefault(id(person.device), []).append(person)

        def turns(people: list[Person]) -> Callable[[], None]:
            def act_in_turn() -> None:
                for person in people:
                    act(person)

            return act_in_turn

        crowd.together(self.ledger, [turns(people) for people in sharing.values()])
        self.catch_up()

    def catch_up(self) -> None:
        """Wait until the facilitator's page holds what was said so far."""
        name = "facilitators"
        message = self.lead.line.get(
            "snapshot", stream=name, since=str(self.lead.streams.numbers[name])
        )
        number = int(message["streams"][name])
        if not self.lead.streams.wait(lambda: self.lead.streams.numbers[name] >= number, SEEN):
            self.ledger.fault("the facilitator's page stays behind")

    def rapporteurs(self) -> list[Person]:
        """Those who report for their table, by table."""
        found = [person for person in self.people if person.reports]
        return sorted(found, key=lambda person: person.table)

    def minutes(self, count: float) -> float:
        """So many simulated minutes, in real seconds."""
        return count * self.pace

    def wait(self, count: float) -> None:
        """Let simulated minutes pass."""
        if self.pace > 0:
            time.sleep(self.minutes(count))

    def day(self, after: int) -> str:
        """A date so many days after the seminar, as people write deadlines."""
        text = str(self.workshop.get("title_page", {}).get("date", ""))
        try:
            start = date.fromisoformat(text)
        except ValueError:
            start = date(2013, 3, 7)
        return (start + timedelta(days=after)).isoformat()

    def must(self, name: str, payload: Json | None = None, **more: Any) -> Json:
        """A facilitator's command; answers its result, empty when it was refused."""
        return self.lead.send(name, payload, **more).result
