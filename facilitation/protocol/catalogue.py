"""Every command: its wire name, payload, decision, who may send it, and an example.

Dispatch, permissions, docs/protocol.md and the JavaScript names derive from this table.
Its lines stand in `commands/`, by what they are about.
"""

from typing import Any, Final

from facilitation.domain import creation, people, restoring
from facilitation.protocol.commands.choices import CHOICES
from facilitation.protocol.commands.command import Command
from facilitation.protocol.commands.conduct import CONDUCT
from facilitation.protocol.commands.plan import PLAN
from facilitation.protocol.commands.room import ROOM
from facilitation.protocol.commands.texts import TEXTS

CATALOGUE: Final[dict[str, Command]] = {
    command.name: command for command in (*CONDUCT, *ROOM, *TEXTS, *CHOICES, *PLAN)
}

#: Beside the catalogue: how a workshop begins or begins again, and how people come in.
CREATE: Final = Command(
    "workshop.create", creation.CreateWorkshop, creation.create, frozenset({"admin"})
)
RESTORE: Final = Command(
    "workshop.restore", restoring.RestoreWorkshop, restoring.restore, frozenset({"admin"})
)
JOIN: Final = Command("participant.join", people.Join, people.join, frozenset({"newcomer"}))

#: Which command a decision of the clock becomes.
BY_PAYLOAD: Final[dict[type[Any], Command]] = {
    command.payload: command for command in CATALOGUE.values()
}
