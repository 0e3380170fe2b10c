"""What the facilitator notes for the compte rendu: who came, was excused or represented; what
became of the vote's lines and of the arbitrations asked for.
"""

from typing import Any, Final

from facilitation.rehearsal import leading
from facilitation.rehearsal.stage import Stage

Json = dict[str, Any]

#: How a service that nobody came from is told, in turn.
AWAY: Final = ("excused", "represented", "expected")
#: What becomes of one line after the other.
OUTCOMES: Final = ("retained", "to_study", "not_retained")


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


def followups(stage: Stage) -> None:
    """At the préfet's return: what became of the first lines of the vote, and of what was asked."""
    deciders = [one["function"] for one in stage.all("attendees") if one["rank"] == 1]
    decider = next(iter(deciders), "")
    lines = [
        {"of": ballot["id"], "option": option}
        for ballot in stage.all("ballots")
        if ballot["revealed"] and ballot["subject"] != "evaluation"
        for option in leading.ranked(stage)[: len(OUTCOMES) + 1]
    ]
    asked = [{"of": one["id"]} for one in stage.all("actions") if one["arbitration"]]
    for place, line in enumerate((*lines, *asked[:-1])):
        outcome = OUTCOMES[place % len(OUTCOMES)]
        reason = stage.book.deal(f"reasons_{outcome}")
        told = {"outcome": outcome, "reason": reason, "decider": decider, "date": stage.day(0)}
        stage.must("followup.give", line | told)
        stage.ledger.kept("followups", "/".join(line.values()))
