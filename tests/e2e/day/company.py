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
        """Turn the pages on the screen until this stands there."""
        self.claire.goes_to("Écran")
        number = self.screen.stage.locator(".stage-page")
        for _page in range(most):
            if text in self.screen.stage.inner_text():
                return
            shown = int(number.inner_text().split("/")[0])
            self.claire.presses("Page suivante")
            expect(number).to_have_text(re.compile(f"^{shown + 1} / "))
        raise AssertionError(f"not on {most} pages of the screen: {text}")
