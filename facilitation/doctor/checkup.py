"""All checks, in the order in which one would mend things, and how they are told."""

import tempfile
import warnings
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from rich.console import Console
from urllib3.exceptions import InsecureRequestWarning

from facilitation import addresses, concurrency, purging, serving
from facilitation.doctor import certificate, house, machine, network, phone
from facilitation.doctor.finding import Finding, beware, good
from facilitation.doctor.sentences import LEVELS, TOPICS, sentence
from facilitation.settings import Settings
from facilitation.store.engine import sqlite_path

_MARKS: Final = {
    "good": ("✓", "green"),
    "beware": ("!", "yellow"),
    "wrong": ("✗", "bold red"),
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What would be served: from which address and port, which scenario; told in a language."""

    host: str
    port: int
    scenario: str
    language: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where this machine is on its network, and whether a Tablée answers there already."""

    chosen: str
    known: list[str]
    origin: str
    port: int
    served: bool


def run(settings: Settings, wanted: Wanted, console: Console) -> int:
    """Check and tell; 0 when nothing has to be mended before the day, else 1."""
    worst = 0
    for topic, finding in findings(settings, wanted):
        _tell(console, topic, finding, wanted.language)
        worst = max(worst, finding.level == "wrong")
    console.print(sentence("ended_wrong" if worst else "ended_well", wanted.language))
    return int(worst)


def findings(settings: Settings, wanted: Wanted) -> Iterator[tuple[str, Finding]]:
    """Every finding under its topic, as soon as it is known."""
    # Looking at a certificate that nobody vouches for is what this command is for.
    warnings.filterwarnings("ignore", category=InsecureRequestWarning)
    place = _place(settings, wanted)
    host = urlsplit(place.origin).hostname or ""
    data = settings.data_dir
    for topic, found in (
        ("network", network.addresses(place.chosen, place.known, place.origin)),
        ("network", network.name(settings.public_url, place.known)),
        ("port", network.port(place.port, served=place.served)),
        ("port", network.firewall(place.port)),
        ("clock", machine.clock(datetime.now().astimezone(), _written())),
        ("power", machine.power()),
        ("data", machine.data(data)),
        ("data", machine.disk(data)),
        (
            "backup",
            machine.backups(Path(settings.backup_dir) if settings.backup_dir else None, data),
        ),
        ("tls", certificate.certificate(settings.tls_cert, settings.tls_key, host)),
        ("retention", _retention(settings)),
        ("scenario", house.scenario(settings.scenarios, wanted.scenario, wanted.language)),
        ("program", house.libraries()),
        ("program", house.browser()),
        ("phone", _phone(settings, wanted, place)),
    ):
        for finding in found:
            yield topic, finding


def _retention(settings: Settings) -> Iterator[Finding]:
    """Which workshops are kept, and until when."""
    path = sqlite_path(settings.database)
    if path is not None and not path.exists():
        return
    built = serving.build(settings)
    try:
        due = purging.due(built)
        for code, day in purging.until(built):
            told = {"workshop": code, "date": day.isoformat()}
            yield beware("retention_due", **told) if code in due else good("retention", **told)
    finally:
        built.close()


def _written() -> float:
    """When the program's own files were written: no clock can be earlier."""
    return Path(__file__).stat().st_mtime


def _place(settings: Settings, wanted: Wanted) -> Place:
    """A server that runs says where it is; otherwise where one would be."""
    known = serving.known(settings)
    chosen = addresses.lan_address(wanted.host)
    served = bool(known) and phone.is_served(known["local"])
    if served:
        origin = known["address"]
        port = urlsplit(known["local"]).port or wanted.port
        host = urlsplit(origin).hostname or chosen
        chosen = host if addresses.is_address(host) else chosen
    else:
        scheme = "https" if settings.tls_cert else "http"
        port = wanted.port
        origin = settings.public_url or f"{scheme}://{chosen}:{port}/"
    return Place(chosen, network.own_addresses(), origin, port, served)


def _phone(settings: Settings, wanted: Wanted, place: Place) -> Iterator[Finding]:
    """The join page of the server that runs, or of one that serves for this check alone."""
    if place.served:
        yield from phone.page(f"{place.origin}w/{_latest(settings)}")
        return
    with tempfile.TemporaryDirectory(prefix="tablee-") as folder:
        apart = replace(settings, data_dir=Path(folder), database_url="", public_url="")
        yield from _tried(apart, wanted, place.chosen)


def _latest(settings: Settings) -> str:
    built = serving.build(settings)
    try:
        return next(reversed(built.rooms.codes()), "")
    finally:
        built.close()


def _tried(settings: Settings, wanted: Wanted, chosen: str) -> Iterator[Finding]:
    built = serving.build(settings)
    try:
        room = serving.create(built, wanted.scenario)
        listener = concurrency.listen(wanted.host, 0)
        port = listener.getsockname()[1]
        built.address = f"http://{chosen}:{port}/"
        concurrency.spawn(concurrency.serve, listener, built.app)
        yield from phone.page(f"{built.address}w/{room.code}")
    finally:
        built.close()


def _tell(console: Console, topic: str, finding: Finding, language: str) -> None:
    mark, style = _MARKS[finding.level]
    said = sentence(finding.code, language, **finding.details)
    level = LEVELS[language][finding.level]
    console.print(f"{mark} {TOPICS[language][topic]} ({level}) : {said}", style=style, markup=False)
