"""Sockets: a token or cookie opens one, its streams are sent, then only changes come down."""

import traceback
from typing import Any

import structlog
from flask import request
from flask_socketio import ConnectionRefusedError as Denied  # type: ignore[attr-defined]
from flask_socketio import SocketIO, join_room

from facilitation.domain.core import Actor, Refused
from facilitation.realtime import timings
from facilitation.realtime.live import LiveValues
from facilitation.service.doors import Doors, audiences
from facilitation.service.room import Room
from facilitation.service.rooms import Rooms
from facilitation.service.ways import is_private
from facilitation.views.audience import Audience

Json = dict[str, Any]
log = structlog.get_logger()


def place(code: str, stream: str) -> str:
    """The socket room in which a stream's listeners are."""
    return f"{code}/{stream}"


class Outlet:
    """The publisher: a stream's messages go to those who listen, packed once by the library."""

    def __init__(self, sockets: SocketIO) -> None:
        self._sockets = sockets

    def changes(self, code: str, stream: str, message: Json) -> None:
        """Send a stream's changes."""
        self._sockets.emit("changes", message, to=place(code, stream))

    def live(self, code: str, stream: str, message: Json) -> None:
        """Send a stream's live values."""
        self._sockets.emit("live", message, to=place(code, stream))


class Gateway:
    """Opens and closes sockets; keeps who listens; tells live values when they change."""

    def __init__(self, sockets: SocketIO, rooms: Rooms, doors: Doors, live: LiveValues) -> None:
        self._sockets = sockets
        self._rooms = rooms
        self._doors = doors
        self._live = live
        self._places: dict[str, str] = {}
        self._told: dict[str, Json] = {}
        sockets.on_event("connect", self._connect)
        sockets.on_event("disconnect", self._disconnect)

    def _connect(self, auth: Any = None) -> None:
        given = auth if isinstance(auth, dict) else {}
        code, actor = self._who(given)
        room = self._rooms.room(code)
        sid: str = request.sid  # type: ignore[attr-defined]  # set by Flask-SocketIO
        room.refresh()
        self._places[sid] = code
        # Kept with the socket for its whole life otherwise, and never asked again.
        request.environ.pop("werkzeug.request", None)
        others = self._live.presence.enter(code, sid, actor)
        try:
            self._make_room(code, actor, others)
            for audience in audiences(actor):
                join_room(place(code, str(audience)))
                self._begin(room, audience, given, sid)
        except BaseException:
            # The library tells no end of a socket whose beginning failed: nobody is left present.
            log.error("fault", trace=traceback.format_exc())
            self._disconnect()
            raise

    def _make_room(self, code: str, actor: Actor, others: list[str]) -> None:
        """Of too many sockets of one person the oldest closes: a page left open somewhere."""
        person = actor.participant is not None
        most = timings.PARTICIPANT_SOCKETS if person else timings.DEVICE_SOCKETS
        for sid in others[: max(0, len(others) + 1 - most)]:
            self._live.presence.leave(code, sid)
            self._hang_up(sid)

    def _hang_up(self, sid: str) -> None:
        # Flask-SocketIO's own `disconnect` wants a request of that socket, and none is here.
        server: Any = self._sockets.server  # type: ignore[attr-defined]  # untyped there
        server.disconnect(sid, namespace="/")

    def _who(self, given: Json) -> tuple[str, Actor]:
        """Refused alike for every wrong key: a socket tells nothing of what is behind it."""
        code, token, role = (str(given.get(name) or "") for name in ("code", "token", "as"))
        private = is_private(request.environ)
        try:
            if token:
                code = code or self._doors.workshop_of(token)
                return code, self._doors.actor(code, token, private=private)
            held = _cookie(code, role)
            claimed = role.partition(":")[0] or None
            return code, self._doors.actor(code, held, claimed, private=private)
        except Refused:
            raise Denied("unknown_token") from None

    def _begin(self, room: Room, audience: Audience, given: Json, sid: str) -> None:
        since = given.get("since")
        number = since.get(str(audience)) if isinstance(since, dict) else since
        epoch = given.get("epoch")
        message = room.read(
            audience,
            number if isinstance(number, int) else None,
            str(epoch) if epoch else None,
            packed=True,
        )
        name = "snapshot" if message["full"] else "changes"
        self._sockets.emit(name, message, to=sid)
        self._sockets.emit("live", self._newcomer(room, audience), to=sid)

    def _newcomer(self, room: Room, audience: Audience) -> Json:
        """The live values for whoever just came; a phone has the shared ones from its table."""
        if audience.kind != "me":
            return self._live.of(room, audience)
        values = self._live.own(room, audience)
        # Told again only once somebody voted.
        self._told.setdefault(place(room.code, str(audience)), values)
        return values

    def _disconnect(self, *_reason: Any) -> None:
        sid: str = request.sid  # type: ignore[attr-defined]
        code = self._places.pop(sid, None)
        if code is not None:
            self._live.presence.leave(code, sid)

    def tell_live(self) -> None:
        """Send live values to the streams for which they changed; close what was taken back."""
        self._close_revoked(self._doors.keyring.revoked())
        rooms = self._rooms.opened()
        self._forget({room.code for room in rooms})
        for room in rooms:
            shared = self._live.shared(room)
            voted = self._live.voted_since(room)
            for audience in self._live.presence.heard(room.code):
                if audience.kind != "me":
                    self._tell(room, audience, shared)
                elif voted:
                    self._tell(room, audience, {})
            self._move(room)

    def tell_facilitators(self, code: str) -> None:
        """At once: a document may be done before the next round of live values."""
        room = self._rooms.room(code)
        self._tell(room, Audience("facilitators"), self._live.shared(room))

    def _tell(self, room: Room, audience: Audience, shared: Json) -> None:
        name = place(room.code, str(audience))
        values = shared | self._live.own(room, audience)
        if self._told.get(name) != values:
            self._told[name] = values
            self._sockets.emit("live", values, to=name)

    def _move(self, room: Room) -> None:
        """Whoever changed table, was merged or removed must come back by the door."""
        changed = room.people_changed()
        for sid, actor in self._live.presence.actors(room.code) if changed else ():
            if actor.participant not in changed or actor.role != "participant":
                continue
            person = room.person(actor.participant)
            if (
                person is None
                or person[1] != actor.table
                or room.kept(actor.participant) != actor.participant
            ):
                self._send_away(room.code, sid)

    def _send_away(self, code: str, sid: str) -> None:
        self._live.presence.leave(code, sid)
        self._sockets.emit("moved", {}, to=sid)
        self._hang_up(sid)

    def _close_revoked(self, ids: set[str]) -> None:
        """Whoever was sent away hears nothing more; the page finds the door shut."""
        for code in set(self._places.values()) if ids else ():
            for sid, actor in self._live.presence.actors(code):
                if actor.id in ids:
                    self._send_away(code, sid)

    def _forget(self, codes: set[str]) -> None:
        """Of workshops that are gone nothing is kept, not even what was last told."""
        for name in [name for name in self._told if name.partition("/")[0] not in codes]:
            del self._told[name]


def _cookie(code: str, claimed: str) -> str:
    role, _, table = claimed.partition(":")
    wanted = f"tablee_{code}_{role}" + (f"_{table}" if table else "")
    held = request.cookies.get(wanted)
    if held is None and role == "table" and not table:
        held = next(
            (value for name, value in request.cookies.items() if name.startswith(wanted)), None
        )
    return held or ""
