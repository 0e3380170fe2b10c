"""What is refused over HTTP: by field, by role, by token, in the language of whoever asks."""

from uuid import uuid4

import pytest
import requests

from tests.support.remote import Line, Workshop, expectation, refused
from tests.support.serving import Server

KEY = "0f" * 16


def test_the_same_key_with_another_body_is_refused(workshop: Workshop) -> None:
    workshop.facilitator.do("contribution.park", text="Un point", key=KEY)
    answer = workshop.facilitator.send("contribution.park", text="Un autre", key=KEY)
    assert refused(answer) == (409, "key_reused")
    answer = workshop.facilitator.send("theme.create", name="Un point", key=KEY)
    assert refused(answer) == (409, "key_reused")


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (b"", (400, "bad_json")),
        (b"{", (400, "bad_json")),
        (b"[]", (400, "bad_json")),
        (b"\xff\xfe", (400, "bad_json")),
        (b"[" * 60_000, (400, "bad_json")),
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


@pytest.mark.parametrize(("path", "bytes_"), [("commands", 65_537), ("seats", 2_100_000)])
def test_a_body_beyond_all_measure_is_refused(workshop: Workshop, path: str, bytes_: int) -> None:
    answer = workshop.facilitator.post(path, files={"plan": ("plan.csv", b"x" * bytes_)})
    assert refused(answer) == (413, "too_large")


def test_a_table_plan_may_be_larger_than_any_other_body(workshop: Workshop) -> None:
    plan = b"table;service\n1;desk\n" + b"\n" * 200_000
    answer = workshop.facilitator.post("seats", files={"plan": ("plan.csv", plan)})
    assert answer.ok, answer.text


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
