"""Pages as a browser gets them: safe headers, cookies, the join form, doors, languages."""

import json
import re
from collections.abc import Callable

import pytest

from tests.support.browsing import Browser, enter, entry, lead
from tests.support.remote import Workshop
from tests.support.serving import Server

#: What is asked here does not hang on the async mode: once is enough.
pytestmark = pytest.mark.slow

ORIGINS = ["http://evil.example", "https://127.0.0.1", "null", "http://127.0.0.1:1"]
PARK = {"key": "0f" * 16, "name": "contribution.park", "payload": {"text": "Un point"}}


def paths(code: str) -> list[str]:
    return [
        "/",
        "/aide",
        "/secours",
        f"/w/{code}",
        f"/w/{code}/facilitate",
        f"/w/{code}/screen",
        "/nowhere",
    ]


def test_every_page_carries_the_safe_headers(workshop: Workshop, visitor: Browser) -> None:
    for path in [*paths(workshop.code), "/healthz", "/static/css/base.css"]:
        headers = visitor.open(path).headers
        policy = dict(one.split(" ", 1) for one in headers["Content-Security-Policy"].split("; "))
        assert policy["default-src"] == "'none'"
        assert policy["script-src"] == "'self'"
        assert policy["style-src"] == "'self'"
        assert policy["frame-ancestors"] == "'none'"
        assert policy["form-action"] == "'self'"
        assert policy["base-uri"] == "'none'"
        assert policy["trusted-types"] == "lit-html tablee"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"
        assert (
            headers["Permissions-Policy"]
            == "camera=(), microphone=(), geolocation=(), usb=(), payment=()"
        )


def test_no_page_holds_a_script_or_a_style_of_its_own(workshop: Workshop, visitor: Browser) -> None:
    lead(workshop, visitor)
    enter(visitor, workshop.code)
    for path in [*paths(workshop.code), f"/w/{workshop.code}/table/1"]:
        text = visitor.open(path).text
        for opening, content in re.findall(r"<script([^>]*)>(.*?)</script>", text, re.DOTALL):
            assert "application/json" in opening or not content.strip()
        assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", text)
        assert not re.search(r'(?:src|href|action)="(?:https?:)?//', text)


def test_pages_are_not_kept_by_caches(workshop: Workshop, visitor: Browser) -> None:
    for path in paths(workshop.code):
        assert visitor.open(path).headers["Cache-Control"] == "no-store"


def test_a_cookie_is_out_of_reach_of_scripts_and_of_other_sites(
    workshop: Workshop, visitor: Browser
) -> None:
    enter(visitor, workshop.code)
    cookie = visitor.cookies()[f"tablee_{workshop.code}_participant"]
    assert cookie.has_nonstandard_attr("HttpOnly")
    assert cookie.get_nonstandard_attr("SameSite") == "Lax"
    assert cookie.path == "/"
    assert not cookie.secure  # over plain http a secure cookie would never come back


def test_a_code_typed_loosely_leads_to_the_workshop(workshop: Workshop, visitor: Browser) -> None:
    code = workshop.code
    loose = f" {code[:3].lower()}-{code[3:]} "
    assert visitor.open("/", params={"code": loose}).url == f"{visitor.root}/w/{code}"
    assert visitor.open(f"/w/{code.lower()}").url == f"{visitor.root}/w/{code}"


def test_an_unknown_code_is_told_in_a_sentence_and_kept_in_the_field(visitor: Browser) -> None:
    page = visitor.open("/", params={"code": "zzzzzz"})
    assert page.status_code == 404
    assert "Aucun séminaire n’est ouvert sous ce code." in page.text
    assert 'value="zzzzzz"' in page.text
    assert visitor.open("/w/ZZZZZZ").status_code == 404


def test_what_is_typed_is_never_markup(visitor: Browser, workshop: Workshop) -> None:
    page = visitor.open("/", params={"code": "<script>alert(1)</script>"})
    assert "<script>alert" not in page.text
    page = enter(visitor, workshop.code, service="", name='"><img src=x>')
    assert "<img src=x>" not in page.text


def test_the_join_form_brings_in_and_a_reload_finds_the_same_person(
    workshop: Workshop, visitor: Browser
) -> None:
    page = enter(visitor, workshop.code, name="Awa")
    assert page.url == f"{visitor.root}/w/{workshop.code}"
    assert 'id="phone-head"' in page.text
    visitor.open(f"/w/{workshop.code}")
    (person,) = workshop.facilitator.records("participants").values()
    assert (person["name"], person["table"]) == ("Awa", "1")
    assert person["id"] in visitor.open(f"/w/{workshop.code}").text


