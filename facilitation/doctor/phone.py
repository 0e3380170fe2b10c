"""What a phone will see: the join page, fetched by the address that phones use."""

import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import urljoin

import requests

from facilitation.doctor.finding import Finding, beware, good, wrong

PATIENCE: Final = 5
OK: Final = 200

#: Without these a phone cannot come in, or sees a page without its looks.
FIELDS: Final = ('name="service"', 'name="table"')
_LINKED: Final = re.compile(r'(?:href|src)="(/(?:static|assets)/[^"]+)"')


def page(address: str) -> Iterator[Finding]:
    """The form that leads in is there, with all that the page links to."""
    with _session() as session:
        yield from _looked_at(session, address)


def _looked_at(session: requests.Session, address: str) -> Iterator[Finding]:
    try:
        try:
            answer = session.get(address, timeout=PATIENCE)
        except requests.exceptions.SSLError:
            yield beware("phone_tls", address=address)
            session.verify = False
            answer = session.get(address, timeout=PATIENCE)
    except requests.RequestException:
        yield wrong("phone_unreached", address=address)
        return
    if answer.status_code != OK or not all(one in answer.text for one in FIELDS):
        yield wrong("phone_no_form", address=address, status=answer.status_code)
        return
    broken = [one for one in _LINKED.findall(answer.text) if not _fetched(session, address, one)]
    yield wrong("phone_broken", file=broken[0]) if broken else good("phone", address=address)


def _session() -> requests.Session:
    """A browser without a proxy: the office's would answer in this machine's place."""
    session = requests.Session()
    session.trust_env = False
    return session


def _fetched(session: requests.Session, address: str, path: str) -> bool:
    try:
        return session.get(urljoin(address, path), timeout=PATIENCE).ok
    except requests.RequestException:
        return False


def is_served(address: str) -> bool:
    """Whether a Tablée answers there; its certificate is looked at elsewhere."""
    try:
        with _session() as session:
            session.verify = False
            answer = session.get(urljoin(address, "/healthz"), timeout=PATIENCE)
            return bool(answer.json().get("status") == "ok")
    except (requests.RequestException, ValueError, AttributeError):
        return False
