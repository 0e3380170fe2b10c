"""Every page can be read by everybody: no serious finding of axe, no sideways scrolling at 320 px,
the language that the page says, in French and in English.
"""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.e2e.actors.crowd import Laptop
from tests.e2e.hall import LONG, MOMENTS, Hall
from tests.e2e.inspector import Inspector
from tests.e2e.serving import Server
from tests.e2e.watching import Watch

LANGUAGES = {"fr": "fr-FR", "en": "en-GB"}
NARROW = {"width": 320, "height": 640}
WIDE = {"width": 1280, "height": 800}
PROJECTOR = {"width": 1920, "height": 1080}
AREAS = ["agenda", "people", "wall", "board", "vote", "plan", "roles", "screen", "documents"]
# An area, and the key that opens a dialog there: help, a message, a paper, a theme, an action.
DIALOGS = [("agenda", "?"), ("people", "q"), ("wall", "n"), ("board", "n"), ("plan", "n")]
# An area, a button that opens a panel there, what shows once the main button of that is pressed:
# attendance, pairing with the devices that are in, codes of place, follow-ups, the end of the day.
PANELS = [
    ("people", "#attendees-title ~ .button", ""),
    ("people", ".attendee .button", ""),
    ("people", "#main .panel-head .row .button >> nth=3", ".pairing-code"),
    ("people", "#main .panel-head .row .button >> nth=2", ".seat-code"),
    ("vote", ".result-followup .button", ""),
    ("vote", ".asked .button", ""),
    ("documents", "#closing-title ~ .button", ""),
]
SCENES: list[dict[str, str]] = [
    {"scene": "join"},
    {"scene": "step", "step": "attentes"},
    {"scene": "case", "case": "permis-zone-inondable"},
    {"scene": "wall"},
    {"scene": "themes"},
    {"scene": "vote", "ballot": "VOT-01"},
    {"scene": "roles", "case": "permis-zone-inondable"},
    {"scene": "referents"},
    {"scene": "statements"},
    {"scene": "plan"},
    {"scene": "plan", "action": "ACT-01"},
    {"scene": "return"},
    {"scene": "message", "text": "Reprise à 14 heures"},
    {"scene": "blank"},
]

pytestmark = pytest.mark.parametrize("language", LANGUAGES)


