"""Texts that turn the line around, pile up accents or never break are shown isolated from all
around them, and no page scrolls sideways for them at 320 px.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.e2e.phones import SIDEWAYS, SMALLEST, Room
from tests.e2e.serving import Server
from tests.e2e.stillness import stands_still

pytestmark = pytest.mark.e2e

AREAS = ["agenda", "people", "wall", "board", "vote", "plan", "roles", "screen", "documents"]
TURNED = "\u202eABC"
HOSTILE = [
    f"{TURNED} texte retourné",
    "m" * 600 + TURNED,
    "Z\u0335\u0321\u035c\u0321\u0337 e" + "\u0301" * 30 + TURNED,
    f"👩\u200d👩\u200d👧 שלום {TURNED}",
    f"<script>document.title='pris'</script><img src=x onerror=alert(1)> {{{{7*7}}}} {TURNED}",
]

#: For each text that turns the line: what else stands in the box that isolates it.
MINGLED = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const node = walker.currentNode;
    const box = node.parentElement;
    if (!node.data.includes("\\u202e") || box.matches("textarea, option, script, style")) continue;
    let holder = box;
    const apart = (one) => /isolate|plaintext/.test(getComputedStyle(one).unicodeBidi);
    while (holder && !apart(holder)) holder = holder.parentElement;
    const around = (holder?.textContent ?? "everything").replace(node.data, "").trim();
    if (around) found.push(`${box.tagName}.${box.className}: ${around.slice(0, 60)}`);
  }
  return [...new Set(found)];
}"""
SEEN = "() => document.body.innerText.includes('\u202e')"


@pytest.fixture
def room(server: Server, playwright: Playwright) -> Room:
    """A room where everything that people name and write turns the line around."""
    room = Room.open(server, playwright)
    room.step("propositions", writing=True)
    for text in HOSTILE:
        room.command("contribution.post", kind="proposal", text=text, table="1")
    keys = [one["id"] for one in room.records("contributions") if TURNED in one["text"]]
    room.command("contribution.show", contributions=keys)
    room.command("theme.create", name=f"Thème {TURNED}", contributions=keys[:2])
    room.command("action.create", title=f"Fiche {TURNED}", contributions=keys[2:3], table="1")
    room.command("contribution.park", contribution=keys[3])
    room.command("message.send", text=f"Message {TURNED}")
    return room


def faults(page: Page, name: str) -> dict[str, list[str]]:
    """What is wrong on a page, by its name; nothing when all is well."""
    stands_still(page)
    found = page.evaluate(MINGLED)
    if page.viewport_size and page.viewport_size["width"] <= 320:
        found += page.evaluate(SIDEWAYS)
    return {name: found} if found else {}


def test_on_a_phone_of_320_px(room: Room, new_context: Callable[..., BrowserContext]) -> None:
    page = room.join(new_context(viewport=SMALLEST), name=f"Zoé {TURNED}")
    expect(page.get_by_text("Message")).to_be_visible()
    page.locator("textarea").first.fill(HOSTILE[0])
    page.get_by_role("button", name="Envoyer").first.click()
    expect(page.get_by_text("Enregistré").first).to_be_visible()
    assert page.evaluate(SEEN)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    assert faults(page, "phone") == {}
    assert "pris" not in page.title()


def test_on_the_console(room: Room, new_context: Callable[..., BrowserContext]) -> None:
    context = new_context(viewport={"width": 1280, "height": 800})
    context.add_cookies(room.http.storage_state()["cookies"])  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{room.server.url}/w/{room.code}/facilitate")
    page.locator("#console-rail button").first.wait_for()
    found = {}
    for number, area in enumerate(AREAS):
        page.locator("#console-rail button").nth(number).click()
        expect(page).to_have_url(re.compile(f"#{area}$"))
        found |= faults(page, area)
    assert found == {}


def test_on_the_projector_and_for_observers(
    room: Room, new_context: Callable[..., BrowserContext]
) -> None:
    screen = new_context(viewport={"width": 1920, "height": 1080}).new_page()
    screen.goto(room.server.addresses.screen)
    observer = new_context(viewport=SMALLEST).new_page()
    observer.goto(room.server.addresses.observer)
    found = {}
    for scene in ("wall", "themes", "plan"):
        room.command("screen.show", scene=scene)
        expect(screen.locator("#stage")).to_have_attribute("data-scene", scene)
        expect(observer.locator(".observed")).to_have_attribute("data-scene", scene)
        expect(screen.locator("#stage")).to_contain_text("ABC")
        found |= faults(screen, scene)
        found |= faults(observer, f"observer, {scene}")
    assert found == {}
