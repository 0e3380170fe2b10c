"""Under which name a text is shown: the author's on what they signed, nobody's on a positioning."""

from facilitation.views.audience import Audience
from facilitation.views.projection import project
from tests.support.stage import CLAIRE, Stage


def signature(stage: Stage, number: str) -> object:
    record = stage.state.collections["contributions"][number]
    shown = project(stage.state, Audience("facilitators"), "contributions", record)
    assert shown is not None
    return shown["signature"]


def test_a_signed_text_bears_the_name_that_was_given() -> None:
    stage = Stage()
    anne = stage.join(name="Anne Riva")
    assert signature(stage, stage.post(anne, anonymous=False)) == "Anne Riva"


def test_a_positioning_speaks_for_the_service_and_bears_no_name() -> None:
    stage = Stage()
    anne = stage.join(name="Anne Riva")
    case = next(iter(stage.state.collections["cases"]))
    number = stage.post(anne, kind="positioning", role="pilot", case=case)
    record = stage.state.collections["contributions"][number]
    assert record.author is not None, "the author may still put it better"
    assert signature(stage, number) == ""


def test_nobody_signs_for_a_facilitator() -> None:
    stage = Stage()
    assert signature(stage, stage.post(CLAIRE, "Écrit sur papier", anonymous=False)) == ""
