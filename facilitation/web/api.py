"""The JSON API: create, join, read, write; thin on purpose: decode, who, submit."""

from collections.abc import Callable
from dataclasses import dataclass, field
from hmac import compare_digest
from typing import Any, Final

from flask import Blueprint, Request, Response, current_app, request

from facilitation.domain.core import Actor, Refused
from facilitation.domain.people import Join
from facilitation.domain.scenario import Scenario
from facilitation.protocol import wire
from facilitation.service import cards
from facilitation.service.doors import Doors, audiences
from facilitation.service.rooms import Rooms
from facilitation.views.audience import Audience
from facilitation.web import identity
from facilitation.web.hosts import Hosts
from facilitation.web.limits import Limits
from facilitation.web.reading import merged

Json = dict[str, Any]

#: The largest table plan, a spreadsheet; every other body is held to LARGEST_BODY.
LARGEST_PLAN: Final = 2 * 1024 * 1024
LARGEST_BODY: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class House:
    """What the web needs of the house, joined by the factory.

    `scenario` reads one by name; `live` answers a stream's live values; `address` is the
    public address of this server, with a trailing slash; `present` the ids of whoever is connected;
    `keeps_shells` whether phones keep their page for when this server is away; `suggester` answers
    what the texts suggest.
    """

    rooms: Rooms
    doors: Doors
    scenario: Callable[[str], Scenario]
    live: Callable[[str, Audience], Json]
    produce: Callable[..., Any]
    read_plan: Callable[..., list[dict[str, str]]]
    admin_key: str
    address: Callable[[], str]
    wifi: dict[str, str] | None = None
    hosts: Hosts = field(default_factory=Hosts)
    limits: Limits = field(default_factory=Limits)
    present: Callable[[str], set[str]] = lambda code: set()
    keeps_shells: bool = True
    suggester: Any = None


#: Where the short way of a command leaves why it could not answer.
FAILED: Final = "tablee.failed"

blueprint = Blueprint("api", __name__, url_prefix="/api/workshops")


def house() -> House:
    """The house that the current application was built with."""
    built: House = current_app.extensions["tablee"]
    return built


def answer(content: Json | bytes, status: int = 200) -> Response:
    """JSON that no cache keeps; as values, or written already."""
    text = content if isinstance(content, bytes) else wire.dumps(content)
    response = Response(text, status, mimetype="application/json")
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.post("")
def create() -> Response:
    """A workshop from a scenario, for whoever holds the admin key."""
    given = identity.bearer() or ""
    expected = house().admin_key
    if not expected or not compare_digest(given.encode(), expected.encode()):
        raise Refused("unknown_token")
    body = wire.read_json(request.get_data() or b"{}")
    room = house().rooms.create(house().scenario(str(body.get("scenario", "belfort-2013"))))
    doors = house().doors
    return answer(
        {
            "code": room.code,
            "facilitator_token": doors.token(room.code, "facilitator"),
            "screen_token": doors.token(room.code, "screen"),
            "observer_token": doors.token(room.code, "observer"),
            "join_url": f"{house().address()}w/{room.code}",
        },
        201,
    )


@blueprint.post("/<code>/participants")
def join(code: str) -> Response:
    """Somebody comes in by program; browsers come by the join page."""
    body = wire.read_json(request.get_data() or b"{}")
    key = body.pop("key", None)
    if key is not None and not wire.is_key(key):
        raise Refused("bad_payload", field="key")
    entered = house().doors.join(code, wire.decode(body, Join), key)
    return answer({"participant": entered.participant, "token": entered.token}, 201)


def _who(code: str, *, writes: bool = False) -> Actor:
    return identity.actor(house().doors, code, writes=writes)


def lead(code: str, *, writes: bool = False) -> Actor:
    """The facilitator who asks; anybody else is refused."""
    actor = _who(code, writes=writes)
    if actor.role != "facilitator":
        raise Refused("forbidden")
    return actor


@blueprint.get("/<code>/snapshot")
def snapshot(code: str) -> Response:
    """Everything the sender may see, or what changed since; one stream alone if asked."""
    actor = _who(code)
    wanted = request.args.get("stream")
    known = audiences(actor)
    chosen = [one for one in known if wanted in (None, str(one))]
    if not chosen:
        raise Refused("forbidden")
    since = read_since(request.args.get("since"), chosen)
    epoch = request.args.get("epoch")
    rooms = house().rooms
    alone = len(chosen) == 1
    streams = [rooms.read(code, one, since.get(str(one)), epoch, packed=alone) for one in chosen]
    content = merged(streams)
    content["live"] = house().live(code, chosen[-1])
    return answer(content)


def read_since(text: str | None, streams: list[Audience]) -> dict[str, int]:
    """`since` is a number for a single stream, or a JSON map of stream to number."""
    if not text:
        return {}
    try:
        value = wire.loads(text)
    except ValueError:
        raise Refused("bad_payload", field="since") from None
    if isinstance(value, int) and not isinstance(value, bool):
        return {str(one): value for one in streams}
    if isinstance(value, dict) and all(isinstance(one, int) for one in value.values()):
        return {str(name): one for name, one in value.items()}
    raise Refused("bad_payload", field="since")


@blueprint.post("/<code>/commands")
def command(code: str) -> Response:
    """One command, answered once it is on disk."""
    failure = request.environ.pop(FAILED, None)
    if failure is not None:
        raise failure
    return answer(take(house(), request, code, request.get_data()))


def take(house: House, incoming: Request, code: str, body: bytes) -> Json:
    """A command, from whoever may send it."""
    actor = identity.actor(house.doors, code, writes=True, incoming=incoming)
    house.limits.write(code, actor)
    return house.rooms.submit(code, actor, wire.read_request(body))


@blueprint.get("/<code>/me")
def me(code: str) -> Response:
    """Who the sender is now: role, participant, table, streams."""
    actor = _who(code)
    return answer(
        {
            "role": actor.role,
            "participant": actor.participant,
            "table": actor.table,
            "streams": [str(one) for one in audiences(actor)],
        }
    )


@blueprint.post("/<code>/resume-code")
def resume_code(code: str) -> Response:
    """A personal code that brings the sender to another phone."""
    actor = _who(code, writes=True)
    house().limits.write(code, actor)
    if actor.participant is None:
        raise Refused("forbidden")
    return answer({"resume_code": house().doors.resume_code(code, actor.participant)})


@blueprint.post("/<code>/seats")
def seats(code: str) -> Response:
    """Seat codes for a table plan (the scenario's own, or a CSV or XLSX file sent along), and a
    code for each table's device.
    """
    request.max_content_length = LARGEST_PLAN
    lead(code, writes=True)
    room = house().rooms.room(code)
    sent = request.files.get("plan")
    content = sent.read() if sent is not None else b""
    name = sent.filename or "" if sent is not None else ""
    places = house().read_plan(room.state.workshop.scenario, content, name)
    keyring = house().doors.keyring
    devices = cards.device_codes(keyring, room)
    return answer({"seats": cards.seats(keyring, code, places), "devices": devices})
