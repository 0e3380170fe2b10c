"""The two volumes of a whole day, read back from each format: nothing of the day is missing."""

from functools import cache

import pytest

from facilitation.documents import catalogue
from facilitation.views.report.reading import Reader
from tests.support.full_day import full_day
from tests.support.stage import Stage
from tests.unit.documents.reading import docx_text, html_text, markdown_text, pdf_text, squeezed

READERS = {"pdf": pdf_text, "docx": docx_text, "html": html_text, "md": markdown_text}

DAY = cache(full_day)


@cache
def volume(name: str, form: str) -> str:
    """What a volume says in a format, without white space."""
    kind = catalogue.find(f"{name}.{form}")
    assert kind is not None
    return READERS[form](kind.make(catalogue.Source(Reader(day().state, "fr"))))


def day() -> Stage:
    """The day, played once."""
    return DAY()


@pytest.mark.parametrize("form", READERS)
def test_the_pair_holds_every_contribution(form: str) -> None:
    """Each text under its number; of one that was taken back, the number alone."""
    text = volume("annex", form)
    for one in day().state.contributions():
        assert one.id in text
        assert (squeezed(one.text) in text) is (one.state != "withdrawn"), one.id


@pytest.mark.parametrize("form", READERS)
def test_the_minutes_hold_every_vote_with_its_scores(form: str) -> None:
    """The question, each option with its total, and what a result is worth."""
    text = volume("minutes", form)
    for ballot in day().state.ballots():
        if ballot.tally is None or ballot.subject == "evaluation":
            continue
        assert squeezed(ballot.question) in text
        labels = {option.id: squeezed(option.label) for option in ballot.options}
        for score in ballot.tally.scores:
            assert labels[score.option] in text
            assert f"{score.papers}bulletin" in text
    assert squeezed("ne vaut pas décision") in text


@pytest.mark.parametrize("form", READERS)
def test_the_minutes_hold_every_action_with_what_its_table_wrote(form: str) -> None:
    """Each field of each sheet, steps included."""
    text = volume("minutes", form)
    for action in day().state.actions():
        written = [action.id, action.title, action.why, action.goal, action.indicator]
        written += [stone.content for stone in action.milestones]
        for one in written:
            assert squeezed(one) in text, (action.id, one)
