"""The end of the day: the plan from the voted themes, engagements, the evaluation, the close."""

import re

from playwright.sync_api import Locator, expect

from tests.e2e.actors.phone import Phone
from tests.e2e.day.afternoon import INDICATIVE, TOOLS, VOICE
from tests.e2e.day.company import Day

TITLE = "Répondre au maire par une seule lettre"
WHY = "Un maire reçoit aujourd’hui jusqu’à cinq réponses."
GOAL = "Une lettre unique, signée de la préfecture, en trois semaines."
INDICATOR = "Part des demandes qui reçoivent une seule lettre"
OWN = "Appeler la préfecture avant chaque avis."
SERVICE = "Donner un interlocuteur unique à chaque commune."
MOTIVE = "Une lettre type d’ici à l’été."
REMARK = "Recommencer chaque année, avec les élus."


def actions_are_drafted(day: Day) -> None:
    """One gesture gives each table a sheet from the themes, the best voted first."""
    claire = day.claire
    claire.starts_next("Fiches-actions")
    day.screen.shows("plan", "Les pistes d’action paraîtront ici")
    expect(day.anne.main).to_contain_text("L’animateur confie une fiche-action à votre table")
    claire.goes_to("Plan")
    claire.presses("Une fiche par table")
    expect(claire.main.locator("li.sheet-line")).to_have_count(3)
    day.screen.shows("plan", "ACT-01", "ACT-02", "ACT-03", "pilote à désigner")
    sheet = day.anne.page.get_by_role("region", name="Notre fiche-action ACT-01")
    expect(sheet).to_contain_text(VOICE)


def a_table_writes_its_sheet(day: Day) -> None:
    """Field by field, on two phones of the table; each field says that it is saved."""
    for phone, label, text in (
        (day.anne, "Intitulé", TITLE),
        (day.bruno, "Constat", WHY),
        (day.anne, "Objectif", GOAL),
    ):
        box = field(phone, label)
        box.fill(text)
        box.blur()
        expect(told(phone, label)).to_have_text("✓ Enregistré")
    expect(field(day.bruno, "Objectif")).to_have_value(GOAL)
    day.screen.shows("plan", TITLE)


def field(phone: Phone, label: str) -> Locator:
    """A field of the table's sheet, unfolded for writing."""
    sheet = phone.page.get_by_role("region", name="Notre fiche-action")
    turn = sheet.get_by_role("button", name="Écrire sur la fiche")
    box = sheet.get_by_label(label).first
    # Which of the two stands there is only known once the sheet is drawn.
    expect(turn.or_(box)).to_be_visible()
    if turn.is_visible():
        turn.click()
    return box


def told(phone: Phone, label: str) -> Locator:
    """What stands under the field."""
    return field(phone, label).locator("xpath=..").get_by_role("status")


def the_facilitator_completes_it(day: Day) -> None:
    """The pilot and the indicator by the facilitator; the room reads the sheet through."""
    claire = day.claire
    claire.main.get_by_role("button", name=re.compile("^ACT-01")).click()
    sheet = claire.main.get_by_role("region", name="ACT-01")
    expect(sheet.get_by_label("Constat")).to_have_value(WHY)
    expect(sheet).to_contain_text("14 gommettes au vote")
    sheet.get_by_role("combobox", name="Service pilote").select_option(label="Préfecture (SG)")
    sheet.get_by_text("Suivi", exact=True).click()
    sheet.get_by_label("Indicateur", exact=True).fill(INDICATOR)
    sheet.get_by_label("Indicateur", exact=True).blur()
    line = claire.main.locator("li.sheet-line").filter(has_text="ACT-01")
    claire.presses("À l’écran", line)
    day.screen.shows("plan", "Fiche-action ACT-01", TITLE, WHY)
    expect(day.anne.page.get_by_role("region", name="Notre fiche-action")).to_be_visible()
    day.leafs_to("Préfecture (SG)")
    day.leafs_to(INDICATOR)


