"""What the facilitator shows and says to the room: the projector's scene, the messages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Message:
    """A word of the facilitator to all phones or to one table."""

    id: str
    text: str
    table: str | None = None
    at: int = 0
    state: str = "live"


@dataclass(frozen=True, slots=True)
class Screen:
    """What the projector shows; one record, its id is `screen`."""

    id: str = "screen"
    scene: str = "join"
    step: str | None = None
    case: str | None = None
    ballot: str | None = None
    theme: str | None = None
    action: str | None = None
    statement: str | None = None
    kind: str | None = None
    page: int = 0
    dark: bool = False
    text: str = ""
    previous: str = "join"
    closing: bool = False