@pytest.fixture(scope="module")
def hall(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """One full room for all pages."""
    with Server(tmp_path_factory.mktemp("hall")) as server:
        yield Hall.filled(server.addresses)


@pytest.fixture
def visit(new_context: Callable[..., BrowserContext], language: str) -> Callable[..., Inspector]:
    """Open a browser of this language, maybe as a role."""

    def open_page(size: dict[str, int], laptop: Laptop | None = None) -> Inspector:
        context = new_context(viewport=size, locale=LANGUAGES[language])
        if laptop:
            context.add_cookies(laptop.cookies)
        return Inspector(context.new_page(), language)

    return open_page


def test_what_is_wrong_is_found(visit: Callable[..., Inspector], language: str) -> None:
    """Without this, silence would prove nothing."""
    inspector = visit(NARROW)
    wrong = "<img src='data:,'><p style='width: 400px; color: #bbb'>Pâle et large</p>"
    inspector.page.set_content(f"<html lang={language}><title>Page</title><main>{wrong}</main>")
    inspector.looks("wrong")
    inspector.squeezes("wrong")
    found = " ".join(inspector.found)
    assert "image-alt (critical)" in found
    assert "color-contrast (serious)" in found
    assert "Pâle et large" in found


def test_the_doors(hall: Hall, visit: Callable[..., Inspector], watch: Watch) -> None:
    inspector = visit(NARROW)
    watch.expect("404")
    for name, path in (
        ("home", ""),
        ("wrong code", "?code=ZZZZZZ"),
        ("error", "w/ZZZZZZ"),
        ("join", f"w/{hall.at.code}"),
        ("guide", "aide"),
    ):
        inspector.page.goto(f"{hall.at.url}{path}")
        inspector.looks(name)
        inspector.squeezes(name)
    inspector.tells()


def test_the_phone_at_each_moment(
    hall: Hall, visit: Callable[..., Inspector], language: str
) -> None:
    inspector = visit(NARROW)
    page = inspector.page
    page.goto(hall.at.join)
    page.locator("#service").select_option("ddt")
    page.locator("#table").select_option("1")
    page.locator("form button[type=submit]").first.click()
    for step, writes in MOMENTS:
        hall.begins(step, writes)
        expect(page.locator("#phone-head")).to_contain_text(hall.title(step))
        unfold(page)
        inspector.looks(step)
        inspector.squeezes(step)
    hall.laptop.sends("ballot.open", question="Et ensuite ?")
    expect(page.get_by_role("heading", name="Et ensuite ?")).to_be_visible()
    inspector.looks("vote")
    inspector.squeezes("vote")
    hall.laptop.sends("ballot.cancel", ballot=last_ballot(page))
    inspector.tells()


def last_ballot(page: Page) -> str:
    """The number of the vote that is open."""
    named = page.locator("h2[id^='vote-VOT']").get_attribute("id") or ""
    return named.removeprefix("vote-")


def unfold(page: Page) -> None:
    """Everything that is folded is looked at too."""
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")


def test_the_shared_device(hall: Hall, visit: Callable[..., Inspector]) -> None:
    hall.begins("attentes", True)
    inspector = visit(NARROW, hall.laptop)
    page = inspector.page
    page.goto(f"{hall.at.join}/table/1")
    member = page.get_by_role("button", name="Anne Riva")
    expect(member).to_be_visible()
    inspector.looks("picker")
    inspector.squeezes("picker")
    member.click()
    page.locator("textarea").first.fill(LONG)
    inspector.looks("held")
    inspector.squeezes("held")
    inspector.tells()


def test_the_console_in_each_area(hall: Hall, visit: Callable[..., Inspector]) -> None:
    hall.begins("situations-1", True)
    inspector = visit(WIDE, hall.laptop)
    page = inspector.page
    page.goto(f"{hall.at.join}/facilitate")
    for area in AREAS:
        opens(page, area)
        inspector.looks(area)
        inspector.squeezes(area)
    for area, key in DIALOGS:
        opens(page, area)
        page.keyboard.press(key)
        expect(page.get_by_role("dialog")).to_be_visible()
        inspector.looks(f"{area}, {key}")
        inspector.squeezes(f"{area}, {key}")
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
    inspector.tells()


def test_the_panels_of_the_console_unfolded(hall: Hall, visit: Callable[..., Inspector]) -> None:
    hall.laptop.sends("action.edit", action="ACT-01", field="arbitration", value=LONG)
    inspector = visit(WIDE, hall.laptop)
    page = inspector.page
    page.goto(f"{hall.at.join}/facilitate")
    for area in ("people", "vote", "plan", "documents"):
        opens(page, area)
        if area == "plan":
            page.locator(".sheet-open").first.click()
            expect(page.locator(".sheet-part").first).to_be_visible()
        unfold(page)
        inspector.looks(f"{area}, unfolded")
        inspector.squeezes(f"{area}, unfolded")
    for area, button, shows in PANELS:
        opens(page, area)
        page.locator(button).first.click()
        expect(page.get_by_role("dialog")).to_be_visible()
        if shows:
            page.locator("dialog .button-main").click()
            expect(page.locator(f"dialog {shows}").first).to_be_visible()
        inspector.looks(f"{area}, {button}")
        inspector.squeezes(f"{area}, {button}")
        page.keyboard.press("Escape")
        expect(page.get_by_role("dialog")).to_have_count(0)
    inspector.tells()


def opens(page: Page, area: str) -> None:
    """Open an area of the console; its address changes once it is drawn."""
    page.locator("#console-rail button").nth(AREAS.index(area)).click()
    expect(page).to_have_url(re.compile(f"#{area}$"))


def test_the_screen_in_each_scene(hall: Hall, visit: Callable[..., Inspector]) -> None:
    inspector = visit(PROJECTOR, hall.laptop)
    inspector.page.goto(f"{hall.at.join}/screen")
    for scene in SCENES:
        hall.laptop.sends("screen.show", **scene)
        stage = inspector.page.locator("#stage")
        expect(stage).to_have_attribute("data-scene", scene["scene"])
        expect(stage).to_have_attribute("data-about", about(scene))
        inspector.looks(str(scene))
        inspector.squeezes(str(scene))
    inspector.tells()


def about(scene: dict[str, str]) -> str:
    """What the scene is about, as the stage says it."""
    return next((scene[one] for one in ("step", "case", "ballot", "action") if one in scene), "")


def test_the_observer(hall: Hall, visit: Callable[..., Inspector]) -> None:
    hall.laptop.sends("screen.show", scene="wall")
    for size in (NARROW, WIDE):
        inspector = visit(size, hall.observer)
        inspector.page.goto(f"{hall.at.join}/observe")
        expect(inspector.page.get_by_text(LONG.strip()).first).to_be_visible()
        unfold(inspector.page)
        inspector.looks("observer")
        inspector.squeezes("observer")
        inspector.tells()
