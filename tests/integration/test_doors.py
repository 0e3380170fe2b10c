"""Who comes in by which door: one-use links, personal codes, seats, a table's device, merging."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.support.browsing import Browser, enter
from tests.support.remote import Line, Workshop, expectation, refused
from tests.support.serving import Server

PLAN = "table;service;fonction;catégorie\n1;Desk;Responsable;A\n2;office;Chargée;B\n"


@pytest.mark.parametrize(
    ("role", "place"),
    [("facilitator", "facilitate"), ("screen", "screen"), ("observer", "observe")],
)
def test_a_link_opens_once(
    serve: Callable[..., Server], open_browser: Callable[..., Browser], role: str, place: str
) -> None:
    running = serve("--scenario", "team-half-day")
    link: str = getattr(running.addresses, role)
    first, second = open_browser(root=running.url), open_browser(root=running.url)
    opened = first.follow(link)
    assert opened.status_code == 200
    assert opened.url.endswith(f"/{place}")  # the secret is gone from the address
    assert first.open(opened.url).status_code == 200
    spent = second.follow(link)
    assert spent.status_code == 410
    assert "Ce lien a déjà servi" in spent.text
    assert second.cookies() == {}


def test_of_many_who_follow_one_link_one_gets_in(
    workshop: Workshop, serve: Callable[..., Server]
) -> None:
    running = serve("--scenario", "team-half-day")

    def follow(_: int) -> int:
        browser = Browser(running.url)
        status = browser.follow(running.addresses.facilitator).status_code
        browser.close()
        return status

    with ThreadPoolExecutor(8) as hands:
        assert sorted(hands.map(follow, range(8))) == [200, *[410] * 7]


def test_a_link_opens_its_own_page_alone(
    workshop: Workshop, open_browser: Callable[..., Browser]
) -> None:
    token = workshop.made["observer_token"]
    for page in ("facilitate", "screen", "table/1"):
        path = f"/w/{workshop.code}/{page}?key={token}"
        assert open_browser().follow(path).status_code == 410
    assert open_browser().follow(f"/w/{workshop.code}/observe?key={token}").status_code == 200


def test_without_a_link_the_facilitators_page_stays_shut(
    workshop: Workshop, open_browser: Callable[..., Browser]
) -> None:
    browser = open_browser()
    enter(browser, workshop.code)
    for page in ("facilitate", "screen", "observe", "table/1"):
        assert browser.open(f"/w/{workshop.code}/{page}").status_code == 410


def test_a_personal_code_brings_the_same_person_to_another_phone(
    workshop: Workshop, open_browser: Callable[..., Browser]
) -> None:
    awa = workshop.join()
    code = awa.post("resume-code").json()["resume_code"]
    other = open_browser()
    typed = code.lower().replace("-", " ")
    page = other.submit(f"/w/{workshop.code}/resume", {"resume": typed})
    assert awa.participant in page.text
    assert len(workshop.facilitator.records("participants")) == 1
    assert awa.get("me").ok


def test_an_unknown_personal_code_is_told_in_a_sentence(
    workshop: Workshop, open_browser: Callable[..., Browser]
) -> None:
    page = open_browser().submit(f"/w/{workshop.code}/resume", {"resume": "ABCD-2345"})
    assert page.status_code == 404
    assert "Ce code n’est pas connu." in page.text


def test_only_a_person_has_a_personal_code(workshop: Workshop) -> None:
    for line in (workshop.facilitator, workshop.screen, workshop.observer):
        assert refused(line.post("resume-code")) == (403, "forbidden")


def seats(workshop: Workshop, plan: str = PLAN, name: str = "plan.csv") -> list[dict[str, str]]:
    answer = workshop.facilitator.post("seats", files={"plan": (name, plan.encode())})
    assert answer.ok, answer.text
    made: list[dict[str, str]] = answer.json()["seats"]
    return made


def test_a_seat_is_one_person_whoever_types_its_code(
    workshop: Workshop, open_browser: Callable[..., Browser]
) -> None:
    desk, office = seats(workshop)
    assert (desk["table"], desk["service"], desk["category"]) == ("1", "desk", "A")
    for _ in range(2):
        page = open_browser().submit(f"/w/{workshop.code}/resume", {"resume": desk["code"]})
        assert page.status_code == 200
    (person,) = workshop.facilitator.records("participants").values()
    assert (person["table"], person["service"]) == ("1", "desk")
    open_browser().submit(f"/w/{workshop.code}/resume", {"resume": office["code"]})
    assert len(workshop.facilitator.records("participants")) == 2


def test_a_seat_typed_by_two_phones_at_once_is_still_one_person(workshop: Workshop) -> None:
    seat = seats(workshop)[0]["code"]

    def sit(_: int) -> int:
        browser = Browser(workshop.root)
        page = browser.submit(f"/w/{workshop.code}/resume", {"resume": seat})
        browser.close()
        return page.status_code

    with ThreadPoolExecutor(4) as hands:
        assert list(hands.map(sit, range(4))) == [200] * 4
    assert len(workshop.facilitator.records("participants")) == 1


def test_the_scenarios_own_plan_gives_a_seat_for_each_place(workshop: Workshop) -> None:
    made = workshop.facilitator.post("seats").json()["seats"]
    assert len(made) > 3
    assert len({one["code"] for one in made}) == len(made)


@pytest.mark.parametrize(
    ("plan", "sentence"),
    [
        ("table;service\n1;nowhere\n", "ligne 2"),
        ("a;b\n1;2\n", "table"),
        ("", "Le plan"),
        ("PK\x03\x04 not a spreadsheet", "Le plan"),
    ],
)
def test_a_plan_that_cannot_be_read_says_where(
    workshop: Workshop, plan: str, sentence: str
) -> None:
    content = plan.encode() or b"\n"
    answer = workshop.facilitator.post("seats", files={"plan": ("plan.csv", content)})
    assert refused(answer) == (422, "plan_wrong")
    assert sentence in answer.json()["message"]


def test_seats_are_the_facilitators(workshop: Workshop) -> None:
    for line in (workshop.join(), workshop.observer):
        assert refused(line.post("seats")) == (403, "forbidden")


def test_a_merged_duplicate_goes_on_as_the_person_kept(workshop: Workshop) -> None:
    kept, twin = workshop.join("desk", "1"), workshop.join("desk", "2")
    workshop.write()
    number = twin.do("contribution.post", **expectation("De mon autre téléphone"))["id"]
    merge = {"participant": kept.participant, "duplicate": twin.participant}
    workshop.facilitator.do("participant.merge", **merge)
    me = twin.get("me").json()
    assert (me["participant"], me["table"]) == (kept.participant, "1")
    assert number in kept.records("contributions")
    assert twin.do("contribution.edit", contribution=number, text="Corrigé") is not None
    assert kept.records("contributions")[number]["text"] == "Corrigé"


def test_undoing_a_merge_gives_each_phone_its_person_back(workshop: Workshop) -> None:
    kept, twin = workshop.join("desk", "1"), workshop.join("desk", "2")
    merge = {"participant": kept.participant, "duplicate": twin.participant}
    workshop.facilitator.do("participant.merge", **merge)
    workshop.facilitator.do("undo")
    assert twin.get("me").json()["participant"] == twin.participant


def test_whoever_is_removed_finds_every_door_shut_and_the_texts_stay(workshop: Workshop) -> None:
    awa = workshop.join()
    workshop.write()
    code = awa.post("resume-code").json()["resume_code"]
    number = awa.do("contribution.post", **expectation("Je reste"))["id"]
    workshop.facilitator.do("participant.remove", participant=awa.participant)
    assert refused(awa.get("snapshot")) == (401, "unknown_token")
    browser = Browser(workshop.root)
    page = browser.submit(f"/w/{workshop.code}/resume", {"resume": code})
    browser.close()
    assert page.status_code == 404
    assert number in workshop.facilitator.records("contributions")


def test_a_line_without_any_key_is_nobody(workshop: Workshop) -> None:
    line = Line(workshop.root, workshop.code)
    assert refused(line.get("me")) == (401, "unknown_token")
    line.close()
