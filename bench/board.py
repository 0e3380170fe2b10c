"""The facilitator's board and wall, and the projector's wall, under a crowd of cards.

`python -m bench.board --cards 1000` (or 5000): twenty texts a second arrive while somebody looks,
scrolls, drags, searches, opens areas. Beside them, in the same run, a bare page that does nothing
but hold as many cards, and an empty one: the ceiling of this machine.
"""

import argparse
import tempfile
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from bench.frames import HEAD, Seen, watch
from bench.phone_page import FLAGS
from facilitation.setup.places import chromium
from tests.e2e.actors.crowd import Laptop
from tests.e2e.fullroom import words
from tests.support.serving import Server

THEMES: Final = 8
ARRIVALS: Final = 20
SECONDS: Final = 6
AREAS: Final = {"board": "li.board-card", "wall": "li.wall-slip"}
#: A page of as many cards without any behaviour; another one arrives at its top again and again.
BARE: Final = """([cards, every]) => {
  const list = document.createElement("ul");
  list.style.cssText = "height: 90vh; overflow-y: auto; width: 300px";
  const card = (number) => {
    const one = document.createElement("li");
    one.textContent = `PRO-${number} ` + "Savoir qui répond au maire, et quand. ".repeat(4);
    return one;
  };
  for (let number = 0; number < cards; number += 1) list.append(card(number));
  const field = document.createElement("input");
  field.oninput = () => { list.firstElementChild.textContent = field.value; };
  document.body.replaceChildren(field, list);
  setInterval(() => list.prepend(card(cards)), every);
}"""


@dataclass
class Crowd:
    """Texts that were posted, and those that keep arriving."""

    laptop: Laptop
    cards: int

    def fill(self) -> None:
        """So many texts, most of them in a theme, all of them chosen for the screen."""
        ids = [self._post(number) for number in range(self.cards)]
        themes = [
            self.laptop.sends("theme.create", name=f"Thème {number + 1}")["id"]
            for number in range(THEMES)
        ]
        for number, theme in enumerate(themes):
            for some in _by_fifty(ids[number :: THEMES + 2]):
                self.laptop.sends("theme.assign", contributions=some, theme=theme)
        for some in _by_fifty(ids):
            self.laptop.sends("contribution.show", contributions=some)
        self.laptop.sends("screen.show", scene="wall")

    def _post(self, number: int) -> str:
        text = words(60 + number * 37 % 240, number % 5)
        return str(self.laptop.sends("contribution.post", kind="proposal", text=text)["id"])

    def arrive(self, done: threading.Event) -> None:
        """Twenty a second, until told otherwise."""
        number, due = 0, time.perf_counter()
        while not done.wait(max(0, due - time.perf_counter())):
            number += 1
            due += 1 / ARRIVALS
            self._post(number)


def _by_fifty(ids: list[str]) -> list[list[str]]:
    return [ids[start : start + 50] for start in range(0, len(ids), 50)]


def rest(page: Page) -> None:
    """Only look."""
    page.wait_for_timeout(SECONDS * 1000)


def scroll(page: Page) -> None:
    """Turn the wheel, down and up again."""
    page.mouse.move(350, 500)
    until = time.perf_counter() + SECONDS
    turns = 0
    while time.perf_counter() < until:
        page.mouse.wheel(0, 100 if turns % 120 < 90 else -100)
        page.wait_for_timeout(16)
        turns += 1


def drag(page: Page) -> None:
    """Take a card and carry it over the columns, again and again."""
    until = time.perf_counter() + SECONDS
    while time.perf_counter() < until:
        page.mouse.move(350, 330)
        page.mouse.down()
        for step in range(60):
            page.mouse.move(300 + step * 12, 330 + (step % 20) * 14)
            page.wait_for_timeout(16)
        page.mouse.up()


def type_words(page: Page) -> None:
    """On the bare page: what a key takes that does next to nothing."""
    page.locator("input").press_sequentially("maire sous quel délai", delay=60)


