"""`create_app`: where the layers are joined. `storing` builds the stores for it, `guarding` the
limits and the gate, `copying` the copies.
"""

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import structlog
from flask import Flask
from flask_babel import get_locale
from flask_socketio import SocketIO

from facilitation import concurrency, copying, guarding, producing
from facilitation.concurrency.sockets import quicken
from facilitation.domain.core import Refused
from facilitation.domain.scenario import Scenario
from facilitation.protocol.ports import StorageFailed
from facilitation.realtime import manners, packing, timings
from facilitation.realtime.company import Company
from facilitation.realtime.fanout import Fanout
from facilitation.realtime.gateway import Gateway, Outlet
from facilitation.realtime.hints import Hints
from facilitation.realtime.live import LiveValues
from facilitation.realtime.manners import Manners
from facilitation.realtime.others import Others, every
from facilitation.realtime.pings import Pings
from facilitation.realtime.presence import Presence
from facilitation.scenarios import ScenarioError, available, load, read_plan
from facilitation.service.doors import Doors
from facilitation.service.ports import Ports
from facilitation.service.rooms import Rooms
from facilitation.service.upkeep import Upkeep
from facilitation.settings import Settings
from facilitation.store.sql_credentials import SqlCredentials
from facilitation.store.sql_log import SqlEventLog
from facilitation.storing import Stored, open_stores
from facilitation.suggesting import FEED_EVERY, Suggester
from facilitation.views.audience import Audience
from facilitation.web import api
from facilitation.web.application import flask_app
from facilitation.web.hosts import Hosts
from facilitation.web.shortcut import Shortcut

log = structlog.get_logger()


class SystemClock:
    """The machine's clock."""

    def now(self) -> int:
        """Milliseconds since the epoch."""
        return time.time_ns() // 1_000_000


class SystemIds:
    """The system's random numbers."""

    def new(self) -> str:
        """Thirty-two hexadecimal digits, 128 random bits."""
        return secrets.token_hex(16)


@dataclass(slots=True)
class Built:
    """The assembled house."""

    app: Flask
    sockets: SocketIO
    rooms: Rooms
    doors: Doors
    gateway: Gateway
    log: SqlEventLog
    credentials: SqlCredentials
    upkeep: Upkeep
    manners: Manners
    address: str = ""
    local: str = ""
    others: Others | None = None
    suggester: Suggester = field(init=False)

    def __post_init__(self) -> None:
        self.suggester = Suggester(self.rooms)

    def start(self) -> None:
        """Begin the clocks: live values, what time alone brings about, what was removed."""
        concurrency.spawn(every, timings.LIVE_EVERY, self.gateway.tell_live)
        concurrency.spawn(every, timings.TICK_EVERY, self._tick)
        concurrency.spawn(every, timings.REMOVED_EVERY, self.rooms.forget_removed)
        concurrency.spawn(every, timings.REVOKED_EVERY, self.doors.keyring.check)
        concurrency.spawn(every, timings.SWEPT_EVERY, self.manners.sweep)
        if self.others is not None:
            self.others.start()
        concurrency.spawn(every, timings.UPKEEP_EVERY, self.upkeep.round)
        concurrency.spawn(every, timings.RECOVER_EVERY, self.rooms.recover)
        concurrency.spawn(every, FEED_EVERY, self.suggester.feed)

    def _tick(self) -> None:
        for room in self.rooms.opened():
            try:
                room.tick()
            except (Refused, StorageFailed):
                # Refused: a hand was faster. Storage: the facilitator's banner tells; tried again.
                continue

    def close(self) -> None:
        """Let go of the files and of the child."""
        self.suggester.close()
        self.log.close()
        self.credentials.close()


