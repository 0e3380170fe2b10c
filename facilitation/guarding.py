"""The settings that guard the doors, read into what the gate and the sockets ask for."""

from collections.abc import Callable
from typing import Any

from facilitation.domain.core import Refused
from facilitation.realtime import timings
from facilitation.realtime.manners import Manners
from facilitation.service.ways import PORT
from facilitation.settings import Settings
from facilitation.web.gate import Gate, Network, networks
from facilitation.web.hosts import Hosts
from facilitation.web.limits import Limits


def own_hosts(settings: Settings) -> Hosts:
    """The names of this server."""
    names = (one.strip().lower() for one in settings.hosts.split(","))
    return Hosts(settings.public_url, frozenset(one for one in names if one))


def origins(hosts: Hosts) -> Callable[[str | None, dict[str, Any]], bool]:
    """Whether a socket may be opened from a page of this origin: only from one of our own."""

    def own(origin: str | None, environ: dict[str, Any]) -> bool:
        scheme, port = str(environ["wsgi.url_scheme"]), str(environ.get(PORT, ""))
        return hosts.is_own_origin(origin or "", scheme, port)

    return own


def close_off(app: Any, engine: Any, settings: Settings, hosts: Hosts) -> None:
    """Put the gate around everything; refused for a setting that cannot be read."""
    most = _number("TABLEE_MOST_SOCKETS", settings.most_sockets, timings.MOST_SOCKETS)
    gate = Gate(app.wsgi_app, hosts, _proxies(settings), lambda: len(engine.sockets) >= most)
    app.wsgi_app = gate


def manners(sockets: Any) -> Manners:
    """Watch what the sockets send, and those that say nothing."""
    server = sockets.server

    def listening() -> set[str]:
        rooms = server.manager.rooms.get("/", {}).get(None, {})
        return set(rooms.values())

    return Manners(server.eio, listening)


def limits(settings: Settings) -> Limits:
    """How fast people may write; a measurement may ask for more."""
    return Limits(faster(settings))


def faster(settings: Settings) -> int:
    """By how much a measurement multiplies what one person, or a crowd, may do."""
    return _number("TABLEE_FASTER", settings.faster, 1)


def keeps_shells(settings: Settings) -> bool:
    """Whether phones keep their page for when this server is away."""
    if settings.offline_shell not in ("", "on", "off"):
        raise Refused("setting_wrong", name="TABLEE_OFFLINE_SHELL", reason=settings.offline_shell)
    return settings.offline_shell != "off"


def _proxies(settings: Settings) -> tuple[Network, ...]:
    try:
        return networks(settings.trusted_proxies)
    except ValueError as wrong:
        raise Refused("setting_wrong", name="TABLEE_TRUSTED_PROXIES", reason=str(wrong)) from None


def _number(name: str, text: str, default: int) -> int:
    if text and not text.isdigit():
        raise Refused("setting_wrong", name=name, reason=text)
    return int(text or default)
