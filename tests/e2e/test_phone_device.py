"""A table's shared device: what one member wrote in private is not there for the next."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.e2e.phones import Room, drawn
from tests.e2e.serving import Server
from tests.e2e.watching import Watch

pytestmark = pytest.mark.e2e

PRIVATE = "Ce que je pense vraiment."

Contexts = Callable[..., BrowserContext]


@pytest.fixture
def room(server: Server, playwright: Playwright) -> Room:
    return Room.open(server, playwright)


@pytest.fixture
def shared(room: Room, new_context: Contexts) -> Page:
    """The device of table 2, with two members, while people write."""
    for name, service in (("Mme Morel", "ars"), ("M. Petit", "ddfip")):
        room.command("participant.join", service=service, table="2", name=name)
    page = room.device(new_context(), "2")
    room.step("attentes", writing=True)
    return page


def take(shared: Page, name: str) -> None:
    shared.get_by_role("button", name=name).click()
    expect(shared.get_by_text("tient l’appareil")).to_contain_text(name)


def hand_over(shared: Page) -> None:
    shared.get_by_role("button", name="Passer l’appareil").click()
    expect(shared.get_by_role("heading", name="Qui tient l’appareil")).to_be_focused()


def kept(shared: Page) -> str:
    return str(shared.evaluate("JSON.stringify(Object.entries(localStorage))"))


def test_a_private_text_is_gone_from_the_device_once_it_is_handed_over(
    shared: Page, room: Room
) -> None:
    take(shared, "M. Petit")
    shared.get_by_label("Qu’attendez-vous").fill(PRIVATE)
    shared.get_by_role("button", name="Envoyer cette attente").click()
    expect(shared.locator(".slip").filter(has_text=PRIVATE)).to_contain_text("Enregistré")
    hand_over(shared)
    expect(shared.get_by_text(PRIVATE)).to_have_count(0)
    take(shared, "Mme Morel")
    assert PRIVATE not in shared.content() + kept(shared)
    assert len(room.written(PRIVATE)) == 1
    assert not room.written(PRIVATE)[0]["signature"]


def test_a_private_text_that_still_waits_leaves_without_showing_itself(
    shared: Page, room: Room, watch: Watch
) -> None:
    watch.expect("ERR_INTERNET_DISCONNECTED")
    take(shared, "M. Petit")
    shared.get_by_label("Qu’attendez-vous").fill(PRIVATE)
    shared.context.set_offline(True)
    shared.get_by_role("button", name="Envoyer cette attente").click()
    hand_over(shared)
    take(shared, "Mme Morel")
    expect(shared.locator("#phone-head")).to_contain_text("en attente")
    assert PRIVATE not in shared.content()
    shared.context.set_offline(False)
    expect(shared.locator("#phone-head")).not_to_contain_text("en attente")
    assert len(room.written(PRIVATE)) == 1
    assert PRIVATE not in shared.content() + kept(shared)


def test_a_draft_waits_for_its_author(shared: Page) -> None:
    take(shared, "M. Petit")
    shared.get_by_label("Qu’attendez-vous").fill(PRIVATE)
    hand_over(shared)
    take(shared, "Mme Morel")
    expect(shared.get_by_label("Qu’attendez-vous")).to_have_value("")
    hand_over(shared)
    take(shared, "M. Petit")
    expect(shared.get_by_label("Qu’attendez-vous")).to_have_value(PRIVATE)


def test_a_vote_is_hidden_from_the_next_and_may_still_be_changed(shared: Page, room: Room) -> None:
    room.command("theme.create", name="Répondre d’une seule voix")
    room.command("theme.create", name="Partager nos données")
    room.step("priorisation")
    room.command("ballot.open", question="Que traiter d’abord ?")
    take(shared, "M. Petit")
    shared.get_by_role("button", name="Ajouter une gommette").first.click()
    shared.get_by_role("button", name="Déposer mon bulletin").click()
    expect(shared.get_by_text("Votre bulletin est enregistré")).to_be_visible()
    hand_over(shared)
    assert "THM-0" not in kept(shared)
    take(shared, "Mme Morel")
    expect(shared.get_by_role("button", name="Voter blanc")).to_be_visible()
    hand_over(shared)
    take(shared, "M. Petit")
    expect(shared.get_by_role("button", name="Ajouter une gommette")).to_have_count(0)
    shared.get_by_role("button", name="Refaire mon bulletin").click()
    shared.get_by_role("button", name="Ajouter une gommette").first.click()
    shared.get_by_role("button", name="Remplacer mon bulletin").click()
    expect(shared.get_by_text("Votre bulletin est enregistré")).to_be_visible()
    room.command("ballot.close", ballot="VOT-01")
    (ballot,) = room.records("ballots")
    assert ballot["tally"]["papers"] == 1


def test_a_paper_typed_in_folds_the_form_and_says_that_it_is_saved(
    room: Room, new_context: Contexts, watch: Watch
) -> None:
    for name in ("Répondre d’une seule voix", "Partager nos données"):
        room.command("theme.create", name=name)
    page = room.join(new_context(), "ars", "2")
    (me,) = room.records("participants")
    room.command("rapporteur.name", table="2", participant=me["id"])
    room.command("ballot.open", question="Que traiter d’abord ?")
    fold = page.locator("details").filter(has_text="Numérotez les bulletins papier")
    for number in ("1", "2"):
        fold.locator("summary").click()
        expect(fold.get_by_label("Numéro du bulletin")).to_have_value(number)
        fold.get_by_role("button", name="Ajouter une gommette").first.click()
        fold.get_by_role("button", name="Enregistrer ce bulletin").click()
        expect(page.get_by_text(f"Bulletin {number} enregistré", exact=True)).to_be_visible()
        expect(fold.get_by_role("button", name="Enregistrer")).to_be_hidden()
        expect(fold.locator("summary")).to_be_focused()
    watch.expect("409")
    fold.locator("summary").click()
    fold.get_by_label("Numéro du bulletin").fill("1")
    fold.get_by_role("button", name="Enregistrer un bulletin blanc").click()
    expect(page.get_by_text("Ce numéro a déjà été saisi.")).to_be_visible()
    room.command("ballot.close", ballot="VOT-01")
    (ballot,) = room.records("ballots")
    assert (ballot["tally"]["papers"], ballot["tally"]["entered"]) == (2, 2)


def test_somebody_without_a_phone_is_added_and_writes_in_their_own_name(
    shared: Page, room: Room
) -> None:
    shared.locator("summary").filter(has_text="Ajouter une personne").click()
    shared.get_by_label("Son service").select_option("ddt")
    shared.get_by_label("Son nom").fill("Mme Roux")
    shared.get_by_role("button", name="Ajouter à la table").click()
    take(shared, "Mme Roux")
    shared.get_by_label("Qu’attendez-vous").fill(PRIVATE)
    shared.get_by_text("Signée (Mme Roux)").click()
    shared.get_by_role("button", name="Envoyer cette attente").click()
    expect(shared.locator(".slip").filter(has_text=PRIVATE)).to_contain_text("Enregistré")
    assert [one["service"] for one in room.written(PRIVATE)] == ["ddt"]


def test_the_rapporteur_writes_in_the_name_of_the_table_between_windows(
    shared: Page, room: Room
) -> None:
    room.command("writing.close")
    shared.get_by_role("button", name="Le rapporteur, au nom de la table").click()
    shared.get_by_label("Qu’attendez-vous").fill(PRIVATE)
    expect(shared.get_by_text("Au nom de la table : seul son numéro paraît.")).to_be_visible()
    shared.get_by_role("button", name="Envoyer cette attente").click()
    expect(shared.locator(".slip").filter(has_text=PRIVATE)).to_contain_text("Enregistré")
    assert [(one["table"], one.get("service")) for one in room.written(PRIVATE)] == [("2", None)]


def test_the_code_on_the_tables_card_opens_its_device_on_any_tablet(
    room: Room, new_context: Contexts
) -> None:
    made = room.http.post(f"{room.api}/seats").json()
    (code,) = [one["code"] for one in made["devices"] if one["table"] == "3"]
    for _ in range(2):
        tablet = new_context().new_page()
        tablet.goto(f"{room.server.url}/w/{room.code}")
        tablet.locator("summary").filter(has_text="J’ai un code").click()
        tablet.get_by_label("Votre code").fill(f" {code[:4].lower()}-{code[4:]}")
        tablet.get_by_role("button", name="Entrer avec ce code").click()
        expect(drawn(tablet).get_by_role("heading", name="Qui tient l’appareil")).to_be_visible()
        expect(tablet).to_have_url(re.compile("/table/3$"))
    assert room.records("participants") == []
