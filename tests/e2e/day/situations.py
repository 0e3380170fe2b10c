"""The middle of the day: missions, situations in two rounds, what is heard of each service."""

import re

from playwright.sync_api import expect

from tests.e2e.day.company import Day

MISSIONS = "Instruit les permis pour les communes qui le demandent, tient le PPRi, police de l’eau."
POSITION = "La DDT instruit le permis pour la commune et tient le PPRi."
ACCORD = "L’ABF donne ou refuse son accord aux abords de l’église."
CASE = "Un permis de construire en zone inondable"
OTHER_CASE = "6. Dépôts sauvages et véhicules hors d’usage en lisière de forêt"
NEWS = "L’hiver dernier"
AUTHORITY = "autorité compétente (décide, signe)"


def missions_are_put_right(day: Day) -> None:
    """A service's own line, from the phone of one of its cadres."""
    day.claire.starts_next("Qui fait quoi")
    day.claire.opens_writing()
    panel = day.anne.page.get_by_role("region", name="Les missions de mon service")
    panel.get_by_role("textbox").fill(MISSIONS)
    panel.get_by_role("button", name="Enregistrer cette ligne").click()
    expect(panel).to_contain_text("Enregistré à")
    day.claire.goes_to("Rôles")
    day.claire.presses("Missions", exact=True)
    expect(day.claire.main.get_by_label(re.compile("^DDT"))).to_have_value(MISSIONS)


def a_situation_is_worked_on(day: Day) -> None:
    """The table's situation on its phones; the screen shows the one that is chosen."""
    claire, screen = day.claire, day.screen
    claire.starts_next("Situations concrètes, premier tour")
    screen.shows("case", "Une situation par table", CASE)
    for phone in (day.anne, day.bruno):
        expect(phone.main.get_by_text(f"Situation 1 : {CASE}")).to_be_visible()
    claire.shows_scene("Situation", f"1. {CASE}")
    screen.shows("case", "Vernoy-la-Rivière")
    screen.hides(NEWS)
    screen.has_no_control()


def information_is_released(day: Day) -> None:
    """New information reaches the tables of its situation, and the screen."""
    claire = day.claire
    claire.goes_to("Déroulé")
    claire.presses(
        "Diffuser l’information 1", claire.main.locator("li.case-line").filter(has_text=CASE)
    )
    for phone in (day.anne, day.bruno):
        expect(phone.main.get_by_text(f"Information nouvelle : {NEWS}")).to_be_visible()
    expect(day.anne.main).not_to_contain_text("Un autre terrain")
    day.leafs_to(NEWS)


def services_take_position(day: Day) -> None:
    """Role, level and words, for the service, never for the table."""
    day.claire.opens_writing()
    for phone, text, role in (
        (day.anne, POSITION, "pilote / instructeur"),
        (day.bruno, ACCORD, AUTHORITY),
    ):
        number = phone.writes(
            text, "Positionnement", Rôle_de_mon_service=role, Bon_niveau="départemental"
        )
        assert number.startswith("POS-")
        day.heard(number, text)
    guest, text = day.others[1], "L’ARS soutient le projet, sans autorité sur le permis."
    case = {"case": "permis-zone-inondable", "step": "situations-1"}
    number = guest.writes("positioning", text, role="authority", level="regional", **case)
    day.heard(number, text)
    day.claire.closes_writing()
    day.claire.goes_to("Mur")
    expect(day.claire.slip(POSITION).locator(".slip-from")).to_have_text("DDT, situation 1")


def the_room_pauses(day: Day, title: str, words: str) -> None:
    """A message on the screen; phones have nothing to fill in."""
    day.claire.starts_next(title)
    day.claire.says_to_room(words)
    day.screen.shows("message", words)
    expect(day.anne.form).to_have_count(0)


def the_first_round_is_shared(day: Day) -> None:
    """Two authorities on one situation, and levels that differ: that is the finding."""
    day.claire.starts_next("Mise en commun, premier tour")
    day.screen.shows("roles", "Qui fait quoi", CASE, "2 autorités exprimées", "niveaux différents")
    day.claire.shows_scene("Rôles", f"1. {CASE}")
    day.screen.shows("roles", "STAP", AUTHORITY, "non renseigné")


def the_second_round(day: Day) -> None:
    """Table 1 turns to its second situation; the first one stays readable."""
    claire = day.claire
    claire.starts_next("Situations concrètes, second tour")
    expect(day.anne.main.get_by_text("Situation 5 : Rythmes scolaires")).to_be_visible()
    claire.opens_writing()
    text = "Une seule réunion de l’État par commune sur les rythmes scolaires."
    day.heard(day.bruno.writes(text, "Proposition"), text)
    claire.closes_writing()


def every_service_on_every_situation(day: Day) -> None:
    """In this step a phone chooses the situation."""
    claire = day.claire
    claire.starts_next("Mise en commun, second tour")
    claire.opens_writing()
    text = "La DDT n’a que la voirie des déchets sauvages."
    number = day.anne.writes(
        text,
        Sur_quelle_situation=OTHER_CASE,
        Rôle_de_mon_service="en appui",
        Bon_niveau="communal ou local",
    )
    day.heard(number, text)


def defence_is_heard(day: Day) -> None:
    """What can be taken over from the armed forces is a lesson by itself."""
    claire, text = day.claire, "Un retour d’expérience écrit après chaque crise."
    claire.starts_next("Le regard de la Défense")
    claire.opens_writing()
    number = day.heard(day.bruno.writes(text), text)
    claire.goes_to("Mur")
    expect(claire.slip(number)).to_contain_text("enseignement")
