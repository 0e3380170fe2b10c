"""Serving a workshop from this machine: which one, under which address, with which links."""

import errno
import json
import os
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from datetime import UTC, datetime

import segno
from rich.console import Console

from facilitation import __version__, concurrency, copying, holding, lasting, links, workers
from facilitation.addresses import lan_address, local_address
from facilitation.domain.core import Refused
from facilitation.factory import Built, create_app
from facilitation.scenarios import ScenarioError, available, load
from facilitation.service.room import Room
from facilitation.settings import Settings
from facilitation.speech import language, say
from facilitation.store.engine import is_shared


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line asked for."""

    host: str
    port: int
    scenario: str
    workshop: str | None
    workers: int = 1
    #: The process that started this one as one of its workers.
    parent: int = 0


class CannotServe(Refused):
    """The server cannot start; the code names the sentence."""


def build(settings: Settings) -> Built:
    """The house on the database of this machine."""
    return create_app(settings)


def create(built: Built, name: str, *, rehearsal: bool = False) -> Room:
    """A workshop from a scenario folder; refused with every problem of the folder."""
    folder = Settings().scenarios
    known = available(folder)
    if name not in known:
        raise Refused("unknown_scenario", scenario=name, known=", ".join(known))
    try:
        scenario = load(folder / name)
    except ScenarioError as wrong:
        raise CannotServe("scenario_wrong", problems=wrong.text(language())) from None
    return built.rooms.create(scenario, rehearsal=rehearsal)


def run(settings: Settings, wanted: Wanted, console: Console) -> None:
    """Serve until interrupted."""
    if wanted.workers > 1:
        _several(settings, wanted, console)
        return
    built = build(settings)
    room = _room(built, wanted)
    held = nullcontext() if is_shared(settings.database) else holding.alone(settings, room.code)
    certificate = _certificate(settings)
    listener = _listen(wanted)
    port = listener.getsockname()[1]
    scheme = "https" if certificate else "http"
    _address(built, settings, wanted, f"{scheme}://", port)
    if wanted.parent:
        workers.report(wanted.parent)
    else:
        _remember(settings, built.address, built.local)
        copying.announce(settings, built.upkeep, console)
        _announce(built, room, wanted, console)
    built.start()
    lasting.settle()
    try:
        with held:
            concurrency.serve(listener, built.app, certificate)
    except KeyboardInterrupt:
        built.close()


def _address(built: Built, settings: Settings, wanted: Wanted, scheme: str, port: int) -> None:
    """Where phones find the server, and where this very machine does."""
    own = lan_address(wanted.host)
    here = local_address(wanted.host)
    built.address = settings.public_url or f"{scheme}{own}:{port}/"
    built.local = f"{scheme}{here}:{port}/"


def _several(settings: Settings, wanted: Wanted, console: Console) -> None:
    """Serve with several workers: this process starts them, and serves nobody itself."""
    if not is_shared(settings.database):
        raise CannotServe("workers_need_postgresql")
    if not workers.possible():
        raise CannotServe("workers_elsewhere")
    built = build(settings)
    room = _room(built, wanted)
    scheme = "https" if _certificate(settings) else "http"
    with _reserve(wanted) as kept:
        port = kept.getsockname()[1]
        _address(built, settings, wanted, f"{scheme}://", port)
        _remember(settings, built.address, built.local)
        place = ["--host", wanted.host, "--port", str(port), "--workshop", room.code]
        command = [sys.executable, "app.py", "serve", *place, "--parent", str(os.getpid())]
        crew = workers.Crew(command, wanted.workers)
        try:
            started = workers.run(crew, lambda: _announce(built, room, wanted, console))
        except TimeoutError:
            raise CannotServe("workers_silent", seconds=workers.STARTING) from None
        if not started:
            raise CannotServe("workers_failed")


def _room(built: Built, wanted: Wanted) -> Room:
    """The workshop named, else the latest open one of this scenario, else a new one.

    A rehearsal is served by name only: nobody opens the day on simulated people.
    """
    if wanted.workshop:
        return built.rooms.room(wanted.workshop.upper())
    for code in reversed(built.rooms.codes()):
        room = built.rooms.room(code)
        workshop = room.state.workshop
        real = workshop.state == "open" and not workshop.rehearsal
        if real and workshop.scenario == wanted.scenario:
            return room
    return create(built, wanted.scenario)


def _certificate(settings: Settings) -> concurrency.Certificate | None:
    """What TLS needs, tried before anybody is told an address; None over plain http."""
    if not (settings.tls_cert or settings.tls_key):
        return None
    certificate = concurrency.Certificate(settings.tls_cert, settings.tls_key)
    try:
        certificate.check()
    except OSError as error:
        raise CannotServe("tls_wrong", reason=error.strerror or str(error)) from None
    return certificate


def _listen(wanted: Wanted) -> socket.socket:
    with _told_of_port(wanted):
        return concurrency.listen(wanted.host, wanted.port, together=bool(wanted.parent))


def _reserve(wanted: Wanted) -> socket.socket:
    with _told_of_port(wanted):
        return concurrency.reserve(wanted.host, wanted.port)


@contextmanager
def _told_of_port(wanted: Wanted) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            other = wanted.port + 1
            raise CannotServe("port_taken", port=wanted.port, other=other) from None
        reason = error.strerror or ""
        raise CannotServe("port_refused", port=wanted.port, reason=reason) from None


def _remember(settings: Settings, address: str, local: str) -> None:
    """Leave the address where the other commands of this machine find it."""
    content = {"address": address, "local": local, "pid": os.getpid()}
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        (settings.data_dir / "server.json").write_text(json.dumps(content), encoding="utf-8")
    except OSError:
        raise CannotServe("storage_unwritable") from None


def known(settings: Settings) -> dict[str, str]:
    """What the last server of this machine left: its addresses; empty when there was none."""
    try:
        text = (settings.data_dir / "server.json").read_text(encoding="utf-8")
        content: dict[str, str] = json.loads(text)
    except (OSError, ValueError):
        return {}
    return content


def known_address(settings: Settings) -> str:
    """The public address of the last server of this machine."""
    return settings.public_url or known(settings).get("address", "http://127.0.0.1:5000/")


def _announce(built: Built, room: Room, wanted: Wanted, console: Console) -> None:
    title = room.state.workshop.title
    join = f"{built.address}w/{room.code}"
    # The console and the projector are this machine's; over TLS they may be anywhere.
    here = built.address if built.address.startswith("https:") else built.local
    shown = {
        role: links.link(built, room.code, role, address=here) for role in ("facilitator", "screen")
    }
    shown["observer"] = links.link(built, room.code, "observer")
    console.print()
    console.print(say("serving", version=__version__, title=title), style="bold", markup=False)
    console.print(f"{say('code')} : {room.code}", style="bold", markup=False)
    console.print(f"{say('join')} : {join}", markup=False)
    for role, address in shown.items():
        console.print(f"{say(role)} : {address}", markup=False)
    console.print(keeping(room), style="dim", markup=False)
    if lan_address(wanted.host).startswith("127."):
        console.print(say("local_only", host=lan_address(wanted.host)), style="yellow")
    if console.is_terminal:
        segno.make(join, error="m", micro=False).terminal(compact=True)
    console.print(say("stop_hint"), style="dim")
    _ready({"url": built.address, "code": room.code, "join": join, **shown})


def keeping(room: Room) -> str:
    """Until when a workshop is kept, in words."""
    day = datetime.fromtimestamp(room.state.workshop.keep_until / 1000, UTC).date()
    return say("keep_until", date=day.isoformat())


def _ready(content: dict[str, str]) -> None:
    """One machine-readable line for programs that started the server."""
    if os.environ.get("TABLEE_READY_LINE"):
        sys.stdout.write("TABLEE READY " + json.dumps(content) + "\n")
        sys.stdout.flush()
