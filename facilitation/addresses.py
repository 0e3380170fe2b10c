"""Which addresses reach this machine: the one of phones, and its own."""

import ipaddress
import socket


def lan_address(host: str) -> str:
    """The address that phones can reach: the one named, else this machine's own on its network."""
    if not _is_unspecified(host):
        return host
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        try:
            # Nothing is sent: connecting a datagram socket only asks the routing table.
            probe.connect(("10.255.255.255", 1))
            return str(probe.getsockname()[0])
        except OSError:
            return "127.0.0.1"


def is_address(host: str) -> bool:
    """Whether this is an address, not a name."""
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def local_address(host: str) -> str:
    """The address by which this very machine reaches a server on that host."""
    return "127.0.0.1" if _is_unspecified(host) else host


def _is_unspecified(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_unspecified
    except ValueError:
        return False
