"""From themes to the result: référents, dire de l'État, proposals, the vote."""

import re

from playwright.sync_api import Locator, expect

from tests.e2e.day.company import Day
from tests.e2e.day.morning import EXPECTATION, QUIET

VOICE = "Une seule voix"
DELAYS = "Des délais tenus"
TOOLS = "Des outils partagés"
FUNCTION = "Cheffe du service eau et risques"
SUBJECT = "Construire en zone inondable"
SAYS = "L’État répond une fois, par écrit, en trois semaines."
RESERVE = "Sous réserve des pièces demandées au pétitionnaire."
DIRECTORY = "Tenir un annuaire des instructeurs, service par service."
REPLY = "Répondre au maire par une seule lettre, signée de la préfecture."
MEETING = "Une réunion de cadrage avant chaque dépôt de permis."
QUESTION = "Sur quels thèmes faut-il agir d’abord en 2013 ?"
INDICATIVE = "Priorisation indicative des participants"


def themes_are_made(day: Day) -> None:
    """Cards become themes on the board; the screen and the authors see where theirs went."""
    claire = day.claire
    claire.starts_next("Thèmes et écarts")
    day.screen.shows("themes", "Les thèmes se construisent avec vos contributions.")
    claire.makes_theme(VOICE, EXPECTATION, QUIET)
    claire.makes_theme(DELAYS, "Des délais annoncés et tenus.")
    claire.makes_theme(TOOLS, "Constituer une banque de données commune")
    day.screen.shows("themes", VOICE, DELAYS, TOOLS)
    expect(day.anne.slip(EXPECTATION)).to_contain_text(f"Thème A : {VOICE}")


def a_card_goes_to_a_theme(day: Day) -> None:
    """By the letter of the theme; undone, and done again."""
    claire, text = day.claire, "Un seul interlocuteur par dossier."
    card = claire.main.get_by_role("region", name="Sans thème").locator("li.board-card")
    claire.files(card.filter(has_text=text).first, "a")
    filed = claire.column(VOICE).locator("li.board-card").filter(has_text=text)
    expect(filed).to_be_visible()
    claire.head.get_by_role("button", name="Annuler").click()
    expect(filed).to_have_count(0)
    claire.presses("Rétablir", claire.head)
    expect(filed).to_be_visible()


def referents_are_named(day: Day) -> None:
    """Anne proposes herself; the screen tells her function once the facilitator shows it."""
    claire, anne = day.claire, day.anne
    claire.starts_next("Référents porteurs")
    claire.opens_writing()
    line = anne.page.locator(".policy").filter(has_text="Eau et milieux aquatiques")
    line.locator("summary").click()
    line.get_by_label("Ma fonction").fill(FUNCTION)
    line.get_by_role("button", name="Je me propose").click()
    expect(line).to_contain_text(f"{FUNCTION} (accord de l’intéressé)")
    day.screen.shows("referents", "DDT (accord de l’intéressé)")
    day.screen.hides(FUNCTION)
    claire.page.keyboard.press("b")
    day.screen.shows("blank")
    claire.shows_scene("Référents")
    day.screen.shows("referents")
    day.leafs_to(FUNCTION)
    claire.goes_to("Rôles")
    claire.presses("Référents porteurs", exact=True)
    claire.main.get_by_role("button", name=re.compile("^Eau et milieux aquatiques, DDT")).click()
    claire.dialog.get_by_label("État").select_option(label="accord du directeur")
    claire.presses("Enregistrer", claire.dialog)
    expect(line).to_contain_text("accord du directeur")
    day.screen.shows("referents", f"{FUNCTION} (accord du directeur)")


def the_state_speaks_with_one_voice(day: Day) -> None:
    """Bruno proposes in the name of the table, Anne's service holds something back."""
    claire, bruno, anne = day.claire, day.bruno, day.anne
    claire.starts_next("Dire de l’État")
    claire.opens_writing()
    form = bruno.unfolds("Proposer un dire de l’État")
    form.get_by_label("Sujet").fill(SUBJECT)
    form.get_by_label("Ce que l’État dit").fill(SAYS)
    form.get_by_role("button", name="Proposer ce dire de l’État").click()
    card = anne.page.locator("li.slip").filter(has_text=SUBJECT)
    expect(card).to_contain_text("DIR-01")
    card.locator("summary", has_text=re.compile("[Rr]éserve")).click()
    card.get_by_label("Réserve").fill(RESERVE)
    card.get_by_role("button", name="Signer pour DDT").click()
    expect(card).to_contain_text("Réserve : DDT")
    the_room_agrees(day)


