"""A browser without scripts: cookies, forms, redirects; what pages rely on before any script."""

import re
from typing import Any
from urllib.parse import urlsplit

import requests

from tests.support.remote import PATIENCE, Workshop


class Browser:
    """One person's browser, which sends the Origin that browsers send."""

    def __init__(self, root: str, language: str = "fr") -> None:
        self.root = root
        self.http = requests.Session()
        self.http.headers["Accept-Language"] = language

    def open(self, address: str, **options: Any) -> requests.Response:
        """Go to an address of the server, or to a whole one."""
        whole = address if urlsplit(address).scheme else self.root + address
        return self.http.get(whole, timeout=PATIENCE, **options)

    def follow(self, link: str) -> requests.Response:
        """Spend a one-use link, as the button of its page does."""
        whole = link if urlsplit(link).scheme else self.root + link
        return self.http.post(whole, headers={"Origin": self.root}, timeout=PATIENCE)

    def submit(
        self, path: str, form: dict[str, str], origin: str | None = None
    ) -> requests.Response:
        """Send a form of one of our pages (or of a foreign one)."""
        return self.http.post(
            self.root + path,
            data=form,
            headers={"Origin": self.root if origin is None else origin},
            timeout=PATIENCE,
        )

    def command(self, code: str, body: dict[str, Any], **headers: str) -> requests.Response:
        """A write as a page's script sends it."""
        return self.http.post(
            f"{self.root}/api/workshops/{code}/commands",
            json=body,
            headers={"Origin": self.root, **headers},
            timeout=PATIENCE,
        )

    def cookies(self) -> dict[str, Any]:
        """The cookies held, by name."""
        return {one.name: one for one in self.http.cookies}

    def close(self) -> None:
        """Close the browser."""
        self.http.close()


def lead(workshop: Workshop, browser: Browser) -> Browser:
    """Open the facilitator's page with a token, as its one-use link would."""
    page = f"/w/{workshop.code}/facilitate?key={workshop.made['facilitator_token']}"
    assert browser.follow(page).status_code == 200
    return browser


def entry(page: requests.Response, **more: str) -> dict[str, str]:
    """The join form of a page, filled in."""
    (key,) = re.findall('name="key" value="([0-9a-f]{32})"', page.text)
    return {"key": key, "service": "desk", "table": "1", "name": "", **more}


def enter(browser: Browser, code: str, **more: str) -> requests.Response:
    """Fill in the join form and send it."""
    return browser.submit(f"/w/{code}/join", entry(browser.open(f"/w/{code}"), **more))
