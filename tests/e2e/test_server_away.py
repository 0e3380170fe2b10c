"""A phone whose page is gone while the server is away opens it again, and loses nothing; where the
origin is not secure nothing is different. The page is closed and opened anew: phones do that.
"""

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, BrowserType, Page, expect

from tests.e2e.actors.cast import Cast
from tests.e2e.actors.console import Console
from tests.e2e.actors.phone import Phone
from tests.e2e.serving import Server
from tests.e2e.watching import Watch
from tests.support.serving import ROOT

EARLIER = "Un interlocuteur par dossier."
TEXT = "Savoir qui répond au maire, et sous quel délai."
CUT = r"ERR_|WebSocket|Failed to load resource|Failed to fetch"
AWAY = "Le serveur ne répond pas. Cette page vient de votre téléphone"
#: All addresses that the page shell holds on this phone, and how many workers there are.
SHELL = """async () => {
  const found = [];
  for (const name of await caches.keys()) {
    for (const one of await (await caches.open(name)).keys()) found.push(new URL(one.url).pathname);
  }
  return [(await navigator.serviceWorker.getRegistrations()).length, ...found.sort()];
}"""
#: What the phone's own database holds of one kind.
ROWS = """(kind) => new Promise((resolve) => {
  indexedDB.open("tablee").onsuccess = ({ target }) => {
    const rows = target.result.transaction(kind).objectStore(kind).getAll();
    rows.onsuccess = () => { target.result.close(); resolve(rows.result); };
  };
})"""
GONE = f"async ([kind, text]) => !JSON.stringify(await ({ROWS})(kind)).includes(text)"
KEPT = f"async ([kind, text]) => JSON.stringify(await ({ROWS})(kind)).includes(text)"
NOTHING = f"async () => JSON.stringify(await ({SHELL})()) === '[0]'"


def until(holds: str) -> str:
    """A script that ends once an asynchronous one says yes; the browser's own waiting asks none."""
    return f"""async (given) => {{
      while (!(await ({holds})(given))) await new Promise((go) => setTimeout(go, 50));
    }}"""


pytestmark = pytest.mark.timeout(150)


def kept(phone: Phone, path: str) -> list[str]:
    """What the shell is made of, once the page is in it."""
    phone.page.evaluate(
        until("""async (path) => (await caches.match(path)) !== undefined
          && (await navigator.serviceWorker.getRegistrations()).some((one) => one.active)"""),
        path,
    )
    found: list[str] = phone.page.evaluate(SHELL)
    return found


def opens_again(phone: Phone, address: str) -> Phone:
    """The system took the page away; its owner opens it anew."""
    context = phone.page.context
    phone.page.close()
    again = Phone(context.new_page())
    again.page.goto(address)
    return again


def version(page: Page) -> str:
    """Which version of its files a page is made of."""
    styles = page.locator("link[rel=stylesheet]").first.get_attribute("href") or ""
    return styles.split("/")[2]


def test_a_page_that_is_gone_opens_while_the_server_is_away_and_its_text_arrives_once(
    serve: Callable[..., Server], new_context: Callable[..., BrowserContext], watch: Watch
) -> None:
    server = serve()
    cast = Cast(server, new_context)
    console, phone = cast.writing(), cast.participant()
    phone.writes(EARLIER)
    phone.types("À moitié")
    path = urlsplit(cast.at.join).path
    count, *addresses = kept(phone, path)
    assert count == 1
    assert path in addresses
    assert {one.split("/")[1] for one in addresses} == {"assets", "w"}
    assert [one for one in addresses if one.startswith("/w/")] == [path], "the page and its files"
    watch.expect(CUT)
    server.kill()
    phone = opens_again(phone, cast.at.join)
    expect(phone.main).to_contain_text(AWAY)
    expect(phone.head).to_contain_text("Nos attentes")
    expect(phone.head).to_contain_text("connexion coupée")
    expect(phone.slip(EARLIER).get_by_text("Enregistré", exact=True)).to_be_visible()
    expect(phone.form.get_by_role("textbox")).to_have_value("À moitié")
    phone.types(TEXT)
    phone.sends()
    expect(phone.slip(TEXT)).to_contain_text("Sur ce téléphone, envoi en cours")
    phone = opens_again(phone, cast.at.join)
    expect(phone.slip(TEXT)).to_contain_text("Sur ce téléphone, envoi en cours")
    serve("--port", str(urlsplit(server.url).port))
    expect(phone.slip(TEXT).get_by_text("Enregistré", exact=True)).to_be_visible()
    expect(phone.head).to_contain_text("connecté")
    expect(phone.main).not_to_contain_text(AWAY)
    console.goes_to("Mur")
    expect(console.slip(TEXT)).to_have_count(1)


