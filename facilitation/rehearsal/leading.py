"""What the facilitator does besides starting steps: moderates, groups, votes, settles, drafts."""

from typing import Any, Final
from uuid import uuid4

from facilitation.rehearsal import grouping, voting
from facilitation.rehearsal.speaking import STATEMENTS
from facilitation.rehearsal.stage import Stage

Json = dict[str, Any]

#: Cards that the wall shows at once.
WALL: Final = 7
MOST_SHEETS: Final = 8


def moderate(stage: Stage) -> None:
    """Set one text aside and bring it back, set a doublet aside, keep two points for later."""
    open_texts = _open(stage, "expectation") + _open(stage, "proposal")
    if len(open_texts) < 6:
        return
    hasty, double, later = stage.rng.sample(open_texts, 3)
    stage.must("contribution.set_aside", {"contribution": hasty["id"], "reason": "unclear"})
    stage.must("contribution.restore", {"contribution": hasty["id"]})
    stage.must("contribution.set_aside", {"contribution": double["id"], "reason": "duplicate"})
    stage.ledger.wrote(double["id"], state="set_aside")
    parked = stage.must("contribution.park", {"contribution": later["id"]})
    if parked.get("id"):
        payload = {"parked": parked["id"], "owner": stage.book.deal("owners"), "due": stage.day(60)}
        stage.must("parked.edit", payload)
        stage.ledger.kept("parked", parked["id"])


def _open(stage: Stage, kind: str) -> list[Json]:
    """Texts of the running step that are open to the room; seeds and private ones are not."""
    return [
        one
        for one in stage.all("contributions")
        if one["kind"] == kind
        and one["state"] == "posted"
        and not one.get("private")
        and one.get("step") == stage.step["id"]
    ]


def wall(stage: Stage) -> None:
    """Choose the cards that the screen shows."""
    texts = [one["id"] for kind in ("expectation", "proposal") for one in _open(stage, kind)]
    if texts:
        chosen = stage.rng.sample(texts, min(WALL, len(texts)))
        stage.must("contribution.show", {"contributions": chosen})


def release(stage: Stage) -> None:
    """Give each situation of the round its pieces of information; answer a table that calls."""
    cases = {case["id"]: case for case in map(stage.case_of, _taken(stage)) if case}
    most = max((len(case.get("releases", [])) for case in cases.values()), default=0)
    for number in range(1, most + 1):
        stage.must("case.release_all", {"cases": list(cases), "number": number})
    tables = stage.tables()
    if tables:
        stage.must("table.call", {"table": tables[0]["id"], "on": False})
    stage.must("message.send", {"text": stage.book.deal("messages")})


def _taken(stage: Stage) -> list[str]:
    return [table["id"] for table in stage.tables()]


def settle_roles(stage: Stage) -> None:
    """Every second situation finds its authority and its pilot; the others stay findings."""
    said: dict[str, list[Json]] = {}
    for cell in stage.all("roles"):
        said.setdefault(cell["case"], []).append(cell)
    for key in sorted(said)[::2]:
        for role in ("authority", "pilot"):
            cells = [cell for cell in said[key] if cell["roles"] and cell["roles"][0][0] == role]
            if cells and not cells[0].get("settled_role"):
                cell = cells[0]
                payload = {"case": key, "service": cell["service"], "role": role}
                stage.must("role.settle", payload | {"level": _level(cell)})


def _level(cell: Json) -> str | None:
    return max(cell["levels"], key=lambda pair: int(pair[1]))[0] if cell["levels"] else None


def group(stage: Stage) -> None:
    """Make themes of what has none; later, put newcomers where they belong."""
    free = {
        one["id"]: one["text"]
        for one in stage.all("contributions")
        if one["state"] == "posted" and one["kind"] != "positioning" and not one.get("theme")
    }
    if [one for one in stage.all("themes") if one["state"] == "live"]:
        _assign(stage, free)
        return
    subjects = stage.book.content["subjects"]
    for found in grouping.groups(free, subjects, set(stage.book.content["stop"])):
        _make(stage, found)


def _make(stage: Stage, found: grouping.Group) -> None:
    made = stage.must("theme.create", {"name": found.name, "contributions": list(found.texts)})
    if made.get("id") and found.subtitle:
        stage.must("theme.rename", {"theme": made["id"], "subtitle": found.subtitle})
    if made.get("id"):
        stage.ledger.kept("themes", made["id"])


