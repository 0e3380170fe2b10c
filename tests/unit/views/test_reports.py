"""The documents as they follow from the state: nothing missing, nobody given away."""

import re
from dataclasses import replace

import pytest

from facilitation.domain.core import Put
from facilitation.domain.scenario import TitlePage
from facilitation.views.document import Heading, strong
from facilitation.views.report.reading import Reader
from tests.support.full_day import full_day
from tests.support.stage import CLAIRE, Stage, device
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
        assert language == "fr" or not re.search(r"\b(the State|State’s|Pole)\b", told(document))


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
        "thème A · ACT-01 (retenu)",
        "Thèmes : A. Une seule voix ; B. Se connaître.",
        "reçue après la séquence",
        "Diffusion restreinte",
    ):
        assert outcome in text, outcome


@pytest.mark.parametrize(
    ("language", "said"), [("fr", "au nom de la table 4"), ("en", "on behalf of table 4")]
)
def test_a_text_of_a_table_is_told_as_the_tables(language: str, said: str) -> None:
    stage = Stage()
    stage.begin("attentes")
    stage.post(device("4"), "Nous, ensemble")
    (one,) = [one for one in stage.state.contributions() if one.text == "Nous, ensemble"]
    assert Reader(stage.state, language).origin(one) == said
    for name in ("minutes", "annex"):
        assert said in told(report(stage, name, language)), name


def test_a_text_is_told_with_a_service_or_a_table_and_never_with_both(day: Stage) -> None:
    reader = Reader(day.state, "fr")
    origins = {one.id: reader.origin(one) for one in day.state.contributions()}
    assert origins["ATT-001"] == "29 janvier"
    assert origins["ATT-002"] == "DDT"
    assert origins["ATT-003"] == "ARS"
    assert origins["ATT-004"] == "table 3"
    assert not any("table" in told and "DDT" in told for told in origins.values())


def test_no_document_names_a_person_who_wrote(day: Stage) -> None:
    assert "Jeanne" in day.state.names.values()
    assert not any("Jeanne" in told(report(day, name)) for name in REPORTS)


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
        "DREAL (× 2)",
        "DDT, pilote / instructeur, niveau communal ou local",
        "Les délais",
    ):
        assert said in text, said
    assert "Le niveau d’intervention n’est pas partagé" not in text


def test_a_role_is_open_until_the_room_settles_it() -> None:
    stage = Stage()
    for service in ("ddt", "ars"):
        person = stage.join(service)
        stage.post(person, "Nous", kind="positioning", case="cas-1", role="pilot")
    said = "Plusieurs pilotes se déclarent"
    assert said in part(report(stage), "Situation 1")
    stage.send(CLAIRE, "role.settle", case="cas-1", service="ddt", role="pilot")
    assert said not in part(report(stage), "Situation 1")


def test_a_level_is_open_until_the_room_settles_it() -> None:
    stage = Stage()
    for level in ("local", "national"):
        stage.post(
            stage.join(), "Nous", kind="positioning", case="cas-1", role="informed", level=level
        )
    said = "Le niveau d’intervention n’est pas partagé : national, communal ou local."
    assert said in part(report(stage), "Situation 1")
    assert "Points restant à éclaircir : 1. Situation 1" in part(report(stage), "Synthèse")
    stage.send(CLAIRE, "role.settle", case="cas-1", service="ddt", level="outside")
    assert said not in part(report(stage), "Situation 1")
    agreed = "1. Situation 1 : DDT, hors compétence de l’État (collectivité)"
    assert agreed in part(report(stage, "summary"), "Points d’accord")


def test_the_synthesis_gives_the_first_five_and_says_of_how_many() -> None:
    stage = Stage()
    for number in range(7):
        stage.send(CLAIRE, "action.create", title=f"Agir {number}")
    text = part(report(stage), "Synthèse")
    assert "Premières actions du plan proposé (5 sur 7)" in text
    assert "Agir 4" in text
    assert "Agir 5" not in text


