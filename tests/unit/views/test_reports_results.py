"""What the documents tell of votes, the evaluation, the plan and the follow-up."""

from dataclasses import replace

import pytest

from facilitation.domain.core import Put
from facilitation.domain.scenario import TitlePage
from facilitation.views.document import BarChart, Table
from facilitation.views.report.words import day as day_of
from tests.support.full_day import full_day
from tests.support.stage import CLAIRE, Stage
from tests.unit.views.reading import PAGE, REPORTS, part, report, told


@pytest.fixture(scope="module")
def day() -> Stage:
    """A full day, only read here."""
    stage = full_day()
    page(stage, PAGE)
    return stage


def page(stage: Stage, title_page: TitlePage, introduction: str = "Un.\n\nDeux.") -> None:
    """Give the workshop a title page and an introduction."""
    workshop = replace(stage.state.workshop, title_page=title_page, introduction=introduction)
    stage.state.apply([Put("workshop", workshop)])


def test_a_vote_tells_its_method_its_numbers_and_what_it_is_worth(day: Stage) -> None:
    text = told(report(day))
    for said in (
        "gommettes : 5 par personne, 3 au plus sur une option",
        "Priorisation indicative",
        "Vote annulé : mal posée.",
        "Vote annulé : sans motif donné.",
        "Par pôle, à partir de cinq votants",
        "Remarque 1",
    ):
        assert said in text, said
    charts = [block for block in report(day).blocks if isinstance(block, BarChart)]
    assert [bar.label for bar in charts[-1].bars] == ["Se connaître", "Une seule voix"]


def test_an_open_vote_tells_no_total() -> None:
    stage = Stage()
    ballot = stage.ballot(stage.theme("A"), stage.theme("B"))
    stage.vote(stage.join(), ballot, THM_01=3)
    assert "Vote en cours." in part(report(stage), "Priorisation")
    assert "Priorités exprimées" not in told(report(stage, "summary"))
    assert "A. A" in told(report(stage, "summary"))


@pytest.mark.parametrize(("voters", "shown"), [(4, False), (5, True)])
def test_answers_are_detailed_from_five_up(voters: int, shown: bool) -> None:
    stage = Stage()
    for subject in ("evaluation", "themes"):
        options = [stage.theme("A"), stage.theme("B")] if subject == "themes" else []
        ballot = stage.ballot(*options, subject=subject)
        for number in range(voters):
            payload = {"paper_key": f"{number}", "choices": {}, "remark": f"MOT-{subject}"}
            stage.send(stage.join(), "ballot.cast", ballot=ballot, **payload)
        stage.send(CLAIRE, "ballot.close", ballot=ballot)
    text = told(report(stage))
    assert ("MOT-evaluation" in text) is shown
    assert ("MOT-themes" in text) is shown
    assert ("Moins de cinq réponses" in text) is not shown
    assert ("Question (de 1 à 4)" in text) is shown
    assert "–" in text


def test_the_evaluation_tells_means_and_remarks(day: Stage) -> None:
    text = part(report(day), "Évaluation à chaud")
    assert "La journée a été utile" in text
    assert "3,4" in text
    assert "Mot 1" in text
    assert "3.4" in told(report(day, language="en"))


def test_a_personal_engagement_is_in_no_document(day: Stage) -> None:
    for name in REPORTS:
        assert "Engagement personal" not in told(report(day, name))
    text = part(report(day), "Prochaines étapes")
    assert "Engagement service (sous réserve de la hiérarchie)" in text
    assert text.count("Engagement service") == 2


def test_no_document_shows_a_note_of_the_facilitators(day: Stage) -> None:
    for name in REPORTS:
        text = told(report(day, name))
        assert "note-animateur" not in text
        assert "note-de-séquence" not in text


def test_the_plan_has_a_table_a_calendar_and_a_sheet_for_each_action(day: Stage) -> None:
    text = part(report(day), "Plan d’action et de suivi")
    for said in (
        "Échéance du plan : 31 décembre 2013.",
        "Calendrier",
        "30 septembre 2013, révisée au 31 décembre 2013 (Congés)",
        "révisée au 1er janvier 2014",
        "Réponses ; cible : Dix jours",
        "Qui signe ? ; Préfet ; 1er mai 2013",
        "non désigné",
        "fait",
        "à faire",
        "ATT-002, PRO-001",
    ):
        assert said in text, said
    sheets = report(day, "plan")
    assert [getattr(block, "number", "") for block in sheets.blocks][::2] == [
        "ACT-01",
        "ACT-02",
        "ACT-03",
    ]
    assert sheets.title_page is None