def people_commit_themselves(day: Day) -> None:
    """A personal card is nobody else's; a card of the service is carried over."""
    claire, anne = day.claire, day.anne
    claire.starts_next("Engagements et évaluation")
    expect(claire.writing("Écriture ouverte")).to_be_visible()
    commits(anne, "Personnel", OWN)
    commits(anne, "De service", SERVICE)
    expect(day.bruno.main).not_to_contain_text(OWN)
    expect(day.bruno.main).not_to_contain_text(SERVICE)


def commits(phone: Phone, card: str, text: str) -> None:
    """Write a card."""
    section = phone.page.get_by_role("region", name="Mes engagements")
    if card == "De service":
        phone.ticks(card, section)
    section.get_by_label("Je m’engage à").fill(text)
    section.get_by_role("button", name="Enregistrer").click()
    expect(phone.slip(text)).to_contain_text("ENG-")


def the_day_is_rated(day: Day) -> None:
    """The evaluation is a secret ballot too, with a remark."""
    claire = day.claire
    claire.goes_to("Priorisation")
    claire.presses("Évaluation à chaud", exact=True)
    claire.presses("Ouvrir l’évaluation", claire.dialog)
    for phone in (day.anne, day.bruno):
        ballot = phone.page.get_by_role("region", name="Évaluation à chaud de la journée")
        # `all` does not wait: a paper that is not drawn yet has no lines to answer.
        expect(ballot.get_by_role("group")).to_have_count(5)
        for line in ballot.get_by_role("group").all():
            line.locator("label").filter(has_text="tout à fait").click()
    day.bruno.page.get_by_label("Une remarque").fill(REMARK)
    for phone in (day.anne, day.bruno):
        phone.page.get_by_role("button", name="Remettre mon avis").click()
        expect(phone.page.get_by_text("Votre bulletin est enregistré.")).to_be_visible()
    for guest in day.others:
        guest.votes("VOT-02", missions=3, parole=3, situations=3, suites=3, organisation=3)
    expect(claire.main.locator(".turnout-count")).to_have_text("8")
    claire.presses("Clore et compter")
    claire.presses("Clore et compter", claire.dialog)
    expect(claire.main).to_contain_text("3,3 sur 4")


def the_prefet_answers(day: Day) -> None:
    """The themes as voted, the actions, nothing that was not chosen."""
    claire, screen = day.claire, day.screen
    claire.starts_next("Synthèse et clôture")
    screen.shows("return", "Ce que la salle met en avant", VOICE, "14 gommettes", INDICATIVE)
    day.leafs_to(TITLE)
    screen.hides(OWN, SERVICE, REMARK)
    what_became_of_the_vote_is_told(day)
    claire.page.keyboard.press("b")
    screen.shows("blank", "Préfecture du Territoire de Belfort")
    screen.hides(TITLE, TOOLS)


def what_became_of_the_vote_is_told(day: Day) -> None:
    """The facilitator notes the answer beside the result; the phones tell it to whoever wrote."""
    claire = day.claire
    claire.goes_to("Priorisation")
    row = claire.main.get_by_role("row").filter(has_text=VOICE)
    row.get_by_role("button", name=re.compile("^Suite donnée à")).click()
    claire.dialog.get_by_role("combobox").select_option(label="retenu")
    claire.dialog.get_by_label("Motif").fill(MOTIVE)
    claire.presses("Enregistrer la suite", claire.dialog)
    expect(row).to_contain_text("retenu")
    told = f"Suite : retenu, Préfet du Territoire de Belfort, 7 mars 2013, {MOTIVE}"
    for phone in (day.anne, day.bruno):
        result = phone.page.locator("details.result").filter(has_text=VOICE)
        expect(result).to_contain_text(told)


def the_workshop_is_closed(day: Day) -> None:
    """Phones say so, keep what was written, and write no more."""
    claire = day.claire
    claire.goes_to("Documents")
    claire.presses("Clore le séminaire")
    claire.dialog.get_by_role("button", name="Clore").click()
    for phone in (day.anne, day.bruno):
        expect(phone.main).to_contain_text("Le séminaire est clos. Merci de votre participation")
        expect(phone.form).to_have_count(0)
        expect(phone.main.get_by_role("button", name="Je soutiens")).to_have_count(0)
        expect(phone.main.get_by_role("button", name="Retirer")).to_have_count(0)
    expect(day.anne.slip(OWN)).to_be_visible()
