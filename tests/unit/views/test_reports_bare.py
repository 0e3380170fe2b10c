"""Documents of rooms where a part has little to say, or nothing."""

from dataclasses import replace

from facilitation.domain.core import Put
from facilitation.views.document import PageBreak
from tests.support.stage import CLAIRE, Stage
from tests.unit.views.reading import part, report


def without(stage: Stage, collection: str, *kept: str) -> None:
    """The room as if its scenario had had these records only."""
    records = stage.state.collections[collection]
    for key in set(records) - set(kept):
        del records[key]


def test_a_seminar_without_situations_says_so() -> None:
    stage = Stage()
    without(stage, "cases")
    assert "Néant." in part(report(stage), "Situations concrètes")


def test_nobody_is_missing_when_every_service_came() -> None:
    stage = Stage()
    stage.join("ddt")
    assert "non représentés" in part(report(stage), "Participants")
    without(stage, "services", "ddt")
    assert "non représentés" not in part(report(stage), "Participants")


def test_people_of_no_known_service_are_counted_without_a_table_of_services() -> None:
    stage = Stage()
    stage.join("ddt")
    without(stage, "services")
    told = part(report(stage), "Participants")
    assert "1 personne inscrite" in told
    assert "Pôle" not in told


def test_a_kind_of_finding_that_nobody_made_is_said_beside_those_that_were() -> None:
    stage = Stage()
    text = stage.post(stage.join("ddt"), "Un guide partagé", kind="proposal")
    stage.send(CLAIRE, "contribution.tag", contribution=text, tags=["good_practice"])
    title = "Outils communs à développer, bonnes pratiques, mutualisations"
    told = part(report(stage), title)
    assert "Un guide partagé" in told
    assert told.count("Néant.") == 2
    assert "Porteur" not in told


def test_before_the_first_step_none_is_told_as_not_held() -> None:
    stage = Stage()
    assert "non tenue" not in part(report(stage), "Déroulement")
    stage.begin(stage.state.steps()[0].id)
    assert "non tenue" in part(report(stage), "Déroulement")


def test_many_services_from_which_nobody_came_are_told_by_their_short_names() -> None:
    stage = Stage()
    stage.join("ddt")
    away = [one for one in stage.state.collections["services"].values() if one.id != "ddt"]
    assert f"non représentés : {' ; '.join(sorted(one.name for one in away))}" in part(
        report(stage), "Participants"
    )
    more = [replace(away[0], id=f"s{n}", name=f"Service {n}", short=f"S{n}") for n in range(6)]
    stage.state.apply([Put("services", one) for one in more])
    told = part(report(stage), "Participants")
    assert "S0 ; S1 ; S2" in told
    assert "Service 0" not in told


def test_situations_follow_one_another_however_much_was_said_of_them() -> None:
    stage = Stage()
    breaks = report(stage).blocks.count(PageBreak())
    stage.post(stage.join("ddt"), "Un guide partagé", kind="proposal", case="cas-2")
    assert report(stage).blocks.count(PageBreak()) == breaks
