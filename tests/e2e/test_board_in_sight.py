"""The board's long list under a hand: what is in sight is full of cards whatever their size, and a
card that has the focus or is in the air keeps its place.
"""

from concurrent.futures import ThreadPoolExecutor

from playwright.sync_api import Locator, Page, expect

from tests.e2e.actors.cast import Cast
from tests.e2e.actors.console import Console
from tests.e2e.stillness import stands_still
from tests.e2e.test_long_lists import COVERED, WHERE, at, first_column

SHORT, LONG = "Un délai court.", "Savoir qui répond au maire, et sous quel délai. " * 12
FEW, MANY, BURST = 12, 100, 25
#: Busy for a while, so that all that arrives meanwhile is drawn at once.
BUSY = "() => { const end = performance.now() + 2500; while (performance.now() < end); }"


def test_the_board_stays_full_and_still_under_the_hand(cast: Cast) -> None:
    console = cast.console()
    console.starts("Nos attentes")
    console.opens_writing()
    guest = cast.guest("ddt", "1")
    for text, count in ((SHORT, MANY), (LONG, FEW)):
        with ThreadPoolExecutor(4) as writing:
            list(writing.map(guest.writes, ["expectation"] * count, [text] * count))
    console.makes_theme("Des délais tenus")
    column = first_column(console)
    expect(at(column, 1)).to_contain_text("Savoir qui répond")
    the_wheel_shows_no_blank(console.page, column)
    a_search_fills_the_column(console, column)
    the_focus_stays_while_texts_arrive_at_the_top(console, cast)
    arrows_begin_anew_once_something_else_had_the_focus(console, column)
    a_list_that_scrolls_under_a_card_in_the_air_is_drawn(console, column)


def the_wheel_shows_no_blank(page: Page, column: Locator) -> None:
    column.hover()
    blank = []
    for turn in range(40):
        page.mouse.wheel(0, 200)
        stands_still(page)
        if not column.evaluate(COVERED):
            blank.append(turn)
    assert blank == []


def a_search_fills_the_column(console: Console, column: Locator) -> None:
    """As for somebody who saw long texts only, which is how a page begins."""
    console.page.reload()
    expect(at(column, 1)).to_be_visible()
    search = console.main.get_by_role("searchbox")
    search.fill("court")
    expect(at(column, 1)).to_contain_text(SHORT)
    stands_still(console.page)
    assert column.evaluate(COVERED)
    search.fill("")
    expect(at(column, 1)).to_contain_text("Savoir")


def the_focus_stays_while_texts_arrive_at_the_top(console: Console, cast: Cast) -> None:
    column = first_column(console)
    page, guest = console.page, cast.guest("ddt", "2")
    column.evaluate("(one) => one.scrollTo(0, 0)")
    first = column.locator(f"[data-card='{at(column, 1).get_attribute('data-card')}']")
    first.focus()
    stands_still(page)
    before = first.evaluate(WHERE)
    for _text in range(FEW):
        guest.writes("expectation", LONG)
    expect(first).to_have_attribute("aria-posinset", str(FEW + 1))
    expect(first).to_be_focused()
    stands_still(page)
    assert abs(first.evaluate(WHERE) - before) < 2
    with ThreadPoolExecutor(4) as writing:
        written = writing.map(guest.writes, ["expectation"] * BURST, [LONG] * BURST)
        page.evaluate(BUSY)
        list(written)
    expect(first).to_have_attribute("aria-posinset", str(FEW + BURST + 1))
    expect(first).to_be_focused()
    expect(first).to_be_in_viewport()


def arrows_begin_anew_once_something_else_had_the_focus(console: Console, column: Locator) -> None:
    """A card that was scrolled far away is forgotten then."""
    page = console.page
    column.evaluate("(one) => one.scrollTo(0, one.scrollHeight)")
    expect(column.locator(":focus")).to_have_count(0)
    expect(page.locator("body:focus, body:not(:has(:focus))")).to_have_count(1)
    page.keyboard.press("/")
    expect(console.main.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowDown")
    expect(at(column, 1)).to_be_focused()


def a_list_that_scrolls_under_a_card_in_the_air_is_drawn(console: Console, column: Locator) -> None:
    page, theme = console.page, console.column("Des délais tenus")
    card = at(column, 1)
    number = card.get_attribute("data-card")
    card.hover()
    page.mouse.down()
    place = theme.get_by_text("Déposez des cartes ici.")
    # The second move is the one that a browser hears once it has begun to drag.
    place.hover(force=True)
    place.hover(force=True)
    expect(theme.locator(".is-ghost")).to_have_count(1)
    for _again in range(4):
        column.evaluate("(one) => one.scrollBy(0, 700)")
        stands_still(page)
        assert column.evaluate(COVERED)
    page.mouse.up()
    expect(theme.locator(f"[data-card='{number}']")).to_have_count(1)
    expect(column.locator(f"[data-card='{number}']")).to_have_count(0)
    assert column.evaluate(COVERED)
