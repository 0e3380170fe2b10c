"""Phones that sleep, fall silent, refuse to keep, are killed while somebody types; a server that
goes back in time. Over plain http, where browsers give the least.
"""

import json
import re
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, BrowserType, ConsoleMessage, Page, expect

from tests.e2e.actors.cast import Cast
from tests.e2e.actors.phone import Phone
from tests.e2e.serving import Server
from tests.e2e.watching import Watch
from tests.support.going_back import back_up, put_back
from tests.support.relay import Relay

TEXT = "Savoir qui répond au maire, et sous quel délai."
CUT = r"ERR_|WebSocket|Failed to load resource|timed out"
REFUSED = "Object.defineProperty(window, '%s', {get() { throw new Error('refused'); }})"
#: A key each twentieth of a second, without a pause, told as it is typed.
TYPES_ON = """() => {
  const field = document.querySelector("textarea[name=text]");
  let typed = 0;
  setInterval(() => {
    typed += 1;
    field.value += "x";
    field.dispatchEvent(new Event("input", { bubbles: true }));
    document.body.dataset.typed = typed;
    console.info(`typed ${typed}`);
  }, 50);
}"""
#: Whether the disk has a text within a second of its typing, as another page would read it.
ON_DISK = """async (text) => {
  const done = (asked) =>
    new Promise((resolve) => { asked.onsuccess = () => resolve(asked.result); });
  const database = await done(indexedDB.open("tablee"));
  for (const until = performance.now() + 1000; performance.now() < until; ) {
    const rows = await done(database.transaction("drafts").objectStore("drafts").getAll());
    if (JSON.stringify(rows).includes(text)) return true;
  }
  return false;
}"""

pytestmark = pytest.mark.timeout(150)


def enters(phone: Phone, address: str) -> Phone:
    """Somebody of the DDT at table 1."""
    phone.page.goto(address)
    phone.joins("ddt", "1")
    return phone


def sleeps(page: Page, minutes: int) -> None:
    """The clock of a sleeping phone jumps; nothing else tells that it slept."""
    page.evaluate(
        """(ms) => { const real = Date.now; Date.now = () => real() + ms; }""", minutes * 60_000
    )


def test_a_link_that_goes_dead_without_a_word_is_told_and_loses_nothing(
    tmp_path: Path, new_context: Callable[..., BrowserContext], watch: Watch
) -> None:
    watch.expect(CUT)
    with (
        Relay() as relay,
        Server(tmp_path, TABLEE_PUBLIC_URL=f"http://127.0.0.1:{relay.port}/") as server,
    ):
        local = json.loads((tmp_path / "data" / "server.json").read_text("utf-8"))["local"]
        relay.to = urlsplit(local).port or 0
        cast = Cast(server, new_context)
        console = cast.console(server.addresses.facilitator.replace(server.addresses.url, local))
        console.starts("Nos attentes")
        console.opens_writing()
        phone = cast.participant()
        relay.freeze()
        # Within eight seconds, says tests/js/room-link.test.js; a busy machine takes longer.
        expect(phone.head).to_contain_text("connexion coupée")
        phone.types(TEXT)
        phone.sends()
        expect(phone.slip(TEXT)).to_contain_text("Sur ce téléphone, envoi en cours")
        console.starts("Qui fait quoi")
        relay.thaw()
        expect(phone.head).to_contain_text("Qui fait quoi")
        expect(phone.head).to_contain_text("connecté")
        expect(phone.slip(TEXT)).to_contain_text("ATT-005")
        console.goes_to("Mur")
        expect(console.slip(TEXT)).to_have_count(1)


def test_a_phone_that_slept_offers_no_vote_that_it_cannot_vouch_for(
    cast: Cast, watch: Watch
) -> None:
    console, phone = cast.console(), cast.participant()
    console.makes_theme("Une seule voix", "Parler d’une seule voix")
    console.makes_theme("Des délais tenus", "Partager les priorités")
    console.goes_to("Priorisation")
    console.presses("Ouvrir un vote sur les thèmes")
    console.presses("Ouvrir le vote", console.dialog)
    vote = phone.page.locator("section.panel[aria-labelledby^='vote-']")
    expect(vote.get_by_role("button", name="Voter blanc")).to_be_enabled()
    watch.expect(CUT)
    phone.page.route("**/snapshot?*", lambda route: route.abort())
    phone.page.context.set_offline(True)
    sleeps(phone.page, 30)
    expect(vote).to_have_attribute("aria-busy", "true")
    expect(vote).to_have_js_property("inert", True)
    phone.page.unroute("**/snapshot?*")
    console.presses("Clore et compter")
    console.presses("Clore et compter", console.dialog)
    phone.page.context.set_offline(False)
    expect(vote).to_have_count(0)
    expect(phone.head).to_contain_text("connecté")


