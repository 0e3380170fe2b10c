"""The certificate given for TLS: it goes with its key, with the name, and outlives the day."""

import ipaddress
import ssl
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from facilitation.doctor.finding import Finding, beware, good, wrong

#: A certificate that ends sooner may end before the next meeting.
DAYS: Final = 7


def certificate(file: str, key: str, host: str, now: float | None = None) -> Iterator[Finding]:
    """Nothing but a word of caution without one; else all that a phone would object to."""
    if not file and not key:
        yield beware("tls_none")
        return
    if not file or not key:
        yield wrong("tls_half")
        return
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(file, key)
        # The library decodes a certificate for whoever connects, not for its owner: this is the
        # decoder that its own tests use.
        told: dict[str, Any] = ssl._ssl._test_decode_cert(file)  # type: ignore[attr-defined]
    except ssl.SSLError as failure:
        mismatch = "MISMATCH" in (failure.reason or "")
        yield wrong("tls_key" if mismatch else "tls_unreadable", file=Path(file).name)
        return
    except OSError:
        yield wrong("tls_unreadable", file=Path(file).name)
        return
    yield from _dates(told, time.time() if now is None else now)
    if not names(told, host):
        yield wrong("tls_name", name=host)


def _dates(told: dict[str, Any], now: float) -> Iterator[Finding]:
    begins = ssl.cert_time_to_seconds(told["notBefore"])
    ends = ssl.cert_time_to_seconds(told["notAfter"])
    left = int((ends - now) // 86_400)
    if now < begins:
        yield wrong("tls_early")
    elif now >= ends:
        yield wrong("tls_over")
    elif left < DAYS:
        yield beware("tls_short", days=left)
    else:
        yield good("tls", days=left)


def names(told: dict[str, Any], host: str) -> bool:
    """Whether the certificate is for this host: a name, a star for one label, or an address."""
    given = [value for kind, value in told.get("subjectAltName", ()) if kind != "IP Address"]
    addresses = [value for kind, value in told.get("subjectAltName", ()) if kind == "IP Address"]
    try:
        wanted = ipaddress.ip_address(host)
    except ValueError:
        rest = host.casefold().partition(".")[2]
        return any(one.casefold() in (host.casefold(), f"*.{rest}") for one in given)
    return any(ipaddress.ip_address(one.strip()) == wanted for one in addresses)
