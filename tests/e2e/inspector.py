"""Looks at pages as axe does, and squeezes them into the width of a small phone."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.e2e.stillness import stands_still

AXE = Axe()
GRAVE = ("serious", "critical")
# What sticks out of the window, by its tag and class: whoever mends it must find it.
OUTSIDE = """() => {
  const page = document.documentElement;
  if (page.scrollWidth <= page.clientWidth) return [];
  const out = [...document.body.querySelectorAll("*")].filter(
    (one) => one.getBoundingClientRect().right > page.clientWidth + 1);
  const shown = out.slice(0, 3).map((one) => one.outerHTML.slice(0, 90));
  return [`${page.scrollWidth} px wide`, ...shown];
}"""


class Inspector:
    """Looks at one page after the other and tells all that it found at the end."""

    def __init__(self, page: Page, language: str) -> None:
        self.page = page
        self.language = language
        self.found: list[str] = []

    def looks(self, name: str) -> None:
        """With axe, at the size that the page has now."""
        expect(self.page.locator("html")).to_have_attribute("lang", self.language)
        stands_still(self.page)
        for one in AXE.run(self.page).response["violations"]:
            if one["impact"] in GRAVE:
                where = [node["html"][:120] for node in one["nodes"][:3]]
                self.found.append(f"{name}: {one['id']} ({one['impact']}): {where}")

    def squeezes(self, name: str) -> None:
        """Into 320 px; the size comes back."""
        before = self.page.viewport_size
        self.page.set_viewport_size({"width": 320, "height": 640})
        stands_still(self.page)
        self.found += [f"{name} at 320 px: {one}" for one in self.page.evaluate(OUTSIDE)]
        if before:
            self.page.set_viewport_size(before)

    def tells(self) -> None:
        """Fail with everything that was found."""
        assert not self.found, "\n" + "\n".join(self.found)
