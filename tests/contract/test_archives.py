"""A workshop into an archive and back: the same records; what is no archive is never believed."""

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console

from facilitation import archiving
from facilitation.documents import catalogue
from facilitation.producing import source
from facilitation.protocol import archives
from facilitation.protocol.ports import Loaded
from facilitation.service.memory import remember
from facilitation.settings import Settings
from facilitation.store.sql_log import SqlEventLog
from facilitation.storing import open_log
from facilitation.views.report.reading import Reader
from tests.contract.databases import DATABASES, database
from tests.support.full_day import full_day
from tests.support.stage import CLAIRE, Stage, refused

CODE = "TEST01"
Json = dict[str, Any]


@pytest.fixture(scope="module")
def day() -> Stage:
    """A whole day; at its end something is undone, and done again by another hand."""
    stage = full_day()
    awa = stage.join("ddt", "1", "Awa")
    text = stage.post(awa, "Soutenu", step="accueil", anonymous=False)
    for voter in (awa, stage.join("ddt", "1"), stage.join("ars", "1")):
        stage.send(voter, "contribution.support", contribution=text, on=True)
    stage.theme("Éphémère")
    stage.undo(CLAIRE)
    return stage


@pytest.fixture(params=DATABASES)
def disk(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqlEventLog]:
    kept = open_log(database(request, tmp_path))
    yield kept
    kept.close()


@pytest.fixture(scope="module")
def packed(day: Stage) -> bytes:
    recorded = tuple(one for entry in day.entries for one in entry.recorded)
    return pack(Loaded("e", recorded, dict(day.state.names)))


def pack(loaded: Loaded) -> bytes:
    """The archive, as the documents make it."""
    reader = Reader(remember(loaded).state, "fr")
    return catalogue.archive(source(loaded, reader))


def members(content: bytes) -> Json:
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        return {name: json.loads(bundle.read(name)) for name in bundle.namelist()}