@pytest.mark.parametrize(
    ("refused", "said"),
    [
        (("indexedDB",), "Ce navigateur ne garantit pas la conservation de vos textes"),
        (("indexedDB", "localStorage"), "Ce navigateur refuse de garder vos textes"),
    ],
)
def test_a_browser_that_keeps_little_says_so_and_sends_all_the_same(
    cast: Cast, refused: tuple[str, ...], said: str
) -> None:
    cast.writing()
    phone = cast.phone()
    for one in refused:
        phone.page.add_init_script(REFUSED % one)
    enters(phone, cast.at.join)
    expect(phone.main).to_contain_text(said)
    assert phone.writes(TEXT) == "ATT-005"


def test_two_pages_of_one_phone_show_the_same_and_send_once(cast: Cast, watch: Watch) -> None:
    console = cast.writing()
    one = cast.participant()
    other = Phone(one.page.context.new_page())
    other.page.goto(cast.at.join)
    watch.expect(CUT)
    one.types(TEXT)
    expect(other.form.get_by_role("textbox")).to_have_value(TEXT)
    one.page.context.set_offline(True)
    one.sends()
    expect(other.slip(TEXT)).to_contain_text("Sur ce téléphone, envoi en cours")
    one.page.context.set_offline(False)
    for phone in (one, other):
        expect(phone.slip(TEXT)).to_contain_text("ATT-005")
    console.goes_to("Mur")
    expect(console.slip(TEXT)).to_have_count(1)


def kept_of_three(phone: Phone) -> str:
    """What is typed is on the disk within a second; a disk that is at work for somebody else may
    take longer, but not each time.
    """
    for text in (TEXT, f"{TEXT} Toujours.", f"{TEXT} Partout."):
        phone.types(text)
        if phone.page.evaluate(ON_DISK, text):
            return text
    raise AssertionError("a second later what was typed is not on the disk")


def test_a_browser_killed_while_somebody_types_loses_a_second_of_it_at_most(
    cast: Cast,
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, object],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    cast.writing()
    profile = tmp_path_factory.mktemp("profile")

    def opened() -> tuple[BrowserContext, Phone]:
        context = browser_type.launch_persistent_context(  # type: ignore[arg-type]
            profile, locale="fr-FR", **browser_type_launch_args
        )
        # Browsers write their plain storage down when they like: sometimes in time, often not.
        context.add_init_script(REFUSED % "localStorage")
        return context, Phone(context.new_page())

    context, phone = opened()
    enters(phone, cast.at.join)
    typed = kept_of_three(phone)
    typing: list[tuple[float, int]] = []

    def hear(said: ConsoleMessage) -> None:
        if said.text.startswith("typed "):
            typing.append((time.monotonic(), int(said.text.removeprefix("typed "))))

    phone.page.on("console", hear)
    phone.page.evaluate(TYPES_ON)
    phone.page.wait_for_function("() => Number(document.body.dataset.typed) > 100")
    # Browsers write a cookie down after half a minute: this one was there for longer.
    kept = context.cookies()
    session = context.new_cdp_session(phone.page)
    killed = time.monotonic()
    with pytest.raises(Exception, match=r"closed|crashed|Target"):
        session.send("Browser.crash")
    context, phone = opened()
    context.add_cookies(kept)  # type: ignore[arg-type]
    phone.page.goto(cast.at.join)
    field = phone.form.get_by_role("textbox")
    expect(field).to_have_value(re.compile(f"^{re.escape(typed)}x+$"))
    # The second itself is held by tests/js/drafts-disk.test.js; a busy machine takes longer.
    due = max(count for heard, count in typing if heard < killed - 3)
    assert len(field.input_value()) - len(typed) >= due
    context.close()


def test_what_a_restored_server_lost_comes_back_from_the_phones_once(
    serve: Callable[..., Server], new_context: Callable[..., BrowserContext], watch: Watch
) -> None:
    """Backed up, then written on, then the laptop dies and goes on from the backup: also for
    whoever came in meanwhile, who comes in again as the same person.
    """
    server = serve()
    cast = Cast(server, new_context)
    cast.writing()
    early = cast.participant()
    early.writes("Écrit avant la sauvegarde.")
    kept = back_up(server)
    late = cast.participant("prefecture-sg", "1")
    assert early.writes("Écrit après la sauvegarde.") == "ATT-006"
    assert late.writes("Écrit par qui est venu après.", signed=True) == "ATT-007"
    watch.expect(CUT)
    watch.expect("401")
    server.kill()
    put_back(server, kept)
    again = serve("--port", str(urlsplit(server.url).port))
    assert again.addresses.code == server.addresses.code
    expect(
        early.slip("Écrit après la sauvegarde.").get_by_text("Enregistré", exact=True)
    ).to_be_visible()
    late.page.get_by_role("link", name="Rejoindre de nouveau").click()
    late.page.get_by_role("button", name="Entrer dans le séminaire").click()
    expect(late.slip("Écrit par qui est venu après.")).to_contain_text("ATT-007")
    console = Cast(again, new_context).console()
    console.goes_to("Mur")
    for number, text in {
        "ATT-005": "Écrit avant la sauvegarde.",
        "ATT-006": "Écrit après la sauvegarde.",
        "ATT-007": "Écrit par qui est venu après.",
    }.items():
        expect(console.slip(text)).to_have_count(1)
        expect(console.slip(text)).to_contain_text(number)
