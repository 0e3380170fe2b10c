"""Saved means saved: what is written on a phone survives reloads, dead links and dead servers."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.e2e.phones import Room, drawn
from tests.e2e.serving import Server
from tests.e2e.watching import Watch

pytestmark = pytest.mark.e2e

TEXT = "Savoir qui répond au maire."
CUT = "ERR_INTERNET_DISCONNECTED|ERR_CONNECTION_REFUSED|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE"

Contexts = Callable[..., BrowserContext]


@pytest.fixture
def room(server: Server, playwright: Playwright) -> Room:
    return Room.open(server, playwright)


@pytest.fixture
def phone(room: Room, new_context: Contexts) -> Page:
    """A phone on which people write their expectations."""
    return writing(room, new_context)


def writing(room: Room, new_context: Contexts) -> Page:
    """Somebody joins, and may write."""
    page = room.join(new_context())
    room.step("attentes", writing=True)
    page.get_by_label("Qu’attendez-vous").wait_for()
    return page


def send(page: Page) -> None:
    page.get_by_role("button", name="Envoyer cette attente").click()


def test_a_draft_survives_a_reload_and_is_in_the_other_tab(phone: Page) -> None:
    phone.get_by_label("Qu’attendez-vous").fill(TEXT)
    phone.get_by_label("De qui l’attendez-vous").select_option("state")
    phone.reload()
    expect(drawn(phone).get_by_label("Qu’attendez-vous")).to_have_value(TEXT)
    expect(phone.get_by_label("De qui l’attendez-vous")).to_have_value("state")
    other = phone.context.new_page()
    other.goto(phone.url)
    expect(drawn(other).get_by_label("Qu’attendez-vous")).to_have_value(TEXT)


def test_a_post_made_without_a_link_goes_out_once_even_after_its_step(
    phone: Page, room: Room, watch: Watch
) -> None:
    watch.expect(CUT)
    phone.get_by_label("Qu’attendez-vous").fill(TEXT)
    phone.context.set_offline(True)
    send(phone)
    expect(phone.get_by_text("Sur ce téléphone, envoi en cours")).to_be_visible()
    expect(phone.locator("#phone-head")).to_contain_text("1 envoi en attente")
    room.step("missions", writing=True)
    assert room.written(TEXT) == []
    phone.context.set_offline(False)
    expect(phone.locator(".slip").filter(has_text=TEXT)).to_contain_text("Enregistré")
    expect(phone.locator("#phone-head")).not_to_contain_text("en attente")
    assert [one["late"] for one in room.written(TEXT)] == [True]


def test_what_waits_on_the_phone_survives_a_killed_server_and_a_reload(
    serve: Callable[..., Server], playwright: Playwright, new_context: Contexts, watch: Watch
) -> None:
    room = Room.open(serve(), playwright)
    phone = writing(room, new_context)
    watch.expect(CUT)
    phone.get_by_label("Qu’attendez-vous").fill(TEXT)
    room.server.kill()
    send(phone)
    expect(phone.get_by_text("Sur ce téléphone, envoi en cours")).to_be_visible()
    port = str(urlsplit(room.server.url).port)
    room.server = serve("--port", port)
    phone.reload()
    expect(drawn(phone).locator(".slip").filter(has_text=TEXT)).to_contain_text("Enregistré")
    assert len(room.written(TEXT)) == 1


def test_two_tabs_send_one_text_once(phone: Page, room: Room, watch: Watch) -> None:
    watch.expect(CUT)
    other = phone.context.new_page()
    other.goto(phone.url)
    drawn(other)
    phone.get_by_label("Qu’attendez-vous").fill(TEXT)
    phone.context.set_offline(True)
    send(phone)
    expect(other.locator(".slip").filter(has_text=TEXT)).to_be_visible()
    phone.context.set_offline(False)
    for page in (phone, other):
        expect(page.locator(".slip").filter(has_text=TEXT)).to_contain_text("Enregistré")
    assert len(room.written(TEXT)) == 1


def test_a_draft_that_its_step_left_behind_can_still_be_sent(phone: Page, room: Room) -> None:
    phone.get_by_label("Qu’attendez-vous").fill(TEXT)
    room.step("pause-matin")
    left = phone.get_by_role("region", name="Pas encore envoyé")
    expect(left).to_contain_text(TEXT)
    left.get_by_role("button", name="Envoyer tel quel").click()
    expect(phone.get_by_role("region", name="Ce que j’ai écrit")).to_contain_text("Enregistré")
    assert [one["step"] for one in room.written(TEXT)] == ["attentes"]


def test_my_text_says_that_it_is_on_the_screen(phone: Page, room: Room) -> None:
    phone.get_by_label("Qu’attendez-vous").fill(TEXT)
    send(phone)
    expect(phone.locator("#phone-head")).to_contain_text(re.compile("ATT-[0-9]+ enregistrée"))
    room.command("writing.close")
    room.command("contribution.show", contributions=[room.written(TEXT)[0]["id"]])
    expect(phone.locator("#phone-head")).to_contain_text("à l’écran")
    expect(phone.locator(".slip").filter(has_text=TEXT)).to_contain_text("À l’écran")


def test_the_round_of_all_situations_goes_on_by_itself_without_words(
    room: Room, new_context: Contexts
) -> None:
    page = room.join(new_context())
    room.step("mise-en-commun-2", writing=True)
    for number in ("1. ", "2. "):
        chosen = page.get_by_label("Sur quelle situation").locator("option:checked")
        expect(chosen).to_contain_text(number)
        page.get_by_label("Rôle de mon service").select_option("supports")
        page.get_by_role("button", name="Envoyer ce positionnement").click()
    expect(page.get_by_role("region", name="Écrire")).to_contain_text("2 sur 8")
    expect(page.locator("#phone-head")).to_contain_text("POS-002 enregistrée")
    told = [one for one in room.records("contributions") if one["kind"] == "positioning"]
    assert [(one["case"], one["text"]) for one in told] == [
        ("permis-zone-inondable", "En appui."),
        ("sous-traitant-en-difficulte", "En appui."),
    ]


def test_the_page_goes_back_up_when_a_step_begins_but_never_from_under_a_pen(
    phone: Page, room: Room
) -> None:
    phone.set_viewport_size({"width": 360, "height": 480})
    to_the_end = "scrollTo(0, document.documentElement.scrollHeight)"
    phone.evaluate(to_the_end)
    room.step("missions", writing=True)
    # The head, which stays: what is said aloud is gone after some seconds.
    expect(phone.locator("#phone-head")).to_contain_text("Qui fait quoi")
    expect(phone.locator("#phone-head")).to_contain_text("Temps restant, écriture")
    assert phone.evaluate("scrollY") == 0
    phone.locator("summary").filter(has_text="DDT, table 1").click()
    phone.get_by_label("Mon nom").focus()
    phone.evaluate(to_the_end)
    room.step("referents")
    expect(phone.locator("#phone-head")).to_contain_text("Référents porteurs")
    assert phone.evaluate("scrollY") > 0