def create_app(settings: Settings) -> Built:
    """Build the whole house on one database; raises StorageFailed when it cannot be written."""
    app = flask_app()
    hosts = guarding.own_hosts(settings)
    sockets = SocketIO(
        app,
        async_mode=settings.async_mode,
        cors_allowed_origins=guarding.origins(hosts),  # type: ignore[arg-type]  # or a function
        cors_credentials=False,
        ping_interval=timings.PING,
        ping_timeout=timings.PING_TIMEOUT,
        max_http_buffer_size=timings.LARGEST_FRAME,
        json=packing,
        manage_session=False,
        client_manager=Fanout(),
        logger=manners.quiet("socketio.server"),
        engineio_logger=manners.quiet("engineio.server"),
    )
    engine = sockets.server.eio  # type: ignore[attr-defined]  # set by Flask-SocketIO
    quicken(engine)
    Pings(engine)
    app.wsgi_app = Shortcut(app, app.wsgi_app)  # type: ignore[assignment,method-assign]
    guarding.close_off(app, engine, settings, hosts)
    stored = open_stores(settings.database)
    if stored.shared:
        # A phone that polls would have to come back to the same worker each time.
        engine.transports = ["websocket"]
    hints = Hints(settings.redis_url) if settings.redis_url and stored.shared else None
    ports = Ports(
        stored.log,
        SystemClock(),
        SystemIds(),
        Outlet(sockets),
        stored.write,
        concurrency.spawn,
        concurrency.sleep,
        stored.shared,
        hints.tell if hints else lambda _code, _seq: None,
    )
    rooms = Rooms(ports)
    doors = Doors(rooms, stored.credentials, guarding.faster(settings))
    upkeep = copying.upkeep(settings, rooms)
    live = LiveValues(Presence(), _company(stored), upkeep.told)
    gateway = Gateway(sockets, rooms, doors, live)
    kept = (stored.log, stored.credentials)
    built = Built(app, sockets, rooms, doors, gateway, *kept, upkeep, guarding.manners(sockets))
    built.others = Others(rooms, live, hints) if stored.shared else None
    app.extensions["tablee"] = _house(settings, built, live, hosts)
    return built


def _company(stored: Stored) -> Company:
    """The other workers, as a name that lasts as long as this process knows them."""
    if stored.exchange is None:
        return Company()
    return Company(partial(stored.exchange, secrets.token_hex(8)))


@contextmanager
def _refused(code: str) -> Iterator[None]:
    """Tell the first thing to mend in a scenario or plan, on one line, in the reader's language."""
    try:
        yield
    except ScenarioError as wrong:
        text = wrong.problems[0].text(str(get_locale()))
        raise Refused(code, problem=" ".join(text.split())) from None


def _producer(settings: Settings, built: Built, live: LiveValues) -> Callable[..., Any]:
    """Makes documents, and tells the facilitators how far each is."""

    def produce(code: str, name: str, locale: str, job: str) -> Any:
        def tell(progress: dict[str, Any] | None) -> None:
            live.progress(code, job, progress)
            built.gateway.tell_facilitators(code)

        def told(percent: int, text: str) -> None:
            tell({"name": name, "percent": percent, "text": text})

        if not job:
            return producing.produce(settings.database, code, name, locale, None)
        told(0, "read")
        try:
            return producing.produce(settings.database, code, name, locale, told)
        finally:
            tell(None)

    return produce


def _house(settings: Settings, built: Built, live: LiveValues, hosts: Hosts) -> api.House:
    def scenario(name: str) -> Scenario:
        if name not in available(settings.scenarios):
            raise Refused("unknown_scenario", scenario=name)
        with _refused("scenario_wrong"):
            read: Scenario = load(settings.scenarios / name)
        return read

    def live_of(code: str, audience: Audience) -> dict[str, Any]:
        return live.of(built.rooms.room(code), audience)

    def plan(name: str, content: bytes, filename: str) -> list[dict[str, str]]:
        read = scenario(name)
        with _refused("plan_wrong"):
            places = read_plan(content, filename, read) if content else read.places
        return [
            {
                "table": one.table,
                "service": one.service,
                "function": one.function,
                "category": one.category,
            }
            for one in places
        ]

    network = {"ssid": settings.wifi_ssid, "password": settings.wifi_password}
    return api.House(
        built.rooms,
        built.doors,
        scenario,
        live_of,
        _producer(settings, built, live),
        plan,
        settings.admin_key,
        lambda: settings.public_url or built.address or "http://127.0.0.1:5000/",
        network if settings.wifi_ssid else None,
        hosts,
        guarding.limits(settings),
        lambda code: {actor.id for _sid, actor in live.presence.actors(code)},
        guarding.keeps_shells(settings),
        built.suggester,
    )
