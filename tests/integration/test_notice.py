"""What people are told of their data, before they come in and whenever they like."""

import html
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import requests
from flask import render_template

from facilitation.domain.core import Put
from facilitation.domain.scenario import Privacy
from facilitation.factory import create_app
from facilitation.settings import Settings
from facilitation.web import notice
from tests.support.serving import Server
from tests.support.stage import Stage

#: What is asked here does not hang on the async mode: once is enough.
pytestmark = pytest.mark.slow

Shown = Callable[..., str]


def words(page: str) -> str:
    """A page's text, its spaces made one."""
    text = html.unescape(re.sub(r"<[^>]*>", " ", page))
    return re.sub(r"\s+", " ", text)


@pytest.fixture
def shown(tmp_path: Path) -> Iterator[Shown]:
    """The notice of a workshop with these words of its own, over this scheme."""
    built = create_app(Settings(data_dir=tmp_path))

    def show(privacy: Privacy, scheme: str = "http") -> str:
        state = Stage().state
        state.apply([Put("workshop", replace(state.workshop, privacy=privacy))])
        with built.app.test_request_context("/", base_url=f"{scheme}://127.0.0.1/"):
            told = notice.told(state)
            page = render_template(
                "pages/notice.html", code="TEST01", workshop=state.workshop, **told
            )
        return words(page)

    yield show
    built.close()


def test_the_notice_says_all_that_it_must_in_words_of_the_house(shown: Shown) -> None:
    page = shown(Privacy())
    for told in (
        "Qui est responsable Préfecture",
        "mission d’intérêt public",
        "L’animateur voit les contributions",
        "À qui cela va",
        "Vos droits",
        "faire effacer",
        "saisir la CNIL",
        "N’écrivez aucune information protégée",
        "au plus tard jusqu’au 6 avril 2013",
    ):
        assert told in page


def test_the_scenario_says_it_in_its_own_words(shown: Shown) -> None:
    own = Privacy("Le SGAR", "Finalité-propre.", "Base-propre.", "Destinataires-propres.", "dpo@x")
    page = shown(own)
    for told in ("Le SGAR", "Finalité-propre.", "Base-propre.", "Destinataires-propres.", "dpo@x"):
        assert told in page
    assert "mission d’intérêt public" not in page


def test_an_unencrypted_link_is_said_to_be_one(shown: Shown) -> None:
    told = "n’est pas chiffrée"
    assert told in shown(Privacy())
    assert told not in shown(Privacy(), "https")


def test_it_is_read_before_joining_and_again_afterwards(tmp_path: Path) -> None:
    with Server(tmp_path) as server:
        for page in ("", "/notice"):
            answer = requests.get(f"{server.addresses.join}{page}", timeout=20)
            assert "secrétariat général" in words(answer.text)
            assert "Vos droits" in words(answer.text)
