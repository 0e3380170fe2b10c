"""The facilitator's console: each gesture of the day by its button."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, Page, expect


@dataclass(frozen=True)
class Console:
    """A laptop of 1280×800."""

    page: Page

    def opens(self, link: str) -> None:
        """Follow the one-use link."""
        self.page.goto(link)
        expect(self.page.get_by_role("heading", name="Déroulé")).to_be_visible()

    @property
    def main(self) -> Locator:
        """The area in hand."""
        return self.page.locator("#main")

    @property
    def head(self) -> Locator:
        """Where the day is."""
        return self.page.locator("#console-head")

    @property
    def dialog(self) -> Locator:
        """The dialog that is open."""
        return self.page.get_by_role("dialog")

    def tries(self, gesture: Callable[[Page], None], seen: Callable[[float], None]) -> None:
        """Keys that belong together only within a moment: pressed again where they fell apart, as
        they may on a machine at work.
        """
        gesture(self.page)
        for wait in (10_000, 20_000):
            try:
                return seen(wait)
            except AssertionError:
                gesture(self.page)
        return seen(30_000)

    def presses(self, name: str, within: Locator | None = None, *, exact: bool = False) -> None:
        """Press a button by its name."""
        (within or self.main).get_by_role("button", name=name, exact=exact).click()

    def goes_to(self, area: str) -> None:
        """Open an area of the console."""
        button = self.page.locator("#console-rail").get_by_role(
            "button", name=re.compile(f"^{area}")
        )
        button.click()
        expect(button).to_have_attribute("aria-current", "page")

    def starts_next(self, title: str) -> None:
        """Start the next step, which must be this one."""
        step = re.compile(f"^(Commencer|Suivante) : {re.escape(title)}")
        self.head.get_by_role("button", name=step).click()
        expect(self.head.locator(".head-step")).to_contain_text(title)

    def starts(self, title: str) -> None:
        """Start a step from the running order."""
        self.goes_to("Déroulé")
        self.main.get_by_role("button", name=re.compile(re.escape(title))).first.click()
        self.presses("Lancer cette séquence")
        expect(self.head.locator(".head-step")).to_contain_text(title)

    def writing(self, words: str) -> Locator:
        """The button of the writing window, as long as it says this."""
        return self.head.get_by_role("button", name=re.compile(f"^{words}"))

    def opens_writing(self) -> None:
        """The phones may write."""
        self.writing("Ouvrir l’écriture").click()
        expect(self.writing("Écriture ouverte")).to_be_visible()

    def closes_writing(self) -> None:
        """What was private becomes visible to its table."""
        self.writing("Écriture ouverte").click()
        expect(self.writing("Ouvrir l’écriture")).to_be_visible()

    def slip(self, text: str) -> Locator:
        """A contribution on the wall, by its text or number."""
        return self.main.locator("li.wall-slip").filter(has_text=text)

    def filters(self, label: str, option: str) -> None:
        """Choose a filter of the wall."""
        self.main.get_by_role("combobox", name=label, exact=True).select_option(label=option)

    def shows_slip(self, text: str) -> None:
        """Choose a contribution for the screen."""
        self.goes_to("Mur")
        button = self.slip(text).get_by_role("button", name="À l’écran")
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")

    def makes_theme(self, name: str, *texts: str) -> None:
        """Choose cards on the board and make a theme of them."""
        self.goes_to("Thèmes")
        for text in texts:
            self.main.locator("li.board-card").filter(has_text=text).click()
        self.presses("Nouveau thème")
        self.dialog.get_by_label("Nom du thème").fill(name)
        self.presses("Créer le thème", self.dialog)
        self.returns()
        expect(self.column(name)).to_be_visible()

    def returns(self) -> None:
        """Out of a dialog: as long as it stands there, keys are for it."""
        expect(self.dialog).to_have_count(0)

    def files(self, card: Locator, letter: str) -> None:
        """Put a card into the theme of that letter, from the keyboard."""
        card.focus()
        self.page.keyboard.press("t")
        expect(self.dialog.locator(":focus")).to_have_count(1)
        self.page.keyboard.press(letter)
        self.returns()

    def column(self, theme: str) -> Locator:
        """A theme on the board."""
        return self.main.get_by_role("region", name=theme)

    def shows_scene(self, label: str, pick: str = "") -> None:
        """Put a scene on the screen, from the list of scenes."""
        self.goes_to("Écran")
        scene = self.main.locator("li.scene").filter(
            has=self.page.get_by_role("button", name=label, exact=True)
        )
        if pick:
            scene.get_by_role("combobox").select_option(label=pick)
        button = scene.get_by_role("button", name=label, exact=True)
        button.click()
        expect(button).to_have_attribute("aria-pressed", "true")

    def says_to_room(self, text: str) -> None:
        """A message on the screen."""
        self.goes_to("Écran")
        self.main.get_by_label("Message à l’écran").fill(text)
        self.presses("Message", exact=True)

    def downloads(self, name: str, folder: Path) -> Path:
        """Take a document from the list of documents."""
        self.goes_to("Documents")
        with self.page.expect_download(timeout=120_000) as waiting:
            self.presses(name, exact=True)
        file = folder / waiting.value.suggested_filename
        waiting.value.save_as(file)
        return file
