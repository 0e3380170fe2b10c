"""The console elsewhere: links that a look does not spend, codes for other devices, revoking."""

import time
from collections.abc import Callable

import pytest
import requests

from tests.support.browsing import Browser, enter, lead
from tests.support.remote import Ear, Line, Shut, Workshop, refused
from tests.support.serving import Server

#: Through something that says so: to the server this is not its own machine any more.
ELSEWHERE = {"X-Forwarded-For": "192.0.2.7"}
REVOKED_WITHIN = 2.0


def elsewhere(line: Line) -> Line:
    """The same device, from another place on the network."""
    away = Line(line.root, line.code, line.token)
    away.http.headers.update(ELSEWHERE)
    return away


def paired(workshop: Workshop, role: str = "facilitator", **more: str) -> dict[str, str]:
    answer = workshop.facilitator.post("links", json={"role": role, **more})
    assert answer.status_code == 201, answer.text
    made: dict[str, str] = answer.json()
    return made


def test_looking_at_a_link_spends_nothing(serve: Callable[..., Server]) -> None:
    running = serve("--scenario", "team-half-day")
    for link in (running.addresses.facilitator, running.addresses.screen):
        for look in (requests.get, requests.head, requests.options) * 3:
            answer = look(link, timeout=20)
            assert answer.status_code == 200
            assert "Set-Cookie" not in answer.headers
        page = requests.get(link, timeout=20)
        assert page.headers["Cache-Control"] == "no-store"
        assert 'method="post"' in page.text
        browser = Browser(running.url)
        assert browser.follow(link).status_code == 200
        assert len(browser.cookies()) == 1
        browser.close()


def test_the_button_of_the_page_opens_it_without_scripts(
    serve: Callable[..., Server], open_browser: Callable[..., Browser]
) -> None:
    running = serve("--scenario", "team-half-day")
    address, _, secret = running.addresses.facilitator.partition("?key=")
    browser = open_browser(root=running.url)
    opened = browser.submit(address.removeprefix(running.url), {"key": secret})
    assert opened.status_code == 200
    assert opened.url == address


def test_a_facilitator_elsewhere_on_a_plain_line_is_let_in_nowhere(workshop: Workshop) -> None:
    away = elsewhere(workshop.facilitator)
    for read in ("snapshot", "me", "devices", "documents/minutes.md"):
        assert refused(away.get(read)) == (403, "console_elsewhere")
    assert refused(away.send("contribution.park", text="Un point")) == (403, "console_elsewhere")
    with pytest.raises(Shut, match="unknown_token"):
        Ear(workshop.facilitator, headers=ELSEWHERE)
    browser = lead(workshop, Browser(workshop.root))
    browser.http.headers.update(ELSEWHERE)
    page = browser.open(f"/w/{workshop.code}/facilitate")
    assert page.status_code == 403
    assert "La liaison n’est pas chiffrée" in page.text
    assert browser.open(f"/w/{workshop.code}/table/1").status_code == 410
    assert workshop.facilitator.records("parked") == {}
    away.close()
    browser.close()


def test_a_link_tried_elsewhere_is_not_spent(serve: Callable[..., Server]) -> None:
    running = serve("--scenario", "team-half-day")
    link = running.addresses.facilitator
    tried = requests.post(link, headers=ELSEWHERE, timeout=20)
    assert tried.status_code == 403
    assert requests.post(link, timeout=20).status_code == 200


def test_everybody_else_comes_in_from_anywhere(workshop: Workshop) -> None:
    for line in (workshop.screen, workshop.observer, workshop.join()):
        away = elsewhere(line)
        assert away.get("snapshot").ok
        away.close()
        with Ear(line, headers=ELSEWHERE) as ear:
            ear.until(lambda ear: ear.streams)


def test_a_paired_device_leads_from_elsewhere_and_its_code_is_spent(workshop: Workshop) -> None:
    made = paired(workshop)
    assert made["qr"].startswith("data:image/svg+xml;base64,")
    browser = Browser(workshop.root)
    browser.http.headers.update(ELSEWHERE)
    page = f"/w/{workshop.code}/facilitate"
    assert browser.follow(made["address"].replace("https", "http")).status_code == 200
    assert browser.open(page).status_code == 200
    body = {"key": "0f" * 16, "name": "contribution.park", "payload": {"text": "Un point"}}
    done = browser.command(workshop.code, body, **{"X-Tablee-As": "facilitator"})
    assert done.ok, done.text
    browser.close()
    other = Browser(workshop.root)
    assert other.follow(made["address"]).status_code == 410
    typed = other.submit(f"/w/{workshop.code}/resume", {"resume": made["code"]})
    assert typed.status_code == 410
    other.close()


@pytest.mark.parametrize(
    ("role", "more", "place"),
    [
        ("facilitator", {}, "facilitate"),
        ("observer", {}, "observe"),
        ("screen", {}, "screen"),
        ("table", {"table": "1"}, "table/1"),
    ],
)
def test_a_code_typed_on_the_join_page_opens_the_page_of_its_role(
    workshop: Workshop, role: str, more: dict[str, str], place: str
) -> None:
    made = paired(workshop, role, **more)
    browser = Browser(workshop.root)
    loosely = made["code"].lower().replace("-", " ")
    page = browser.submit(f"/w/{workshop.code}/resume", {"resume": loosely})
    assert page.status_code == 200
    assert page.url == f"{workshop.root}/w/{workshop.code}/{place}"
    browser.close()


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"role": "participant"}, (400, "unknown_value")),
        ({"role": "table", "table": "99"}, (400, "unknown_table")),
        ({}, (400, "unknown_value")),
    ],
)
def test_a_code_for_nobody_is_refused(
    workshop: Workshop, body: dict[str, str], code: tuple[int, str]
) -> None:
    assert refused(workshop.facilitator.post("links", json=body)) == code


