"""The gate before everything else, sockets included: whose name was asked for, by which way.

A request that names another host is refused before any page or socket sees it. What proxies say
about a request is believed of the proxies that the settings name, and dropped otherwise.
"""

import ipaddress
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final

from facilitation.service.ways import HERE, PORT
from facilitation.web.hosts import DEFAULT_PORTS, Hosts, address_of

Environ = dict[str, Any]
Start = Callable[..., Any]
Wsgi = Callable[[Environ, Start], Iterable[bytes]]
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

SOCKETS: Final = "/socket.io"
#: What a proxy says; whoever sends one of these came through something, declared or not.
FORWARDED: Final[tuple[str, ...]] = (
    "HTTP_FORWARDED",
    "HTTP_VIA",
    "HTTP_X_FORWARDED_FOR",
    "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PORT",
    "HTTP_X_FORWARDED_PREFIX",
    "HTTP_X_FORWARDED_PROTO",
    "HTTP_X_FORWARDED_SCHEME",
    "HTTP_X_REAL_IP",
)
#: What the socket's library answers carries these, as every page does.
SAFE: Final = [
    ("X-Content-Type-Options", "nosniff"),
    ("Cache-Control", "no-store"),
    ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
    ("Referrer-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
]
MISDIRECTED: Final = (
    "Cette adresse n’est pas celle de ce serveur Tablée : utilisez celle que montre l’écran.\n"
    "This is not an address of this Tablée server: use the one on the screen.\n"
)
CROWDED: Final = "Toutes les places sont prises, réessayez.\nEvery place is taken, try again.\n"


def networks(text: str) -> tuple[Network, ...]:
    """Addresses and networks, separated by commas; raises ValueError for anything else."""
    return tuple(ipaddress.ip_network(one.strip()) for one in text.split(",") if one.strip())


@dataclass(slots=True)
class Gate:
    """A WSGI application around the whole house; `crowded` says that no socket may open."""

    inner: Wsgi
    hosts: Hosts
    proxies: tuple[Network, ...] = ()
    crowded: Callable[[], bool] = lambda: False

    def __call__(self, environ: Environ, start: Start) -> Iterable[bytes]:
        """Let a request in, or refuse it."""
        self._way(environ)
        if not self.hosts.is_own(environ.get("HTTP_HOST", "")):
            return _refuse(start, "421 Misdirected Request", MISDIRECTED)
        if not environ.get("PATH_INFO", "").startswith(SOCKETS):
            return self.inner(environ, start)
        if "sid=" not in environ.get("QUERY_STRING", "") and self.crowded():
            return _refuse(start, "503 Service Unavailable", CROWDED, ("Retry-After", "5"))
        return self.inner(environ, _safely(start))

    def _way(self, environ: Environ) -> None:
        """Write down how the request came, and forget what an undeclared proxy says."""
        said = {name: environ.pop(name) for name in FORWARDED if name in environ}
        peer = environ.get("REMOTE_ADDR", "")
        environ[HERE] = not said and self.hosts.is_here(peer)
        environ[PORT] = environ.get("SERVER_PORT", "")
        if said and self._declared(peer):
            self._believe(environ, said)

    def _declared(self, peer: str) -> bool:
        address = address_of(peer)
        return address is not None and any(
            address.version == one.version and address in one for one in self.proxies
        )

    def _believe(self, environ: Environ, said: dict[str, str]) -> None:
        """The last word of each header is the declared proxy's own."""
        scheme = _last(said, "HTTP_X_FORWARDED_PROTO").lower()
        if scheme in DEFAULT_PORTS:
            environ["wsgi.url_scheme"] = scheme
        environ["REMOTE_ADDR"] = _last(said, "HTTP_X_FORWARDED_FOR") or environ["REMOTE_ADDR"]
        environ["HTTP_HOST"] = _last(said, "HTTP_X_FORWARDED_HOST") or environ.get("HTTP_HOST", "")
        _, _, port = environ["HTTP_HOST"].rpartition(":")
        default = str(DEFAULT_PORTS[environ["wsgi.url_scheme"]])
        environ[PORT] = port if port.isdigit() else default


def _last(said: dict[str, str], name: str) -> str:
    return said.get(name, "").rpartition(",")[2].strip()


def _refuse(start: Start, status: str, text: str, *more: tuple[str, str]) -> list[bytes]:
    body = text.encode()
    sized = [("Content-Type", "text/plain; charset=utf-8"), ("Content-Length", str(len(body)))]
    start(status, [*sized, *SAFE, *more])
    return [body]


def _safely(start: Start) -> Start:
    """The same, with the safe headers on what the socket's library answers."""

    def starting(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
        if status.startswith("101"):
            return start(status, headers, *more)
        given = {name.lower() for name, _value in headers}
        added = [one for one in SAFE if one[0].lower() not in given]
        return start(status, [*headers, *added], *more)

    return starting
