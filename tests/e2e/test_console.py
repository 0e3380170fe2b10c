"""What the console owes to whoever leads the room: a call is seen wherever they are, nothing
reaches the projector by accident, and a scene is looked at before the room sees it.
"""

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.actors.cast import Cast
from tests.e2e.stillness import stands_still


def test_a_call_from_a_table_is_seen_in_every_area_and_answered_from_there(cast: Cast) -> None:
    console, guest = cast.console(), cast.guest("ddt", "3")
    console.goes_to("Documents")
    guest.sends("table.call", on=True)
    banner = console.page.locator(".banner-call")
    expect(banner).to_contain_text("La table 3 appelle un animateur.")
    console.presses("J’arrive", banner)
    expect(console.page.locator("#console-toasts")).to_contain_text("appel pris en charge")
    expect(banner).to_have_count(0)


def escapes_twice(page: Page) -> None:
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")


def test_escape_pressed_twice_brings_the_safe_screen_but_not_out_of_a_dialog(cast: Cast) -> None:
    console, screen = cast.console(), cast.screen()
    on_screen = console.head.locator(".head-scene")
    expect(on_screen).to_have_text("Rejoindre")
    console.page.keyboard.press("q")
    expect(console.dialog).to_be_visible()
    console.page.keyboard.press("Escape")
    console.page.keyboard.press("Escape")
    expect(console.dialog).to_have_count(0)
    expect(on_screen).to_have_text("Rejoindre")
    console.tries(
        escapes_twice, lambda wait: expect(on_screen).to_have_text("Écran de repos", timeout=wait)
    )
    expect(screen.page.locator("[data-scene=blank]")).to_be_visible()


def test_a_scene_is_tried_in_the_preview_before_the_room_sees_it(cast: Cast) -> None:
    console, screen = cast.console(), cast.screen()
    console.goes_to("Écran")
    button = console.main.get_by_role("button", name="Retour du préfet", exact=True)
    button.focus()
    expect(console.main.locator(".preview-stage")).to_have_attribute("data-scene", "return")
    expect(console.main).to_contain_text("Aperçu, pas encore à l’écran")
    expect(screen.page.locator("[data-scene=return]")).to_have_count(0)
    button.press("Enter")
    expect(screen.page.locator("[data-scene=return]")).to_be_visible()
    expect(console.main).to_contain_text("À l’écran : Retour du préfet")


def test_a_card_dropped_anywhere_on_an_empty_theme_joins_it(cast: Cast) -> None:
    console = cast.console()
    console.makes_theme("Des délais tenus")
    card = console.main.locator("li.board-card").filter(has_text="Parler d’une seule voix")
    column = console.column("Des délais tenus")
    place = column.get_by_text("Déposez des cartes ici.")
    card.hover()
    console.page.mouse.down()
    # The second move is the one that a browser hears once it has begun to drag.
    place.hover(force=True)
    place.hover(force=True)
    expect(column.locator(".is-ghost")).to_have_count(1)
    console.page.mouse.up()
    expect(column.locator("li.board-card")).to_have_count(1)


def test_an_area_opens_at_its_top_whatever_the_last_one_was_scrolled_to(cast: Cast) -> None:
    console = cast.console()
    console.main.evaluate("main => main.scrollTo(0, main.scrollHeight)")
    console.goes_to("Salle")
    expect(console.main.get_by_role("heading", name="Salle")).to_be_in_viewport()


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("width", [1024, 1181, 1280])
def test_every_button_of_the_head_is_in_sight(cast: Cast, width: int, language: str) -> None:
    console = cast.console()
    console.starts("Nos attentes")
    console.page.set_viewport_size({"width": width, "height": 768})
    cookie = {"name": "tablee_language", "value": language, "url": console.page.url}
    console.page.context.add_cookies([cookie])
    console.page.reload()
    following = console.head.locator(".head-next")
    expect(following).to_be_visible()
    expect(console.head.locator(".head-time .clock")).to_be_visible()
    stands_still(console.page)
    cut = console.head.evaluate(OUT_OF_SIGHT)
    assert cut == []


#: Names of the buttons that stick out of the window, or of a row that hides what is too wide.
OUT_OF_SIGHT = """head => [...head.querySelectorAll("button")]
  .filter(button => {
    const at = button.getBoundingClientRect();
    const row = button.closest(".head-rows").getBoundingClientRect();
    return at.right > innerWidth + 1 || at.left < row.left - 1 || at.right > row.right + 1;
  })
  .map(button => button.textContent.trim())"""


def test_pages_turn_as_far_as_the_projector_has_any(cast: Cast) -> None:
    console, screen = cast.console(), cast.screen()
    for service in ("ddt", "ddcspp"):
        words = {"subject": f"Rythmes, {service}", "says": "L’État accompagne."}
        cast.guest(service, "3").sends("statement.propose", **words)
    console.goes_to("Écran")
    console.presses("Dire de l’État")
    following = console.main.get_by_role("button", name="Page suivante")
    expect(console.main).to_contain_text("page 1 sur 2")
    following.click()
    expect(console.main).to_contain_text("page 2 sur 2")
    expect(screen.page.locator(".stage-page")).to_have_text("2 / 2")
    expect(following).to_be_disabled()
    cast.guest("ddt", "4").sends("statement.propose", subject="Encore", says="Rien.")
    console.presses("Page précédente")
    expect(console.main).to_contain_text("page 1 sur 2")
