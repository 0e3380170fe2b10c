"""The facilitator's board and wall under a crowd of cards: frames at rest, scrolling, dragging.

`python -m bench.board --cards 1000`: meanwhile twenty texts a second arrive. Told are the frames a
second, the longest wait for one, and the processor's time that one arriving text costs the page.
"""

import argparse
import statistics
import tempfile
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Page, sync_playwright

from bench.phone_page import FLAGS
from facilitation.setup.places import chromium
from tests.e2e.actors.crowd import Laptop
from tests.support.serving import Server

THEMES: Final = 8
ARRIVALS: Final = 20
SECONDS: Final = 5
FRAMES: Final = """(seconds) => new Promise((resolve) => {
  const gaps = [];
  let last = performance.now();
  const end = last + seconds * 1000;
  const frame = (now) => {
    gaps.push(now - last);
    last = now;
    if (now < end) requestAnimationFrame(frame);
    else resolve(gaps);
  };
  requestAnimationFrame(frame);
})"""


@dataclass
class Crowd:
    """Texts that were posted, and those that keep arriving."""

    laptop: Laptop
    cards: int

    def fill(self) -> None:
        """So many texts, most of them in a theme."""
        ids = [self._post(number) for number in range(self.cards)]
        themes = [
            self.laptop.sends("theme.create", name=f"Thème {number + 1}")["id"]
            for number in range(THEMES)
        ]
        for number, theme in enumerate(themes):
            some = ids[number :: THEMES + 2]
            for start in range(0, len(some), 50):
                self.laptop.sends(
                    "theme.assign", contributions=some[start : start + 50], theme=theme
                )

    def _post(self, number: int) -> str:
        text = f"Texte {number} : savoir qui répond au maire, et sous quel délai."
        return str(self.laptop.sends("contribution.post", kind="proposal", text=text)["id"])

    def arrive(self, done: threading.Event) -> None:
        """Twenty a second, until told otherwise."""
        number = self.cards
        while not done.wait(1 / ARRIVALS):
            number += 1
            self._post(number)


def scroll(page: Page) -> None:
    """Turn the wheel over the area."""
    page.mouse.move(700, 500)
    for _ in range(60):
        page.mouse.wheel(0, 120)


def drag(page: Page) -> None:
    """Take a card and carry it about."""
    card = page.locator("li.board-card").first.bounding_box()
    if card is None:
        return
    page.mouse.move(card["x"] + 40, card["y"] + 12)
    page.mouse.down()
    for step in range(80):
        page.mouse.move(300 + step * 8, 300 + (step % 20) * 10)
    page.mouse.up()


def measure(page: Page, name: str, act: Callable[[Page], None] | None) -> None:
    """Frames of some seconds while somebody does something."""
    lines = page.context.new_cdp_session(page)
    lines.send("Performance.enable")
    before = busy(lines)
    page.evaluate(f"void (window.frames_ = ({FRAMES})({SECONDS}))")
    if act:
        act(page)
    gaps: list[float] = page.evaluate("window.frames_")
    spent = 1000 * (busy(lines) - before) / (SECONDS * ARRIVALS)
    late = statistics.quantiles(gaps, n=100)[94]
    rate, worst = len(gaps) / SECONDS, max(gaps)
    told = f"{rate:5.1f} frames/s  p95 {late:6.1f} ms  worst {worst:6.1f} ms"
    print(f"{name:22} {told}  busy {spent:5.1f} ms an arrival")  # noqa: T201 - what it is for


def busy(lines: Any) -> float:
    """Seconds of script, style and layout so far."""
    told = {one["name"]: one["value"] for one in lines.send("Performance.getMetrics")["metrics"]}
    return float(told["ScriptDuration"] + told["LayoutDuration"] + told["RecalcStyleDuration"])


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
        page = context.new_page()
        done = threading.Event()
        arriving = threading.Thread(target=crowd.arrive, args=(done,))
        arriving.start()
        for area, ready in {"board": "li.board-card", "wall": "li.wall-slip"}.items():
            page.goto(f"{server.url}/w/{server.addresses.code}/facilitate#{area}")
            page.reload()
            page.wait_for_selector(ready)
            measure(page, f"{area}, {cards} texts", None)
            measure(page, f"{area}, scrolling", scroll)
            if area == "board":
                measure(page, f"{area}, dragging", drag)
        done.set()
        arriving.join()
        browser.close()


if __name__ == "__main__":
    main()
