"""One person, one place: coming late, changing phone, changing table, calling, being told."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.e2e.phones import Room, drawn
from tests.e2e.serving import Server

pytestmark = pytest.mark.e2e

Contexts = Callable[..., BrowserContext]


@pytest.fixture
def room(server: Server, playwright: Playwright) -> Room:
    return Room.open(server, playwright)


def unfold(page: Page, text: str) -> None:
    page.locator("summary").filter(has_text=text).click()


def test_who_comes_late_lands_in_the_current_step(room: Room, new_context: Contexts) -> None:
    room.step("missions", writing=True)
    page = room.join(new_context(), "ggd", "3")
    expect(page.locator("#phone-head")).to_contain_text("Qui fait quoi")
    expect(page.get_by_label("Groupement de gendarmerie")).to_be_visible()


def test_a_personal_code_brings_the_same_person_to_another_phone(
    room: Room, new_context: Contexts
) -> None:
    first = room.join(new_context(), name="Mme Roux")
    room.step("attentes", writing=True)
    first.get_by_label("Qu’attendez-vous").fill("Signé de ma main.")
    first.get_by_text("Signée (Mme Roux)").click()
    first.get_by_role("button", name="Envoyer cette attente").click()
    expect(first.locator("#phone-head")).to_contain_text("enregistrée")
    unfold(first, "DDT, table 1")
    first.get_by_role("button", name="Obtenir mon code personnel").click()
    expect(first.locator(".code-shown")).to_contain_text("-")
    code = first.locator(".code-shown").inner_text()

    second = new_context().new_page()
    second.goto(f"{room.server.url}/w/{room.code}")
    unfold(second, "J’ai un code")
    second.get_by_label("Votre code").fill(code.lower().replace("-", " "))
    second.get_by_role("button", name="Entrer avec ce code").click()
    mine = drawn(second).get_by_role("region", name="Ce que j’ai écrit")
    expect(mine).to_contain_text("Signé de ma main.")
    assert len(room.records("participants")) == 1


def test_correcting_my_table_moves_me_and_my_draft(room: Room, new_context: Contexts) -> None:
    page = room.join(new_context())
    room.step("attentes", writing=True)
    page.get_by_label("Qu’attendez-vous").fill("Un brouillon qui me suit.")
    unfold(page, "DDT, table 1")
    page.get_by_role("combobox", name="Ma table").select_option("4")
    page.get_by_label("Mon service").select_option("ars")
    page.get_by_role("button", name="Enregistrer ces corrections").click()
    expect(page.locator("#phone-head")).to_contain_text("Table 4")
    expect(page.get_by_label("Qu’attendez-vous")).to_have_value("Un brouillon qui me suit.")
    (me,) = room.records("participants")
    assert (me["service"], me["table"]) == ("ars", "4")


def test_a_call_is_heard_and_answered(room: Room, new_context: Contexts) -> None:
    page = room.join(new_context(), table="5")
    page.get_by_role("button", name="Appeler l’animateur").click()
    expect(page.get_by_text("L’animateur est prévenu")).to_be_visible()
    assert [one["id"] for one in room.records("tables") if one["called"]] == ["5"]
    room.command("table.call", table="5", on=False)
    expect(page.get_by_role("button", name="Appeler l’animateur")).to_be_visible()


def test_a_message_is_shown_until_it_was_read(room: Room, new_context: Contexts) -> None:
    page = room.join(new_context(), table="2")
    room.command("message.send", text="Le buffet est servi.")
    room.command("message.send", text="Pour la table 3 seulement.", table="3")
    expect(page.get_by_text("Le buffet est servi.")).to_be_visible()
    expect(page.get_by_text("table 3 seulement")).to_have_count(0)
    page.get_by_role("button", name="J’ai lu").click()
    page.reload()
    drawn(page)
    expect(page.get_by_text("Le buffet est servi.")).to_have_count(0)


def test_after_the_close_everything_is_read_and_nothing_is_asked(
    room: Room, new_context: Contexts
) -> None:
    page = room.join(new_context())
    room.step("attentes", writing=True)
    page.get_by_label("Qu’attendez-vous").fill("Un dernier mot.")
    page.get_by_role("button", name="Envoyer cette attente").click()
    expect(page.locator("#phone-head")).to_contain_text("enregistrée")
    room.command("workshop.close")
    expect(page.locator("#phone-head")).to_contain_text("clos")
    expect(page.get_by_role("region", name="Ce que j’ai écrit")).to_contain_text("Un dernier mot.")
    expect(page.locator("main textarea")).to_have_count(0)
    expect(page.get_by_role("button", name="Appeler l’animateur")).to_have_count(0)


def test_a_rapporteur_writes_in_the_name_of_the_table_on_their_own_phone(
    room: Room, new_context: Contexts
) -> None:
    page, mate = room.join(new_context(), "ars", "2"), room.join(new_context(), "ddt", "2")
    room.step("attentes", writing=True)
    room.command("writing.close")
    ars = next(one["id"] for one in room.records("participants") if one["service"] == "ars")
    room.command("rapporteur.name", table="2", participant=ars)
    expect(mate.get_by_label("Au nom de la table")).to_have_count(0)
    page.get_by_label("Au nom de la table").check()
    expect(page.get_by_label("Non nominative")).to_have_count(0)
    page.get_by_label("Qu’attendez-vous").fill("Ce que nous disons.")
    page.get_by_role("button", name="Envoyer cette attente").click()
    expect(page.locator(".slip").filter(has_text="nous disons")).to_contain_text(
        "au nom de la table"
    )
    expect(mate.locator(".slip").filter(has_text="nous disons")).to_contain_text(
        "au nom de la table"
    )
    page.reload()
    expect(drawn(page).get_by_label("Au nom de la table")).to_be_checked()
    (told,) = room.written("Ce que nous disons.")
    room.command("contribution.show", contributions=[told["id"]])
    room.command("screen.show", scene="wall")
    elsewhere = room.join(new_context(), "dsden", "3")
    expect(elsewhere.locator(".slip").filter(has_text="nous disons")).to_contain_text(
        "au nom de la table 2"
    )
    assert (told["for_table"], told["table"], told.get("service")) == (True, "2", None)

    ddt = next(one["id"] for one in room.records("participants") if one["service"] == "ddt")
    room.command("rapporteur.name", table="2", participant=ddt)
    mate.locator(".slip").get_by_role("button", name="Modifier").click()
    mate.get_by_label("Modifier ATT").fill("Ce que nous disons enfin.")
    mate.get_by_role("button", name="Enregistrer la modification").click()
    expect(page.locator(".slip")).to_contain_text("Ce que nous disons enfin.")
