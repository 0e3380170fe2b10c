"""A text that was erased stands nowhere: not in the log, memory, streams, free pages or documents.

A canary goes wherever a text may go; then it is looked for everywhere.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitation.documents import catalogue
from facilitation.domain.contributions import Post
from facilitation.domain.core import EraseText
from facilitation.producing import source
from facilitation.protocol import wire
from facilitation.protocol.archived import lines
from facilitation.protocol.blanking import MARK
from facilitation.protocol.catalogue import CATALOGUE
from facilitation.protocol.wire import Request, decode, fingerprint
from facilitation.service.memory import remember
from facilitation.views.audience import Audience
from facilitation.views.report.reading import Reader
from tests.contract.linking.dump import unpacked
from tests.contract.linking.room import CLAIRE, Played, sqlite_disk
from tests.support.doubles import MemoryLog
from tests.support.entries import entry
from tests.support.stage import Stage

FIRST = "canari-un : le coffre est au sous-sol"
SECOND = "canari-deux : le coffre est à l’étage"
OTHER = "Une phrase de quelqu’un d’autre, sans secret."
CANARIES = ("canari-un", "canari-deux", "coffre est")


@pytest.fixture
def played(tmp_path: Path) -> Iterator[Played]:
    """A room where a text was reworded, voted on, made into a sheet, parked, set aside, shown."""
    room = Played(sqlite_disk(tmp_path), 1)
    room.fill(1, 3)
    awa = room.everybody()[0]
    room.send(CLAIRE, "step.start", step="situations")
    secret = "5e" * 16
    post = {"kind": "proposal", "anonymous": True, "edit_secret": secret}
    key = room.send(awa, "contribution.post", text=FIRST, **post)["id"]
    room.send(CLAIRE, "action.create", title=f"Suite à donner : {FIRST}")
    room.send(awa, "contribution.edit", contribution=key, text=SECOND, edit_secret=secret)
    other = room.send(awa, "contribution.post", text=OTHER, **post)["id"]
    room.send(CLAIRE, "contribution.set_aside", contribution=key, reason="protected")
    room.send(CLAIRE, "contribution.restore", contribution=key)
    room.send(CLAIRE, "contribution.show", contributions=[key])
    room.send(CLAIRE, "contribution.park", contribution=key)
    room.send(CLAIRE, "ballot.open", question="?", subject="proposals", options=[key, other])
    room.send(CLAIRE, "message.send", text=f"Vous avez écrit « {SECOND} »")
    yield room
    room.close()


def read_everywhere(room: Played) -> dict[str, bytes]:
    """The disk, the memory with its undo history, every stream, and the documents."""
    loaded = room.log.load(room.room.code)
    reader = Reader(remember(loaded).state, "fr")
    made = source(loaded, reader)
    files = dict(room.disk.dump({}).files)
    for name in ("minutes.md", "annex.md", "summary.md", "contributions.csv", "archive.zip"):
        kind = catalogue.find(name)
        assert kind is not None
        files |= unpacked(name, kind.make(made))
    people = [f"me:{one.participant}" for one in room.everybody()]
    for name in ("facilitators", "observers", "screen", "table:1", *people):
        kind_of, _, who = name.partition(":")
        seen = room.room.read(Audience(kind_of, who))
        files[f"stream {name}"] = wire.dumps(seen).encode()
    files["memory"] = repr(room.room.state).encode()
    files["ahead"] = repr(room.room._writer.ahead).encode()
    return files


def found(files: dict[str, bytes]) -> list[tuple[str, str]]:
    """Where which canary sings."""
    texts = {name: content.decode(errors="replace") for name, content in files.items()}
    return [(name, one) for name, text in texts.items() for one in CANARIES if one in text]


def test_an_erased_text_stands_nowhere(played: Played) -> None:
    before = {name for name, _ in found(read_everywhere(played))}
    assert {"tablee.db-wal", "memory", "stream facilitators", "archive.zip/log.json"} <= before
    key = played.room.state.contributions()[-2].id
    played.send(CLAIRE, "contribution.erase", contribution=key)
    assert found(read_everywhere(played)) == []


def test_no_hash_of_what_was_said_is_kept(tmp_path: Path) -> None:
    """A short text would be found by trying words."""
    room = Played(sqlite_disk(tmp_path), 1)
    room.fill(1, 2)
    room.send(CLAIRE, "step.start", step="situations")
    awa = room.everybody()[0]
    payload = {"kind": "proposal", "text": "Dupont ment", "anonymous": False}
    hashed = fingerprint("contribution.post", payload, None)
    request = Request(
        CATALOGUE["contribution.post"], decode(payload, Post), "1a" * 16, None, hashed
    )
    answer = room.rooms.submit(room.room.code, awa, request)
    assert hashed in {one.body_hash for one in room.log.load(room.room.code).answers.values()}
    room.send(CLAIRE, "contribution.erase", contribution=answer["result"]["id"])
    assert hashed.encode() not in b"".join(room.disk.dump({}).files.values())
    # Whoever asks again hears what they heard, after a restart as well.
    room.rooms.forget(room.room.code)
    assert room.rooms.submit(room.room.code, awa, request)["result"] == answer["result"]
    room.close()


def test_what_others_wrote_and_the_number_stay(played: Played) -> None:
    key = played.room.state.contributions()[-2].id
    played.send(CLAIRE, "contribution.erase", contribution=key)
    state = played.room.state
    assert [one.text for one in state.contributions()][-2:] == ["", OTHER]
    (sheet,) = state.actions()
    assert sheet.title == f"Suite à donner : {MARK}"
    assert "contribution.erased" in repr(lines(played.log.load(played.room.code), state))


def test_memory_and_disk_say_the_same_afterwards(played: Played) -> None:
    key = played.room.state.contributions()[-2].id
    played.send(CLAIRE, "contribution.erase", contribution=key)
    fresh = remember(played.log.load(played.room.code)).state
    assert fresh.collections == played.room.state.collections
    assert fresh.done == played.room.state.done


def test_those_who_listen_are_told_at_once_of_all_that_changed(played: Played) -> None:
    played.room.read(Audience("facilitators"))
    played.messages.sent.clear()
    key = played.room.state.contributions()[-2].id
    played.send(CLAIRE, "contribution.erase", contribution=key)
    told: dict[str, set[str]] = {}
    for kind, _, stream, message in played.messages.sent:
        if kind == "changes" and stream == "facilitators":
            for name, records in message["records"].items():
                told.setdefault(name, set()).update(records)
    assert {"contributions", "actions", "ballots", "parked", "messages"} <= told.keys()


def test_a_short_text_is_erased_where_it_stands_alone_and_nowhere_else() -> None:
    stage = Stage()
    stage.begin("situations")
    awa = stage.join()
    log = MemoryLog()
    log.create("TEST01", "epoch")
    key = stage.post(awa, "Code 42")
    stage.post(awa, "Code 42")
    stage.post(awa, "Le code 42 de la route, et Code 42 aussi")
    log.append("TEST01", stage.entries)
    log.append("TEST01", [entry(effects=(EraseText(key, "Code 42"),))])
    texts = [
        getattr(one.event, "text", None)
        for one in log.load("TEST01").recorded
        if one.command == "contribution.post"
    ]
    assert texts == [MARK, "Code 42", "Le code 42 de la route, et Code 42 aussi"]
