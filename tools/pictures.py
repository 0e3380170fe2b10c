"""Takes the pictures of the README from the real screens: `python -m tools.pictures`.

Starts its own server on a folder of its own, plays a few minutes of the day, and stops it.
"""

import json
import tempfile
import urllib.request
import uuid
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from facilitation.setup.places import ROOT, chromium
from tests.e2e.serving import Server

PICTURES = ROOT / "docs" / "pictures"
LINES = (
    ("ddt", "Savoir qui décide quand une même affaire relève de deux services."),
    ("ut-dreal", "Un seul interlocuteur pour l’élu qui appelle, quel que soit le service."),
    ("ars", "Partager plus tôt l’information, avant que la situation ne se dégrade."),
    ("ddcspp", "Des délais de réponse connus de tous, et tenus."),
    ("ddfip", "Un annuaire à jour des correspondants de chaque service."),
)


def main() -> int:
    """Take them all."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory() as folder,
        Server(Path(folder)) as server,
        sync_playwright() as player,
    ):
        browser = player.chromium.launch(executable_path=chromium(), args=["--no-sandbox"])
        _take(browser, server)
        browser.close()
    return 0


def _take(browser: Browser, server: Server) -> None:
    console = _open(browser, server.addresses.facilitator, 1280, 800)
    screen = _open(browser, server.addresses.screen, 1920, 1080)
    screen.screenshot(path=PICTURES / "screen.png")
    _start(console)
    for service, text in LINES:
        _post(server, service, text)
    phone = _open(browser, server.addresses.join, 360, 740)
    phone.select_option("#service", index=2)
    phone.select_option("#table", index=1)
    phone.get_by_role("button", name="Entrer dans le séminaire").click()
    phone.locator("textarea").first.fill("Un tour de table des services avant chaque crue.")
    phone.wait_for_timeout(1000)
    phone.screenshot(path=PICTURES / "phone.png")
    console.locator("#console-rail").get_by_role("button", name="Mur").click()
    console.wait_for_timeout(1500)
    console.screenshot(path=PICTURES / "console.png")


def _open(browser: Browser, address: str, width: int, height: int) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": height}, locale="fr-FR", timezone_id="Europe/Paris"
    )
    page = context.new_page()
    page.goto(address)
    page.wait_for_timeout(1500)
    return page


def _start(console: Page) -> None:
    """The step of the expectations, with its writing window open, by the console's own buttons."""
    console.locator(".step-open").filter(has_text="Nos attentes").click()
    console.get_by_role("button", name="Lancer cette séquence").click()
    console.get_by_role("button", name="Ouvrir l’écriture").click()


def _post(server: Server, service: str, text: str) -> None:
    base = f"{server.url}/api/workshops/{server.addresses.code}"
    joined = _send(f"{base}/participants", {"service": service, "table": "1"})
    payload = {"kind": "expectation", "text": text, "step": "attentes"}
    _send(
        f"{base}/commands",
        {"name": "contribution.post", "payload": payload, "key": uuid.uuid4().hex},
        str(joined["token"]),
    )


def _send(address: str, body: dict[str, Any], token: str = "") -> dict[str, Any]:
    headers = {"Content-Type": "application/json"}
    if token:
        headers["Authorization"] = f"Bearer {token}"
    asked = urllib.request.Request(address, json.dumps(body).encode(), headers)  # noqa: S310 - ours
    with urllib.request.urlopen(asked) as answer:  # noqa: S310 - our own server
        told: dict[str, Any] = json.load(answer)
    return told


if __name__ == "__main__":
    raise SystemExit(main())
