"""Who is in the room: participants, whose presence is told, and tables."""

from typing import Final

from facilitation.domain import attendance, expecting, merging, people, tables
from facilitation.protocol.commands.command import ANYBODY, Command, lead

ROOM: Final = (
    Command(
        "participant.join",
        people.Join,
        people.join,
        frozenset({"facilitator", "table"}),
        {"service": "ddt", "table": "3", "name": None},
    ),
    Command(
        "participant.correct",
        people.Correct,
        people.correct,
        ANYBODY,
        {"service": "ddt", "table": "4"},
    ),
    lead("participant.merge", merging.Merge, merging.merge, participant="…", duplicate="…"),
    lead("participant.remove", people.Remove, people.remove, participant="…"),
    Command(
        "rapporteur.name",
        tables.NameRapporteur,
        tables.name_rapporteur,
        ANYBODY,
        {"table": "3", "participant": "…"},
        undoable=True,
    ),
    lead(
        "attendance.add",
        attendance.AddAttendee,
        attendance.add,
        function="Directeur départemental des territoires",
        service="ddt",
        state="represented",
        by="son adjoint",
    ),
    lead(
        "attendance.mark",
        attendance.MarkAttendee,
        attendance.mark,
        attendee="service/ddt",
        state="excused",
    ),
    lead("people.expect", expecting.ExpectPeople, expecting.expect, people=80),
    Command("table.call", tables.Call, tables.call, ANYBODY, {"on": True}),
)
