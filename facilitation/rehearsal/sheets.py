"""A table fills its fiche-action, field by field, as its rapporteur would on its device."""

from typing import Any, Final

from facilitation.rehearsal.people import Person
from facilitation.rehearsal.stage import SEEN, Stage
from facilitation.rehearsal.texts import mentions

Json = dict[str, Any]

#: Deadlines of the steps of a sheet, in days after the seminar.
DAYS: Final = (25, 75, 115, 200, 270)


def sheet(stage: Stage, person: Person) -> None:
    """Only the rapporteur writes; everybody at the table speaks. Not every table has a sheet."""
    drafted = {one.get("table") for one in stage.all("actions")}
    if not person.reports or person.table not in drafted:
        return
    person.streams.wait(lambda: _mine(person), SEEN)
    for action in _mine(person):
        for name, value in _fields(stage, person, action).items():
            person.linger(stage.minutes(0.5))
            payload = {"action": action["id"], "field": name, "value": value}
            if person.say("action.edit", payload).ok:
                stage.ledger.filled(action["id"], name, value)


def _mine(person: Person) -> list[Json]:
    actions = person.streams.all("actions").values()
    return [one for one in actions if one.get("table") == person.table and one["state"] == "live"]


def _fields(stage: Stage, person: Person, action: Json) -> Json:
    theme = stage.lead.streams.one("themes", action.get("theme")).get("name", "")
    known = stage.book.sheet(theme)
    plain = {name: text for name, text in known.items() if isinstance(text, str)}
    people = _people(stage, person, action, known)
    dates = {"start": stage.day(15), "due": stage.day(DAYS[len(known.get("steps", []))])}
    if "arbitration" in plain:
        dates["arbitration_by"] = stage.day(45)
    return plain | people | dates | {"milestones": _steps(stage, known.get("steps", []))}


def _steps(stage: Stage, steps: list[str]) -> list[Json]:
    made = []
    for place, text in enumerate(steps):
        content, _, responsible = text.partition(" | ")
        made.append({"content": content, "responsible": responsible, "due": stage.day(DAYS[place])})
    return made


def _people(stage: Stage, person: Person, action: Json, known: Json) -> Json:
    """Who pilots, who helps, under which policy: the sheet suggests, the table's people follow."""
    services = {one["id"]: f"{one['name']} {one['short']}" for one in stage.all("services")}
    pilot = _match(services, known.get("lead", [])) or action.get("pilot") or person.service
    policies = {one["id"]: one["name"] for one in stage.all("policies")}
    seated = [one.service for one in stage.people if one.table == person.table]
    taken = (pilot, action.get("authority"))
    others = [one for one in dict.fromkeys(seated) if one not in taken][:4]
    roles = ("contributes", "contributes", "supports", "supports")
    return {
        "pilot": pilot,
        "policy": _match(policies, known.get("policy", [])),
        "responsible": person.function or stage.book.deal("functions"),
        "associates": [
            {"service": one, "role": role} for one, role in zip(others, roles, strict=False)
        ],
    }


def _match(names: dict[str, str], stems: list[str]) -> str | None:
    return next((key for key, name in names.items() if mentions(name, stems)), None)
