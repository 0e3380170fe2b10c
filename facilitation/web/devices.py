"""Other devices, brought in and sent away from the facilitator's console: codes, list, revoking."""

from base64 import b64encode
from io import BytesIO
from typing import Any

import segno
from flask import Blueprint, Response, request, url_for

from facilitation.domain.core import Refused
from facilitation.protocol import wire
from facilitation.protocol.credentials import TOKENS
from facilitation.service import cards
from facilitation.web.api import answer, house, lead
from facilitation.web.shells import place

blueprint = Blueprint("devices", __name__, url_prefix="/api/workshops")


@blueprint.post("/<code>/links")
def link(code: str) -> Response:
    """A code that brings another device in, once, within some minutes; with its QR code."""
    lead(code, writes=True)
    body = wire.read_json(request.get_data())
    role, table = str(body.get("role", "")), body.get("table")
    wanted = str(table) if table is not None else None
    secret, until = house().doors.pairing(code, role, wanted)
    page = place(code, role, wanted).lstrip("/")
    address = f"{house().address()}{page}?key={secret}"
    typed = f"{house().address()}{url_for('pages.phone', code=code).lstrip('/')}"
    told = {"role": role, "table": wanted, "code": secret, "until": until, "typed_at": typed}
    return answer(told | {"address": address, "qr": _picture(address)}, 201)


def _picture(text: str) -> str:
    """A QR code as an image's address: pages insert no markup that a server sent."""
    drawn = BytesIO()
    segno.make(text, error="m", micro=False).save(drawn, kind="svg", border=2, omitsize=True)
    return "data:image/svg+xml;base64," + b64encode(drawn.getvalue()).decode()


@blueprint.get("/<code>/devices")
def devices(code: str) -> Response:
    """What is open in another role than participant, and whether it is there now."""
    me = lead(code)
    here = house().present(code)
    held = [one for one in house().doors.keyring.credentials.held(code) if one.kind in TOKENS]
    listed: list[dict[str, Any]] = [
        {
            "id": one.id,
            "role": one.role,
            "table": one.table,
            "present": one.id in here,
            "own": one.id == me.id,
        }
        for one in held
    ]
    return answer({"devices": listed})


@blueprint.post("/<code>/devices/<device>/revoke")
def revoke(code: str, device: str) -> Response:
    """Send a device away: its sockets close within two seconds, its token is worth nothing."""
    me = lead(code, writes=True)
    keyring = house().doors.keyring
    known = {one.id for one in keyring.credentials.held(code) if one.kind in TOKENS}
    if device == me.id or device not in known:
        raise Refused("not_found")
    keyring.revoke(code, {device})
    return answer({"ok": True})


@blueprint.post("/<code>/tables/<table>/code")
def table_code(code: str, table: str) -> Response:
    """A new code for a table's device; the ones before it open nothing any more."""
    lead(code, writes=True)
    room = house().rooms.room(code)
    room.state.table(table)
    (made,) = cards.device_codes(house().doors.keyring, room, table)
    return answer(made, 201)