def _assign(stage: Stage, free: dict[str, str]) -> None:
    themes = {one["id"]: one["name"] for one in stage.all("themes") if one["state"] == "live"}
    placed: dict[str, list[str]] = {}
    for number, text in free.items():
        theme = grouping.nearest(text, themes, stage.book.content["subjects"])
        if theme:
            placed.setdefault(theme, []).append(number)
    for theme, numbers in placed.items():
        stage.must("theme.assign", {"contributions": numbers, "theme": theme})


def second_thoughts(stage: Stage) -> None:
    """Rename a theme before the room, think better of it, undo."""
    live = [one for one in stage.all("themes") if one["state"] == "live"]
    if live:
        stage.must("theme.rename", {"theme": live[0]["id"], "name": f"{live[0]['name']} ?"})
        stage.must("undo")


def open_vote(stage: Stage, subject: str) -> None:
    """Put the question; without two themes there is nothing to rank."""
    question = stage.book.content["questions"][subject]
    opened = stage.must("ballot.open", {"question": question, "subject": subject})
    stage.ballot = opened.get("id")
    if stage.ballot:
        stage.ledger.kept("ballots", stage.ballot)


def close_vote(stage: Stage) -> None:
    """Count, and let everybody see."""
    if stage.ballot is None:
        return
    stage.must("ballot.close", {"ballot": stage.ballot})
    stage.must("ballot.reveal", {"ballot": stage.ballot})
    stage.must("screen.show", {"scene": "vote", "ballot": stage.ballot})
    stage.ballot = None


def type_paper(stage: Stage) -> None:
    """A paper brought to the facilitator's desk, of a table whose rapporteur typed none."""
    ballot = stage.lead.streams.one("ballots", stage.ballot)
    tables = [table["id"] for table in stage.tables() if table["id"] in stage.on_paper]
    if not ballot or not tables or ballot["method"] != "dots":
        return
    paper, voter = uuid4().hex, f"paper/{tables[-1]}/1"
    keys = [option["id"] for option in ballot["options"]]
    choices = voting.dots(stage.rng.random, keys, ballot["budget"], ballot["most"])
    payload = {"ballot": stage.ballot, "paper_key": paper, "choices": choices, "voter": voter}
    if stage.lead.send("ballot.cast", payload).ok:
        stage.ledger.cast(str(stage.ballot), paper, blank=False)


def draft_plan(stage: Stage) -> None:
    """One sheet per table, from the themes that the room put first."""
    themes = ranked(stage)
    for table, theme in zip(stage.tables()[:MOST_SHEETS], themes, strict=False):
        made = stage.must("action.create", {"theme": theme, "table": table["id"]})
        if made.get("id"):
            stage.ledger.kept("actions", made["id"])
    stage.catch_up()


def ranked(stage: Stage) -> list[str]:
    """Live themes, those with most dots first."""
    counted = [one for one in stage.all("ballots") if one["subject"] == "themes" and one["tally"]]
    scores = (
        {one["option"]: one["total"] for one in counted[-1]["tally"]["scores"]} if counted else {}
    )
    live = [one["id"] for one in stage.all("themes") if one["state"] == "live"]
    return sorted(live, key=lambda key: (-scores.get(key, 0), key))


def settle_statements(stage: Stage) -> None:
    """The room agrees, with the réserves that were signed; nothing is validated here."""
    for one in stage.all("statements"):
        state = "agreed_with_reserves" if one.get("reserves") else "agreed"
        stage.must("statement.settle", {"statement": one["id"], "state": state})


def choose_proposers(stage: Stage) -> None:
    """The tables that write the shared wording."""
    stage.proposers = [table["id"] for table in stage.tables()][:STATEMENTS]


def settle_referents(stage: Stage) -> None:
    """Some agree on the spot, one policy keeps an empty chair."""
    states = ("person_agrees", "expected", "director_agrees", "expected")
    for place, one in enumerate(stage.all("referents")):
        state = states[place % len(states)]
        if state != "expected":
            payload = {"policy": one["policy"], "service": one["service"], "state": state}
            stage.must("referent.settle", payload)
    for policy in stage.all("policies"):
        known = {one["service"] for one in stage.all("referents") if one["policy"] == policy["id"]}
        empty = [service for service in policy["services"] if service not in known]
        if empty:
            payload = {"policy": policy["id"], "service": empty[0], "state": "to_be_named"}
            stage.must("referent.settle", payload)