def test_the_summary_keeps_to_two_pages_and_tells_what_is_to_be_decided(day: Stage) -> None:
    document = report(day, "summary")
    assert document.pages == 2
    text = told(document)
    for said in (
        "inscrits : 12, dont 5 sur papier",
        "exprimés : 7, blancs : 5",
        "Qui signe ? (Préfet, avant le 1er mai 2013)",
        "Quand ? (non désigné)",
        "L’État accompagne.",
        "Outils à développer",
        "Référents restant à désigner",
        "le 21 mars 2013",
        "contact@example.test",
    ):
        assert said in text, said
    agreed = part(document, "Points d’accord")
    assert "Dire de l’État : Rythmes (validé par le préfet)" in agreed
    assert "1. Situation 1 : DDT, pilote / instructeur, niveau communal ou local" in agreed
    assert text.count("L’État accompagne.") == 1
    assert "L’État protège." not in part(document, "Points d’accord")


def test_a_summary_of_a_day_without_date_or_contact_says_nothing_of_them() -> None:
    stage = Stage()
    page(stage, TitlePage(), "")
    text = told(report(stage, "summary"))
    assert "Prochaine rencontre" not in text
    assert "Compte rendu" not in text
    assert report(stage).date == "1970-01-01"
    assert "Référents restant à désigner" in text
    for policy in ("eau", "logement"):
        stage.send(CLAIRE, "referent.settle", policy=policy, service="ddt", state="named")
    assert "Référents restant à désigner" not in told(report(stage, "summary"))


def test_a_referent_still_to_be_named_is_told(day: Stage) -> None:
    text = part(report(day), "Référents porteurs")
    assert "DDT : Chef, à titre personnel, acté" in text
    assert "ARS : Cheffe, accord de l’intéressé" in text
    assert "Restant à désigner" in text


def test_the_course_of_the_day_tells_planned_and_real(day: Stage) -> None:
    table = next(
        block
        for block in report(day).blocks
        if isinstance(block, Table) and block.header[-1] == "Réalisé"
    )
    assert [row[3] for row in table.rows] == ["12 min", "20 min", "1 min", "en cours", "non tenue"]
    assert table.rows[0][0] == "8 h 30"


def test_categories_are_told_when_none_counts_fewer_than_five() -> None:
    stage = Stage()
    for number in range(9):
        stage.send(
            CLAIRE, "participant.join", service="ddt", table="1", category="A" if number else "B"
        )
    assert "Par catégorie" not in told(report(stage))
    for _ in range(4):
        stage.send(CLAIRE, "participant.join", service="ddt", table="1", category="B")
    assert "Par catégorie – A : 8, B : 5." in told(report(stage))


def test_a_situation_names_the_tables_it_was_given_to() -> None:
    stage = Stage()
    for given, said in (
        ((), None),
        (("2",), "Situation confiée à la table 2."),
        (("1", "2", "3"), "Situation confiée aux tables 1, 2 et 3."),
    ):
        stage.state.apply([Put("cases", replace(stage.state.case("cas-1"), tables=given))])
        text = part(report(stage), "Situation 1")
        assert said in text if said else "confiée" not in text


def test_a_plan_without_dates_has_no_calendar() -> None:
    stage = Stage()
    stage.send(CLAIRE, "action.create", title="Y penser")
    assert "Calendrier" not in told(report(stage))


def test_a_date_that_is_none_stays_as_it_was_typed() -> None:
    assert [day_of("fr", typed) for typed in ("au printemps", "2013-13-01", "2013-05-01")] == [
        "au printemps",
        "2013-13-01",
        "1er mai 2013",
    ]


def test_a_sheet_names_three_situations_and_counts_on_their_numbers_beyond() -> None:
    stage = Stage()
    stage.send(CLAIRE, "action.create", title="Agir")
    action = replace(stage.state.actions()[0], cases=("cas-2", "cas-1"))
    stage.state.apply([Put("actions", action)])
    assert "1. Situation 1 ; 2. Situation 2" in told(report(stage, "plan"))
    more = [replace(stage.get("cases", "cas-1"), id=f"cas-{n}", number=n) for n in (3, 4)]
    action = replace(action, cases=("cas-4", "cas-3", "cas-2", "cas-1"))
    stage.state.apply([*(Put("cases", case) for case in more), Put("actions", action)])
    assert "1, 2, 3, 4" in told(report(stage, "plan"))
