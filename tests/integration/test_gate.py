"""DNS rebinding: another name that points to this machine opens no page, no API and no socket."""

import json
from collections.abc import Callable

import pytest
import requests
import websocket

from tests.support.remote import Workshop, refused
from tests.support.serving import Server

EVIL = "evil.example"


def asked(server: Server, path: str, **headers: str) -> requests.Response:
    return requests.get(server.url + path, headers=headers, timeout=20)


def shaken(server: Server, **headers: str) -> int:
    """The status of a WebSocket handshake."""
    origin = headers.pop("Origin", None)
    address = f"{server.url.replace('http', 'ws', 1)}/socket.io/?EIO=4&transport=websocket"
    options = {"origin": origin} if origin else {"suppress_origin": True}
    host = headers.pop("Host", None)
    try:
        line = websocket.create_connection(
            address, timeout=20, header=headers, host=host, **options
        )
    except websocket.WebSocketBadStatusException as refusal:
        return int(refusal.status_code)
    status = line.getstatus()
    line.close()
    assert status is not None
    return int(status)


@pytest.mark.parametrize(
    "path",
    [
        *("/", "/healthz", "/static/css/base.css", "/w/{code}", "/w/{code}/facilitate"),
        *("/api/workshops/{code}/snapshot", "/socket.io/?EIO=4&transport=polling"),
    ],
)
def test_another_name_opens_nothing(workshop: Workshop, server: Server, path: str) -> None:
    address = path.format(code=workshop.code)
    name = f"{EVIL}:{server.url.rpartition(':')[2]}"
    told = asked(server, address, Host=name, Origin=f"http://{name}")
    assert told.status_code == 421
    assert "Cette adresse n’est pas celle de ce serveur" in told.content.decode()
    assert asked(server, address).status_code != 421


def test_another_name_writes_nothing(workshop: Workshop) -> None:
    headers = {"Host": EVIL, "Origin": f"http://{EVIL}"}
    body = {"key": "0f" * 16, "name": "contribution.park", "payload": {"text": "Un point"}}
    told = workshop.facilitator.post("commands", json=body, headers=headers)
    assert told.status_code == 421
    assert workshop.facilitator.records("parked") == {}


def test_another_name_opens_no_socket(server: Server) -> None:
    port = server.url.rpartition(":")[2]
    name = f"{EVIL}:{port}"
    own = f"http://127.0.0.1:{port}"
    assert shaken(server, Host=name, Origin=f"http://{name}") == 421
    assert shaken(server, Host=f"127.0.0.1:{port}", Origin=f"http://{name}") == 400
    assert shaken(server, Host=name, Origin=own) == 421
    assert shaken(server, Origin="null") == 400
    forwarded = {"X-Forwarded-Host": name, "X-Forwarded-Proto": "http"}
    assert shaken(server, Origin=f"http://{name}", **forwarded) == 400
    assert shaken(server, Origin=own) == 101
    assert shaken(server) == 101


def test_names_of_the_settings_and_a_declared_proxy(serve: Callable[..., Server]) -> None:
    server = serve(
        "--scenario",
        "team-half-day",
        TABLEE_HOSTS="tablee.lan, Other.Example",
        TABLEE_TRUSTED_PROXIES="127.0.0.1",
    )
    assert asked(server, "/", Host="tablee.lan").status_code == 200
    assert asked(server, "/", **{"X-Forwarded-Host": "other.example"}).status_code == 200
    assert asked(server, "/", **{"X-Forwarded-Host": EVIL}).status_code == 421
    told = asked(server, "/", **{"X-Forwarded-Proto": "https"})
    assert "wss://" in told.headers["Content-Security-Policy"]


def test_what_an_undeclared_proxy_says_changes_nothing(server: Server) -> None:
    told = asked(server, "/", **{"X-Forwarded-Proto": "https", "X-Forwarded-Host": EVIL})
    assert told.status_code == 200
    assert EVIL not in json.dumps(dict(told.headers))
    assert "wss://" not in told.headers["Content-Security-Policy"]


def test_answers_of_the_socket_carry_the_safe_headers(server: Server) -> None:
    for query in ("EIO=4&transport=polling", "EIO=3", "EIO=4&transport=polling&sid=unknown"):
        headers = asked(server, f"/socket.io/?{query}").headers
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "no-store"
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "Access-Control-Allow-Credentials" not in headers


def test_no_more_sockets_open_than_the_setting_says(serve: Callable[..., Server]) -> None:
    server = serve("--scenario", "team-half-day", TABLEE_MOST_SOCKETS="2")
    opened = [
        asked(server, "/socket.io/?EIO=4&transport=polling").status_code for _turn in range(4)
    ]
    assert opened == [200, 200, 503, 503]


def test_a_workshop_is_told_nothing_by_another_origins_write(workshop: Workshop) -> None:
    headers = {"Origin": "http://evil.example", "Authorization": ""}
    assert refused(workshop.line().post("commands", json={}, headers=headers)) == (
        400,
        "missing_header",
    )