def test_tls_or_a_declared_proxys_tls_lets_a_facilitator_in(serve: Callable[..., Server]) -> None:
    running = serve("--scenario", "team-half-day", TABLEE_TRUSTED_PROXIES="127.0.0.1")
    workshop = Workshop(running.url)
    away = elsewhere(workshop.facilitator)
    assert refused(away.get("me")) == (403, "console_elsewhere")
    away.http.headers["X-Forwarded-Proto"] = "https"
    assert away.get("me").ok
    away.http.headers["X-Forwarded-Proto"] = "http"
    assert refused(away.get("me")) == (403, "console_elsewhere")
    away.close()
    workshop.close()


def listed(workshop: Workshop, role: str) -> list[dict[str, object]]:
    told = workshop.facilitator.get("devices").json()["devices"]
    return [one for one in told if one["role"] == role]


@pytest.mark.parametrize("role", ["facilitator", "observer", "screen", "table"])
def test_a_revoked_device_hears_nothing_more_within_two_seconds(
    workshop: Workshop, role: str
) -> None:
    made = paired(workshop, role, **({"table": "1"} if role == "table" else {}))
    browser = Browser(workshop.root)
    browser.submit(f"/w/{workshop.code}/resume", {"resume": made["code"]})
    (cookie,) = browser.cookies().values()
    line = workshop.line(cookie.value)
    with Ear(line) as ear:
        ear.until(lambda ear: ear.streams)
        (device,) = [one for one in listed(workshop, role) if one["present"]]
        started = time.monotonic()
        assert workshop.facilitator.post(f"devices/{device['id']}/revoke").ok
        ear.until(lambda ear: ear.named("disconnect") or ear.named("moved"))
        ear.until(lambda ear: ear.named("disconnect"))
        assert time.monotonic() - started < REVOKED_WITHIN
    assert refused(line.get("snapshot")) == (401, "unknown_token")
    with pytest.raises(Shut, match="unknown_token"):
        Ear(line)
    assert device["id"] not in [one["id"] for one in listed(workshop, role)]
    browser.close()


def test_a_console_does_not_send_itself_away_nor_devices_of_elsewhere(
    workshop: Workshop, server: Server
) -> None:
    own = next(one for one in listed(workshop, "facilitator") if one["own"])
    other = Workshop(server.url)
    foreign = next(one for one in listed(other, "observer"))
    for device in (own["id"], foreign["id"], "unknown"):
        answer = workshop.facilitator.post(f"devices/{device}/revoke")
        assert refused(answer) == (404, "not_found")
    assert other.observer.get("me").ok
    other.close()


def test_devices_are_the_facilitators(workshop: Workshop) -> None:
    for line in (workshop.join(), workshop.observer, workshop.screen):
        assert refused(line.get("devices")) == (403, "forbidden")
        assert refused(line.post("links", json={"role": "observer"})) == (403, "forbidden")
        assert refused(line.post("devices/a/revoke")) == (403, "forbidden")
        assert refused(line.post("tables/1/code")) == (403, "forbidden")


def opens(workshop: Workshop, code: str) -> int:
    browser = Browser(workshop.root)
    status = browser.submit(f"/w/{workshop.code}/resume", {"resume": code}).status_code
    browser.close()
    return status


def test_a_tables_new_code_ends_the_one_before_and_no_other_tables(workshop: Workshop) -> None:
    made = workshop.facilitator.post("seats").json()["devices"]
    codes = {one["table"]: one["code"] for one in made}
    fresh = workshop.facilitator.post("tables/1/code").json()["code"]
    assert [opens(workshop, code) for code in (codes["1"], fresh, codes["2"])] == [404, 200, 200]
    workshop.facilitator.post("seats")
    assert [opens(workshop, code) for code in (fresh, codes["2"])] == [404, 404]


def test_a_seat_whose_entry_was_taken_off_is_free_again(workshop: Workshop) -> None:
    seat = workshop.facilitator.post("seats").json()["seats"][0]["code"]
    assert opens(workshop, seat) == 200
    (first,) = workshop.facilitator.records("participants")
    workshop.facilitator.do("participant.remove", participant=first)
    assert [opens(workshop, seat) for _ in range(2)] == [200, 200]
    people = workshop.facilitator.records("participants")
    present = [key for key, one in people.items() if one["state"] == "present"]
    assert len(present) == 1
    assert present != [first]


def test_a_participants_cookie_is_no_facilitators(workshop: Workshop) -> None:
    browser = Browser(workshop.root)
    enter(browser, workshop.code)
    (cookie,) = browser.cookies().values()
    browser.http.cookies.set(f"tablee_{workshop.code}_facilitator", cookie.value)
    assert browser.open(f"/w/{workshop.code}/facilitate").status_code == 410
    browser.close()
