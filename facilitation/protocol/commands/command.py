"""One line of the catalogue, and the roles that may stand in it.

A role that is not named may not send the command.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from facilitation.domain.core import Decision

FACILITATOR: Final = frozenset({"facilitator"})
PEOPLE: Final = frozenset({"participant", "table"})
ANYBODY: Final = FACILITATOR | PEOPLE
CLOCK: Final = frozenset({"facilitator", "clock"})
ROLES: Final = ("facilitator", "participant", "table", "screen", "observer", "clock")


@dataclass(frozen=True, slots=True)
class Command:
    """One line of the catalogue.

    `undoable`: a facilitator may undo it. `closed`: still possible in a closed workshop.
    """

    name: str
    payload: type[Any]
    decide: Callable[..., Decision]
    roles: frozenset[str]
    example: dict[str, Any] = field(default_factory=dict)
    undoable: bool = False
    closed: bool = False


def lead(
    name: str, payload: type[Any], decide: Callable[..., Decision], /, **example: Any
) -> Command:
    """A facilitator's command that can be undone."""
    return Command(name, payload, decide, FACILITATOR, example, undoable=True)
