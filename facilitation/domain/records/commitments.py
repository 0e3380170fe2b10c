"""What one person undertakes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Commitment:
    """An engagement: `personal` goes back to the person alone, `service` is carried over."""

    id: str
    kind: str
    participant: str
    service: str
    role: str
    text: str
    by: str = ""
    need: str = ""
    subject_to_hierarchy: bool = True
    state: str = "live"
