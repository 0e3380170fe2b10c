"""`rehearse`: finds the server of this machine, mints the links it needs, shows how it goes, wipes.

Only workshops in which nobody real has written are played in, and only those are wiped.
"""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import requests
from rich.console import Console
from rich.live import Live
from rich.table import Table
from rich.text import Text

from facilitation import links, purging, serving
from facilitation.domain.core import Refused
from facilitation.domain.records import Contribution
from facilitation.factory import Built
from facilitation.rehearsal import run
from facilitation.rehearsal.ledger import Ledger
from facilitation.rehearsal.line import Site
from facilitation.service.room import Room
from facilitation.settings import Settings
from facilitation.speech import say

#: How long a server of this machine may take to say that it is there, in seconds.
HEALTH: Final = 5
MOST_LINES: Final = 12


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asked for."""

    code: str | None
    participants: int
    scenario: str
    devices: bool
    pace: float
    wipe: bool


def main(settings: Settings, wanted: Wanted, console: Console) -> None:
    """Play a day on the server of this machine, or wipe one; ends with status 1 if it went ill."""
    with _built(settings) as built:
        if wanted.wipe:
            _wipe(settings, built, wanted, console)
            return
        built.address = _server(settings)
        room = _room(settings, built, wanted)
        console.print(say("rehearsing", code=room.code, count=wanted.participants), markup=False)
        outcome = _play(built, room, wanted, console)
    _summary(outcome, console)
    console.print(say("wipe_hint", code=room.code), style="dim", markup=False)
    if not outcome.well:
        raise SystemExit(1)


@contextmanager
def _built(settings: Settings) -> Iterator[Built]:
    built = serving.build(settings)
    try:
        yield built
    finally:
        built.close()


def _server(settings: Settings) -> str:
    """The address of the running server on this very machine; refused when none answers."""
    address = serving.known(settings).get("local", "")
    try:
        session = requests.Session()
        session.trust_env = False
        answer = session.get(f"{address}healthz", timeout=HEALTH) if address else None
    except requests.RequestException:
        answer = None
    if answer is None or not answer.ok:
        raise Refused("no_server")
    return address


def _room(settings: Settings, built: Built, wanted: Wanted) -> Room:
    """The workshop named, if nobody wrote in it, or a new one that says it is a rehearsal."""
    if wanted.code is None:
        room = serving.create(built, wanted.scenario, rehearsal=True)
    else:
        room = built.rooms.room(wanted.code.upper())
        if not _played(settings, room) and any(not one.origin for one in _texts(room)):
            raise Refused("rehearse_elsewhere", workshop=room.code)
    _remember(settings, _remembered(settings) | {room.code})
    return room


def _texts(room: Room) -> list[Contribution]:
    return room.state.contributions()


def _played(settings: Settings, room: Room) -> bool:
    """Whether the workshop says that it is a rehearsal, or one was played in it before."""
    return room.state.workshop.rehearsal or room.code in _remembered(settings)


def _remembered(settings: Settings) -> set[str]:
    """Workshops in which simulated people were let, by code."""
    try:
        content: list[str] = json.loads(_book(settings).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    return set(content)


def _remember(settings: Settings, codes: set[str]) -> None:
    _book(settings).write_text(json.dumps(sorted(codes)), encoding="utf-8")


def _book(settings: Settings) -> Path:
    return settings.data_dir / "rehearsals.json"


def _wipe(settings: Settings, built: Built, wanted: Wanted, console: Console) -> None:
    """Delete the rehearsal named, or all that were played on this machine."""
    known = _remembered(settings)
    codes = [wanted.code.upper()] if wanted.code else sorted(known & set(built.rooms.codes()))
    if not codes:
        console.print(say("nothing_to_wipe"))
    for code in codes:
        if not _played(settings, built.rooms.room(code)):
            raise Refused("not_a_rehearsal", workshop=code)
        purging.purge(settings, built, code)
        _remember(settings, known - {code})
        known -= {code}
        console.print(say("purged", code=code), markup=False)


def _play(built: Built, room: Room, wanted: Wanted, console: Console) -> run.Outcome:
    site = Site(built.address, room.code)
    how = run.Wanted(wanted.participants, wanted.devices, wanted.pace)
    ledger, told = Ledger(), [""]

    def link(role: str, table: str | None) -> str:
        return links.link(built, room.code, role, table)

    def tell(sentence: str) -> None:
        told[0] = sentence
        if sentence and not console.is_terminal:
            console.print(sentence, markup=False)

    shown = Live(
        console=console,
        refresh_per_second=4,
        transient=True,
        get_renderable=lambda: _progress(ledger, told[0]),
    )
    with shown:
        return run.play(site, link, how, ledger, tell)


def _progress(ledger: Ledger, sentence: str) -> Text:
    """What goes on now, and how many posts and answers there were so far."""
    counts = say(
        "rehearsal_counts",
        connected=ledger.connected,
        posts=ledger.posts,
        acks=ledger.acks,
        median=f"{ledger.percentile(0.5):.0f}",
        faults=len(ledger.faults) + sum(ledger.refusals.values()),
    )
    return Text.assemble((sentence, "bold"), "\n", counts)


def _summary(outcome: run.Outcome, console: Console) -> None:
    """The books, as a table, and whatever was wrong, line by line."""
    ledger = outcome.ledger
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    for name, value in (
        ("summary_people", f"{outcome.people} / {outcome.devices}"),
        ("summary_posts", ledger.posts),
        ("summary_acks", ledger.acks),
        ("summary_retries", ledger.retries),
        ("summary_texts", len(ledger.texts)),
        ("summary_papers", sum(map(len, ledger.papers.values()))),
        ("summary_latency", _latencies(ledger)),
        ("summary_expected", sum(ledger.expected.values())),
        ("summary_faults", len(ledger.faults) + sum(ledger.refusals.values())),
        ("summary_missing", len(outcome.missing)),
        ("summary_stale", len(outcome.stale)),
    ):
        table.add_row(say(name), str(value))
    console.print(table)
    for line in _wrong(outcome):
        console.print(line, style="red", markup=False)
    console.print(say("rehearsed_well" if outcome.well else "rehearsed_ill"), style="bold")


def _latencies(ledger: Ledger) -> str:
    return " · ".join(f"{ledger.percentile(share):.0f} ms" for share in (0.5, 0.95, 0.99))


def _wrong(outcome: run.Outcome) -> list[str]:
    ledger = outcome.ledger
    refusals = [f"{name} × {count}" for name, count in ledger.refusals.items()]
    lines = [*ledger.faults, *refusals, *outcome.missing, *outcome.stale]
    more = len(lines) - MOST_LINES
    return [*lines[:MOST_LINES], *([f"… + {more}"] if more > 0 else [])]
