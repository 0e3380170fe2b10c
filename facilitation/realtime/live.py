"""The live values of a room, by audience: last value wins, outside the log and the streams."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from facilitation.domain.expecting import places
from facilitation.realtime.company import Company
from facilitation.realtime.presence import Presence
from facilitation.service.room import Room
from facilitation.views.audience import Audience

Json = dict[str, Any]


@dataclass(slots=True)
class LiveValues:
    """Presence and turnout of every room, with the documents under way; other workers' too."""

    presence: Presence
    company: Company = field(default_factory=Company)
    upkeep: Callable[[], Json] = dict
    documents: dict[str, dict[str, Json]] = field(default_factory=dict)
    _signed: dict[str, object] = field(default_factory=dict)

    def progress(self, code: str, job: str, told: Json | None) -> None:
        """How far a document is; None once it is done."""
        under_way = self.documents.setdefault(code, {})
        if told is None:
            under_way.pop(job, None)
        else:
            under_way[job] = told

    def of(self, room: Room, audience: Audience) -> Json:
        """All that an audience is told, for whoever just came."""
        return self.shared(room) | self.own(room, audience)

    def voted_since(self, room: Room) -> bool:
        """Whether anybody's votes may have changed since this was last asked."""
        before, self._signed[room.code] = self._signed.get(room.code), room.signatures()
        return before != self._signed[room.code]

    def shared(self, room: Room) -> Json:
        """What everybody in the room is told."""
        return {
            "present": sum(self._people(room).values()),
            "joined": sum(1 for one in room.state.participants() if one.state == "present"),
            "observers": self.company.total(
                "observers", room.code, self.presence.observers(room.code)
            ),
            "turnout": room.turnout(),
        }

    def own(self, room: Room, audience: Audience) -> Json:
        """What one audience is told besides: to a phone, what its table's stream does not say."""
        if audience.kind == "me":
            return {"voted": room.voted(audience.id)}
        if audience.kind != "facilitators":
            return {}
        return {
            "tables": self._tables(room),
            "places": places(room.state),
            "storage": self._storage(room),
            "documents": self._documents(room.code),
        } | self.upkeep()

    def said(self, room: Room) -> Json:
        """What other workers are told of a room: counts, never who."""
        return {
            "people": self.presence.people(room.code),
            "observers": self.presence.observers(room.code),
            "step": room.state.workshop.step or "",
            "written": _written(room),
            "storage": room.storage,
            "documents": self.documents.get(room.code, {}),
        }

    def _people(self, room: Room) -> dict[str, int]:
        own = self.presence.people(room.code)
        return self.company.by_table("people", room.state, room.code, own)

    def _storage(self, room: Room) -> str:
        """How saving goes: the facilitator is told when any worker cannot."""
        others = (str(other.get("storage")) for other in self.company.others(room.code))
        return next((one for one in (room.storage, *others) if one != "ok"), "ok")

    def _documents(self, code: str) -> dict[str, Json]:
        under_way = dict(self.documents.get(code, {}))
        for other in self.company.others(code):
            under_way |= other.get("documents", {})
        return under_way

    def _tables(self, room: Room) -> dict[str, Json]:
        present = self._people(room)
        written = self.company.by_table("written", room.state, room.code, _written(room))
        return {
            table.id: {
                "present": present.get(table.id, 0),
                "written": written.get(table.id, 0),
            }
            for table in room.state.tables()
        }


def _written(room: Room) -> dict[str, int]:
    """How many have written at each table in the present step."""
    step = room.state.workshop.step or ""
    return {table: len(who) for (when, table), who in room.wrote.items() if when == step}
