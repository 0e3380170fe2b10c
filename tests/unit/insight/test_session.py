"""A day of suggestions: told what comes and goes, asked now and then, in JSON."""

import io
import json
from typing import Any

from facilitation.insight.session import Session
from facilitation.suggesting import answer_all
from tests.unit.insight.sayings import ALL

TEXTS = {f"ATT-{place:03d}": text for place, text in enumerate(ALL)}


def session(placed: dict[str, str] | None = None) -> Session:
    made = Session("fr", {"DDT": "Direction départementale des territoires"})
    made.tell(TEXTS, [], placed or {})
    return made


def group_of(found: dict[str, Any], key: str) -> dict[str, Any]:
    (group,) = [one for one in found["groups"] if key in one["members"]]
    return group


def test_a_text_that_comes_later_joins_the_theme_that_is_there() -> None:
    held = session()
    first = held.suggest()
    held.tell({"ATT-100": "Les bus du soir sont trop rares"}, [], {})
    after = held.suggest()
    assert group_of(after, "ATT-100")["key"] == group_of(first, "ATT-004")["key"]


def test_what_people_placed_bears_the_number_of_their_theme() -> None:
    found = session({"ATT-000": "THM-01", "ATT-001": "THM-01"}).suggest()
    assert group_of(found, "ATT-000")["theme"] == "THM-01"
    assert group_of(found, "ATT-004")["theme"] is None


def test_a_text_taken_out_of_a_theme_is_not_suggested_for_it_again() -> None:
    water = {key: "THM-01" for key in ("ATT-000", "ATT-001", "ATT-002", "ATT-003")}
    held = session(water)
    held.suggest()
    del water["ATT-003"]
    held.tell({}, [], dict(water))
    found = held.suggest()
    assert "ATT-003" not in group_of(found, "ATT-000")["members"]


def test_a_text_that_went_is_in_no_answer() -> None:
    held = session()
    held.suggest()
    held.tell({}, ["ATT-000"], {})
    assert "ATT-000" not in json.dumps(held.suggest())
    assert held.why("ATT-000", "ATT-001") == {"shared": []}


def test_texts_nearly_the_same_are_told_with_what_differs() -> None:
    held = session()
    held.tell({"ATT-200": "Le prix de l’eau n’augmente pas chaque année"}, [], {})
    (pair,) = [one for one in held.suggest()["alike"] if one["right"] == "ATT-200"]
    assert pair["difference"] == "negation"
    assert pair["score"] < pair["likeness"]
    assert [one["text"].strip() for one in pair["right_text"] if one["differs"]] == ["n’", "pas"]


def test_the_process_answers_line_by_line_for_each_workshop() -> None:
    base = {"language": "fr", "glossary": {}, "drop": [], "placed": {}}
    lines = [
        {**base, "code": "AAAA", "put": TEXTS, "want": "suggest"},
        {**base, "code": "BBBB", "put": {"ATT-001": "Seul"}, "want": "suggest"},
        {**base, "code": "AAAA", "put": {}, "want": "settle"},
        {**base, "code": "AAAA", "put": {}, "want": "why", "left": "ATT-000", "right": "ATT-003"},
    ]
    source = io.BytesIO(b"".join(json.dumps(line).encode() + b"\n" for line in lines))
    target = io.BytesIO()
    answer_all(source, target)
    first, second, third, fourth = map(json.loads, target.getvalue().splitlines())
    assert len(first["groups"]) == 3
    assert second["groups"] == []
    assert third == {}
    assert ["prix", "prix"] in fourth["shared"]
