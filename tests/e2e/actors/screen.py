"""The projector: what the room reads."""

from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect


@dataclass(frozen=True)
class Screen:
    """A page of 1920×1080 that nobody touches."""

    page: Page

    def opens(self, link: str) -> None:
        """Follow the one-use link."""
        self.page.goto(link)
        expect(self.stage).to_have_attribute("data-scene", "join")

    @property
    def stage(self) -> Locator:
        """All that is projected."""
        return self.page.locator("#stage")

    def shows(self, scene: str, *texts: str) -> None:
        """This scene, with these words on it."""
        expect(self.stage).to_have_attribute("data-scene", scene)
        for text in texts:
            expect(self.stage).to_contain_text(text)

    def counts(self, papers: int) -> None:
        """So many papers are in the box."""
        expect(self.stage.locator(".stage-digits")).to_have_text(str(papers))

    def hides(self, *texts: str) -> None:
        """None of these words."""
        for text in texts:
            expect(self.stage).not_to_contain_text(text)

    def has_no_control(self) -> None:
        """Nothing to press, nothing to scroll."""
        expect(self.stage.locator("button, input, select, textarea, a")).to_have_count(0)
        scrolls = "document.documentElement.scrollHeight > innerHeight"
        assert self.page.evaluate(scrolls) is False
