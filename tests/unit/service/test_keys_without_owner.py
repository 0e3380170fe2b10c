"""Keys of non-nominative texts: whatever their author does with them, no key leads to a person."""

from typing import Any
from uuid import uuid4

import pytest

from facilitation.domain.core import Actor
from facilitation.protocol import wire
from facilitation.protocol.wire import Request
from facilitation.service.jobs import Job, answered
from tests.support.stage import Stage, device

SECRET = "5e" * 16
POST = {"kind": "expectation", "text": "Que l’on nous réponde.", "anonymous": True}


def job(actor: Actor, name: str, /, key: str = "", **payload: Any) -> Job:
    """A command as it comes from a phone, with its key and the secret that it carries."""
    body = {"key": key or uuid4().hex, "name": name, "payload": payload}
    read: Request = wire.read_request(wire.dumps(body).encode())
    secret = read.payload.edit_secret
    return Job(actor, read.command, read.payload, read.key, read.body_hash, secret=secret)


@pytest.fixture
def stage() -> Stage:
    made = Stage()
    made.begin("attentes")
    return made


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("contribution.edit", {"text": "Que l’on nous réponde vite."}),
        ("contribution.withdraw", {}),
    ],
)
@pytest.mark.parametrize("hand", ["phone", "device"])
def test_no_key_tells_who_reworded_or_took_back_a_text_without_a_name(
    stage: Stage, name: str, more: dict[str, str], hand: str
) -> None:
    awa = stage.join()
    actor = awa if hand == "phone" else device("1", awa.participant)
    text = stage.play(job(actor, "contribution.post", edit_secret=SECRET, **POST))["id"]
    again = job(actor, name, contribution=text, edit_secret=SECRET, **more)
    stage.play(again)
    assert [entry.owner for entry in stage.entries if entry.key] == ["", ""]
    assert awa.participant not in repr([entry for entry in stage.entries if entry.key])
    assert answered(stage.memory, again) == stage.entries[-1].answer


def test_a_signed_text_is_still_keyed_by_its_sender(stage: Stage) -> None:
    awa = stage.join()
    stage.play(job(awa, "contribution.post", **POST | {"anonymous": False}))
    assert stage.entries[-1].owner == awa.participant
