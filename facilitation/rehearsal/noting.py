"""What the facilitator notes for the compte rendu: who came, was excused or represented."""

from typing import Any, Final

from facilitation.rehearsal.stage import Stage

Json = dict[str, Any]

#: How a service that nobody came from is told, in turn.
AWAY: Final = ("excused", "represented", "expected")


def attendance(stage: Stage) -> None:
    """The authorities came, but the last, who is represented; some services sent word."""
    ranked = sorted((one for one in stage.all("attendees") if one["rank"]), key=_rank)
    for one in ranked:
        represented = one is ranked[-1] and len(ranked) > 1
        _mark(stage, one["id"], "represented" if represented else "present")
    here = {person.service for person in stage.people}
    away = [one["id"] for one in stage.all("services") if one["id"] not in here]
    for place, service in enumerate(away):
        _mark(stage, f"service/{service}", AWAY[place % len(AWAY)])
    observer = {"function": stage.book.deal("observers"), "observer": True}
    stage.must("attendance.add", observer)


def _rank(one: Json) -> int:
    return int(one["rank"])


def _mark(stage: Stage, key: str, state: str) -> None:
    by = stage.book.deal("stand_ins") if state == "represented" else ""
    if state != "expected":
        stage.must("attendance.mark", {"attendee": key, "state": state, "by": by})
