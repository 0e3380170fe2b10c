"""The live values of a room, by audience: last value wins, outside the log and the streams."""

from dataclasses import dataclass, field
from typing import Any

from facilitation.realtime.presence import Presence
from facilitation.service.room import Room
from facilitation.views.audience import Audience

Json = dict[str, Any]


@dataclass(slots=True)
class LiveValues:
    """Presence and turnout of every room, with the documents under way."""

    presence: Presence
    documents: dict[str, dict[str, Json]] = field(default_factory=dict)

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

    def shared(self, room: Room) -> Json:
        """What everybody in the room is told."""
        return {
            "present": sum(self.presence.people(room.code).values()),
            "joined": sum(1 for one in room.state.participants() if one.state == "present"),
            "observers": self.presence.observers(room.code),
            "turnout": room.turnout(),
        }

    def own(self, room: Room, audience: Audience) -> Json:
        """What one audience is told besides: to a phone, what its table's stream does not say."""
        if audience.kind == "me":
            return {"voted": room.voted(audience.id)}
        if audience.kind != "facilitators":
            return {}
        return {
            "tables": self._tables(room, self.presence.people(room.code)),
            "storage": room.storage,
            "documents": dict(self.documents.get(room.code, {})),
        }

    def _tables(self, room: Room, present: dict[str, int]) -> dict[str, Json]:
        step = room.state.workshop.step or ""
        return {
            table.id: {
                "present": present.get(table.id, 0),
                "written": len(room.wrote.get((step, table.id), ())),
            }
            for table in room.state.tables()
        }
