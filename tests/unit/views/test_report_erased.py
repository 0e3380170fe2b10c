"""What the documents say of a text that a facilitator erased."""

import re

import pytest

from facilitation.views.report.reading import Reader
from tests.support.stage import CLAIRE, Stage
from tests.unit.views.reading import report, told


@pytest.mark.parametrize(
    ("language", "outcome", "count"),
    [
        ("fr", "effacée par l’animateur", "Effacées par l’animateur\n1"),
        ("en", "erased by the facilitator", "Erased by the facilitator\n1"),
    ],
)
def test_a_text_that_was_erased_is_told_apart_from_one_taken_back(
    language: str, outcome: str, count: str
) -> None:
    stage = Stage()
    person = stage.join()
    erased, back = (stage.post(person, text, anonymous=False) for text in ("Le code", "Rien"))
    stage.send(person, "contribution.withdraw", contribution=back)
    assert count not in told(report(stage, "annex", language))
    stage.send(CLAIRE, "contribution.erase", contribution=erased)
    text = told(report(stage, "annex", language))
    assert count in text
    assert re.search(r"(Retirées par leur auteur|Withdrawn)\n1\n", text)
    assert text.count(outcome) == 1
    assert "Le code" not in text
    reader = Reader(stage.state, language)
    outcomes = [reader.outcome(stage.get("contributions", key)) for key in (erased, back)]
    assert outcomes[0] == outcome
    assert outcomes[1] in ("retirée par son auteur", "withdrawn by its author")
