"""The protocol over HTTP, as docs/protocol.md tells it: create, join, read, write, refuse."""

from typing import Any
from uuid import uuid4

import pytest
import requests

from facilitation.domain.records import COLLECTIONS
from tests.support.remote import ADMIN_KEY, Line, Workshop, expectation, refused
from tests.support.serving import Server

KEY = "0f" * 16


def admin(server: Server, key: str, **content: Any) -> requests.Response:
    headers = {"Authorization": b"Bearer " + key.encode()} if key else {}
    return requests.post(f"{server.url}/api/workshops", headers=headers, timeout=20, **content)


def test_the_server_says_that_it_is_well(server: Server) -> None:
    said = requests.get(f"{server.url}/healthz", timeout=20)
    assert said.json()["status"] == "ok"
    assert said.json()["version"]


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


def test_the_same_key_with_another_body_is_refused(workshop: Workshop) -> None:
    workshop.facilitator.do("contribution.park", text="Un point", key=KEY)
    answer = workshop.facilitator.send("contribution.park", text="Un autre", key=KEY)
    assert refused(answer) == (409, "key_reused")
    answer = workshop.facilitator.send("theme.create", name="Un point", key=KEY)
    assert refused(answer) == (409, "key_reused")


def test_a_non_nominative_post_sent_again_is_one_post(workshop: Workshop) -> None:
    awa = workshop.join()
    workshop.write()
    body = expectation("Sans nom", anonymous=True, edit_secret="5e" * 16)
    first = awa.do("contribution.post", key=KEY, **body)
    assert awa.do("contribution.post", key=KEY, **body) == first
    kept = workshop.facilitator.records("contributions").values()
    assert [one["text"] for one in kept if one["text"] == "Sans nom"] == ["Sans nom"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", (400, "bad_json")),
        (b"{", (400, "bad_json")),
        (b"[]", (400, "bad_json")),
        (b"\xff\xfe", (400, "bad_json")),
        (b"[" * 100_000, (400, "bad_json")),
        (b'{"name": "step.pause", "payload": {}}', (400, "bad_payload")),
        (b'{"key": "XY", "name": "step.pause"}', (400, "bad_payload")),
        (b'{"key": "%s", "name": "step.explode"}' % KEY.encode(), (400, "unknown_command")),
        (b'{"key": "%s", "name": 7}' % KEY.encode(), (400, "unknown_command")),
        (
            b'{"key": "%s", "name": "step.pause", "payload": []}' % KEY.encode(),
            (400, "bad_payload"),
        ),
        (
            b'{"key": "%s", "name": "step.pause", "payload": {"x": 1}}' % KEY.encode(),
            (400, "unknown_field"),
        ),
        (b'{"key": "%s", "name": "step.pause", "base": "1"}' % KEY.encode(), (400, "bad_payload")),
        (b'{"key": "%s", "name": "step.pause", "as": 1}' % KEY.encode(), (400, "bad_payload")),
        (
            b'{"key": "%s", "name": "step.extend", "payload": {}}' % KEY.encode(),
            (400, "bad_payload"),
        ),
    ],
)
def test_a_body_that_does_not_fit_is_refused_by_name(
    workshop: Workshop, body: bytes, code: tuple[int, str]
) -> None:
    assert refused(workshop.facilitator.post("commands", data=body)) == code


def test_the_field_at_fault_is_named(workshop: Workshop) -> None:
    said = workshop.facilitator.send("step.extend", minutes="two").json()
    assert "minutes" in said["message"]
    said = workshop.facilitator.send("theme.create", name="Un", colour="red").json()
    assert "colour" in said["message"]


def test_a_body_beyond_all_measure_is_refused(workshop: Workshop) -> None:
    answer = workshop.facilitator.post("commands", data=b"x" * 3_000_000)
    assert refused(answer) == (413, "too_large")


def test_a_text_too_long_is_refused_with_its_length_and_the_limit(workshop: Workshop) -> None:
    awa = workshop.join()
    workshop.write()
    answer = awa.send("contribution.post", **expectation("é" * 5_001))
    assert refused(answer) == (422, "text_too_long")
    assert "5001" in answer.json()["message"].replace("\u202f", "").replace(" ", "")
    assert awa.records("contributions") == {}


def test_text_is_normalised_once(workshop: Workshop) -> None:
    workshop.facilitator.do("contribution.park", text="e\u0301te\u0301\r\nfin\x00\x07")
    (kept,) = workshop.facilitator.records("parked").values()
    assert kept["text"] == "été\nfin"


