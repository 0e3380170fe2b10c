"""A command takes the short way; whatever it cannot answer takes the long one, with the reason."""

from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from flask import Response
from werkzeug.test import Client, EnvironBuilder

from facilitation.domain.core import Actor, Refused
from facilitation.protocol import wire
from facilitation.web.api import FAILED
from facilitation.web.application import flask_app
from facilitation.web.hosts import Hosts
from facilitation.web.limits import Limits
from facilitation.web.shortcut import Shortcut

PLACE = "/api/workshops/ABCDEF/commands"


class House:
    """A house that takes note; the long way takes note too."""

    def __init__(self) -> None:
        self.taken: list[str] = []
        self.long: list[tuple[BaseException | None, bytes]] = []
        self.refusal = ""
        self.size = 0
        self.app = app = flask_app()
        app.extensions["tablee"] = SimpleNamespace(
            doors=SimpleNamespace(actor=self._actor),
            rooms=self,
            hosts=Hosts(),
            limits=Limits(1_000),
        )
        self.client = Client(Shortcut(app, self._long), Response, use_cookies=False)
        ways = (Shortcut(app, app.wsgi_app), app.wsgi_app)
        self.both = [Client(way, Response, use_cookies=False) for way in ways]

    def _actor(self, _code: str, held: str, *_role: Any, **_way: Any) -> Actor:
        if held != "x":
            raise Refused("unknown_token")
        return Actor("facilitator", "claire")

    def room(self, code: str) -> Any:
        """There is none."""
        raise Refused("unknown_code")

    def submit(self, code: str, actor: Actor, request: Any) -> dict[str, Any]:
        """A command came."""
        if self.refusal:
            raise Refused(self.refusal, limit=2)
        self.taken.append(f"{code} {actor.id} {request.command.name}")
        return {"ok": True} | ({"more": "x" * self.size} if self.size else {})

    def _long(self, environ: dict[str, Any], start: Any) -> list[bytes]:
        self.long.append((environ.get(FAILED), environ["wsgi.input"].read()))
        start("204 No Content", [])
        return []

    def post(self, place: str = PLACE, **more: Any) -> Any:
        """A browser's command."""
        body = wire.dumps({"key": uuid4().hex, "name": "step.pause", "payload": {}})
        given = {"Authorization": "Bearer x"} | more.pop("headers", {})
        return self.client.post(place, data=body.encode(), headers=given, **more)


@pytest.fixture
def house() -> House:
    return House()


def test_a_command_is_answered_at_once_with_the_headers_of_every_answer(house: House) -> None:
    answer = house.post()
    assert (answer.status_code, answer.json) == (200, {"ok": True})
    assert house.taken == ["ABCDEF claire step.pause"]
    assert not house.long
    assert answer.headers["Content-Length"] == str(len(answer.data))
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "Content-Security-Policy" in answer.headers


def test_a_refusal_takes_the_long_way_with_its_reason_and_the_body(house: House) -> None:
    house.refusal = "forbidden"
    assert house.post().status_code == 204
    ((failure, body),) = house.long
    assert isinstance(failure, Refused)
    assert failure.code == "forbidden"
    assert b"step.pause" in body


def test_a_page_of_another_origin_gets_no_command_in(house: House) -> None:
    given = {
        "Origin": "http://ailleurs.example",
        "Authorization": "",
        "Cookie": "tablee_ABCDEF_facilitator=x",
        "X-Tablee-As": "facilitator",
    }
    house.post(headers=given)
    assert not house.taken
    assert isinstance(house.long[0][0], Refused)


@pytest.mark.parametrize(
    "place", ["/api/workshops/ABCDEF/commands/", "/api/workshops/commands", "/healthz"]
)
def test_everything_else_passes(house: House, place: str) -> None:
    house.post(place)
    assert house.long[0][0] is None
    assert not house.taken


def test_a_body_without_a_length_or_too_long_passes_untouched(house: House) -> None:
    for length in ("", "65537", "-1"):
        environ = EnvironBuilder(PLACE, method="POST", data=b"{}").get_environ()
        list(house.client.application({**environ, "CONTENT_LENGTH": length}, lambda *_given: None))
    assert [failure for failure, _body in house.long] == [None] * 3
    assert not house.taken


def test_a_body_cut_short_is_refused_by_the_long_way(house: House) -> None:
    environ = EnvironBuilder(PLACE, method="POST", data=b'{"key":').get_environ()
    list(house.client.application({**environ, "CONTENT_LENGTH": "80"}, lambda *_given: None))
    assert house.long == [(None, b'{"key":')]
    assert not house.taken


def test_a_check_that_is_not_known_sends_everything_the_long_way(house: House) -> None:
    house.app.before_request(lambda: None)
    assert house.post().status_code == 204
    assert not house.taken


@pytest.mark.parametrize("size", [0, 500, 1_000, 5_000])
def test_an_answer_is_finished_alike_whoever_asks(house: House, size: int) -> None:
    house.size = size
    body = wire.dumps({"key": "0" * 32, "name": "step.pause", "payload": {}}).encode()
    for place in ("http://a.example", "https://a.example", "http://b.example:8000") * 2:
        for accepted in ("", "gzip"):
            asked = {"Authorization": "Bearer x", "Accept-Encoding": accepted}
            short, long = (
                client.post(PLACE, data=body, headers=asked, base_url=place)
                for client in house.both
            )
            assert short.data == long.data
            assert dict(short.headers) == dict(long.headers)


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("refusal", ["", "forbidden", "text_too_long", "disk_full", "no_such_code"])
@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("step.pause", {"Authorization": "Bearer x"}),
        ("step.pause", {"Authorization": "Bearer y"}),
        ("step.pause", {"Cookie": "tablee_ABCDEF_facilitator=x"}),
        ("step.pause", {"Cookie": "tablee_ABCDEF_table_2=x", "X-Tablee-As": "table:2"}),
        ("step.pause", {"Origin": "http://ailleurs.example", "X-Tablee-As": "facilitator"}),
        ("step.explode", {"Authorization": "Bearer x"}),
    ],
)
def test_both_ways_answer_to_the_letter_alike(
    house: House, language: str, refusal: str, name: str, given: dict[str, str]
) -> None:
    house.refusal = refusal
    body = wire.dumps({"key": "0" * 32, "name": name, "payload": {}}).encode()
    asked = {"Accept-Language": language, **given}
    short, long = (client.post(PLACE, data=body, headers=asked) for client in house.both)
    assert short.status == long.status
    assert short.data == long.data
    assert dict(short.headers) == dict(long.headers)
