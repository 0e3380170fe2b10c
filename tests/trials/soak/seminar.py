"""The seminar that is soaked: the rehearsal's people at the pace of a real day, on a server whose
hours are shorter, behind a network that is not kind.
"""

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

from facilitation.rehearsal import arrivals, checks, day
from facilitation.rehearsal.ledger import Ledger
from facilitation.rehearsal.line import Line, Site
from facilitation.rehearsal.people import Device
from facilitation.rehearsal.stage import Stage
from facilitation.rehearsal.texts import Phrasebook
from tests.support.serving import Server
from tests.trials.proxy import Proxy
from tests.trials.soak.gauges import Gauges, Reading, Watching
from tests.trials.soak.hours import Hours
from tests.trials.soak.troubles import Troubles

Json = dict[str, Any]
#: Beyond this a link would be too old before anybody could follow it.
FASTEST = 120
#: Open files that may stay when everybody hung up: connections of the database.
LEFT_OPEN = 6
#: Beside the facilitator: their colleague, three screens, the observer, a table's own device.
MORE = ("facilitator", "screen", "screen", "screen", "observer", "table")


@dataclass(frozen=True)
class Wanted:
    """How large and how fast: `minute` is the real seconds of a simulated one; `every` those
    between two looks at the server.
    """

    scenario: str = "belfort-2013"
    people: int = 60
    minute: float = 3.0
    #: The same, for what befalls the room: a short day has fewer mishaps, not faster ones.
    mishap: float = 3.0
    every: float = 6.0
    #: How often a phone comes back in the burst at the end.
    burst: int = 600


#: A day of seconds, for the continuous integration.
SHORT = Wanted("team-half-day", 6, minute=0.01, mishap=0.2, every=0.5, burst=120)


class HastenedServer(Server):
    """The server of `hastened`."""

    program = ("-m", "tests.trials.soak.hastened")

    @property
    def port(self) -> int:
        """Its own; the addresses that it tells are the network's."""
        left = json.loads((self.folder / "data" / "server.json").read_text("utf-8"))
        return urlsplit(left["local"]).port or 0


@dataclass
class Soaked:
    """What is known at the end of the day."""

    ledger: Ledger
    readings: list[Reading]
    hours: Hours
    counts: dict[str, int]
    minutes: float = 0.0
    #: What each line that fell off and came back left in memory, in KB.
    line_kb: float = 0.0
    files_before: int = 0
    files_after: int = 0
    missing: list[str] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)
    twice: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    traces: int = 0


def run(folder: Path, wanted: Wanted) -> Soaked:
    """Play the day, and look at what is left of it."""
    with ExitStack() as stack:
        proxy = stack.enter_context(Proxy(0))
        faster = str(min(FASTEST, round(60 / wanted.minute)))
        server = stack.enter_context(
            HastenedServer(
                folder,
                *("--scenario", wanted.scenario),
                TABLEE_PUBLIC_URL=f"{proxy.root}/",
                TRIALS_FASTER=faster,
                TABLEE_FASTER=faster,
            )
        )
        proxy.lead_to(server.port)
        gauges, hours = Gauges(server), Hours(wanted.minute)
        before = gauges.files()
        with _room(server, proxy, wanted, hours) as (stage, second):
            soaked = _Day(stage, second, proxy, gauges, wanted, hours).soaked()
        # What walked off without a word is found out by pings; what only asked, after a while.
        proxy.tear()
        soaked.files_before, soaked.files_after = before, gauges.settled(before + LEFT_OPEN)
        soaked.traces = server.log.read_text("utf-8", "replace").count("Traceback")
        return soaked


@contextmanager
def _room(
    server: Server, proxy: Proxy, wanted: Wanted, hours: Hours
) -> Iterator[tuple[Stage, Device]]:
    """The stage before anybody came; everybody hangs up at the end."""
    ledger, site = Ledger(), Site(f"{proxy.root}/", server.addresses.code)
    lead = _device(site, ledger, "facilitator", server.addresses.facilitator)
    second, *watchers = [_brought_in(lead, role) for role in MORE]
    workshop = next(iter(lead.streams.all("workshop").values()))
    rng = Random(1)  # noqa: S311 - a dice
    book = Phrasebook.read(workshop["language"], rng)
    stage = Stage(site, ledger, book, rng, wanted.minute, lead, watchers, hours.tell)
    try:
        yield stage, second
    finally:
        phones = {id(one.device): one.device for one in stage.people}
        for device in (lead, second, *watchers, *phones.values()):
            device.ear.close()
            device.line.session.close()


def _device(site: Site, ledger: Ledger, role: str, link: str) -> Device:
    device = Device.new(Line(site, ledger, role))
    device.line.follow(link)
    device.ear.open()
    return device


def _brought_in(lead: Device, role: str) -> Device:
    """Another device, by a link that the facilitator makes for it."""
    table = "1" if role == "table" else None
    _status, made = lead.line.post("links", {"role": role, "table": table})
    name = f"table:{table}" if table else role
    return _device(lead.line.site, lead.line.ledger, name, made["address"])


@dataclass
class _Day:
    """What a day is made of."""

    stage: Stage
    second: Device
    proxy: Proxy
    gauges: Gauges
    wanted: Wanted
    hours: Hours
    _seen: int = 0

    def soaked(self) -> Soaked:
        """Play it, and put together what is known of it."""
        stage, troubles = (
            self.stage,
            Troubles(self.stage, self.proxy, self.second, self.wanted.mishap),
        )
        with Watching(self._look, self.wanted.every) as watching, troubles:
            self._play()
        soaked = Soaked(stage.ledger, watching.readings, self.hours, troubles.counts)
        soaked.minutes = self.hours.now()
        soaked.line_kb = self._burst()
        stage.watchers.append(self.second)
        soaked.missing, soaked.stale = checks.missing(stage), checks.stale(stage)
        soaked.twice = _twice(stage)
        soaked.faults = [*troubles.faults, *stage.ledger.faults, *map(str, stage.ledger.refusals)]
        return soaked

    def _play(self) -> None:
        stage = self.stage
        seats = arrivals.places(stage, self.wanted.people)
        # A rehearsal cuts idle steps short; a day does not.
        with patch.object(day, "IDLE", 24 * 60):
            day.play(stage, seats, lambda: arrivals.by_phone(stage, seats))

    def _look(self) -> Reading:
        answered = self.stage.ledger.latencies[self._seen :]
        self._seen += len(answered)
        return self.gauges.read(self.hours.now(), answered)

    def _burst(self) -> float:
        """Everybody falls off and comes back again and again; what each time leaves, in KB."""
        phones = [one.device for one in self.stage.people]
        turns = max(2, self.wanted.burst // len(phones))
        self._fall_off(phones, turns // 2)  # the first fill what is reused ever after
        before = self.gauges.memory()
        self._fall_off(phones, turns)
        return (self.gauges.memory() - before) * 1024 / (turns * len(phones))

    def _fall_off(self, phones: list[Device], turns: int) -> None:
        with ThreadPoolExecutor(4) as hands:
            for _turn in range(turns):
                list(hands.map(_come_back, phones))


def _come_back(phone: Device) -> None:
    phone.ear.close()
    phone.ear.open()


def _twice(stage: Stage) -> list[str]:
    """What stands in the room and was never acknowledged to anybody: a second one of something."""
    records = stage.lead.line.get("snapshot")["records"]
    strange = [
        number
        for number, one in records["contributions"].items()
        if not one["origin"] and number not in stage.ledger.texts
    ]
    people = len(records["participants"]) - len(stage.people)
    return strange + ([f"{people} people too many"] if people else [])