def interact(page: Page) -> None:
    """Search, go from card to card, choose, open the areas: a hand that never rests."""
    search = page.locator("#main [type=search]")
    search.fill("")
    search.press_sequentially("maire sous", delay=60)
    search.fill("")
    page.keyboard.press("Escape")
    for key in ("ArrowDown", "ArrowDown", "ArrowRight", "x", "x", "ArrowLeft"):
        page.keyboard.press(key)
        page.wait_for_timeout(60)
    for _again in range(2):
        for letter in "mt":
            page.keyboard.press("g")
            page.keyboard.press(letter)
            page.wait_for_timeout(250)


class Bench:
    """A browser on a crowded room, and the table that comes of it."""

    def __init__(self, browser: Browser, context: BrowserContext, cards: int) -> None:
        """Begin the table."""
        self.browser, self.context, self.cards = browser, context, cards
        print(HEAD)  # noqa: T201 - what it is for

    def open(self, address: str, ready: str) -> Page:
        """A page with its cards on it."""
        page = self.context.new_page()
        page.goto(address)
        page.wait_for_selector(ready)
        page.wait_for_timeout(1500)
        return page

    def tell(self, name: str, page: Page, act: Callable[[Page], None]) -> Seen:
        """Measure one situation and print its line."""
        seen = watch(self.browser, page, lambda: act(page))
        print(seen.row(name), flush=True)  # noqa: T201
        return seen

    def ceiling(self) -> None:
        """What this machine can do at all, at this moment."""
        page = self.context.new_page()
        self.tell("an empty page", page, rest)
        page.evaluate(BARE, [self.cards, 1000 / ARRIVALS])
        self.tell(f"a bare list of {self.cards} cards", page, rest)
        self.tell("the bare list, scrolled", page, scroll)
        self.tell("the bare list, keys", page, type_words)
        page.close()

    def area(self, base: str, name: str) -> None:
        """An area of the console."""
        page = self.open(f"{base}/facilitate#{name}", AREAS[name])
        self.tell(f"{name}, {self.cards} cards", page, rest)
        self.tell(f"{name}, scrolled", page, scroll)
        if name == "board":
            self.tell("board, a card dragged", page, drag)
        self.tell(f"{name}, keys and areas", page, interact)
        self.weigh(name, page)
        page.close()

    def projector(self, base: str, laptop: Laptop) -> None:
        """The wall's scene, at rest and as its pages are turned."""
        page = self.open(f"{base}/screen", ".stage-card")

        def turn(page: Page) -> None:
            for place in range(SECONDS * 4):
                laptop.sends("screen.turn", page=place)
                page.wait_for_timeout(250)

        self.tell("projector's wall", page, rest)
        self.tell("projector's wall, turned", page, turn)
        self.weigh("projector", page)
        page.close()

    def weigh(self, name: str, page: Page) -> None:
        """The memory of the page, once what is left over is swept up."""
        lines = page.context.new_cdp_session(page)
        lines.send("HeapProfiler.collectGarbage")
        lines.send("Performance.enable")
        told = {
            one["name"]: one["value"] for one in lines.send("Performance.getMetrics")["metrics"]
        }
        weight = f"{told['JSHeapUsedSize'] / 2**20:.1f} MB of script, {told['Nodes']:.0f} nodes"
        print(f"| {name}'s memory | {weight} |||||||", flush=True)  # noqa: T201


def main() -> None:
    """Fill a room, then look at the areas."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--cards", type=int, default=1000)
    cards = ask.parse_args().cards
    with (
        tempfile.TemporaryDirectory() as folder,
        Server(Path(folder)) as server,
        sync_playwright() as playwright,
    ):
        laptop = Laptop(server.addresses).opens(server.addresses.facilitator)
        crowd = Crowd(laptop, cards)
        crowd.fill()
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        context = browser.new_context(locale="fr-FR", viewport={"width": 1280, "height": 800})
        context.add_cookies(laptop.cookies)
        screen = Laptop(server.addresses, "screen").opens(server.addresses.screen)
        context.add_cookies(screen.cookies)
        base = f"{server.url}/w/{server.addresses.code}"
        done = threading.Event()
        arriving = threading.Thread(target=crowd.arrive, args=(done,))
        arriving.start()
        try:
            bench = Bench(browser, context, cards)
            bench.ceiling()
            for area in AREAS:
                bench.area(base, area)
            bench.projector(base, laptop)
        finally:
            done.set()
            arriving.join()
        browser.close()


if __name__ == "__main__":
    main()
