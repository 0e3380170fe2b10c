"""The protocol over HTTP, as docs/protocol.md tells it: create, join, read, write, refuse."""

from typing import Any

import pytest
import requests

from facilitation import __version__
from facilitation.domain.records import COLLECTIONS
from tests.support.remote import ADMIN_KEY, Workshop, expectation, refused
from tests.support.serving import Server

KEY = "0f" * 16


def admin(server: Server, key: str, **content: Any) -> requests.Response:
    headers = {"Authorization": b"Bearer " + key.encode()} if key else {}
    return requests.post(f"{server.url}/api/workshops", headers=headers, timeout=20, **content)


def test_the_server_says_that_it_is_well(server: Server) -> None:
    said = requests.get(f"{server.url}/healthz", timeout=20)
    assert said.json() == {"status": "ok", "version": __version__}


def test_whoever_holds_the_admin_key_makes_a_workshop(server: Server) -> None:
    made = admin(server, ADMIN_KEY, json={"scenario": "team-half-day"})
    assert made.status_code == 201
    assert set(made.json()) == {
        "code",
        "facilitator_token",
        "screen_token",
        "observer_token",
        "join_url",
    }
    assert made.json()["join_url"] == f"{server.url}/w/{made.json()['code']}"


@pytest.mark.parametrize("key", ["", "another key", ADMIN_KEY[:-1]])
def test_nobody_else_does(server: Server, key: str) -> None:
    assert refused(admin(server, key, json={"scenario": "team-half-day"})) == (401, "unknown_token")


@pytest.mark.parametrize("name", ["nowhere", "../scenarios/belfort-2013", "", "belfort-2013/steps"])
def test_a_scenario_that_does_not_exist_is_refused(server: Server, name: str) -> None:
    assert refused(admin(server, ADMIN_KEY, json={"scenario": name})) == (404, "unknown_scenario")


def test_somebody_comes_in_and_is_told_who_they_are(workshop: Workshop) -> None:
    awa = workshop.join("desk", "2", name="Awa")
    assert awa.get("me").json() == {
        "role": "participant",
        "participant": awa.participant,
        "table": "2",
        "streams": ["table:2", f"me:{awa.participant}"],
    }


def test_the_same_key_brings_in_the_same_person(workshop: Workshop) -> None:
    one = workshop.join(key=KEY)
    other = workshop.join(key=KEY)
    assert one.participant == other.participant
    assert other.get("me").ok
    assert len(workshop.facilitator.records("participants")) == 1


def test_the_same_key_with_another_table_is_refused(workshop: Workshop) -> None:
    workshop.join(key=KEY, table="1")
    body = {"service": "desk", "table": "2", "key": KEY}
    assert refused(workshop.line().post("participants", json=body)) == (409, "key_reused")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({"service": "nowhere", "table": "1"}, (400, "unknown_service")),
        ({"service": "desk", "table": "99"}, (400, "unknown_table")),
        ({"table": "1"}, (400, "bad_payload")),
        ({"service": "desk", "table": 1}, (400, "bad_payload")),
        ({"service": "desk", "table": "1", "role": "facilitator"}, (400, "unknown_field")),
        ({"service": "desk", "table": "1", "key": "short"}, (400, "bad_payload")),
        ({"service": "desk", "table": "1", "key": 7}, (400, "bad_payload")),
        ({"service": "desk", "table": "1", "name": "x" * 81}, (422, "text_too_long")),
    ],
)
def test_a_wrong_entry_is_refused_by_name(
    workshop: Workshop, body: dict[str, Any], code: tuple[int, str]
) -> None:
    assert refused(workshop.line().post("participants", json=body)) == code
    assert workshop.facilitator.records("participants") == {}


def test_a_snapshot_names_every_collection_and_the_streams(workshop: Workshop) -> None:
    awa = workshop.join()
    said = awa.get("snapshot").json()
    assert set(said["records"]) == set(COLLECTIONS)
    assert set(said["streams"]) == {"table:1", f"me:{awa.participant}"}
    assert said["full"]
    assert said["epoch"]
    assert said["live"]["joined"] == 1


def test_one_stream_alone_can_be_read_and_no_other_than_ones_own(workshop: Workshop) -> None:
    awa = workshop.join()
    assert list(awa.get("snapshot", stream="table:1").json()["streams"]) == ["table:1"]
    for foreign in ("table:2", "facilitators", "me:somebody", "screen"):
        assert refused(awa.get("snapshot", stream=foreign)) == (403, "forbidden")


def test_what_came_since_a_number_is_what_changed(workshop: Workshop) -> None:
    before = workshop.facilitator.get("snapshot").json()["streams"]["facilitators"]
    workshop.facilitator.do("contribution.park", text="Un point")
    said = workshop.facilitator.get("snapshot", since=before).json()
    assert not said["full"]
    assert [one["text"] for one in said["records"]["parked"].values()] == ["Un point"]
    assert "cases" not in said["records"]
    again = workshop.facilitator.get("snapshot", since=said["streams"]["facilitators"]).json()
    assert again["records"] == {}


def test_since_may_name_each_stream(workshop: Workshop) -> None:
    awa = workshop.join()
    workshop.write()
    numbers = awa.get("snapshot").json()["streams"]
    awa.do("contribution.post", **expectation("Une attente"))
    said = awa.get("snapshot", since=requests.compat.json.dumps(numbers)).json()
    assert not said["full"]
    assert [one["text"] for one in said["records"]["contributions"].values()] == ["Une attente"]


@pytest.mark.parametrize("since", [10_000_000, -1])
def test_a_number_that_was_never_given_gets_everything(workshop: Workshop, since: int) -> None:
    assert workshop.facilitator.get("snapshot", since=since).json()["full"]


def test_another_epoch_gets_everything(workshop: Workshop) -> None:
    now = workshop.facilitator.get("snapshot").json()
    number = now["streams"]["facilitators"]
    assert workshop.facilitator.get("snapshot", since=number, epoch="old").json()["full"]
    assert not workshop.facilitator.get("snapshot", since=number, epoch=now["epoch"]).json()["full"]


@pytest.mark.parametrize("since", ["abc", "[1]", "true", '{"facilitators": "x"}', "1.5"])
def test_a_since_that_is_no_number_is_refused(workshop: Workshop, since: str) -> None:
    assert refused(workshop.facilitator.get("snapshot", since=since)) == (400, "bad_payload")


def test_the_same_key_twice_gets_the_first_answer(workshop: Workshop) -> None:
    first = workshop.facilitator.send("contribution.park", text="Un point", key=KEY).json()
    workshop.facilitator.do("contribution.park", text="Un autre")
    again = workshop.facilitator.send("contribution.park", text="Un point", key=KEY)
    assert (again.status_code, again.json()) == (200, first)
    assert len(workshop.facilitator.records("parked")) == 2


def test_a_non_nominative_post_sent_again_is_one_post(workshop: Workshop) -> None:
    awa = workshop.join()
    workshop.write()
    body = expectation("Sans nom", anonymous=True, edit_secret="5e" * 16)
    first = awa.do("contribution.post", key=KEY, **body)
    assert awa.do("contribution.post", key=KEY, **body) == first
    kept = workshop.facilitator.records("contributions").values()
    assert [one["text"] for one in kept if one["text"] == "Sans nom"] == ["Sans nom"]
