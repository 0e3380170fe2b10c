"""Every state of the phone stands on the smallest screen, for a thumb and for a screen reader."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.e2e.phones import SIDEWAYS, SMALLEST, Room, faults_of
from tests.e2e.serving import Server
from tests.e2e.watching import Watch

pytestmark = pytest.mark.e2e

#: Twice the letters of base.css, as a person sets them in the browser.
LARGE = "document.documentElement.style.fontSize = '225%'"
USUAL = "document.documentElement.style.fontSize = ''"

Contexts = Callable[..., BrowserContext]


@pytest.fixture
def room(server: Server, playwright: Playwright) -> Room:
    return Room.open(server, playwright)


@pytest.fixture
def context(new_context: Contexts) -> BrowserContext:
    return new_context(viewport=SMALLEST, has_touch=True, reduced_motion="reduce")


class Looks:
    """Looks hard at each state, and tells all that is wrong in one go."""

    def __init__(self) -> None:
        self.faults: dict[str, list[str]] = {}

    def at(self, page: Page, state: str) -> None:
        """With usual letters all that counts; with large ones, that nothing is cut."""
        found = faults_of(page)
        page.set_viewport_size({"width": 360, "height": 740})
        page.evaluate(LARGE)
        found += [f"with large letters: {one}" for one in page.evaluate(SIDEWAYS)]
        page.evaluate(USUAL)
        page.set_viewport_size(SMALLEST)
        if found:
            self.faults[state] = found


@contextmanager
def looking() -> Iterator[Looks]:
    looks = Looks()
    yield looks
    assert looks.faults == {}


def test_the_doors(room: Room, context: BrowserContext, watch: Watch) -> None:
    watch.expect("404|403|409|410|422")
    page = context.new_page()
    with looking() as look:
        page.goto(room.server.url)
        look.at(page, "home")
        page.get_by_label("Code affiché").fill("ZZZZZZ")
        page.get_by_role("button", name="Continuer").click()
        expect(page.get_by_role("alert")).to_be_visible()
        look.at(page, "unknown code")
        page.get_by_label("Code affiché").fill(room.code.lower())
        page.get_by_role("button", name="Continuer").click()
        expect(page.get_by_label("Votre service")).to_be_visible()
        page.locator("summary").click()
        look.at(page, "join form")
        page.get_by_label("Votre code").fill("ZZZZZZZZ")
        page.get_by_role("button", name="Entrer avec ce code").click()
        expect(page.get_by_role("alert")).to_be_visible()
        look.at(page, "unknown personal code")


def test_the_steps_of_the_morning(room: Room, context: BrowserContext) -> None:
    page = room.join(context)
    with looking() as look:
        look.at(page, "before the first step")
        room.step("accueil")
        expect(page.locator("#phone-head")).to_contain_text("Accueil")
        look.at(page, "welcome")
        room.step("attentes")
        expect(page.get_by_text("L’écriture s’ouvrira")).to_be_visible()
        look.at(page, "before the window")
        room.command("writing.open")
        room.command("message.send", text="Plus que deux minutes.")
        page.get_by_label("Qu’attendez-vous").fill("Un mot.")
        page.get_by_role("button", name="Envoyer cette attente").click()
        expect(page.get_by_text("Plus que deux minutes.")).to_be_visible()
        look.at(page, "expectations")
        room.command("writing.close")
        expect(page.get_by_text("Écriture close")).to_be_visible()
        look.at(page, "after the window")
        room.step("missions", writing=True)
        expect(page.get_by_role("heading", name="Les missions de mon service")).to_be_visible()
        look.at(page, "missions")
        room.command("case.release", case="permis-zone-inondable")
        room.step("situations-1", writing=True)
        for kind in ("Attente", "Positionnement", "Proposition"):
            page.get_by_text(kind, exact=True).first.click()
            look.at(page, f"situation: {kind}")
        room.command("step.pause")
        expect(page.locator("#phone-head")).to_contain_text("en pause")
        look.at(page, "pause")
        room.step("mise-en-commun-2", writing=True)
        expect(page.get_by_label("Sur quelle situation")).to_be_visible()
        look.at(page, "all situations")


def test_the_steps_of_the_afternoon(room: Room, context: BrowserContext) -> None:
    page = room.join(context)
    room.command("theme.create", name="Répondre d’une seule voix aux élus")
    room.command("theme.create", name="Partager nos données")
    with looking() as look:
        room.step("referents", writing=True)
        page.get_by_text("Me proposer ou indiquer").first.click()
        look.at(page, "référents")
        room.step("dire-de-l-etat", writing=True)
        room.command("statement.propose", subject="Rythmes", says="L’État accompagne.")
        page.get_by_text("Une objection, une autre rédaction").click()
        page.get_by_text("Proposer un dire de l’État").click()
        look.at(page, "dire de l’État")
        room.step("priorisation")
        expect(page.get_by_text("Le vote s’ouvrira")).to_be_visible()
        room.command("ballot.open", question="Que traiter d’abord ?")
        page.get_by_role("button", name="Ajouter une gommette").first.click()
        look.at(page, "vote")
        page.get_by_role("button", name="Déposer mon bulletin").click()
        expect(page.get_by_text("Votre bulletin est enregistré")).to_be_visible()
        look.at(page, "voted")
        room.command("ballot.close", ballot="VOT-01")
        room.command("ballot.reveal", ballot="VOT-01")
        page.get_by_text("Résultat").click()
        look.at(page, "result")


def test_the_end_of_the_day(room: Room, context: BrowserContext) -> None:
    page = room.join(context)
    room.command("theme.create", name="Répondre d’une seule voix aux élus")
    room.command("action.create", theme="THM-01", table="1")
    with looking() as look:
        room.step("fiches-actions")
        # The page goes back up for a new step: a touch in the middle of that would miss.
        expect(page.get_by_role("heading", name="Notre fiche-action")).to_be_in_viewport()
        page.get_by_role("button", name="Je suis le rapporteur").click()
        expect(page.get_by_text("Vous êtes le rapporteur de la table")).to_be_visible()
        page.get_by_label("Intitulé").wait_for()
        for part in ("Qui", "Comment", "Suivi"):
            page.locator("summary").filter(has_text=part).click()
        page.get_by_role("button", name="Ajouter une étape").click()
        page.get_by_label("Services associés").select_option("ars")
        look.at(page, "sheet")
        page.get_by_role("button", name="Relire la fiche entière").click()
        look.at(page, "sheet read through")
        room.step("engagements-evaluation", writing=True)
        expect(page.get_by_label("Je m’engage à")).to_be_visible()
        look.at(page, "commitments")
        room.command("ballot.open", question="", subject="evaluation")
        expect(page.get_by_text("Votre avis sur la journée")).to_be_visible()
        look.at(page, "evaluation")
        room.command("ballot.close", ballot="VOT-01")
        room.command("workshop.close")
        expect(page.get_by_text("Le séminaire est clos. Merci")).to_be_visible()
        look.at(page, "closed")


def test_the_shared_device(room: Room, context: BrowserContext) -> None:
    room.join(context, table="2", name="Mme Morel").close()
    page = room.device(context, "2")
    with looking() as look:
        room.step("attentes", writing=True)
        page.locator("summary").filter(has_text="Ajouter une personne").click()
        look.at(page, "who holds it")
        page.get_by_role("button", name="Mme Morel").click()
        expect(page.get_by_text("Mme Morel (DDT) tient l’appareil")).to_be_visible()
        look.at(page, "held")
