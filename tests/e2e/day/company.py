"""Who plays the day, and what they said: the documents must hold all of it."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import expect

from tests.e2e.actors.cast import Cast
from tests.e2e.actors.console import Console
from tests.e2e.actors.crowd import Guest
from tests.e2e.actors.phone import Phone
from tests.e2e.actors.screen import Screen

#: The rest of the room: service and table. With the two phones, more than five people: enough for
#: breakdowns to be shown.
OTHERS = [
    ("prefecture-collectivites", "1"),
    ("ars", "1"),
    ("ut-direccte", "2"),
    ("prefecture-sg", "2"),
    ("ut-dreal", "3"),
    ("ddsp", "4"),
]


@dataclass
class Day:
    """Claire facilitates; Anne (DDT, who gave her name) and Bruno (STAP) sit at table 1."""

    cast: Cast
    claire: Console
    screen: Screen
    anne: Phone
    bruno: Phone
    others: list[Guest] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)

    @classmethod
    def opens(cls, cast: Cast) -> "Day":
        """Doors open: the laptop and the projector are on, the phones are in the pockets."""
        return cls(cast, cast.console(), cast.screen(), cast.phone(), cast.phone())

    def heard(self, number: str, text: str) -> str:
        """Remember a contribution for the documents."""
        self.said[number] = text
        return number

    def others_write(self, kind: str, step: str, *texts: str) -> None:
        """Texts of the rest of the room, one person each."""
        for guest, text in zip(self.others, texts, strict=False):
            self.heard(guest.writes(kind, text, step=step, anonymous=True), text)

    def leafs_to(self, text: str, most: int = 12) -> None:
        """Turn the pages on the screen until this stands there; from the first page again, as it
        may have come onto a page that was turned already.
        """
        self.claire.goes_to("Écran")
        for _page in range(most):
            if text in self.screen.stage.inner_text():
                return
            shown, count = self._pages()
            for _back in range(shown - 1 if shown == count else 0):
                self._turns("Page précédente")
            if shown < count:
                self._turns("Page suivante")
        raise AssertionError(f"not on {most} pages of the screen: {text}")

    def _pages(self) -> tuple[int, int]:
        """The page on the screen, and how many there are; one that is alone has no number."""
        number = self.screen.stage.locator(".stage-page")
        shown, count = (number.inner_text() if number.count() else "1 / 1").split("/")
        return int(shown), int(count)

    def _turns(self, button: str) -> None:
        """By one page, and wait for it."""
        shown, _count = self._pages()
        following = shown + (1 if button == "Page suivante" else -1)
        self.claire.presses(button)
        number = self.screen.stage.locator(".stage-page")
        expect(number).to_have_text(re.compile(f"^{following} / "))
