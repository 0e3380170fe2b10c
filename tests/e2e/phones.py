"""What the phones' stories share: a facilitator who acts by HTTP, a person who joins, a hard look
at what a page looks like.
"""

import secrets
from dataclasses import dataclass
from typing import Any

from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]
from playwright.sync_api import APIRequestContext, BrowserContext, Page, Playwright

from tests.e2e.serving import Server
from tests.e2e.stillness import stands_still

SMALLEST = {"width": 320, "height": 640}
SERIOUS = ("serious", "critical")

#: Names whatever reaches beyond the right edge; a page that scrolls sideways is cut on a phone.
SIDEWAYS = """() => {
  const edge = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= edge) return [];
  const beyond = (one) => one.getBoundingClientRect().right > edge + 1;
  const name = (one) => `${one.tagName}.${one.className}`;
  return ["scrolls sideways", ...[...document.querySelectorAll("body *")].filter(beyond).map(name)];
}"""

#: Names what a thumb misses: under 44 CSS pixels. A choice is touched by its label.
TOO_SMALL = """() => {
  const touched = (one) => (/radio|checkbox/.test(one.type) ? (one.closest("label") ?? one) : one);
  const small = (one) => {
    const { width, height } = touched(one).getBoundingClientRect();
    return width > 1 && (width < 43.5 || height < 43.5);
  };
  return [...document.querySelectorAll("button, summary, select, input, textarea, a.button")]
    .filter((one) => one.checkVisibility() && small(one))
    .map((one) => `too small: ${one.tagName} ${one.id || one.textContent.trim()}`);
}"""


@dataclass
class Room:
    """A served workshop, and a facilitator of it who needs no screen."""

    server: Server
    http: APIRequestContext

    @classmethod
    def open(cls, server: Server, playwright: Playwright) -> "Room":
        """Come in by the facilitator's link."""
        http = playwright.request.new_context(extra_http_headers={"X-Tablee-As": "facilitator"})
        assert http.post(server.addresses.facilitator).ok
        return cls(server, http)

    @property
    def code(self) -> str:
        """The six characters of the workshop."""
        return self.server.addresses.code

    @property
    def api(self) -> str:
        """The address of the workshop's data."""
        return f"{self.server.url}/api/workshops/{self.code}"

    def command(self, name: str, /, **payload: Any) -> Any:
        """Send one command of the facilitator; what it answers."""
        body = {"key": secrets.token_hex(16), "name": name, "payload": payload}
        answer = self.http.post(f"{self.api}/commands", data=body).json()
        assert answer["ok"], answer
        return answer.get("result")

    def step(self, step: str, *, writing: bool = False) -> None:
        """Start a step, and open the phones if wanted."""
        self.command("step.start", step=step)
        if writing:
            self.command("writing.open")

    def records(self, collection: str) -> list[dict[str, Any]]:
        """The records of a collection, as the facilitators see them."""
        held = self.http.get(f"{self.api}/snapshot").json()["records"]
        return list(held.get(collection, {}).values())

    def written(self, text: str) -> list[dict[str, Any]]:
        """The contributions whose text is this one."""
        return [one for one in self.records("contributions") if one["text"] == text]

    def join(
        self, context: BrowserContext, service: str = "ddt", table: str = "1", name: str = ""
    ) -> Page:
        """Fill the join form on a new phone, and wait for its page."""
        page = context.new_page()
        page.goto(f"{self.server.url}/w/{self.code}")
        page.select_option("#service", service)
        page.select_option("#table", table)
        page.fill("#name", name)
        page.get_by_role("button", name="Entrer dans le séminaire").click()
        return drawn(page)

    def device(self, context: BrowserContext, table: str) -> Page:
        """Open a table's shared device, as the facilitator's own browser may."""
        context.add_cookies(self.http.storage_state()["cookies"])  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(f"{self.server.url}/w/{self.code}/table/{table}")
        return drawn(page)


def drawn(page: Page) -> Page:
    """Wait until the script has drawn the page from its records."""
    page.locator("#phone-head[data-mounted]").wait_for()
    return page


def faults_of(page: Page) -> list[str]:
    """All that is wrong with how a page stands there: for axe, for the edge, for a thumb."""
    stands_still(page)
    found = [*page.evaluate(SIDEWAYS), *page.evaluate(TOO_SMALL)]
    for fault in Axe().run(page).response["violations"]:
        if fault["impact"] in SERIOUS:
            found.extend(f"{fault['id']}: {node['html'][:120]}" for node in fault["nodes"])
    return found
