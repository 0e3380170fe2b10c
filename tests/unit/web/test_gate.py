"""The gate: only our own names come in, and of proxies only those declared are believed."""

from typing import Any

import pytest

from facilitation.service.ways import HERE, PORT, is_private
from facilitation.web.gate import Gate, networks
from facilitation.web.hosts import Hosts

HOSTS = Hosts("https://day.example/", frozenset({"tablee.lan"}))


class Asked:
    """A house that remembers what reached it."""

    def __init__(self) -> None:
        self.environ: dict[str, Any] = {}
        self.status = ""

    def __call__(self, environ: dict[str, Any], start: Any) -> list[bytes]:
        self.environ = environ
        start("200 OK", [("Content-Type", "text/plain")])
        return [b"in"]


def ask(proxies: str = "", *, crowded: bool = False, **said: str) -> Asked:
    house = Asked()
    gate = Gate(house, HOSTS, networks(proxies), lambda: crowded)
    environ = {
        "REMOTE_ADDR": "192.0.2.7",
        "SERVER_PORT": "5000",
        "HTTP_HOST": "127.0.0.1:5000",
        "PATH_INFO": "/",
        "wsgi.url_scheme": "http",
        **said,
    }

    def start(status: str, headers: list[tuple[str, str]], *more: Any) -> None:
        house.status = status

    gate(environ, start)
    return house


@pytest.mark.parametrize(
    "host",
    [
        *("127.0.0.1", "127.0.0.1:5000", "localhost", "LOCALHOST.:80", "[::1]:5000"),
        *("day.example", "Day.Example:443", "tablee.lan", "[::ffff:127.0.0.1]"),
    ],
)
def test_our_own_names_come_in(host: str) -> None:
    assert ask(HTTP_HOST=host).status == "200 OK"


@pytest.mark.parametrize(
    "host",
    [
        *("evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "203.0.113.9"),
        *("", ".".join("0000"), "224.0.0.1", "evil.example,127.0.0.1", "127.0.0.1@evil.example"),
        *("evil.example#127.0.0.1", "[::1", "[::1].evil.example", "2130706433", "day.example.evil"),
    ],
)
def test_every_other_name_is_refused_and_reaches_nothing(host: str) -> None:
    asked = ask(HTTP_HOST=host)
    assert asked.status == "421 Misdirected Request"
    assert asked.environ == {}


def test_what_an_undeclared_proxy_says_is_dropped() -> None:
    said = {
        "HTTP_X_FORWARDED_HOST": "day.example",
        "HTTP_X_FORWARDED_PROTO": "https",
        "HTTP_X_FORWARDED_FOR": "127.0.0.1",
        "HTTP_FORWARDED": "for=127.0.0.1;proto=https",
    }
    asked = ask(**said)
    assert not set(said) & set(asked.environ)
    assert asked.environ["wsgi.url_scheme"] == "http"
    assert asked.environ["REMOTE_ADDR"] == "192.0.2.7"
    assert not is_private(asked.environ)
    assert ask(HTTP_HOST="evil.example", **said).status.startswith("421")


def test_a_declared_proxys_last_word_is_believed() -> None:
    asked = ask(
        "192.0.2.0/24",
        HTTP_X_FORWARDED_HOST="day.example",
        HTTP_X_FORWARDED_PROTO="http, https",
        HTTP_X_FORWARDED_FOR="127.0.0.1, 198.51.100.4",
    )
    assert asked.environ["wsgi.url_scheme"] == "https"
    assert asked.environ["REMOTE_ADDR"] == "198.51.100.4"
    assert asked.environ[PORT] == "443"
    assert is_private(asked.environ)


def test_a_declared_proxy_does_not_open_the_gate_to_other_names() -> None:
    said = ask("192.0.2.7", HTTP_X_FORWARDED_HOST="evil.example")
    assert said.status.startswith("421")


def test_whoever_comes_through_a_proxy_is_not_this_machine() -> None:
    assert ask(REMOTE_ADDR="127.0.0.1").environ[HERE] is True
    for header in ("HTTP_X_FORWARDED_FOR", "HTTP_VIA", "HTTP_FORWARDED", "HTTP_X_REAL_IP"):
        assert ask(REMOTE_ADDR="127.0.0.1", **{header: "127.0.0.1"}).environ[HERE] is False
        through = ask("127.0.0.1", REMOTE_ADDR="127.0.0.1", **{header: "127.0.0.1"})
        assert through.environ[HERE] is False


def test_a_peer_elsewhere_is_not_this_machine_and_plain_http_is_not_private() -> None:
    asked = ask(REMOTE_ADDR="203.0.113.9")
    assert asked.environ[HERE] is False
    assert not is_private(asked.environ)
    assert not is_private({})
    assert is_private(ask(**{"wsgi.url_scheme": "https"}).environ)


def test_a_full_house_opens_no_more_sockets_and_keeps_those_it_has() -> None:
    path = {"PATH_INFO": "/socket.io/"}
    assert ask(crowded=True, **path, QUERY_STRING="EIO=4").status.startswith("503")
    assert ask(crowded=True, **path, QUERY_STRING="EIO=4&sid=a").status == "200 OK"
    assert ask(crowded=True, PATH_INFO="/w/ABC234").status == "200 OK"


@pytest.mark.parametrize(
    ("origin", "own"),
    [
        ("http://127.0.0.1:5000", True),
        ("http://localhost:5000", True),
        ("https://day.example", True),
        ("http://tablee.lan:5000", True),
        ("http://tablee.lan", False),
        ("https://127.0.0.1:5000", False),
        ("http://127.0.0.1:5001", False),
        ("http://day.example", False),
        ("http://evil.example:5000", False),
        ("http://127.0.0.1:5000/page", False),
        ("http://127.0.0.1:port", False),
        ("null", False),
        ("file://", False),
        ("", False),
    ],
)
def test_an_origin_is_our_own_by_scheme_name_and_port(origin: str, own: bool) -> None:
    assert HOSTS.is_own_origin(origin, "http", "5000") is own


def test_proxies_are_addresses_and_networks() -> None:
    assert len(networks("127.0.0.1, 10.0.0.0/8 ,::1,")) == 3
    with pytest.raises(ValueError, match="nginx"):
        networks("nginx")


def test_what_is_known_of_addresses_stays_small() -> None:
    hosts = Hosts()
    for number in range(1_000):
        hosts.is_here(f"not an address {number}")
    assert len(hosts._seen) <= 256
