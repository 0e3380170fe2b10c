"""What people say for their service: its missions, its référents, shared wording and réserves."""

from typing import Any, Final

from facilitation.rehearsal.people import Person
from facilitation.rehearsal.stage import Stage

Json = dict[str, Any]

#: How many texts a room settles in its twenty-five minutes.
STATEMENTS: Final = 2


def _speaks(stage: Stage, person: Person) -> bool:
    return stage.spokes.get(person.service) == person.id


def mission(stage: Stage, person: Person) -> None:
    """Some services complete the line that presents them."""
    if not _speaks(stage, person) or not person.chance(0.4):
        return
    known = str(stage.lead.streams.one("services", person.service).get("missions", ""))
    more = stage.book.deal("missions")
    person.linger(stage.minutes(2))
    person.say("missions.correct", {"text": f"{known} {more}".strip()})


def referent(stage: Stage, person: Person) -> None:
    """Who speaks for a service names a function for the policies that concern it."""
    if not _speaks(stage, person):
        return
    for policy in stage.all("policies"):
        if person.service not in policy["services"] or not person.chance(0.6):
            continue
        mine = person.chance(0.5)
        function = person.function if mine else stage.book.deal("functions")
        payload = {"policy": policy["id"], "function": function, "me": mine}
        if person.say("referent.propose", payload).ok:
            stage.ledger.kept("referents", f"{policy['id']}/{person.service}")


def statement(stage: Stage, person: Person) -> None:
    """Two tables put shared wording forward; the others read."""
    if not person.reports or person.table not in stage.proposers:
        return
    known = stage.book.content["statements"]
    wording = known[stage.proposers.index(person.table) % len(known)]
    answer = person.say("statement.propose", {**wording})
    if answer.ok:
        stage.ledger.kept("statements", str(answer.result["id"]))


def reserve(stage: Stage, person: Person) -> None:
    """A service that others may not bind says so on the first text."""
    if not _speaks(stage, person) or not person.chance(0.12):
        return
    standing = list(person.streams.all("statements"))
    text = stage.book.deal("reserves")
    if standing and text:
        person.say("statement.reserve", {"statement": min(standing), "text": text})
