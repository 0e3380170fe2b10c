"""The language of a page: chosen, else the browser’s, else the workshop’s; and the guide."""

import re
from collections.abc import Callable

import pytest

from tests.support.browsing import Browser
from tests.support.remote import Workshop

#: What is asked here does not hang on the async mode: once is enough.
pytestmark = pytest.mark.slow

ORIGINS = ["http://evil.example", "https://127.0.0.1", "null", "http://127.0.0.1:1"]
PARK = {"key": "0f" * 16, "name": "contribution.park", "payload": {"text": "Un point"}}


def test_each_person_chooses_french_or_english(workshop: Workshop, visitor: Browser) -> None:
    path = f"/w/{workshop.code}"
    assert '<html lang="fr">' in visitor.open(path).text
    page = visitor.submit(f"{path}/language", {"language": "en", "back": path})
    assert '<html lang="en">' in page.text
    assert "Votre service" not in page.text
    assert '<html lang="en">' in visitor.open("/").text
    assert '<html lang="en">' in visitor.submit(f"{path}/language", {"language": "xx"}).text


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/w/../nowhere"])
def test_choosing_a_language_never_leads_elsewhere(
    workshop: Workshop, visitor: Browser, back: str
) -> None:
    path = f"/w/{workshop.code}"
    page = visitor.submit(f"{path}/language", {"language": "en", "back": back})
    assert page.url == visitor.root + path


def test_a_way_back_of_two_lines_is_none(workshop: Workshop, visitor: Browser) -> None:
    """It would end one header and begin another."""
    path = f"/w/{workshop.code}"
    back = f"{path}\r\nSet-Cookie: tablee_language=xx"
    page = visitor.submit(f"{path}/language", {"language": "en", "back": back})
    assert (page.status_code, page.url) == (200, visitor.root + path)


def test_the_browsers_language_is_the_first_choice(
    workshop: Workshop, open_browser: Callable[..., Browser]
) -> None:
    said = {
        language: re.findall('<html lang="(..)"', open_browser(language).open("/").text)
        for language in ("fr-CH, en;q=0.8", "en-US", "de, en;q=0.5", "de")
    }
    assert list(said.values()) == [["fr"], ["en"], ["en"], ["fr"]]
    # Somebody who reads neither gets the workshop's own language.
    assert '<html lang="en"' in open_browser("de").open(f"/w/{workshop.code}").text


def test_the_guide_needs_no_workshop_and_speaks_both_languages(
    open_browser: Callable[..., Browser],
) -> None:
    french, english = open_browser("fr").open("/aide"), open_browser("en").open("/aide")
    assert french.status_code == english.status_code == 200
    assert '<html lang="fr"' in french.text
    assert '<html lang="en"' in english.text
    assert french.text.count("<h2") == english.text.count("<h2") > 2
