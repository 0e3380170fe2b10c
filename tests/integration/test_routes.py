"""Every route, and who gets anything from it: written by hand; a route without a row fails."""

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
import requests

from facilitation.web.application import flask_app
from tests.support.remote import Workshop
from tests.support.serving import Server

#: What is asked here does not hang on the async mode: once is enough.
pytestmark = pytest.mark.slow

EVERYBODY = "nobody removed stranger participant table screen observer facilitator"
STAFF = "table screen observer facilitator"
READERS = f"participant {STAFF}"
#: Who is not simply told that they are nobody, by method and rule. An omitted role gets nothing.
ROUTES = {
    "GET /": EVERYBODY,
    "GET /aide": EVERYBODY,
    "GET /assets/<version>/<path:name>": EVERYBODY,
    "GET /healthz": EVERYBODY,
    "GET /secours": EVERYBODY,
    "GET /static/<path:filename>": EVERYBODY,
    "GET /worker.js": EVERYBODY,
    "GET /w/<code>": EVERYBODY,
    "GET /w/<code>/notice": EVERYBODY,
    "GET /w/<code>/qr.svg": EVERYBODY,
    "GET /w/<code>/wifi.svg": "",
    "POST /w/<code>/join": EVERYBODY,
    "POST /w/<code>/language": EVERYBODY,
    "POST /w/<code>/resume": "",
    "GET /w/<code>/<any(facilitate, screen, observe):page>": "facilitator",
    "POST /w/<code>/<any(facilitate, screen, observe):page>": "",
    "GET /w/<code>/table/<table>": "table facilitator",
    "POST /w/<code>/table/<table>": "",
    "POST /api/workshops": "",
    "POST /api/workshops/<code>/participants": EVERYBODY,
    "GET /api/workshops/<code>/snapshot": READERS,
    "GET /api/workshops/<code>/me": READERS,
    "POST /api/workshops/<code>/commands": "facilitator",
    "POST /api/workshops/<code>/resume-code": "participant",
    "POST /api/workshops/<code>/seats": "facilitator",
    "POST /api/workshops/<code>/links": "facilitator",
    "GET /api/workshops/<code>/devices": "facilitator",
    "POST /api/workshops/<code>/devices/<device>/revoke": "",
    "POST /api/workshops/<code>/tables/<table>/code": "facilitator",
    "GET /api/workshops/<code>/documents/<name>": "facilitator",
    "GET /api/workshops/<code>/suggestions": "facilitator",
    "GET /api/workshops/<code>/suggestions/why": "facilitator",
}
BODIES: dict[str, dict[str, object]] = {
    "POST /api/workshops/<code>/links": {"role": "observer"},
    "POST /api/workshops/<code>/participants": {"service": "desk", "table": "1"},
    "POST /api/workshops/<code>/commands": {
        "key": "0f" * 16,
        "name": "contribution.park",
        "payload": {"text": "Un point"},
    },
}
REFUSED = {401, 403, 404, 410}
FILLED = {
    "<path:filename>": "css/base.css",
    "<path:name>": "css/base.css",
    "<version>": "now",
    "<any(facilitate, screen, observe):page>": "facilitate",
    "<table>": "1",
    "<device>": "nobody",
    "<name>": "minutes.md",
}


def rules() -> set[str]:
    """Every route of the application, as method and rule."""
    asked = flask_app().url_map.iter_rules()
    return {f"{method} {one.rule}" for one in asked for method in (one.methods or set()) & METHODS}


METHODS = {"GET", "POST", "PUT", "PATCH", "DELETE"}


@dataclass
class Cast:
    """A workshop, with a token for each role and for three who have none there."""

    workshop: Workshop
    tokens: dict[str, str]

    def ask(self, route: str, role: str) -> requests.Response:
        """Send one request as a role: with its cookie and its token."""
        method, _, rule = route.partition(" ")
        path = rule.replace("<code>", self.workshop.code)
        for hole, filling in FILLED.items():
            path = path.replace(hole, filling)
        token = self.tokens.get(role, "")
        held = {"removed": "participant", "stranger": "facilitator"}.get(role, role)
        cookie = f"tablee_{self.workshop.code}_{held}" + ("_1" if held == "table" else "")
        headers = {"Authorization": f"Bearer {token}", "Cookie": f"{cookie}={token}"}
        return requests.request(
            method,
            self.workshop.root + path,
            json=BODIES.get(route, {}) if method == "POST" else None,
            headers=headers if token else {},
            allow_redirects=False,
            timeout=60,
        )


@pytest.fixture(scope="module")
def cast(server: Server) -> Iterator[Cast]:
    workshop, other = Workshop(server.url), Workshop(server.url)
    gone, awa = workshop.join(), workshop.join()
    workshop.facilitator.do("participant.remove", participant=gone.participant)
    device = workshop.facilitator.post("links", json={"role": "table", "table": "1"}).json()
    opened = requests.post(device["address"], allow_redirects=False, timeout=20)
    yield Cast(
        workshop,
        {
            "participant": awa.token,
            "removed": gone.token,
            "stranger": other.facilitator.token,
            "table": opened.cookies[f"tablee_{workshop.code}_table_1"],
            "screen": workshop.screen.token,
            "observer": workshop.observer.token,
            "facilitator": workshop.facilitator.token,
        },
    )
    workshop.close()
    other.close()


def test_every_route_has_a_row_and_every_row_a_route() -> None:
    assert rules() == set(ROUTES)


@pytest.mark.parametrize("route", ROUTES)
def test_a_route_gives_something_to_whom_its_row_names_and_to_nobody_else(
    cast: Cast, route: str
) -> None:
    given = {role for role in EVERYBODY.split() if gives(cast.ask(route, role))}
    assert given == set(ROUTES[route].split())


def gives(answer: requests.Response) -> bool:
    """Whether somebody was let in; a form that says nothing of who sent it is not."""
    return answer.status_code not in REFUSED and "missing_header" not in answer.text


@pytest.mark.parametrize("route", ROUTES)
def test_the_answers_of_every_route_carry_the_safe_headers(cast: Cast, route: str) -> None:
    for role in ("nobody", "facilitator"):
        answer = cast.ask(route, role)
        said = answer.headers
        assert said["X-Content-Type-Options"] == "nosniff"
        assert said["Referrer-Policy"] == "same-origin"
        assert said["Cross-Origin-Resource-Policy"] == "same-origin"
        assert "default-src 'none'" in said["Content-Security-Policy"]
        if "/static/" not in route and "/assets/" not in route:
            assert said["Cache-Control"] == "no-store" or answer.status_code in {302, 303}
        assert "Server" not in said or "Werkzeug" not in said["Server"]


@pytest.mark.parametrize("route", ROUTES)
def test_whoever_is_nobody_is_answered_alike(cast: Cast, route: str) -> None:
    """An unknown token, one taken back and one of another workshop cannot be told apart."""
    _method, _, rule = route.partition(" ")
    if not rule.startswith("/api/") or rule.endswith("participants"):
        return
    known = cast.tokens.get("unknown")
    assert known is None
    cast.tokens["unknown"] = "0" * 32
    told = {(one.status_code, one.text) for one in (cast.ask(route, role) for role in NOBODIES)}
    del cast.tokens["unknown"]
    assert len(told) == 1


NOBODIES = ("removed", "stranger", "unknown")
