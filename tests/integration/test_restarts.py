"""A plug pulled at the worst moment: what was answered is there again, once, in its order."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests

from tests.support.remote import Ear, Line, Shut, Workshop, expectation
from tests.support.serving import Server

KILLS = 12
#: On PostgreSQL the server that is killed holds nothing itself: fewer show that it is so.
KILLS_THERE = 2


@pytest.fixture(params=["one file", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def serve_on(request: pytest.FixtureRequest, serve: Callable[..., Server]) -> Callable[..., Server]:
    """Start servers one after the other, on a file or on PostgreSQL."""
    if request.param == "one file":
        return serve
    address = request.getfixturevalue("postgresql").database()
    return lambda *options: serve(*options, TABLEE_DATABASE_URL=address)


def again(workshop: Workshop, running: Server) -> None:
    """Point every line to the server that came back, on another port."""
    workshop.root = running.url
    for line in workshop._lines:
        line.root = running.url


def test_what_was_answered_survives_a_killed_server(serve_on: Callable[..., Server]) -> None:
    running = serve_on("--scenario", "team-half-day")
    workshop = Workshop(running.url)
    awa = workshop.join(key="0f" * 16)
    workshop.write()
    numbers = [awa.do("contribution.post", key="1f" * 16, **expectation("Avant"))["id"]]
    running.kill()
    running = serve_on("--scenario", "team-half-day", "--workshop", workshop.code)
    again(workshop, running)
    assert running.addresses.code == workshop.code
    kept = workshop.facilitator.records("contributions")
    assert kept[numbers[0]]["text"] == "Avant"
    # The same key again, after the restart, is still the same post.
    assert awa.do("contribution.post", key="1f" * 16, **expectation("Avant"))["id"] == numbers[0]
    assert workshop.join(key="0f" * 16).participant == awa.participant
    workshop.close()


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_servers_killed_again_and_again_lose_nothing_that_was_answered(
    serve_on: Callable[..., Server], request: pytest.FixtureRequest
) -> None:
    there = "postgresql" in request.node.keywords
    kills = KILLS_THERE if there else KILLS
    running = serve_on("--scenario", "team-half-day")
    workshop = Workshop(running.url)
    phones = [workshop.join(table="1") for _ in range(4)]
    workshop.write()
    answered: dict[str, str] = {}

    def write(phone: Line, until: int) -> None:
        """Post until the server falls silent; the last post of all kills it."""
        for turn in range(10_000):
            text = f"{phone.participant} {until} {turn}"
            try:
                answer = phone.send("contribution.post", **expectation(text))
            except requests.RequestException:
                return
            if answer.ok:
                answered[answer.json()["result"]["id"]] = text
            if len(answered) >= until:
                running.kill()

    for round_ in range(1, kills + 1):
        with ThreadPoolExecutor(4) as hands:
            list(hands.map(write, phones, [round_ * 6] * 4))
        running = serve_on("--scenario", "team-half-day", "--workshop", workshop.code)
        again(workshop, running)
        kept = workshop.facilitator.records("contributions")
        assert {number: kept[number]["text"] for number in answered} == answered
    assert len(answered) >= kills * 6
    workshop.close()


def test_a_phone_that_comes_back_after_a_restart_misses_nothing(
    serve: Callable[..., Server],
) -> None:
    running = serve("--scenario", "team-half-day")
    workshop = Workshop(running.url)
    leader = workshop.facilitator
    with Ear(leader) as ear:
        ear.until(lambda ear: ear.streams)
        leader.do("contribution.park", text="Vu")
        ear.until(lambda ear: "Vu" in str(ear.records))
        since, epoch = dict(ear.streams), ear.named("snapshot")[0]["epoch"]
    leader.do("contribution.park", text="Manqué")
    running.kill()
    again(workshop, serve("--scenario", "team-half-day", "--workshop", workshop.code))
    with Ear(leader, since=since, epoch=epoch) as back:
        back.until(lambda ear: ear.streams)
        fresh = leader.get("snapshot").json()
        held = back.records["facilitators"].get("parked", {})
        assert {one["text"] for one in held.values()} >= {"Manqué"}
        assert back.streams == fresh["streams"]
        assert fresh["epoch"] == epoch
    workshop.close()


def test_tokens_stay_good_and_spent_links_stay_spent(serve: Callable[..., Server]) -> None:
    running = serve("--scenario", "team-half-day")
    workshop = Workshop(running.url)
    link = running.addresses.observer
    assert requests.post(link, timeout=20).status_code == 200
    running.kill()
    back = serve("--scenario", "team-half-day")
    again(workshop, back)
    assert workshop.facilitator.get("me").ok
    assert requests.post(link.replace(running.url, back.url), timeout=20).status_code == 410
    with pytest.raises(Shut):
        Ear(workshop.line("unknown"))
    workshop.close()


@pytest.fixture
def canary() -> str:
    return "canari-de-la-remarque"


def test_after_the_close_nobody_who_opens_the_database_finds_a_paper(
    serve: Callable[..., Server], tmp_path: Path, canary: str
) -> None:
    running = serve("--scenario", "team-half-day")
    workshop = Workshop(running.url)
    leader = workshop.facilitator
    themes = [leader.do("theme.create", name=name)["id"] for name in ("Un", "Deux")]
    ballot = leader.do("ballot.open", question="Lequel ?", subject="themes", budget=3, most=3)["id"]
    voters = [workshop.join() for _ in range(5)]
    for number, voter in enumerate(voters):
        vote = {"paper_key": f"{number:032x}", "choices": {themes[0]: 2}, "remark": canary}
        voter.do("ballot.cast", ballot=ballot, **vote)
        voter.do("ballot.cast", ballot=ballot, **vote | {"choices": {themes[1]: 3}})
    assert canary.encode() in raw(tmp_path)
    leader.do("ballot.close", ballot=ballot)
    content = raw(tmp_path)
    # The count keeps the remarks, which say nothing of who wrote them; the papers are gone.
    assert b'"choices":[["' not in content.replace(b" ", b"")
    running.kill()
    assert b'"choices":[["' not in raw(tmp_path).replace(b" ", b"")
    workshop.close()


def raw(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in (folder / "data").glob("tablee.db*"))
