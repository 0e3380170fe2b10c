"""How people vote: dots on themes, marks at the end, a changed mind, a blank paper."""

from typing import Any
from uuid import uuid4

from facilitation.rehearsal.people import Person
from facilitation.rehearsal.stage import SEEN, Stage

Json = dict[str, Any]


def vote(stage: Stage, person: Person) -> None:
    """One paper for most people; some come back to it, a few leave it blank."""
    key = stage.ballot
    if key is None or key in person.papers or not person.may_vote:
        return
    if not person.chance(0.94):
        stage.on_paper.setdefault(person.table, []).append(person.id)
        return
    if not person.streams.wait(lambda: person.streams.one("ballots", key), SEEN):
        stage.ledger.fault(f"{key} did not reach a phone of table {person.table}")
        return
    person.linger(stage.minutes(2))
    ballot = person.streams.one("ballots", key)
    person.papers[key] = uuid4().hex
    _cast(stage, person, ballot)
    if person.chance(0.15):
        _cast(stage, person, ballot)


def _cast(stage: Stage, person: Person, ballot: Json) -> None:
    blank = person.chance(0.04)
    choices = {} if blank else _choices(person, ballot)
    paper = person.papers[ballot["id"]]
    payload = {"ballot": ballot["id"], "paper_key": paper, "choices": choices}
    if ballot["method"] == "rating" and not blank and person.chance(0.1):
        payload["remark"] = stage.book.deal("remarks")
    if person.say("ballot.cast", payload).ok:
        stage.ledger.cast(ballot["id"], paper, blank=blank)


def _choices(person: Person, ballot: Json) -> dict[str, int]:
    keys = [option["id"] for option in ballot["options"]]
    if ballot["method"] == "rating":
        return {key: person.rng.choice([2, 3, 3, 4, 4]) for key in keys}
    return dots(person.rng.random, keys, ballot["budget"], ballot["most"])


def dots(chance: Any, keys: list[str], budget: int, most: int) -> dict[str, int]:
    """Dots one by one, more readily on the first options: rooms agree more than dice do."""
    choices: dict[str, int] = {}
    for _dot in range(budget):
        key = keys[min(len(keys) - 1, int(chance() ** 1.6 * len(keys)))]
        if choices.get(key, 0) < most:
            choices[key] = choices.get(key, 0) + 1
    return choices


def papers(stage: Stage, person: Person) -> None:
    """The rapporteur of a table types in the papers of those who kept their phones in a pocket."""
    key = stage.ballot
    if key is None or not person.reports:
        return
    ballot = person.streams.one("ballots", key)
    for place, _who in enumerate(stage.on_paper.pop(person.table, []), 1):
        paper, voter = uuid4().hex, f"paper/{person.table}/{place}"
        choices = _choices(person, ballot)
        payload = {"ballot": key, "paper_key": paper, "choices": choices, "voter": voter}
        if person.say("ballot.cast", payload).ok:
            stage.ledger.cast(key, paper, blank=False)
