"""Canaries: strings that some may see, looked for in everything that everybody else is sent."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from uuid import uuid4

import pytest
import requests

from tests.support.remote import Ear, Line, Workshop, expectation

#: What is asked here does not hang on the async mode: once is enough.
pytestmark = pytest.mark.slow

#: Each canary, and who may ever be sent it while the step is private: facilitators see the wall.
CANARIES = {
    "canari-nom-de-awa": "awa noah device facilitator",
    "canari-texte-prive": "awa facilitator",
    "canari-message-table-2": "lea facilitator",
    "canari-point-gare": "facilitator",
}
PAGES = {"screen": "screen", "observer": "observe", "facilitator": "facilitate"}


@dataclass
class Cast:
    """Everybody, and all that each was sent."""

    workshop: Workshop
    lines: dict[str, Line]
    sent: dict[str, str] = field(default_factory=dict)

    def hear(self, name: str, what: str) -> None:
        self.sent[name] = self.sent.get(name, "") + what


def pages(cast: Cast, name: str, line: Line) -> Iterator[str]:
    """The HTML of every page of the workshop, as this device gets it."""
    code = cast.workshop.code
    role = {"awa": "participant", "noah": "participant", "lea": "participant"}.get(name, name)
    cookie = f"tablee_{code}_{'table_1' if role == 'device' else role}"
    for page in ("", "/facilitate", "/screen", "/observe", "/table/1", "/table/2", "/notice"):
        yield requests.get(
            f"{cast.workshop.root}/w/{code}{page}",
            headers={"Cookie": f"{cookie}={line.token}"} if line.token else {},
            timeout=20,
        ).text


def asked(cast: Cast, name: str, line: Line) -> Iterator[str]:
    """What reading, each document and wrong commands are answered."""
    for path in ("snapshot", "me", "devices", "documents/minutes.md", "documents/archive.zip"):
        yield line.get(path).text if name != "facilitator" else ""
    yield line.get("snapshot", since="0").text
    for wanted in ("ATT-001", "ATT-002", "POS-001", "PKD-01", "MSG-01", "P-01"):
        yield line.send("contribution.edit", contribution=wanted, text="x", base=0).text
        yield line.send("contribution.support", contribution=wanted).text
        yield line.send("parked.edit", parked=wanted, text="x", base=0).text
        yield line.send("message.withdraw", message=wanted, base=0).text


@pytest.fixture
def cast(workshop: Workshop) -> Iterator[Cast]:
    lead = workshop.facilitator
    workshop.write()
    awa = workshop.join("desk", "1", name="canari-nom-de-awa")
    noah, lea = workshop.join("office", "1"), workshop.join("desk", "2")
    device = lead.post("links", json={"role": "table", "table": "1"}).json()
    opened = requests.post(device["address"], allow_redirects=False, timeout=20)
    lines = {
        "awa": awa,
        "noah": noah,
        "lea": lea,
        "device": workshop.line(opened.cookies[f"tablee_{workshop.code}_table_1"]),
        "screen": workshop.screen,
        "observer": workshop.observer,
        "facilitator": lead,
        "nobody": workshop.line(),
    }
    cast = Cast(workshop, lines)
    with ExitStack() as stack:
        ears = {name: stack.enter_context(Ear(line)) for name, line in lines.items() if line.token}
        awa.do("contribution.post", **expectation("canari-texte-prive"))
        lead.do("message.send", text="canari-message-table-2", table="2")
        lead.do("contribution.park", text="canari-point-gare")
        themes = [lead.do("theme.create", name=name)["id"] for name in ("Un", "Deux")]
        wanted = {"question": "Lequel ?", "subject": "themes", "budget": 3, "most": 3}
        ballot = lead.do("ballot.open", **wanted)["id"]
        paper = uuid4().hex
        vote = {"ballot": ballot, "paper_key": paper, "choices": {themes[0]: 3}}
        awa.do("ballot.cast", **vote)
        for name, line in lines.items():
            for text in (*pages(cast, name, line), *asked(cast, name, line)):
                cast.hear(name, text)
        for name, ear in ears.items():
            ear.until(lambda ear: ear.streams)
            cast.hear(name, str(ear.heard))
        cast.hear("facilitator", str(ears["facilitator"].heard) + lead.get("snapshot").text)
        cast.sent = {name: f"{said} {paper in said}" for name, said in cast.sent.items()}
        yield cast


def test_a_canary_reaches_nobody_whom_its_row_does_not_name(cast: Cast) -> None:
    for canary, allowed in CANARIES.items():
        heard = {name for name, said in cast.sent.items() if canary in said}
        assert heard <= set(allowed.split()), canary
    # The net catches: whoever may hear a canary does.
    assert "canari-texte-prive" in cast.sent["awa"]
    assert "canari-message-table-2" in cast.sent["lea"]
    assert "canari-point-gare" in cast.sent["facilitator"]
    assert "canari-nom-de-awa" in cast.sent["facilitator"]


def test_no_key_of_a_ballot_paper_comes_back_to_anybody(cast: Cast) -> None:
    assert {said.rpartition(" ")[2] for said in cast.sent.values()} == {"False"}
