"""The minutes in both languages: plurals, and no French spacing left in English."""

import re

from facilitation.documents import markdown
from facilitation.views.report.minutes import essentials, minutes
from facilitation.views.report.reading import Reader
from tests.support.stage import CLAIRE, Stage


def stage() -> Stage:
    """A room where one person wrote one thing, which became a theme."""
    room = Stage()
    room.begin("situations")
    room.send(CLAIRE, "writing.open")
    person = room.join("ddt", "1")
    text = room.post(person, "A text", kind="proposal")
    room.theme("A theme", text)
    return room


def test_one_is_singular_in_both_languages() -> None:
    state = stage().state
    assert list(essentials(Reader(state, "fr")))[:3] == [
        "1 participant, 1 service représenté.",
        "1 proposition.",
        "1 thème au tableau de synthèse.",
    ]
    assert list(essentials(Reader(state, "en")))[:3] == [
        "1 participant, 1 service represented.",
        "1 proposal.",
        "1 theme on the board.",
    ]


def test_english_minutes_have_no_french_spaces_before_a_sign() -> None:
    room = stage()
    person = room.join("ars", "1")
    room.send(
        person, "statement.propose", subject="Rules", says="Yes", does_not_say="No", audience="All"
    )
    room.theme("Another")
    ballot = room.ballot(subject="themes")
    room.vote(person, ballot)
    room.send(CLAIRE, "ballot.close", ballot=ballot)
    told = markdown.render(minutes(Reader(room.state, "en"))).decode()
    assert re.findall(r".*\w [:;] .*", told) == []
