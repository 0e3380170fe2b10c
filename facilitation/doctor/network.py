"""The network: this machine's addresses, its port, its firewall, the name that phones are given."""

import errno
import ipaddress
import socket
import struct
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from facilitation.doctor.finding import Finding, beware, good, wrong

#: Linux's request for the address of a network interface.
SIOCGIFADDR: Final = 0x8915

Resolver = Callable[[str], Iterable[str]]


def own_addresses() -> list[str]:
    """Every IPv4 address of this machine, its loopback left out."""
    found = _by_interface() or _by_name()
    return [one for one in dict.fromkeys(found) if not ipaddress.ip_address(one).is_loopback]


def _by_interface() -> list[str]:
    if sys.platform != "linux":
        return []
    import fcntl  # noqa: PLC0415 - exists there only

    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for _, name in socket.if_nameindex():
            try:
                told = fcntl.ioctl(
                    probe.fileno(), SIOCGIFADDR, struct.pack("256s", name.encode()[:15])
                )
            except OSError:
                continue
            found.append(socket.inet_ntoa(told[20:24]))
    return found


def _by_name() -> list[str]:
    return list(resolved(socket.gethostname()))


def resolved(name: str) -> list[str]:
    """The IPv4 addresses that a name leads to; none for a name that leads nowhere."""
    try:
        found = socket.getaddrinfo(name, None, socket.AF_INET, socket.SOCK_STREAM)
    except OSError:
        return []
    return list(dict.fromkeys(str(one[4][0]) for one in found))


def addresses(chosen: str, known: list[str], origin: str) -> Iterator[Finding]:
    """Which address phones should use, and which others this machine has."""
    others = [one for one in known if one != chosen]
    if ipaddress.ip_address(chosen).is_loopback:
        yield wrong("address_none")
        return
    yield good("address", address=origin)
    if others:
        yield beware("address_others", others=", ".join(others))
    if ipaddress.ip_address(chosen).is_link_local:
        yield beware("address_self_given", address=chosen)
    elif not ipaddress.ip_address(chosen).is_private:
        yield beware("address_public", address=chosen)


def port(
    number: int, *, served: bool, bind: Callable[[int], Any] | None = None
) -> Iterator[Finding]:
    """The port answers with Tablée, or is free for it."""
    if served:
        yield good("port_served", port=number)
        return
    try:
        (bind or _bind)(number)
    except OSError as failure:
        code = "port_taken" if failure.errno == errno.EADDRINUSE else "port_refused"
        yield wrong(code, port=number, other=number + 1)
    else:
        yield good("port_free", port=number)


def _bind(number: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("", number))


def firewall(
    number: int, platform: str = sys.platform, root: Path = Path("/")
) -> Iterator[Finding]:
    """What may stand between phones and the port: it cannot be seen from inside, only hinted at."""
    if platform in ("win32", "darwin"):
        yield beware("firewall_windows" if platform == "win32" else "firewall_mac", port=number)
    elif "ENABLED=yes" in _text(root / "etc/ufw/ufw.conf"):
        yield beware("firewall_ufw", port=number)
    elif (root / "run/firewalld").exists():
        yield beware("firewall_firewalld", port=number)
    else:
        yield good("firewall_none", port=number)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def name(url: str, known: list[str], resolve: Resolver = resolved) -> Iterator[Finding]:
    """A name of one's own leads to this machine."""
    host = urlsplit(url).hostname or ""
    if not url:
        return
    found = list(resolve(host))
    if not host or not found:
        yield wrong("name_nowhere", name=host or url)
    elif not set(found) & {*known, "127.0.0.1"}:
        yield beware("name_elsewhere", name=host, address=found[0])
    else:
        yield good("name", name=host, address=found[0])
