"""The main path without a mouse, and without movement for those whom it troubles."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.e2e.actors.cast import Cast
from tests.e2e.actors.phone import Phone

TEXT = "Savoir qui répond au maire, et sous quel délai."
FAR = 60
# What still moves: an animation or a transition that can be seen, by its name or property.
MOVING = """() => [...document.querySelectorAll("*")].flatMap((one) => {
  const style = getComputedStyle(one);
  const seen = (times) => times.split(", ").some((time) => Number.parseFloat(time) > 0.02);
  const plays = style.animationName !== "none" && seen(style.animationDuration);
  return plays || seen(style.transitionDuration) ? [one.className || one.tagName] : [];
})"""


def tab_to(page: Page, wanted: Locator) -> None:
    """Go there with the Tab key, and see where one is."""
    expect(wanted).to_be_visible()
    for _step in range(FAR):
        page.keyboard.press("Tab")
        if wanted.evaluate("(one) => one === document.activeElement"):
            assert outlined(wanted), "the focus cannot be seen"
            return
    raise AssertionError(f"not within {FAR} tabs: {wanted}")


def outlined(one: Locator) -> bool:
    """Whether the focus is drawn around or beside it."""
    drawn = """(one) => [one, one.closest("label")].some((place) => {
      const style = place && getComputedStyle(place);
      return style && (style.outlineStyle !== "none" || style.boxShadow !== "none");
    })"""
    return bool(one.evaluate(drawn))


def test_a_person_joins_writes_and_votes_by_keyboard(cast: Cast) -> None:
    claire = cast.console()
    claire.makes_theme("Une seule voix", "Parler d’une seule voix")
    claire.makes_theme("Des délais tenus", "Partager les priorités")
    claire.starts("Nos attentes")
    claire.opens_writing()
    phone = cast.phone()
    joins(phone, cast.at.url, cast.at.code)
    tab_to(phone.page, phone.form.get_by_role("textbox"))
    phone.page.keyboard.type(TEXT)
    tab_to(phone.page, phone.choice("De qui"))
    phone.page.keyboard.type("DSDEN")
    tab_to(phone.page, phone.form.get_by_role("button", name="Envoyer"))
    phone.page.keyboard.press("Enter")
    expect(phone.slip(TEXT)).to_contain_text("attendu de : DSDEN")
    expect(phone.slip(TEXT).get_by_text("Enregistré", exact=True)).to_be_visible()
    claire.goes_to("Priorisation")
    claire.presses("Ouvrir un vote sur les thèmes")
    claire.presses("Ouvrir le vote", claire.dialog)
    votes(phone)
    expect(claire.main.locator(".turnout-count")).to_have_text("1")


def joins(phone: Phone, url: str, code: str) -> None:
    """From the code to the page of the day."""
    page = phone.page
    page.goto(url)
    tab_to(page, page.get_by_label("Code affiché"))
    page.keyboard.type(code)
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("Votre service"))
    page.keyboard.type("DDT")
    tab_to(page, page.get_by_label("Votre table"))
    page.keyboard.type("Table 1")
    tab_to(page, page.get_by_role("button", name="Entrer dans le séminaire"))
    page.keyboard.press("Enter")


def votes(phone: Phone) -> None:
    """Two gommettes on one theme, and the paper into the box."""
    page = phone.page
    tab_to(page, page.get_by_role("button", name="Ajouter une gommette à « Une seule voix"))
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    expect(page.get_by_role("group", name="Une seule voix").get_by_role("status")).to_have_text("2")
    tab_to(page, page.get_by_role("button", name="Déposer mon bulletin"))
    page.keyboard.press("Enter")
    expect(page.get_by_text("Votre bulletin est enregistré.")).to_be_visible()


def test_a_facilitator_runs_the_day_and_the_board_by_keyboard(cast: Cast) -> None:
    claire = cast.console()
    keys = claire.page.keyboard
    tab_to(claire.page, claire.head.get_by_role("button", name="Commencer : Accueil"))
    keys.press("Enter")
    expect(claire.head.locator(".head-step")).to_contain_text("Accueil")
    keys.press("Shift+ArrowRight")
    expect(claire.head.locator(".head-step")).to_contain_text("Mot d’accueil et ouverture")
    board = claire.main.get_by_role("heading", name="Thèmes", exact=True)
    claire.tries(
        lambda page: page.keyboard.type("gt"),
        lambda wait: expect(board).to_be_visible(timeout=wait),
    )
    keys.press("ArrowDown")
    expect(claire.main.locator("li.board-card:focus")).to_have_count(1)
    keys.press("x")
    keys.press("n")
    expect(claire.dialog.get_by_label("Nom du thème")).to_be_focused()
    keys.type("Une seule voix")
    keys.press("Enter")
    claire.returns()
    expect(claire.column("Une seule voix").locator("li.board-card")).to_have_count(1)
    moves_a_card(claire.page, claire.column("Une seule voix"))
    keys.press("Control+z")
    expect(claire.column("Une seule voix").locator("li.board-card")).to_have_count(1)


def moves_a_card(page: Page, column: Locator) -> None:
    """By the letter of its theme; the dialog closes and the focus stays on the card."""
    page.keyboard.press("ArrowDown")
    card = page.locator("li.board-card:focus").get_attribute("data-card")
    page.keyboard.press("t")
    expect(page.get_by_role("dialog").locator(":focus")).to_have_count(1)
    page.keyboard.press("a")
    expect(page.get_by_role("dialog")).to_have_count(0)
    moved = column.locator(f"[data-card='{card}']")
    expect(moved).to_be_focused()


def test_the_panels_of_the_room_are_used_by_keyboard(cast: Cast) -> None:
    """A device is brought in, an excuse noted, the folded list unfolded; the focus comes back."""
    claire = cast.console()
    page, keys = claire.page, claire.page.keyboard
    keys.type("gs")
    pairing = claire.main.get_by_role("button", name="Relier un autre appareil")
    tab_to(page, pairing)
    keys.press("Enter")
    tab_to(page, claire.dialog.get_by_role("combobox", name="Cet appareil sera"))
    keys.press("ArrowDown")
    tab_to(page, claire.dialog.get_by_role("button", name="Donner un code"))
    keys.press("Enter")
    expect(claire.dialog.locator(".pairing-code")).to_be_visible()
    keys.press("Escape")
    expect(pairing).to_be_focused()
    noting = claire.main.get_by_role("button", name="Noter une présence")
    tab_to(page, noting)
    keys.press("Enter")
    expect(claire.dialog.get_by_label("Fonction (pas de nom)")).to_be_focused()
    keys.type("Directeur du SDIS")
    keys.press("Enter")
    expect(claire.main.locator(".attendee").filter(has_text="Directeur du SDIS")).to_be_visible()
    expect(noting).to_be_focused()
    tab_to(page, claire.main.locator("summary", has_text="Services dont personne"))
    keys.press("Enter")
    expect(claire.main.locator("details .attendee").first).to_be_visible()


def test_what_became_of_a_line_is_noted_by_keyboard(cast: Cast) -> None:
    claire = cast.console()
    page, keys = claire.page, claire.page.keyboard
    for theme in ("Une seule voix", "Des délais tenus"):
        claire.makes_theme(theme)
    claire.goes_to("Priorisation")
    claire.presses("Ouvrir un vote sur les thèmes")
    claire.presses("Ouvrir le vote", claire.dialog)
    claire.returns()
    cast.guest("ddt", "1").votes("VOT-01", THM_01=1)
    claire.presses("Clore et compter")
    claire.presses("Clore et compter", claire.dialog)
    claire.presses("Dévoiler le résultat")
    line = claire.main.get_by_role("button", name="Suite donnée à « Une seule voix »")
    tab_to(page, line)
    keys.press("Enter")
    expect(claire.dialog.get_by_role("combobox", name="Suite")).to_be_focused()
    keys.type("retenu")
    tab_to(page, claire.dialog.get_by_label("Motif"))
    keys.type("Dès ce printemps")
    tab_to(page, claire.dialog.get_by_role("button", name="Enregistrer la suite"))
    keys.press("Enter")
    expect(line).to_have_text("retenu")
    expect(line).to_be_focused()


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_nothing_moves_for_those_whom_movement_troubles(cast: Cast, motion: str) -> None:
    """The other half shows that there is something to reduce."""
    claire, screen = cast.console(), cast.screen()
    phone = cast.participant()
    for page in (claire.page, screen.page, phone.page):
        page.emulate_media(reduced_motion=motion)
    claire.starts("Nos attentes")
    claire.opens_writing()
    phone.writes(TEXT)
    claire.shows_slip(TEXT)
    screen.shows("wall", TEXT)
    for page in (claire.page, screen.page, phone.page):
        moving = page.evaluate(MOVING)
        assert bool(moving) == (motion == "no-preference"), f"{page.url}: {moving}"
