"""Under every field where people write on a phone or a table's device stands the same line: no
protected information. Each form draws it with `never(…)`, and its field names it for the blind.
"""

import re
from pathlib import Path

import pytest

from facilitation.setup.places import ROOT

PHONE = ROOT / "facilitation" / "static" / "js" / "widgets" / "phone"
WRITES = re.compile(r'<textarea|type="text"')

#: Fields whose line is drawn by the form around them, and the one that asks for a name alone.
ELSEWHERE = {
    "sheet-input.js": "sheet.js",
    "sheet-lists.js": "sheet.js",
    "post-fields.js": "post.js",
    "referent-offer.js": "referents.js",
}
NAMES_ALONE = {"profile-form.js", "member-adding.js"}

FORMS = sorted(path.name for path in PHONE.glob("*.js") if WRITES.search(path.read_text("utf-8")))


def source(name: str) -> str:
    return (PHONE / name).read_text("utf-8")


def test_there_are_forms_to_look_at() -> None:
    assert len(FORMS) >= 10


@pytest.mark.parametrize("form", FORMS)
def test_the_standing_line_is_under_every_field(form: str) -> None:
    if form in NAMES_ALONE:
        assert "<textarea" not in source(form)
        return
    assert "never(" in source(ELSEWHERE.get(form, form))


@pytest.mark.parametrize("form", sorted(set(FORMS) - NAMES_ALONE - ELSEWHERE.keys()))
def test_a_field_names_its_standing_line_for_whoever_does_not_see_it(form: str) -> None:
    lines = re.findall(r"never\(([^)]*)\)", source(form))
    assert lines
    assert "aria-describedby" in source(form)


def test_the_dialogs_of_the_console_say_it_above_their_buttons() -> None:
    foot = (PHONE.parent / "facilitate" / "bits.js").read_text("utf-8").split("formFoot(")[1]
    assert "N’écrivez aucune information protégée." in foot


def test_the_line_says_it_in_both_languages_and_the_join_page_too() -> None:
    told = source("standing.js")
    assert "N’écrivez aucune information protégée ni donnée personnelle." in told
    english = Path(ROOT / "facilitation/static/js/generated/messages-en.js").read_text("utf-8")
    assert "N’écrivez aucune information protégée ni donnée personnelle." in english
    notice = ROOT / "facilitation" / "templates" / "macros" / "notice.html"
    assert "N’écrivez aucune information protégée" in notice.read_text("utf-8")
