"""What a phone is sent on its first visit, to the byte: it must open on a poor network."""

import re
from urllib.parse import urljoin

import pytest
import requests

from tests.support.browsing import Browser, enter
from tests.support.remote import PATIENCE, Workshop

#: What is asked here does not hang on the async mode: once is enough.
pytestmark = pytest.mark.slow

#: Everything: the page, its styles, its script, its icon, and what goes before each.
BUDGET = 60_000
LINKED = re.compile(r'(?:href|src)="(/assets/[^"]+)"')


def weight(answer: requests.Response) -> int:
    """Bytes of an answer as they travel: status and headers, then the body, compressed."""
    headers = sum(len(f"{name}: {value}\r\n".encode()) for name, value in answer.headers.items())
    body = answer.headers.get("Content-Length")
    assert body is not None, answer.url
    return len(b"HTTP/1.1 200 OK\r\n\r\n") + headers + int(body)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_phones_page_weighs_sixty_kilobytes_at_most(workshop: Workshop, language: str) -> None:
    browser = Browser(workshop.root, language)
    enter(browser, workshop.code)
    page = browser.open(f"/w/{workshop.code}")
    linked = sorted(set(LINKED.findall(page.text)))
    assert any(".js" in one for one in linked)
    assert any(".css" in one for one in linked)
    answers = [page, *(browser.open(urljoin(page.url, one)) for one in linked)]
    assert all(one.status_code == 200 for one in answers)
    assert not re.findall(
        r"url\(|@import", "".join(one.text for one in answers if "css" in one.url)
    )
    assert sum(map(weight, answers)) <= BUDGET
    browser.close()


def test_what_a_page_is_made_of_is_kept_for_good_and_the_page_never(workshop: Workshop) -> None:
    page = requests.get(f"{workshop.root}/w/{workshop.code}", timeout=PATIENCE)
    assert page.headers["Cache-Control"] == "no-store"
    (styles, *_) = LINKED.findall(page.text)
    asset = requests.get(urljoin(page.url, styles), timeout=PATIENCE)
    assert "immutable" in asset.headers["Cache-Control"]
    assert asset.headers["Content-Encoding"] == "gzip"
    plain = requests.get(asset.url, headers={"Accept-Encoding": "identity"}, timeout=PATIENCE)
    assert "Content-Encoding" not in plain.headers
    assert plain.text == asset.text
    former = re.sub("/assets/[0-9a-f]+/", "/assets/0123456789abcdef/", asset.url)
    assert requests.get(former, timeout=PATIENCE).headers["Cache-Control"] == "no-store"
    unknown = urljoin(page.url, "/assets/0123456789abcdef/../app.py")
    assert requests.get(unknown, timeout=PATIENCE).status_code == 404
