"""What a person does on a step, by what the step allows: post, support, correct, undertake.

Each gesture looks only at what the person's own device holds.
"""

from typing import Any
from uuid import uuid4

from facilitation.rehearsal.people import Person
from facilitation.rehearsal.stage import Stage
from facilitation.rehearsal.texts import Line, ended

Json = dict[str, Any]


def expectation(stage: Stage, person: Person) -> None:
    """One or two things expected of a service or of the State; fewer where more is asked."""
    if len(stage.step["allows"]) > 1 and person.chance(0.4):
        return
    for _turn in range(1 + person.chance(0.2)):
        case = stage.case_of(person.table)
        line = stage.book.draw("expectation", case)
        if line is None:
            support(stage, person)
            return
        lenses = person.streams.all("lenses")
        lens = stage.book.lens(line.text, lenses, public=line.public)
        extra = {"addressee": _addressee(stage, person, case), "lens": lens}
        _post(stage, person, "expectation", line, case, extra)


def _addressee(stage: Stage, person: Person, case: Json) -> str | None:
    """A service of the case, any service, the State, or nobody in particular."""
    if person.chance(0.3):
        return "state"
    if person.chance(0.2):
        return None
    known = case.get("services") or [service["id"] for service in stage.all("services")]
    others = [service for service in known if service != person.service]
    return person.rng.choice(others) if others else "state"


def proposal(stage: Stage, person: Person) -> None:
    """Something to do, sometimes marked as a common tool or a good practice."""
    if len(stage.step["allows"]) > 1 and person.chance(0.5):
        return
    case = stage.case_of(person.table)
    lesson = "lesson" in stage.step.get("tags", [])
    line = _lesson(stage, person) if lesson else stage.book.draw("proposal", case)
    if line is None:
        support(stage, person)
        return
    tags = stage.book.tags(line.text) if person.chance(0.7) else []
    tags = list(dict.fromkeys([*stage.step.get("tags", []), *tags]))
    _post(stage, person, "proposal", line, case, {"tags": tags})


def _lesson(stage: Stage, person: Person) -> Line | None:
    """What can be carried over from elsewhere: one idea from some, nothing from the others."""
    text = stage.book.deal("lessons") if person.chance(0.3) else ""
    return Line(text) if text else None


def positioning(stage: Stage, person: Person) -> None:
    """Where one's service stands: on the table's case, or on every case when phones may."""
    if not stage.step.get("every_case"):
        _position(stage, person, stage.case_of(person.table))
        return
    spoken = stage.spokes.get(person.service) == person.id
    cases = [case for case in person.streams.all("cases").values() if case.get("opened")]
    for case in cases if spoken else cases[person.number % max(1, len(cases)) :][:1]:
        _position(stage, person, case)


def _position(stage: Stage, person: Person, case: Json) -> None:
    role = _role(stage, person, case)
    line = Line(stage.book.deal("positioning", role))
    levels = stage.workshop.get("levels", [])
    level = None
    if levels and role != "unconcerned":
        usual = "departmental" if "departmental" in levels else levels[0]
        level = usual if person.chance(0.7) else person.rng.choice(levels)
    _post(stage, person, "positioning", line, case, {"role": role, "level": level})


def _role(stage: Stage, person: Person, case: Json) -> str:
    """A plausible role: the services that the case names first decide or lead it."""
    named = case.get("services", [])
    if person.service not in named:
        return person.rng.choice(["informed", "unconcerned", "unconcerned"])
    service = stage.lead.streams.one("services", person.service)
    if service.get("category") == "prefecture" and person.chance(0.6):
        return "authority"
    rank = named.index(person.service)
    if rank == 0 or (rank == 1 and person.chance(0.25)):
        return person.rng.choice(["pilot", "pilot", "authority"])
    return person.rng.choice(["contributes", "contributes", "supports"])