class Changed(Server):
    """The server of another version: the same program, one style more."""

    def __init__(self, folder: Path, *options: str, **settings: str) -> None:
        """Copy the program beside the data, change it, and serve."""
        self.root = folder / "changed"
        if not self.root.exists():
            for one in ("facilitation", "scenarios"):
                shutil.copytree(ROOT / one, self.root / one)
            for one in ("app.py", "requirements.txt", "constraints.txt"):
                shutil.copy(ROOT / one, self.root)
            (self.root / ".venv").symlink_to((ROOT / ".venv").resolve())
            with (self.root / "facilitation/static/css/phone.css").open("a") as styles:
                styles.write("\n:root { --of-another-version: 1; }\n")
        super().__init__(folder, *options, **settings)


def test_a_server_of_another_version_replaces_the_shell_and_may_end_it(
    tmp_path: Path, new_context: Callable[..., BrowserContext], watch: Watch
) -> None:
    watch.expect(CUT)
    with Server(tmp_path) as server:
        cast = Cast(server, new_context)
        phone = cast.participant()
        path, port = urlsplit(cast.at.join).path, str(urlsplit(server.url).port)
        kept(phone, path)
        first = version(phone.page)
    with Changed(tmp_path, "--port", port):
        phone = opens_again(phone, cast.at.join)
        second = version(phone.page)
        assert second != first
        phone.page.evaluate(
            until("""async (old) => (await (await caches.open("tablee-shell")).keys())
              .every((one) => !one.url.includes(old))"""),
            first,
        )
        assert any(second in one for one in kept(phone, path)[1:])
    phone = opens_again(phone, cast.at.join)
    assert version(phone.page) == second
    with Changed(tmp_path, "--port", port, TABLEE_OFFLINE_SHELL="off"):
        phone = opens_again(phone, cast.at.join)
        phone.page.evaluate(until(NOTHING))
        assert "day." not in str(phone.page.evaluate(ROWS, "drafts"))


def test_once_the_day_is_closed_a_phone_keeps_neither_shell_nor_what_was_answered(
    cast: Cast,
) -> None:
    console, phone = cast.writing(), cast.participant()
    phone.writes(EARLIER)
    phone.writes(TEXT, signed=True)
    kept(phone, urlsplit(cast.at.join).path)
    assert TEXT in str(phone.page.evaluate(ROWS, "entries"))
    assert "day./w/" in str(phone.page.evaluate(ROWS, "drafts"))
    console.closes_writing()
    console.goes_to("Documents")
    console.presses("Clore le séminaire")
    console.dialog.get_by_role("button", name="Clore").click()
    expect(phone.main).to_contain_text("Le séminaire est clos.")
    phone.page.evaluate(until(NOTHING))
    phone.page.evaluate(until(GONE), ["entries", TEXT])
    phone.page.evaluate(until(GONE), ["drafts", "day./w/"])
    phone = opens_again(phone, cast.at.join)
    expect(phone.slip(TEXT)).to_have_count(1)
    expect(phone.slip(TEXT)).to_contain_text("ATT-006")
    # Of a non-nominative text this phone alone may have the words, after a reopening.
    assert EARLIER in str(phone.page.evaluate(ROWS, "entries"))
    it_is_all_kept_again_once_the_day_is_reopened(console, phone, urlsplit(cast.at.join).path)


def it_is_all_kept_again_once_the_day_is_reopened(
    console: Console, phone: Phone, path: str
) -> None:
    console.presses("Rouvrir le séminaire")
    expect(phone.main).not_to_contain_text("Le séminaire est clos.")
    kept(phone, path)
    phone.page.evaluate(until(KEPT), ["drafts", "day./w/"])
    console.presses("Clore le séminaire")
    console.dialog.get_by_role("button", name="Clore").click()
    phone.page.evaluate(until(NOTHING))
    console.presses("Rouvrir le séminaire")
    phone.page.evaluate(until(KEPT), ["drafts", "day./w/"])


def test_over_plain_http_on_the_local_network_nothing_is_registered_nor_kept(
    tmp_path: Path,
    browser_type: BrowserType,
    browser_type_launch_args: dict[str, Any],
    new_context: Callable[..., BrowserContext],
) -> None:
    named = ["--host-resolver-rules=MAP salle.lan 127.0.0.1"]
    options = {**browser_type_launch_args, "args": [*browser_type_launch_args["args"], *named]}
    with Server(tmp_path, TABLEE_HOSTS="salle.lan") as server:
        Cast(server, new_context).writing()
        browser = browser_type.launch(**options)
        phone = Phone(browser.new_page(locale="fr-FR"))
        phone.page.goto(server.addresses.join.replace("127.0.0.1", "salle.lan"))
        phone.joins("ddt", "1")
        assert phone.page.evaluate("isSecureContext") is False
        assert phone.page.evaluate("'serviceWorker' in navigator || 'caches' in window") is False
        # What would be kept of the day would be there before a draft that is typed later.
        phone.types(TEXT)
        phone.page.evaluate(until(KEPT), ["drafts", TEXT])
        assert "day." not in str(phone.page.evaluate(ROWS, "drafts"))
        browser.close()
