"""The documents as they follow from the state: nothing missing, nobody given away."""

from dataclasses import replace

import pytest

from facilitation.domain.core import Put
from facilitation.domain.scenario import TitlePage
from facilitation.views.document import BarChart, Heading, Table, strong
from facilitation.views.report.reading import Reader
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


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("name", REPORTS)
def test_every_document_is_written_in_both_languages_and_at_any_moment(
    day: Stage, name: str, language: str
) -> None:
    for stage in (Stage(), day):
        document = report(stage, name, language)
        assert document.language == language
        assert document.blocks
        assert document.watermark in ("PROJET", "DRAFT")


def test_the_minutes_have_eighteen_numbered_parts_even_of_a_day_that_has_not_begun() -> None:
    headings = [
        block.number
        for block in report(Stage()).blocks
        if isinstance(block, Heading) and block.level == 1 and block.number
    ]
    assert headings == [str(number) for number in range(19)]


def test_every_contribution_is_in_the_annex_with_what_became_of_it(day: Stage) -> None:
    text = told(report(day, "annex"))
    for one in day.state.contributions():
        assert one.id in text
        assert one.state == "withdrawn" or one.text in text
    assert "Mot repris" not in text
    for outcome in (
        "écartée (doublon)",
        "écartée (doublon : déjà dit)",
        "retirée par son auteur",
        "à traiter ultérieurement",
        "A. Une seule voix · ACT-01",
        "reçue après la séquence",
        "Diffusion restreinte",
    ):
        assert outcome in text, outcome


def test_a_text_is_told_with_a_service_or_a_table_and_never_with_both(day: Stage) -> None:
    reader = Reader(day.state, "fr")
    origins = {one.id: reader.origin(one) for one in day.state.contributions()}
    assert origins["ATT-001"] == "29 janvier"
    assert origins["ATT-002"] == "Jeanne, DDT"
    assert origins["ATT-003"] == "ARS"
    assert origins["ATT-004"] == "table 3"
    assert not any("table" in told and "DDT" in told for told in origins.values())


def test_expectations_stand_by_whom_they_are_expected_of(day: Stage) -> None:
    text = part(report(day), "Attentes")
    assert text.index("Attendu de l’État") < text.index("Une seule voix")
    assert text.index("Sans destinataire précisé") < text.index("Sans destinataire (")
    assert "DDT : Un interlocuteur" in text
    assert "Le regard des acteurs" in text
    assert "Écarté" not in text


def test_a_situation_tells_who_does_what_and_what_is_not_shared(day: Stage) -> None:
    text = part(report(day), "Situation 1")
    for said in (
        "Aucune autorité compétente ne s’est déclarée.",
        "Plusieurs pilotes se déclarent : DDT, ARS.",
        "Le niveau d’intervention n’est pas partagé : communal ou local, national.",
        "DREAL (× 2)",
        "DDT : pilote / instructeur, communal ou local",
        "Les délais",
    ):
        assert said in text, said


def test_what_the_room_settled_stands_even_where_nobody_wrote(day: Stage) -> None:
    text = part(report(day), "Situation 2")
    assert "autorité compétente (décide, signe)" in text
    assert "non renseigné" in text
    assert "Aucune contribution recueillie." in text


def test_a_service_that_nobody_asked_reads_as_not_stated(day: Stage) -> None:
    assert "non renseigné" in part(report(day), "Rôles par situation")


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
        "exprimés : 7, blancs : 5, saisis sur papier : 5",
        "Qui signe ? (Préfet, avant le 1er mai 2013)",
        "Quand ? (non désigné)",
        "L’État accompagne.",
        "Outils à développer",
        "Référents restant à désigner",
        "le 21 mars 2013",
        "contact@example.test",
    ):
        assert said in text, said
    assert "L’État accompagne." in part(document, "Points d’accord")
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
    assert "Par catégorie : A : 8, B : 5." in told(report(stage))


def test_an_evaluation_without_remarks_tells_of_none() -> None:
    stage = Stage()
    ballot = stage.ballot(subject="evaluation")
    for _ in range(5):
        stage.vote(stage.join(), ballot, utile=4)
    stage.send(CLAIRE, "ballot.close", ballot=ballot)
    text = part(report(stage), "Évaluation à chaud")
    assert "5 réponses." in text
    assert "Remarques" not in text


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


def test_texts_for_one_service_have_a_heading_from_three_up() -> None:
    stage = Stage()
    for number in range(3):
        stage.post(stage.join(), f"Texte {number}", addressee="ars")
    assert "Attendu d’autres services" not in told(report(stage))
    assert "Texte 2" in part(report(stage), "Attentes")


def test_many_positionings_are_counted_and_stand_in_the_annex() -> None:
    stage = Stage()
    for number in range(13):
        stage.post(stage.join(), f"Dit {number} !", kind="positioning", case="cas-1", role="pilot")
    text = told(report(stage))
    assert "DDT (× 13)" in text
    assert "Dit 7 !" not in text
    assert all(f"Dit {number} !" in told(report(stage, "annex")) for number in range(13))


def test_the_title_page_says_what_the_document_is(day: Stage) -> None:
    cover = report(day).title_page
    assert cover is not None
    assert (cover.kind, cover.reference) == ("Compte rendu", "Lot n° 1, pièce 90-001")
    assert (cover.status, cover.circulation) == ("Projet", "Diffusé par : la Préfecture")


def test_the_watermark_leaves_once_the_minutes_are_validated() -> None:
    stage = Stage()
    assert report(stage).watermark == "PROJET"
    stage.send(CLAIRE, "minutes.mark", status="validated")
    assert report(stage).watermark == ""


def test_a_workshop_without_situations_policies_or_words_says_so() -> None:
    stage = Stage()
    for name in ("cases", "policies", "glossary"):
        stage.state.collections[name].clear()
    stage.state.apply([Put("workshop", replace(stage.state.workshop, objectives=()))])
    document = report(stage)
    assert "Néant." in part(document, "Situations concrètes")
    assert "Ce point n’a pas été traité en séance." in part(document, "Référents porteurs")
    assert "Annexe 1 : glossaire" not in told(document)
    assert "objectifs suivants" not in told(document)


def test_what_is_gone_is_told_by_its_key() -> None:
    reader = Reader(Stage().state, "fr")
    names = [reader.service, reader.service_name, reader.lens, reader.policy]
    assert [name("inconnu") for name in names] == ["inconnu"] * 4
    assert [name(None) for name in names] == [""] * 4
    assert (reader.pole("inconnu"), reader.theme("THM-99"), reader.case("?")) == ("inconnu", "", "")
    assert (reader.table(None), reader.table("9")) == ("", "table 9")


def test_words_may_stand_out() -> None:
    assert (strong("Attention").text, strong("Attention").style) == ("Attention", "strong")
