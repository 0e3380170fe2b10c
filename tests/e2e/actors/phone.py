"""A participant's phone: joining, writing, voting, and what became of it."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect


@dataclass(frozen=True)
class Phone:
    """A page of 390×844 in somebody's hand."""

    page: Page

    def types_code(self, url: str, code: str) -> None:
        """Come in by the code, as it is read from the screen."""
        self.page.goto(url)
        self.page.get_by_label("Code affiché").fill(code)
        self.page.get_by_role("button", name="Continuer").click()

    def joins(self, service: str, table: str, name: str = "") -> None:
        """Fill the form; the page of the day opens."""
        self.page.get_by_label("Votre service").select_option(service)
        self.page.get_by_label("Votre table").select_option(table)
        self.page.get_by_label("Votre nom").fill(name)
        self.page.get_by_role("button", name="Entrer dans le séminaire").click()
        expect(self.page.get_by_text("connecté", exact=False).first).to_be_visible()

    @property
    def head(self) -> Locator:
        """The step, the clock, the link."""
        return self.page.locator("#phone-head")

    @property
    def main(self) -> Locator:
        """All below the head."""
        return self.page.locator("#main")

    @property
    def form(self) -> Locator:
        """Where one writes."""
        return self.page.get_by_role("region", name="Écrire")

    def slip(self, text: str) -> Locator:
        """The slip of paper with this text, wherever it stands."""
        return self.page.locator("li.slip").filter(has_text=text)

    def types(self, text: str, kind: str = "", **choices: str) -> None:
        """Fill the form and send nothing; `choices` go by the first words of their labels."""
        if kind:
            self.ticks(kind)
        self.form.get_by_role("textbox").fill(text)
        for label, option in choices.items():
            self.choice(label.replace("_", " ")).select_option(label=option)

    def choice(self, label: str) -> Locator:
        """A list to choose from, by the first words of its label."""
        return self.form.get_by_label(re.compile(f"^{label}"))

    def ticks(self, words: str, within: Locator | None = None) -> None:
        """Choose by the words beside a box, as a thumb does."""
        label = (within or self.form).locator("label").filter(has_text=words)
        label.click()
        expect(label.get_by_role("radio").or_(label.get_by_role("checkbox"))).to_be_checked()

    def sends(self) -> None:
        """The one button."""
        self.form.get_by_role("button", name="Envoyer").click()

    def writes(self, text: str, kind: str = "", signed: bool = False, **choices: str) -> str:
        """Post, and wait until the phone says that it is saved; answers the number."""
        self.types(text, kind, **choices)
        if signed:
            self.ticks("Signée")
        self.sends()
        slip = self.slip(text)
        expect(slip.get_by_text("Enregistré", exact=True)).to_be_visible()
        return slip.locator(".slip-number").inner_text()

    def gives(self, **dots: int) -> None:
        """Gommettes, by a word of the option."""
        for option, count in dots.items():
            more = self.page.get_by_role("button", name=f"Ajouter une gommette à « {option}")
            for _dot in range(count):
                more.click()

    def casts(self) -> None:
        """Put the paper into the box and read that it is there."""
        self.page.get_by_role("button", name="Déposer mon bulletin").click()
        expect(self.page.get_by_text("Votre bulletin est enregistré.")).to_be_visible()

    def unfolds(self, summary: str) -> Locator:
        """Open a part that is folded; answers what it holds."""
        part = self.page.locator("details").filter(
            has=self.page.locator("summary", has_text=summary)
        )
        part = part.last
        if part.get_attribute("open") is None:
            part.locator("summary").first.click()
        return part