def content_of(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as bundle:
        return bundle.read(name)


def test_what_comes_back_is_the_same_workshop_record_by_record(
    disk: SqlEventLog, packed: bytes
) -> None:
    archiving.keep(disk, archives.read(packed))
    again = pack(disk.load(CODE))
    before, after = members(packed), members(again)
    for held in (before, after):
        for table in held["records.json"]["tables"]:
            # Of a signed text the archive does not tell the table, so that it counts for none.
            del table["contributions"], table["v"]
        for text in held["records.json"]["contributions"]:
            # Nor who wrote it.
            text.pop("signature", None)
    for name, records in before["records.json"].items():
        assert after["records.json"][name] == records, name
    # The one thing that an archive of this place adds: the life that begins here.
    (came,) = before["workshop.json"]["lives"]
    assert after["workshop.json"]["lives"][0] == came
    assert after | {"workshop.json": 0} == before | {"workshop.json": 0}


def test_what_came_back_gives_the_same_archive_to_the_byte(
    disk: SqlEventLog, packed: bytes, tmp_path: Path
) -> None:
    archiving.keep(disk, archives.read(packed))
    once = pack(disk.load(CODE))
    other = SqlEventLog(f"sqlite:///{tmp_path / 'other.db'}")
    archiving.keep(other, archives.read(once))
    twice = pack(other.load(CODE))
    other.close()
    for name in archives.MEMBERS - {"workshop.json"}:
        assert content_of(once, name) == content_of(twice, name), name
    lives = [members(one)["workshop.json"]["lives"] for one in (once, twice)]
    assert [len(one) for one in lives] == [2, 3]
    assert all(life in lives[1] for life in lives[0])


def test_an_archive_holds_neither_cards_nor_papers_nor_who_wrote(day: Stage, packed: bytes) -> None:
    held = str(members(packed)["log.json"])
    authors = {one.author for one in day.state.contributions()} - {None}
    assert authors
    posted = [one for one in members(packed)["log.json"] if "contribution." in one["event"]]
    assert not any(author in str(posted) for author in authors)
    assert "Awa" not in held
    assert CLAIRE.id not in held
    assert {one["body"].get("edit_hash", "")[:1] for one in posted} <= {"~", ""}


def test_a_workshop_that_is_here_is_not_written_over(disk: SqlEventLog, packed: bytes) -> None:
    archiving.keep(disk, archives.read(packed))
    with refused("archive_known"):
        archiving.keep(disk, archives.read(packed))


def changed(packed: bytes, name: str, change: Callable[[Any], Any]) -> bytes:
    """The archive with one of its members changed."""
    held = members(packed)
    held[name] = change(held[name])
    return zipped({path: json.dumps(content).encode() for path, content in held.items()})


def zipped(held: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as bundle:
        for path, content in held.items():
            bundle.writestr(path, content)
    return buffer.getvalue()


def line(number: int, **other: Any) -> Callable[[Any], Any]:
    """The log with one of its lines changed."""

    def change(log: list[Json]) -> list[Json]:
        return [*log[:number], log[number] | other, *log[number + 1 :]]

    return change


def _typed(log: list[Json], text: str) -> list[Json]:
    """The log with another text in its first contribution of a phone."""
    at = next(
        n
        for n, one in enumerate(log)
        if one["body"].get("via") == "phone" and "text" in one["body"]
    )
    return line(at, body=log[at]["body"] | {"text": text})(log)


def _broken(packed: bytes, word: bytes) -> bytes:
    """The archive with a byte that is no text in the log."""
    held = {name: json.dumps(one).encode() for name, one in members(packed).items()}
    held["log.json"] = held["log.json"].replace(b'"' + word, b'"\xff' + word[1:])
    return zipped(held)


KEY = {"key": "0a" * 32, "body": "0b" * 32, "seq": 3, "result": {"id": "ATT-001"}}

WRONG: dict[str, Callable[[bytes], bytes]] = {
    "not a zip": lambda packed: b"Monsieur,",
    "nothing": lambda packed: b"",
    "cut": lambda packed: packed[:-40],
    "flipped": lambda packed: packed[:400] + bytes([packed[400] ^ 255]) + packed[401:],
    "two missing": lambda packed: zipped({"workshop.json": b"{}"}),
    "one more": lambda packed: zipped(
        {name: json.dumps(held).encode() for name, held in members(packed).items()}
        | {"../../../etc/cron.d/tablee": b"x"}
    ),
    "no JSON": lambda packed: zipped(dict.fromkeys(archives.MEMBERS, b"{")),
    "another shape": lambda packed: zipped(dict.fromkeys(archives.MEMBERS, b"[1]")),
    "deep": lambda packed: zipped(dict.fromkeys(archives.MEMBERS, b"[" * 50_000)),
    "a path for a code": lambda packed: changed(
        packed, "workshop.json", lambda head: head | {"code": "../../"}
    ),
    "another code": lambda packed: changed(
        packed, "workshop.json", lambda head: head | {"code": "ABC234"}
    ),
    "fewer events": lambda packed: changed(packed, "log.json", lambda log: log[:-1]),
    "no events": lambda packed: changed(packed, "log.json", lambda log: []),
    "events twice": lambda packed: changed(packed, "log.json", lambda log: log + log),
    "a number of tomorrow": lambda packed: changed(packed, "log.json", line(3, first=99)),
    "a huge number": lambda packed: changed(packed, "log.json", line(3, seq=10**400)),
    "a body of another kind": lambda packed: changed(packed, "log.json", line(3, body={"a": 1})),
    "a field more": lambda packed: changed(packed, "log.json", line(3, more=1)),
    "a key twice": lambda packed: changed(packed, "keys.json", lambda _: [KEY, KEY]),
    "a key in clear": lambda packed: changed(packed, "keys.json", lambda _: [KEY | {"key": "1a"}]),
    "a key to what is not there": lambda packed: changed(
        packed, "keys.json", lambda _: [KEY | {"seq": 99_999}]
    ),
    "an answer of another shape": lambda packed: changed(
        packed, "keys.json", lambda _: [KEY | {"result": {"id": {"a": 1}}}]
    ),
    "a long answer": lambda packed: changed(
        packed, "keys.json", lambda _: [KEY | {"result": {"id": "x" * 99}}]
    ),
    "a life beyond the end": lambda packed: changed(
        packed, "workshop.json", lambda head: head | {"lives": [{"epoch": "e", "seq": 99_999}]}
    ),
    "a life twice": lambda packed: changed(
        packed, "workshop.json", lambda head: head | {"lives": head["lives"] * 2}
    ),
    "a text that nobody can type": lambda packed: changed(
        packed, "log.json", lambda log: _typed(log, "Le service\x00 répond\x1b[31m.")
    ),
    "no UTF-8 in a body": lambda packed: _broken(packed, b"phone"),
    "a long word": lambda packed: changed(packed, "log.json", line(3, by="x" * 99)),
}


@pytest.mark.parametrize("wrong", WRONG)
def test_what_is_no_whole_archive_is_refused(wrong: str, packed: bytes) -> None:
    with refused("archive_damaged"):
        archives.read(WRONG[wrong](packed))


def test_an_archive_of_an_older_version_comes_back_without_keys(packed: bytes) -> None:
    held = members(packed)
    del held["keys.json"]
    held["workshop.json"] = {"format": 2, "code": CODE, "seq": held["workshop.json"]["seq"]}
    read = archives.read(zipped({name: json.dumps(one).encode() for name, one in held.items()}))
    assert (read.keys, read.lives) == ({}, ())


def test_another_version_is_told_as_such(packed: bytes) -> None:
    older = changed(packed, "workshop.json", lambda head: head | {"format": 2})
    unknown = changed(packed, "log.json", line(3, event="of.a.later.version"))
    for other in (older, unknown):
        with refused("archive_other_version"):
            archives.read(other)


def test_a_bomb_is_not_unfolded(packed: bytes) -> None:
    with refused("archive_too_large"):
        archives.read(zipped(dict.fromkeys(archives.MEMBERS, b" " * 30_000_000)))


def test_a_bomb_that_says_it_is_small_is_not_unfolded_either(packed: bytes) -> None:
    bomb = zipped(dict.fromkeys(archives.MEMBERS, b" " * 30_000_000))
    modest = bomb.replace((30_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    assert modest != bomb
    with pytest.raises(Exception, match=r"archive_(too_large|damaged)"):
        archives.read(modest)


def test_the_command_brings_an_archive_into_the_database_of_this_machine(
    disk: SqlEventLog, packed: bytes, tmp_path: Path
) -> None:
    file = tmp_path / "day.zip"
    file.write_bytes(packed)
    kept = Settings(data_dir=tmp_path, database_url=disk.url)
    said = Console(file=io.StringIO())
    archiving.bring_in(kept, file, said)
    assert disk.codes() == [CODE]
    with refused("archive_known"):
        archiving.bring_in(kept, file, said)


def test_a_file_that_is_too_large_is_not_even_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LARGEST", 10)
    with refused("archive_too_large"):
        archives.read(b"x" * 11)


def test_events_that_do_not_follow_from_each_other_make_no_workshop(
    packed: bytes, tmp_path: Path
) -> None:
    log = members(packed)["log.json"]
    at = next(number for number, one in enumerate(log) if one["event"] == "command.undone")
    body = log[at]["body"] | {"undoes": 1}
    file = tmp_path / "odd.zip"
    file.write_bytes(changed(packed, "log.json", line(at, body=body)))
    with refused("archive_damaged"):
        archiving._fold(archives.read(file.read_bytes()))
