"""What the documents tell of the history of an action sheet."""

from tests.support.stage import CLAIRE, Stage
from tests.unit.views.reading import report, told


def test_a_sheet_tells_its_version_approval_and_latest_changes_and_the_annex_all_of_them() -> None:
    stage = Stage()
    key = stage.send(CLAIRE, "action.create", title="Annuaire", table="2")["id"]
    changes = {
        "pilot": "ddt",
        "due": "2013-06-01",
        "why": "Chacun son carnet",
        "status": "retained",
    }
    for field, value in (*changes.items(), ("validation", "Le préfet, le 12 mars")):
        stage.send(CLAIRE, "action.edit", action=key, field=field, value=value)
    stage.send(CLAIRE, "action.edit", action=key, field="due", value="2013-09-01")
    stage.send(CLAIRE, "action.drop", action=key)
    stage.undo()
    sheet, whole = told(report(stage, "plan")), told(report(stage, "annex"))
    for said in ("Version\n9", "Le préfet, le 12 mars", "fiche rétablie"):
        assert said in sheet, said
    assert "fiche créée" not in sheet
    for said in (
        "fiche créée, pour la table 2",
        "Service pilote : DDT",
        "Échéance : 1er septembre 2013 (auparavant : 1er juin 2013)",
        "modifications : Constat, Validation",
        "Statut : retenue (auparavant : proposée)",
        "fiche abandonnée",
        "7 mars 2013",
    ):
        assert said in whole, said
    assert whole.count("7 mars 2013, ") == 1
    assert "Le préfet, le 12 mars" not in whole
    english = told(report(stage, "annex", "en"))
    for said in ("sheet created, for table 2", "Due: 1 September 2013 (before: 1 June 2013)"):
        assert said in english, said


def test_what_happens_at_another_minute_has_a_line_of_its_own() -> None:
    stage = Stage()
    stage.send(CLAIRE, "action.create", title="Annuaire")
    stage.now += 60_000
    stage.send(CLAIRE, "action.edit", action="ACT-01", field="why", value="Chacun son carnet")
    whole = told(report(stage, "annex"))
    assert "fiche créée\n" in whole
    assert "\nmodification : Constat" in whole
