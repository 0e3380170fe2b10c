"""A rehearsal from the first phone to the last check; the command line says where and with whom."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random
from typing import Final

from facilitation.rehearsal import arrivals, checks, day
from facilitation.rehearsal.arrivals import Links
from facilitation.rehearsal.ledger import Ledger
from facilitation.rehearsal.line import Line, Site
from facilitation.rehearsal.people import Device
from facilitation.rehearsal.stage import Stage
from facilitation.rehearsal.texts import Phrasebook

WATCHING: Final = ("screen", "observer")


@dataclass(frozen=True, slots=True)
class Wanted:
    """How many people, by which devices, how fast: `pace` is the seconds of a simulated minute."""

    participants: int = 60
    devices: bool = False
    pace: float = 1.0


@dataclass(frozen=True, slots=True)
class Outcome:
    """The books of a rehearsal, and what was wrong at its end: both lists are empty when well."""

    ledger: Ledger
    people: int
    devices: int
    missing: list[str] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)

    @property
    def well(self) -> bool:
        """Nothing missing, nothing stale, no fault, no refusal that nobody expected."""
        return not (self.missing or self.stale or self.ledger.faults or self.ledger.refusals)


def play(
    site: Site, links: Links, wanted: Wanted, ledger: Ledger, tell: Callable[[str], None]
) -> Outcome:
    """Play the day on a running server. `links` mints a one-use link for a role (and a table)."""
    stage = _stage(site, links, wanted, ledger, tell)
    try:
        seats = arrivals.places(stage, wanted.participants)
        come = arrivals.by_device if wanted.devices else arrivals.by_phone
        more = (links,) if wanted.devices else ()
        day.play(stage, seats, lambda: come(stage, seats, *more))
        tell("")
        phones = {id(person.device) for person in stage.people}
        return Outcome(
            ledger, len(stage.people), len(phones), checks.missing(stage), checks.stale(stage)
        )
    finally:
        _hang_up(stage)


def _stage(
    site: Site, links: Links, wanted: Wanted, ledger: Ledger, tell: Callable[[str], None]
) -> Stage:
    rng = Random(site.code)  # noqa: S311 - a play, not a secret
    lead = _device(site, ledger, links, "facilitator")
    watchers = [_device(site, ledger, links, role) for role in WATCHING]
    workshop = next(iter(lead.streams.all("workshop").values()))
    book = Phrasebook.read(workshop["language"], rng)
    return Stage(site, ledger, book, rng, wanted.pace, lead, watchers, tell)


def _device(site: Site, ledger: Ledger, links: Links, role: str) -> Device:
    device = Device.new(Line(site, ledger, role))
    device.line.follow(links(role, None))
    device.ear.open()
    return device


def _hang_up(stage: Stage) -> None:
    devices = {id(person.device): person.device for person in stage.people}
    for device in (stage.lead, *stage.watchers, *devices.values()):
        device.ear.close()
