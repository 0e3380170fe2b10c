"""The observer reads what the room was shown and totals, on a phone as on a laptop; changes
nothing; and never reads a name.
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.e2e.fullroom import NAME, Room, fill
from tests.e2e.phones import SIDEWAYS, faults_of
from tests.e2e.serving import Server
from tests.e2e.stillness import stands_still

UNFOLD = "document.querySelectorAll('details').forEach((one) => (one.open = true))"
WIDTHS = (320, 360, 820, 1280)


@pytest.fixture
def room(server: Server, playwright: Playwright) -> Iterator[Room]:
    """The facilitator's hand."""
    request = playwright.request.new_context()
    yield Room(server, request)
    request.dispose()


@pytest.fixture
def observer(server: Server, room: Room, new_context: Callable[..., BrowserContext]) -> Page:
    """The page behind the observer's link."""
    page = new_context().new_page()
    page.goto(server.addresses.observer)
    page.locator("#main[data-mounted]").wait_for()
    return page


def chapter(observer: Page, title: str) -> None:
    """Open a chapter of the record."""
    observer.locator("summary", has_text=title).click()


def test_the_observer_follows_the_screen(room: Room, observer: Page) -> None:
    shown = observer.get_by_role("region", name="À l’écran")
    room.show("message", text="Reprise à 14 heures")
    expect(shown).to_contain_text("Reprise à 14 heures")
    room.show("step", step="attentes")
    expect(shown.get_by_role("heading", name="Nos attentes")).to_be_visible()


def test_what_was_not_shown_is_not_sent_and_what_was_stays(room: Room, observer: Page) -> None:
    token = room.join("ddt", "1")
    hidden = room.send("contribution.post", token, kind="proposal", text="Resté à la table.")
    shown = room.send("contribution.post", token, kind="proposal", text="Montré à la salle.")
    room.send("contribution.show", contributions=[shown["id"]])
    chapter(observer, "Contributions")
    expect(observer.get_by_text("Montré à la salle.")).to_be_visible()
    room.show("blank")
    expect(observer.get_by_text("Montré à la salle.")).to_be_visible()
    assert hidden["id"] not in observer.content()
    assert "Resté à la table." not in observer.evaluate(
        "fetch(location.pathname.replace('/w/', '/api/workshops/').replace('observe', 'snapshot'),"
        " { headers: { 'X-Tablee-As': 'observer' } }).then((answer) => answer.text())"
    )


def test_totals_are_those_of_the_room(room: Room, observer: Page) -> None:
    figures = observer.get_by_role("region", name="La salle en chiffres")
    room.join("ddt", "1")
    expect(figures).to_contain_text("1 sur 60")
    expect(figures.locator("div", has_text="Observateurs connectés")).to_contain_text("1")


def test_a_full_day_is_read_at_every_width_without_a_name(room: Room, observer: Page) -> None:
    fill(room)
    for scene in ("join", "wall", "themes", "vote", "plan", "roles", "return"):
        room.show(scene)
        expect(observer.locator(".observed")).to_have_attribute("data-scene", scene)
        observer.evaluate(UNFOLD)
        stands_still(observer)
        assert NAME not in observer.content()
        for width in WIDTHS:
            observer.set_viewport_size({"width": width, "height": 800})
            assert observer.evaluate(SIDEWAYS) == [], (scene, width)
    for width in (360, 1280):
        observer.set_viewport_size({"width": width, "height": 800})
        assert faults_of(observer) == [], width


def test_the_close_ends_the_live_part_and_leaves_the_record(room: Room, observer: Page) -> None:
    fill(room)
    room.show("plan")
    room.send("workshop.close")
    expect(observer.get_by_text("Le séminaire est clos.")).to_be_visible()
    expect(observer.get_by_role("region", name="À l’écran")).to_have_count(0)
    expect(observer.get_by_role("timer")).to_have_count(0)
    for title in ("Contributions", "Priorisation", "Projet de plan d’action", "Rôles et niveaux"):
        chapter(observer, title)
    expect(observer.get_by_text("Priorisation indicative des participants")).to_be_visible()
    assert faults_of(observer) == []


def test_the_observer_changes_nothing(room: Room, observer: Page) -> None:
    command = {"key": "0" * 32, "name": "screen.turn", "payload": {"page": 1}}
    told = observer.request.post(
        f"{room.base}/commands", data=command, headers={"X-Tablee-As": "observer"}
    )
    assert told.status == 403
    assert observer.locator("main").locator("button, input, textarea, select").count() == 0
