"""Who is in the room: participants and tables."""

from typing import Final

from facilitation.domain import merging, people, tables
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
    Command("table.call", tables.Call, tables.call, ANYBODY, {"on": True}),
)
