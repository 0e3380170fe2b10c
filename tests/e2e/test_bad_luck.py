"""What goes wrong on the day: a killed server, a cut network, two hands on one theme, a lost phone.
Nothing is lost, nothing comes twice, and each says in a sentence what happened.
"""

import os
import subprocess
import sys
from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Route, expect

from tests.e2e.actors.cast import Cast
from tests.e2e.actors.console import Console
from tests.e2e.actors.phone import Phone
from tests.e2e.serving import Server
from tests.e2e.watching import Watch
from tests.support.serving import ROOT

TEXT = "Savoir qui répond au maire, et sous quel délai."
CUT = r"ERR_|WebSocket|Failed to load resource"
UNKNOWN = (
    "Aucun séminaire n’est ouvert sous ce code. Vérifiez les six caractères : ce sont ceux de "
    "l’écran, non ceux de votre place."
)


def writing(cast: Cast) -> tuple[Console, Phone]:
    """A facilitator and a phone in the step of expectations, open for writing."""
    console = cast.console()
    console.starts("Nos attentes")
    console.opens_writing()
    return console, cast.participant()


def second_link(server: Server) -> str:
    """The link for another facilitator, from the laptop's terminal."""
    asked = [sys.executable, "app.py", "link", server.addresses.code, "--role", "facilitator"]
    environment = {**os.environ, "TABLEE_DATA_DIR": str(server.folder / "data")}
    answer = subprocess.run(  # noqa: S603 - our own command
        asked, cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    path = urlsplit(next(word for word in answer.stdout.split() if "key=" in word))
    return f"{server.url}{path.path}?{path.query}"


def test_what_was_typed_before_the_server_died_goes_out_once_it_is_back(
    serve: Callable[..., Server], new_context: Callable[..., BrowserContext], watch: Watch
) -> None:
    server = serve()
    cast = Cast(server, new_context)
    console, phone = writing(cast)
    phone.types(TEXT)
    watch.expect(CUT)
    server.kill()
    phone.sends()
    expect(phone.slip(TEXT)).to_contain_text("Sur ce téléphone, envoi en cours")
    expect(phone.head).to_contain_text("1 envoi en attente")
    serve("--port", str(urlsplit(server.url).port))
    expect(phone.slip(TEXT).get_by_text("Enregistré", exact=True)).to_be_visible()
    expect(phone.head).to_contain_text("connecté")
    console.goes_to("Mur")
    expect(console.slip(TEXT)).to_have_count(1)
    expect(console.slip(TEXT)).to_contain_text("ATT-005")


def test_a_lost_answer_is_asked_again_and_nothing_comes_twice(cast: Cast, watch: Watch) -> None:
    console, phone = writing(cast)
    lost: list[str] = []

    def lose_the_first(route: Route) -> None:
        """The command reaches the server; its answer does not reach the phone."""
        if not lost:
            lost.append(route.request.post_data or "")
            route.fetch()
            route.abort()
        else:
            route.continue_()

    watch.expect(CUT)
    phone.page.route("**/commands", lose_the_first)
    phone.writes(TEXT)
    assert TEXT in lost[0]
    console.goes_to("Mur")
    expect(console.slip(TEXT)).to_have_count(1)


def test_a_draft_and_what_was_sent_outlive_a_reload(cast: Cast) -> None:
    _console, phone = writing(cast)
    phone.types(TEXT, De_qui="De l’État")
    phone.page.reload()
    expect(phone.form.get_by_role("textbox")).to_have_value(TEXT)
    expect(phone.form.get_by_role("combobox").first).to_have_value("state")
    phone.sends()
    expect(phone.slip(TEXT)).to_contain_text("ATT-005")
    phone.page.reload()
    expect(phone.slip(TEXT)).to_have_count(1)
    expect(phone.slip(TEXT)).to_contain_text("attendu de : l’État")
    expect(phone.form.get_by_role("textbox")).to_have_value("")


def test_two_facilitators_on_one_theme_see_each_other_and_lose_nothing(
    cast: Cast, watch: Watch
) -> None:
    claire, hugo = cast.console(), cast.console(second_link(cast.server))
    claire.makes_theme("Une seule voix", "Parler d’une seule voix")
    hugo.goes_to("Thèmes")
    for console in (claire, hugo):
        console.column("Une seule voix").locator(".column-title").click()
    claire.dialog.get_by_label("Nom", exact=True).fill("Une seule réponse")
    hugo.dialog.get_by_label("Nom", exact=True).fill("Une seule lettre")
    claire.presses("Enregistrer", claire.dialog)
    expect(claire.column("Une seule réponse")).to_be_visible()
    watch.expect("409")
    hugo.presses("Enregistrer", hugo.dialog)
    expect(hugo.dialog.get_by_role("alert")).to_contain_text("« Une seule réponse »")
    expect(hugo.dialog.get_by_label("Nom", exact=True)).to_have_value("Une seule lettre")
    hugo.presses("Enregistrer", hugo.dialog)
    for console in (claire, hugo):
        expect(console.column("Une seule lettre").locator("li.board-card")).to_have_count(1)


def test_a_card_that_another_hand_filed_first_stays_where_it_went(cast: Cast, watch: Watch) -> None:
    """Hugo's wish comes late, as if he had not yet seen Claire's move."""
    claire, hugo = cast.console(), cast.console(second_link(cast.server))
    claire.makes_theme("Une seule voix", "Parler d’une seule voix")
    claire.makes_theme("Des délais tenus")
    hugo.goes_to("Thèmes")
    card = hugo.main.locator("[data-card='ATT-001']")
    card.focus()
    hugo.page.keyboard.press("t")
    expect(hugo.dialog.get_by_role("button", name="Des délais tenus")).to_be_visible()
    claire.files(claire.main.locator("[data-card='ATT-001']"), "a")
    watch.expect("409")
    hugo.dialog.get_by_role("button", name="Des délais tenus").click()
    expect(hugo.page.get_by_role("alert")).to_contain_text("vient de ranger ATT-001")
    for console in (claire, hugo):
        cards = console.column("Une seule voix").locator("li.board-card")
        expect(cards).to_have_count(2)


def test_the_same_person_comes_back_after_the_browser_was_closed(cast: Cast) -> None:
    _console, phone = writing(cast)
    phone.writes(TEXT)
    context = phone.page.context
    phone.page.close()
    kept = {one["name"]: one["expires"] for one in context.cookies()}
    assert all(expires > 0 for expires in kept.values()), "a session cookie dies with the browser"
    again = Phone(context.new_page())
    again.page.goto(cast.at.join)
    expect(again.slip(TEXT)).to_contain_text("ATT-005")
    expect(again.page.get_by_role("button", name="Entrer dans le séminaire")).to_have_count(0)


def test_a_personal_code_brings_the_same_person_to_another_phone(cast: Cast) -> None:
    console, phone = writing(cast)
    phone.writes(TEXT, signed=True)
    profile = phone.unfolds("DDT, table 1")
    profile.get_by_role("button", name="Obtenir mon code personnel").click()
    shown = profile.locator(".code-shown")
    expect(shown).not_to_be_empty()
    other = cast.phone()
    other.page.goto(cast.at.join)
    other.unfolds("J’ai un code de place ou un code personnel")
    other.page.get_by_label("Votre code").fill(shown.inner_text())
    other.page.get_by_role("button", name="Entrer avec ce code").click()
    expect(other.slip(TEXT)).to_contain_text("ATT-005")
    expect(console.head).to_contain_text("1 inscrit")


def test_what_is_sent_after_its_step_is_kept_and_says_so(cast: Cast, watch: Watch) -> None:
    console, phone = writing(cast)
    watch.expect(CUT)
    phone.types(TEXT)
    phone.page.context.set_offline(True)
    phone.sends()
    expect(phone.slip(TEXT)).to_contain_text("Sur ce téléphone, envoi en cours")
    console.starts("Qui fait quoi")
    phone.page.context.set_offline(False)
    expect(phone.slip(TEXT)).to_contain_text("Reçue après la séquence")
    expect(phone.head).to_contain_text("Qui fait quoi")
    console.goes_to("Mur")
    expect(console.slip(TEXT)).to_contain_text("arrivée après la séquence")


def test_a_wrong_code_gets_one_sentence_and_stays_in_the_field(cast: Cast, watch: Watch) -> None:
    phone = cast.phone()
    watch.expect("404")
    phone.types_code(cast.at.url, "ZZZZZZ")
    expect(phone.page.get_by_role("alert")).to_have_text(UNKNOWN)
    expect(phone.page.get_by_label("Code affiché")).to_have_value("ZZZZZZ")
    phone.page.goto(f"{cast.server.url}/w/ZZZZZZ")
    expect(phone.page.get_by_role("alert")).to_have_text(UNKNOWN)
    phone.page.get_by_role("link", name="Saisir un code").click()
    expect(phone.page.get_by_label("Code affiché")).to_be_visible()


def test_a_closed_workshop_says_so_and_a_late_text_stays_on_its_phone(
    cast: Cast, watch: Watch
) -> None:
    console, phone = writing(cast)
    newcomer = cast.phone()
    newcomer.page.goto(cast.at.join)
    watch.expect(CUT)
    phone.types(TEXT)
    phone.page.context.set_offline(True)
    phone.sends()
    console.goes_to("Documents")
    console.presses("Clore le séminaire")
    console.dialog.get_by_role("button", name="Clore").click()
    expect(console.main).to_contain_text("Le séminaire est clos.")
    phone.page.context.set_offline(False)
    expect(phone.main).to_contain_text("Le séminaire est clos.")
    expect(phone.slip(TEXT)).to_contain_text("Non enregistré")
    expect(phone.slip(TEXT)).to_contain_text("Le séminaire est clos")
    newcomer.page.get_by_label("Votre service").select_option("ddt")
    newcomer.page.get_by_label("Votre table").select_option("1")
    newcomer.page.get_by_role("button", name="Entrer dans le séminaire").click()
    expect(newcomer.page.get_by_role("alert")).to_contain_text("clos")


def test_two_taps_faster_than_the_page_are_two_gommettes(cast: Cast) -> None:
    console, phone = cast.console(), cast.participant()
    console.makes_theme("Une seule voix", "Parler d’une seule voix")
    console.makes_theme("Des délais tenus", "Partager les priorités")
    console.goes_to("Priorisation")
    console.presses("Ouvrir un vote sur les thèmes")
    console.presses("Ouvrir le vote", console.dialog)
    more = phone.page.get_by_role("button", name="Ajouter une gommette à « Une seule voix")
    more.evaluate("(button) => { button.click(); button.click(); }")
    given = phone.page.get_by_role("group", name="Une seule voix").get_by_role("status")
    expect(given).to_have_text("2")
