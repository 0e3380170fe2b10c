"""Part 15 and what the other parts tell of suites données."""

from tests.support.full_day import full_day
from tests.support.stage import CLAIRE, Stage
from tests.unit.views.reading import part, report, told


def test_part_fifteen_tells_what_is_asked_and_what_was_decided() -> None:
    text = part(report(full_day()), "Points à arbitrer et suites données")
    order = (
        "Arbitrages demandés",
        "Qui signe ?",
        "Quand ?",
        "Suites données",
        "Se connaître\nà instruire\nÀ chiffrer\nPréfet\n8 mars 2013",
        "Une seule voix\nen attente",
        "ACT-01 – Une seule voix\nretenu",
    )
    places = [text.find(said) for said in order]
    assert -1 not in places, order[places.index(-1)]
    assert places == sorted(places)


def test_nothing_asked_and_nothing_decided_is_said() -> None:
    assert "Néant." in part(report(Stage()), "Points à arbitrer et suites données")


def test_what_is_asked_but_not_decided_has_no_suites() -> None:
    stage = Stage()
    stage.send(CLAIRE, "action.create", title="Agir")
    stage.send(CLAIRE, "action.edit", action="ACT-01", field="arbitration", value="Qui ?")
    text = told(report(stage))
    assert "Arbitrages demandés" in text
    assert "Suites enregistrées" not in text


def test_a_sheet_followed_up_unasked_is_told_by_its_title() -> None:
    stage = Stage()
    stage.send(CLAIRE, "action.create", title="Agir")
    stage.send(CLAIRE, "followup.give", of="ACT-01", outcome="not_retained")
    assert "ACT-01 – Agir\nnon retenu" in part(report(stage), "Suites données")


def test_the_releve_tells_the_suites_beside_the_scores_and_the_questions() -> None:
    text = told(report(full_day(), "summary"))
    assert "Suite" in text
    assert "à instruire" in text
    assert "avant le 1er mai 2013) – suite : retenu" in text


def test_the_releve_has_no_column_of_suites_before_any_is_given() -> None:
    stage = full_day()
    stage.state.collections["followups"].clear()
    assert "à instruire" not in told(report(stage, "summary"))


def test_the_annex_tells_the_author_what_became_of_a_text() -> None:
    text = told(report(full_day(), "annex"))
    assert "thème A · ACT-01 (retenu)" in text
    assert "thème B (à instruire)" in text


def test_a_text_put_to_the_vote_itself_tells_its_own_suite() -> None:
    stage = Stage()
    for said in ("Un", "Deux"):
        stage.post(stage.join(), said, kind="proposal")
    stage.ballot("PRO-001", "PRO-002", subject="proposals")
    for command in ("ballot.close", "ballot.reveal"):
        stage.send(CLAIRE, command, ballot="VOT-01")
    line = {"of": "VOT-01", "option": "PRO-001", "decider": "Préfet", "date": "2013-03-08"}
    stage.send(CLAIRE, "followup.give", outcome="not_retained", **line)
    text = told(report(stage, "annex"))
    assert "suite : non retenu (Préfet, 8 mars 2013)" in text
    assert text.count("suite :") == 1