def test_a_form_sent_twice_brings_in_one_person(workshop: Workshop, visitor: Browser) -> None:
    form = entry(visitor.open(f"/w/{workshop.code}"))
    for _ in range(2):
        assert visitor.submit(f"/w/{workshop.code}/join", form).status_code == 200
    assert len(workshop.facilitator.records("participants")) == 1


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"service": ""}, "Choisissez un service de la liste."),
        ({"table": "99"}, "Choisissez une table de la liste."),
    ],
)
def test_a_join_form_that_does_not_fit_comes_back_as_it_was_filled(
    workshop: Workshop, visitor: Browser, wrong: dict[str, str], sentence: str
) -> None:
    page = enter(visitor, workshop.code, **{"name": "Awa Ba", **wrong})
    assert page.status_code == 400
    assert sentence in page.text
    assert 'value="Awa Ba"' in page.text
    assert visitor.cookies() == {}


def test_a_closed_workshop_is_told_at_the_door(workshop: Workshop, visitor: Browser) -> None:
    workshop.facilitator.do("workshop.close")
    page = enter(visitor, workshop.code)
    assert page.status_code == 409
    assert "Le séminaire est clos" in page.text


def test_a_script_writes_by_cookie_with_the_header_of_its_role(
    workshop: Workshop, visitor: Browser
) -> None:
    lead(workshop, visitor)
    told = visitor.command(workshop.code, PARK, **{"X-Tablee-As": "facilitator"})
    assert told.status_code == 200


def test_a_write_by_cookie_without_the_header_is_refused(
    workshop: Workshop, visitor: Browser
) -> None:
    lead(workshop, visitor)
    told = visitor.command(workshop.code, PARK)
    assert (told.status_code, told.json()["code"]) == (400, "missing_header")
    assert workshop.facilitator.records("parked") == {}


def test_a_page_cannot_claim_a_role_that_its_browser_does_not_hold(
    workshop: Workshop, visitor: Browser
) -> None:
    enter(visitor, workshop.code)
    for role in ("facilitator", "table", "table:1", "nobody", ""):
        told = visitor.command(workshop.code, PARK, **{"X-Tablee-As": role})
        assert told.status_code in (400, 401)
    told = visitor.command(workshop.code, PARK, **{"X-Tablee-As": "participant"})
    assert told.status_code == 403


@pytest.mark.parametrize("origin", ORIGINS)
def test_a_write_from_another_site_is_refused(
    workshop: Workshop, visitor: Browser, origin: str
) -> None:
    lead(workshop, visitor)
    told = visitor.command(workshop.code, PARK, **{"X-Tablee-As": "facilitator", "Origin": origin})
    assert (told.status_code, told.json()["code"]) == (400, "missing_header")
    page = visitor.submit(
        f"/w/{workshop.code}/join", entry(visitor.open(f"/w/{workshop.code}")), origin
    )
    assert page.status_code == 400
    assert workshop.facilitator.records("participants") == {}
    assert workshop.facilitator.records("parked") == {}


def test_no_site_is_told_that_it_may_read_ours(workshop: Workshop, visitor: Browser) -> None:
    for path in (f"/w/{workshop.code}", f"/api/workshops/{workshop.code}/me", "/healthz"):
        answer = visitor.open(path, headers={"Origin": "http://evil.example"})
        assert "Access-Control-Allow-Origin" not in answer.headers


def test_the_public_address_behind_a_proxy_is_our_own(serve: Callable[..., Server]) -> None:
    running = serve("--scenario", "team-half-day", TABLEE_PUBLIC_URL="https://day.example/")
    local = json.loads((running.folder / "data" / "server.json").read_text("utf-8"))["local"]
    visitor = Browser(local.rstrip("/"))
    path = f"/w/{running.addresses.code}"
    form = entry(visitor.open(path))
    page = visitor.submit(f"{path}/join", form, "https://day.example")
    assert page.status_code == 200
    visitor.close()


def test_the_join_address_is_drawn_as_a_qr_code(workshop: Workshop, visitor: Browser) -> None:
    drawn = visitor.open(f"/w/{workshop.code}/qr.svg")
    assert drawn.headers["Content-Type"].startswith("image/svg+xml")
    assert drawn.text.startswith("<svg")
    assert "<script" not in drawn.text
    assert visitor.open("/w/ZZZZZZ/qr.svg").status_code == 404


def test_a_page_that_does_not_exist_is_told_in_a_sentence(visitor: Browser) -> None:
    page = visitor.open("/nowhere")
    assert page.status_code == 404
    assert "Cette page n’existe pas." in page.text
    assert "Traceback" not in page.text