def _post(  # noqa: PLR0913, PLR0917 - what makes a slip of paper
    stage: Stage, person: Person, kind: str, line: Line, case: Json, extra: Json
) -> None:
    """Post a text; sometimes twice with one key, sometimes corrected or taken back."""
    person.linger(stage.minutes(min(3, stage.step.get("writing") or 2)))
    text, voice = line.text, _voice(person, kind)
    payload = {"kind": kind, "text": text, "step": stage.step["id"], "case": case.get("id")}
    payload |= voice | {name: value for name, value in extra.items() if value}
    key = uuid4().hex
    answer = person.say("contribution.post", payload, key=key)
    if not answer.ok:
        return
    number = str(answer.result["id"])
    stage.ledger.wrote(number, kind=kind, text=text, step=stage.step["id"], state="posted")
    stage.ledger.wrote(number, for_table=voice.get("for_table", False))
    person.secrets[number] = voice.get("edit_secret", "")
    if person.chance(0.1):
        _twice(stage, person, payload, key, number)
    if person.chance(0.05) and not line.public:
        _reword(stage, person, number, text)
    elif person.chance(0.02):
        _take_back(stage, person, number)


def _voice(person: Person, kind: str) -> Json:
    """In whose name: the service's, the table's by its rapporteur, one's own or nobody's."""
    if kind == "positioning":
        return {}
    if person.reports and person.chance(0.5):
        return {"for_table": True}
    if person.chance(0.6):
        return {"anonymous": True, "edit_secret": uuid4().hex}
    return {"anonymous": False}


def _twice(stage: Stage, person: Person, payload: Json, key: str, number: str) -> None:
    """The answer got lost and the phone sends again: the same number, nothing new."""
    again = person.say("contribution.post", payload, key=key)
    if again.result.get("id") != number:
        stage.ledger.fault(f"{number} was posted again as {again.result.get('id')}")


def _secret(person: Person, number: str) -> Json:
    return {"edit_secret": person.secrets[number]} if person.secrets.get(number) else {}


def _reword(stage: Stage, person: Person, number: str, text: str) -> None:
    better = ended(text, stage.book.deal("general", "endings"))
    if better == text:
        return
    payload = {"contribution": number, "text": better} | _secret(person, number)
    if person.say("contribution.edit", payload, may=("contribution_not_open",)).ok:
        stage.ledger.wrote(number, text=better)


def _take_back(stage: Stage, person: Person, number: str) -> None:
    payload = {"contribution": number} | _secret(person, number)
    if person.say("contribution.withdraw", payload).ok:
        # What its author took back, nobody reads any more.
        stage.ledger.wrote(number, state="withdrawn", text=None)


def support(stage: Stage, person: Person) -> None:
    """Stand behind one text of the table that is not one's own."""
    seen = [
        text
        for text in person.streams.all("contributions").values()
        if text.get("state") == "posted"
        and text.get("table") == person.table
        and text["id"] not in person.secrets
    ]
    if seen and person.chance(0.6):
        person.linger(stage.minutes(1))
        chosen = person.rng.choice(seen)["id"]
        payload = {"contribution": chosen, "on": True}
        person.say("contribution.support", payload, may=("unknown_contribution",))


def late(stage: Stage, person: Person) -> None:
    """What was written for the step before arrives only now: it is kept and marked late."""
    if not stage.before or person.number % 20 != 3:
        return
    written = [kind for kind in stage.before["allows"] if kind in ("expectation", "proposal")]
    line = stage.book.draw(written[0], {}) if written else None
    if line is None:
        return
    payload = {"kind": written[0], "text": line.text, "step": stage.before["id"]}
    answer = person.say("contribution.post", payload | {"anonymous": True})
    if answer.ok:
        stage.ledger.wrote(answer.result["id"], text=line.text, late=True, state="posted")


def commitment(stage: Stage, person: Person) -> None:
    """A personal card for most, one for the service for some."""
    kinds = ["personal"] if person.chance(0.8) else []
    if person.chance(0.2):
        kinds.append("service")
    for kind in kinds:
        person.linger(stage.minutes(2))
        text = stage.book.deal("commitments", kind)
        by = stage.day(person.rng.choice([30, 60, 90, 115, 180, 270]))
        answer = person.say("commitment.make", {"kind": kind, "text": text, "by": by})
        if answer.ok and kind == "service":
            stage.ledger.kept("commitments", answer.result["id"])
