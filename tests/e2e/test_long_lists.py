"""Lists that are longer than a page can hold: every card is still within reach, by wheel, by key
and by hand, nothing moves under the hand, and whoever listens is told how many there are.
"""

import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.actors.cast import Cast
from tests.e2e.actors.console import Console
from tests.e2e.stillness import stands_still

MANY = 100
#: Far fewer than there are: those in sight, and as far again.
FEW = 50
LONG = "Savoir qui répond au maire, et sous quel délai. "
WHERE = "(one) => one.getBoundingClientRect().top"
#: Whether what is in sight is full of cards, whatever was guessed of those that are not.
COVERED = """(list) => {
  const seen = list.getBoundingClientRect();
  const cards = [...list.querySelectorAll("[data-card]")];
  const [first, last] = [cards[0], cards.at(-1)].map((one) => one.getBoundingClientRect());
  return first.top <= seen.top + 8 && last.bottom >= seen.bottom - 16;
}"""


@pytest.fixture
def claire(cast: Cast) -> Console:
    """The console of a room that has written a lot, in texts of all lengths."""
    console = cast.console()
    console.starts("Nos attentes")
    console.opens_writing()
    guest = cast.guest("ddt", "1")
    with ThreadPoolExecutor(4) as writing:
        list(writing.map(lambda n: guest.writes("expectation", LONG * (1 + n % 4)), range(MANY)))
    console.makes_theme("Des délais tenus")
    console.goes_to("Mur")
    console.goes_to("Thèmes")
    return console


def first_column(claire: Console) -> Locator:
    """The texts without a theme."""
    return claire.main.locator(".board-without .board-list")


def at(column: Locator, place: int) -> Locator:
    """The card at this place from the top."""
    return column.locator(f"[aria-posinset='{place}']")


def test_a_long_list_is_within_reach_although_little_of_it_is_drawn(
    claire: Console, cast: Cast
) -> None:
    """One room, filled once: to the end and back, on the wall, under the hand, into a theme."""
    column = first_column(claire)
    cards = column.locator(".board-card")
    expect(at(column, 1)).to_be_in_viewport()
    total = int(claire.main.locator(".board-without .column-count").inner_text())
    expect(cards.first).to_have_attribute("aria-setsize", str(total))
    assert cards.count() < FEW < MANY <= total
    scroll_to_end(column)
    expect(at(column, total)).to_be_in_viewport()
    assert cards.count() < FEW
    stands_still(claire.page)
    assert column.evaluate(COVERED)
    arrows_go_on_from_where_the_hand_was(claire, total)
    the_wall_is_scrolled_to_its_last_slip(claire)
    claire.goes_to("Thèmes")
    nothing_moves_under_the_hand(claire, cast)
    a_card_is_followed_to_the_end_of_a_long_theme(claire)


def scroll_to_end(element: Locator) -> None:
    """Heights that were only guessed are learnt on the way."""
    for _again in range(3):
        element.evaluate("(one) => one.scrollTo(0, one.scrollHeight)")
        stands_still(element.page)


def arrows_go_on_from_where_the_hand_was(claire: Console, total: int) -> None:
    """Beyond what is drawn, and from a card that was scrolled out of sight."""
    page, column = claire.page, first_column(claire)
    at(column, total - 9).focus()
    column.evaluate("(one) => one.scrollTo(0, 0)")
    expect(at(column, 1)).to_be_in_viewport()
    expect(at(column, total - 9)).to_have_count(0)
    page.keyboard.press("ArrowUp")
    expect(at(column, total - 10)).to_be_focused()
    for _step in range(FEW):
        page.keyboard.press("ArrowUp")
    expect(at(column, total - 10 - FEW)).to_be_focused()
    expect(at(column, total - 10 - FEW)).to_be_in_viewport()


def the_wall_is_scrolled_to_its_last_slip(claire: Console) -> None:
    claire.goes_to("Mur")
    slips = claire.main.locator(".wall-slip")
    expect(at(claire.main, 1)).to_be_in_viewport()
    total = int(slips.first.get_attribute("aria-setsize") or 0)
    assert slips.count() < FEW < MANY <= total
    scroll_to_end(claire.main)
    expect(at(claire.main, total)).to_be_in_viewport()
    assert slips.count() < FEW


def nothing_moves_under_the_hand(claire: Console, cast: Cast) -> None:
    """What arrives above a card leaves it where it is."""
    column, keys = first_column(claire), claire.page.keyboard
    for _step in range(FEW):
        keys.press("ArrowDown")
    expect(at(column, FEW)).to_be_focused()
    stands_still(claire.page)
    before = column.locator(":focus").evaluate(WHERE)
    for _text in range(3):
        cast.guest("ddt", "2").writes("expectation", LONG * 3)
    expect(at(column, FEW + 3)).to_be_focused()
    stands_still(claire.page)
    assert abs(column.locator(":focus").evaluate(WHERE) - before) < 2


def a_card_is_followed_to_the_end_of_a_long_theme(claire: Console) -> None:
    """The newest card goes to where the theme is longest, and the focus with it."""
    column, keys = first_column(claire), claire.page.keyboard
    for _card in range(FEW):
        keys.press("ArrowUp")
        keys.press("x")
    keys.press("t")
    expect(claire.dialog.locator(":focus")).to_have_count(1)
    keys.press("a")
    claire.returns()
    theme = claire.column("Des délais tenus")
    expect(theme.locator(".column-count")).to_have_text(str(FEW))
    at(column, 1).focus()
    newest = str(at(column, 1).get_attribute("data-card"))
    claire.files(at(column, 1), "a")
    filed = theme.locator(f"[data-card='{newest}']")
    expect(filed).to_be_focused()
    expect(filed).to_be_in_viewport()
    expect(filed).to_have_attribute("aria-posinset", re.compile(f"^{FEW + 1}$|^{FEW}$"))