def test_a_text_that_several_people_wrote_is_quoted_once_with_each_of_its_numbers() -> None:
    stage = Stage()
    for service in ("ddt", "ars"):
        stage.post(stage.join(service), "Un annuaire", kind="proposal", anonymous=False)
    text = part(report(stage), "Propositions par thème")
    assert text.count("Un annuaire") == 1
    assert "DDT ; PRO" in text


def test_a_proposal_of_a_shared_tool_is_quoted_in_part_14_and_told_by_number_before() -> None:
    stage = Stage()
    number = stage.post(stage.join(), "Une base", kind="proposal", case="cas-1")
    stage.send(CLAIRE, "contribution.tag", contribution=number, tags=["common_tool", "pooling"])
    document = report(stage)
    assert told(document).count("Une base") == 1
    assert "Une base" in part(document, "Outils communs")
    elsewhere = f"Outils, bonnes pratiques et mutualisations (partie 14) : {number}."
    assert elsewhere in part(document, "Situation 1")
    assert elsewhere in part(document, "Propositions hors thème")
    assert f"Cités ailleurs dans le compte rendu : {number}." in part(document, "Mutualisations")


def test_what_was_brought_from_elsewhere_is_not_counted_as_the_rooms_work() -> None:
    stage = Stage()
    seeds = [one for one in stage.state.contributions() if one.origin]
    assert seeds
    assert "Aucune contribution à ce jour." in part(report(stage), "Synthèse")
    stage.post(stage.join(), "Savoir qui répond")
    assert "1 attente." in part(report(stage), "Synthèse")


def test_each_expectation_and_proposal_is_quoted_once_in_the_minutes(day: Stage) -> None:
    text = told(report(day))
    for one in day.state.contributions():
        tagged = {"common_tool", "good_practice", "lesson", "pooling"} & set(one.tags)
        if one.state == "posted" and one.kind != "positioning" and not tagged and not one.parked:
            assert text.count(f"{one.text} ({one.id}") == 1, one.id


def test_what_the_room_settled_stands_even_where_nobody_wrote(day: Stage) -> None:
    text = part(report(day), "Situation 2")
    assert "ARS, autorité compétente (décide, signe)" in text
    assert "Non renseigné" in text
    assert "Aucune contribution recueillie." in text


def test_a_service_that_nobody_asked_reads_as_not_stated(day: Stage) -> None:
    assert "non renseigné" in part(report(day), "Rôles par situation")


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


def test_attendance_of_a_workshop_without_services_is_told_without_a_table() -> None:
    stage = Stage()
    stage.join()
    stage.state.collections["services"].clear()
    text = part(report(stage), "Participants")
    assert "1 personne inscrite" in text
    assert "Présences par service" not in text
    assert "non représentés" not in text


def test_a_role_that_the_room_settled_leaves_nothing_open_in_the_synthesis() -> None:
    stage = Stage()
    for role in ("authority", "pilot"):
        stage.post(stage.join(), "Nous", kind="positioning", case="cas-1", role=role)
    text = part(report(stage), "Synthèse")
    assert "Qui fait quoi" not in text
    stage.send(CLAIRE, "role.settle", case="cas-1", service="ddt", role="pilot")
    text = part(report(stage), "Synthèse")
    assert "Rôles arrêtés en séance pour 1 situation." in text
    assert "Points restant à éclaircir" not in text


def test_what_is_gone_is_told_by_its_key() -> None:
    reader = Reader(Stage().state, "fr")
    names = [reader.service, reader.service_name, reader.lens, reader.policy]
    assert [name("inconnu") for name in names] == ["inconnu"] * 4
    assert [name(None) for name in names] == [""] * 4
    assert (reader.pole("inconnu"), reader.theme("THM-99"), reader.case("?")) == ("inconnu", "", "")
    assert (reader.table(None), reader.table("9")) == ("", "table 9")


def test_words_may_stand_out() -> None:
    assert (strong("Attention").text, strong("Attention").style) == ("Attention", "strong")