@pytest.mark.parametrize("role", ["screen", "observer"])
def test_who_only_looks_may_change_nothing(workshop: Workshop, role: str) -> None:
    line: Line = getattr(workshop, role)
    for name in ("step.start", "contribution.post", "screen.show", "ballot.cast"):
        payload = {
            "contribution.post": expectation("Un texte"),
            "screen.show": {"scene": "blank"},
            "ballot.cast": {"ballot": "VOT-01", "paper_key": KEY, "choices": {}},
        }.get(name, {})
        assert refused(line.send(name, **payload)) == (403, "forbidden")


def test_a_participant_may_not_lead(workshop: Workshop) -> None:
    assert refused(workshop.join().send("step.start")) == (403, "forbidden")


@pytest.mark.parametrize("token", ["", "unknown", "é", "x" * 4_000])
def test_an_unknown_token_is_told_nothing_more(workshop: Workshop, token: str) -> None:
    answers = []
    for path in ("snapshot", "me", "documents/minutes.md"):
        header = {"Authorization": b"Bearer " + token.encode()} if token else {}
        answers.append(
            requests.get(f"{workshop.facilitator.api}/{path}", headers=header, timeout=20)
        )
    assert {refused(one) for one in answers} == {(401, "unknown_token")}
    assert len({one.text for one in answers}) == 1


def test_unknown_foreign_and_revoked_tokens_are_answered_alike(
    workshop: Workshop, server: Server
) -> None:
    other = Workshop(server.url)
    gone = workshop.join()
    workshop.facilitator.do("participant.remove", participant=gone.participant)
    tokens = (uuid4().hex, other.facilitator.token, gone.token)
    said = [workshop.line(token).get("snapshot") for token in tokens]
    other.close()
    assert {one.status_code for one in said} == {401}
    assert len({one.text for one in said}) == 1
    closed = workshop.line(gone.token).send("contribution.post", **expectation("Encore moi"))
    assert refused(closed) == (401, "unknown_token")


def test_a_code_that_opens_nothing_tells_no_more_than_a_wrong_token(server: Server) -> None:
    line = Line(server.url, "ZZZZZZ", uuid4().hex)
    assert refused(line.get("snapshot")) == (401, "unknown_token")
    answer = line.post("participants", json={"service": "desk", "table": "1"})
    assert refused(answer) == (404, "unknown_code")
    line.close()


def test_a_closed_workshop_takes_nothing_more_and_can_be_read(workshop: Workshop) -> None:
    awa = workshop.join()
    workshop.facilitator.do("workshop.close")
    post = awa.send("contribution.post", **expectation("Trop tard"))
    assert refused(post) == (409, "workshop_closed")
    join = workshop.line().post("participants", json={"service": "desk", "table": "1"})
    assert refused(join) == (409, "workshop_closed")
    assert awa.get("snapshot").ok
    workshop.facilitator.do("workshop.reopen")
    assert awa.do("contribution.post", **expectation("À temps"))["id"].startswith("ATT-")


def test_two_who_touch_the_same_thing_get_a_conflict_with_its_present_state(
    workshop: Workshop,
) -> None:
    theme = workshop.facilitator.do("theme.create", name="Une voix")["id"]
    seen = workshop.facilitator.records("themes")[theme]["v"]
    workshop.facilitator.do("theme.rename", theme=theme, name="Une seule voix", base=seen)
    late = workshop.facilitator.send("theme.rename", theme=theme, name="Deux voix", base=seen)
    assert refused(late) == (409, "conflict")
    current = late.json()["current"]
    assert (current["id"], current["name"]) == (theme, "Une seule voix")
    workshop.facilitator.do("theme.rename", theme=theme, name="Deux voix", base=current["v"])


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fr-FR,fr;q=0.9,en;q=0.8", "Cette commande "),
        ("en-GB,en;q=0.9", "This command "),
        ("de", "This command "),
    ],
)
def test_a_refusal_is_told_in_the_readers_language(
    workshop: Workshop, language: str, said: str
) -> None:
    line = workshop.line(workshop.facilitator.token, language)
    message = line.send("step.explode").json()["message"]
    # Somebody who reads neither is answered in the workshop's own language, English here.
    assert message.startswith(said)


def test_a_language_once_chosen_prevails_over_the_browsers(workshop: Workshop) -> None:
    line = workshop.line(workshop.facilitator.token, "en")
    line.http.cookies.set("tablee_language", "fr")
    assert line.send("step.explode").json()["message"] == "Cette commande n’existe pas."


def test_an_address_that_does_not_exist_is_told_as_json_to_programs(workshop: Workshop) -> None:
    assert refused(workshop.facilitator.get("nowhere")) == (404, "unknown_page")
    assert refused(workshop.facilitator.get("commands")) == (405, "unknown_page")