def the_room_agrees(day: Day) -> None:
    """The facilitator says where it stands; the screen reads it with its réserve."""
    claire = day.claire
    claire.goes_to("Rôles")
    claire.presses("Dire de l’État", exact=True)
    said = claire.main.locator("article.statement").filter(has_text=SUBJECT)
    said.get_by_role("combobox", name="État").select_option(label="accord avec réserves")
    claire.presses("À l’écran", said)
    day.screen.shows("statements", SUBJECT, SAYS, RESERVE, "accord avec réserves")
    expect(day.bruno.page.locator("li.slip").filter(has_text=SUBJECT)).to_contain_text("réserve")


def proposals_are_made(day: Day) -> None:
    """A common tool, a proposal in one's own name; the rest of the room too."""
    claire = day.claire
    claire.starts_next("Propositions")
    claire.opens_writing()
    day.anne.ticks("outil commun")
    tool = day.heard(day.anne.writes(DIRECTORY, signed=True), DIRECTORY)
    reply = day.heard(day.bruno.writes(REPLY), REPLY)
    day.others_write("proposal", "propositions", MEETING)
    claire.closes_writing()
    claire.goes_to("Mur")
    expect(claire.slip(tool)).to_contain_text("outil commun")
    claire.shows_slip(DIRECTORY)
    day.screen.shows("wall", DIRECTORY)
    day.screen.hides(REPLY)
    file_cards(day, {tool: "c", reply: "a"})


def file_cards(day: Day, letters: dict[str, str]) -> None:
    """From the keyboard, card by card."""
    day.claire.goes_to("Thèmes")
    for number, letter in letters.items():
        day.claire.files(day.claire.main.locator(f"[data-card='{number}']"), letter)
        expect(day.claire.page.locator(f".board-themes [data-card='{number}']")).to_be_visible()


def the_vote_is_opened(day: Day) -> None:
    """A question on the themes; the screen tells the turnout and no total."""
    claire, screen = day.claire, day.screen
    claire.starts_next("Priorisation indicative")
    screen.shows("vote", "Le vote n’est pas encore ouvert.")
    claire.goes_to("Priorisation")
    claire.presses("Ouvrir un vote sur les thèmes")
    claire.presses("Ouvrir le vote", claire.dialog)
    screen.shows("vote", QUESTION, "Chacun dispose de 3 gommettes.")
    screen.counts(0)
    day.anne.gives(**{VOICE: 2, TOOLS: 1})
    day.anne.casts()
    screen.counts(1)
    day.bruno.gives(**{VOICE: 1, TOOLS: 2})
    day.bruno.casts()
    for guest in day.others:
        guest.votes("VOT-01", THM_01=2, THM_02=1)


def totals_stay_hidden(day: Day) -> None:
    """Until the close for all, and until the reveal for the room."""
    claire, screen = day.claire, day.screen
    screen.shows("vote", "bulletins reçus sur 8", INDICATIVE)
    screen.counts(8)
    screen.hides(VOICE, "15")
    expect(claire.main.locator(".turnout-count")).to_have_text("8")
    expect(claire.main).not_to_contain_text("15 gommettes")
    day.anne.page.get_by_role("button", name=f"Retirer une gommette à « {VOICE}").click()
    day.anne.page.get_by_role("button", name="Remplacer mon bulletin").click()
    expect(day.anne.page.get_by_text("Votre bulletin est enregistré.")).to_be_visible()
    claire.presses("Clore et compter")
    claire.presses("Clore et compter", claire.dialog)
    expect(results(day)).to_contain_text("14 gommettes")
    screen.shows("vote", "Le vote est clos. Le résultat va être présenté.")
    screen.hides("14")
    expect(day.anne.main).not_to_contain_text("Résultat :")


def results(day: Day) -> Locator:
    """The line of the theme that came first, on the console."""
    return day.claire.main.get_by_role("row").filter(has_text=VOICE)


def the_result_is_shown(day: Day) -> None:
    """Revealed: bars on the screen, numbers on the phones, and what it is worth beside both."""
    day.claire.presses("Dévoiler le résultat")
    day.screen.shows("vote", "8 bulletins sur 8 inscrits", VOICE, "14", DELAYS, "6", INDICATIVE)
    day.screen.has_no_control()
    for phone in (day.anne, day.bruno):
        result = phone.unfolds(f"Résultat : {QUESTION}")
        expect(result.get_by_role("listitem").first).to_contain_text(VOICE)
        expect(result).to_contain_text(INDICATIVE)
