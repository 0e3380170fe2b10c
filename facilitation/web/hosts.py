"""Which names and origins are this server's own: nothing here believes what a request says.

A page on another site that made its name point to this machine (DNS rebinding) sends that name as
Host and as Origin: both are looked up here, in what the machine and its settings say.
"""

import ipaddress
import re
import socket
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import SplitResult, urlsplit

#: How long an address counts as one of this machine's; a lease may change during the day.
REMEMBERED: Final = 15.0
MOST_REMEMBERED: Final = 256
#: A name is shorter (RFC 1035), with a port and all.
LONGEST: Final = 300
#: A name or an address, and maybe a port: nothing else is a Host header.
WRITTEN: Final = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[\w.-]+)(?::\d{1,5})?", re.ASCII)
DEFAULT_PORTS: Final = {"http": 80, "https": 443}

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


def address_of(text: str) -> Address | None:
    """The address that a text writes, if it is one; an IPv4 address in IPv6 clothes is IPv4."""
    try:
        found = ipaddress.ip_address(text.strip("[]"))
    except ValueError:
        return None
    mapped = found.ipv4_mapped if isinstance(found, ipaddress.IPv6Address) else None
    return mapped or found


def is_local(address: Address) -> bool:
    """Whether an address is this machine's: only on one's own can a socket be bound."""
    if address.is_loopback:
        return True
    if address.is_unspecified or address.is_multicast:
        return False
    family = socket.AF_INET if address.version == 4 else socket.AF_INET6
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.bind((str(address), 0))
    except OSError:
        return False
    return True


@dataclass(slots=True)
class Hosts:
    """The names of this server: the public address's, those of the settings, and its addresses."""

    public_url: str = ""
    names: frozenset[str] = frozenset()
    _seen: dict[str, tuple[float, bool]] = field(default_factory=dict)

    def is_own(self, host: str) -> bool:
        """Whether a Host header names this server; its port is not looked at."""
        if len(host) > LONGEST:
            return False
        return self._recall(f"host {host}", lambda: self._names(host))

    def _names(self, host: str) -> bool:
        name = _name(host)
        if name == "localhost" or name in self.names or name == _name(self._public.netloc):
            return bool(name)
        address = address_of(name)
        return address is not None and is_local(address)

    def is_here(self, peer: str) -> bool:
        """Whether a peer's address is this very machine's."""
        return self._recall(
            peer, lambda: (found := address_of(peer)) is not None and is_local(found)
        )

    def _recall(self, asked: str, find: Callable[[], bool]) -> bool:
        """What was found a moment ago, or is now."""
        known = self._seen.get(asked)
        if known is not None and time.monotonic() - known[0] < REMEMBERED:
            return known[1]
        if len(self._seen) >= MOST_REMEMBERED:
            self._seen.clear()
        found = find()
        self._seen[asked] = (time.monotonic(), found)
        return found

    def is_own_origin(self, origin: str, scheme: str, port: str) -> bool:
        """Whether an Origin is one of our own pages', served by this scheme on this port."""
        try:
            asked = urlsplit(origin)
            asked_port = asked.port or DEFAULT_PORTS.get(asked.scheme, 0)
        except ValueError:
            return False
        if asked.scheme not in DEFAULT_PORTS or asked.path or not asked.hostname:
            return False
        public = self._public
        if public.netloc and (asked.scheme, asked.netloc) == (public.scheme, public.netloc):
            return True
        return asked.scheme == scheme and str(asked_port) == port and self.is_own(asked.netloc)

    @property
    def _public(self) -> SplitResult:
        return urlsplit(self.public_url)


def _name(host: str) -> str:
    """The name of a Host header without port, in one spelling; empty for what is no host."""
    found = WRITTEN.fullmatch(host)
    return found[1].strip("[]").rstrip(".").lower() if found else ""
