"""An archive read back: `archive.zip` as the documents make it, and nothing else.

It comes from anywhere: its size, its members, what they unfold to, its versions, the names and
numbers of its events are checked before anything is believed.
"""

import io
import re
import zipfile
import zlib
from dataclasses import dataclass, field
from typing import Any, Final

import msgspec

from facilitation.domain.core import EVENTS, Refused
from facilitation.domain.creation import WorkshopCreated
from facilitation.domain.evolve import Recorded
from facilitation.domain.records import Life
from facilitation.protocol import wire
from facilitation.protocol.ports import Answered
from facilitation.protocol.text import normalise

FORMAT: Final = 3
MEMBERS: Final = frozenset({"workshop.json", "records.json", "log.json", "keys.json"})
#: An older archive tells of no key and of no life: phones may bring back what it holds already.
OLDER: Final = (2, MEMBERS - {"keys.json"})
#: Bytes: of the file, and of what all of it unfolds to. A long day in a full house takes a tenth.
LARGEST: Final = 32 * 1024 * 1024
MOST_UNFOLDED: Final = 256 * 1024 * 1024
#: An archive of a real day shrinks to a fifteenth.
MOST_FOLDED: Final = 60
MOST_EVENTS: Final = 500_000
LONGEST_WORD: Final = 40
MOST_LIVES: Final = 1_000
#: A code becomes part of the name of a file.
CODE: Final = re.compile(r"[A-Z0-9]{6}")
HASH: Final = re.compile(r"[0-9a-f]{64}")
CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
EPOCH: Final = re.compile(r"[0-9a-z-]{1,32}")


#: What the library says of a zip that is none, is cut, or asks for what it does not know.
_UNREADABLE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
)


class Line(msgspec.Struct, forbid_unknown_fields=True):
    """One event of the log, as the archive keeps it."""

    seq: int
    first: int
    command: str
    by: str
    event: str
    body: msgspec.Raw


class Lived(msgspec.Struct, forbid_unknown_fields=True):
    """A life of the workshop, and the last number of its log that the archive shares."""

    epoch: str
    seq: int


class Head(msgspec.Struct):
    """What an archive says of itself."""

    format: int
    code: str
    seq: int
    lives: list[Lived] = []


class Key(msgspec.Struct, forbid_unknown_fields=True):
    """A key that was used, as a hash, and its first answer."""

    key: str
    body: str
    seq: int
    result: dict[str, str]


@dataclass(frozen=True, slots=True)
class Archive:
    """A workshop out of an archive: its code, its log, the names that people gave, first answers
    by the hash of their key, the lives that it went through.
    """

    code: str
    recorded: tuple[Recorded, ...]
    names: dict[str, str]
    keys: dict[str, Answered] = field(default_factory=dict)
    lives: tuple[Life, ...] = ()


def read(content: bytes) -> Archive:
    """Refused with a code for everything that is no whole archive of a Tablée of this version."""
    members = _members(content)
    head = _decoded(members["workshop.json"], Head)
    if (head.format, frozenset(members)) not in ((FORMAT, MEMBERS), OLDER):
        raise Refused("archive_other_version")
    recorded = tuple(_events(_decoded(members["log.json"], list[Line])))
    _check(head, recorded)
    keys = _keys(head, _decoded(members.get("keys.json", b"[]"), list[Key]))
    return Archive(head.code, recorded, _names(members["records.json"]), keys, _lives(head))


def _members(content: bytes) -> dict[str, bytes]:
    if len(content) > LARGEST:
        raise Refused("archive_too_large")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as bundle:
            infos = bundle.infolist()
            names = {info.filename for info in infos}
            if names not in (MEMBERS, OLDER[1]) or len(infos) != len(names):
                raise Refused("archive_damaged")
            return {info.filename: _unfolded(bundle, info) for info in infos}
    except _UNREADABLE:
        raise Refused("archive_damaged") from None


def _unfolded(bundle: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """What a member says of its size is not believed: it is read up to the limit and no more."""
    limit = min(MOST_UNFOLDED, MOST_FOLDED * max(info.compress_size, 1_000))
    with bundle.open(info) as opened:
        content = opened.read(limit + 1)
    if len(content) > limit:
        raise Refused("archive_too_large")
    return content


def _decoded(content: bytes, kind: Any) -> Any:
    try:
        return msgspec.json.decode(content, type=kind)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise Refused("archive_damaged") from None


def _events(lines: list[Line]) -> list[Recorded]:
    if len(lines) > MOST_EVENTS:
        raise Refused("archive_too_large")
    return [_recorded(line, number) for number, line in enumerate(lines, 1)]


def _recorded(line: Line, number: int) -> Recorded:
    """Numbers follow each other, and no word is longer than the log's own."""
    words = (line.command, line.by)
    if line.seq != number or not 0 < line.first <= number:
        raise Refused("archive_damaged")
    if any(len(word) > LONGEST_WORD for word in words):
        raise Refused("archive_damaged")
    if line.event not in EVENTS:
        raise Refused("archive_other_version")
    try:
        if not _is_text(wire.loads(bytes(line.body))):
            raise Refused("archive_damaged")
        event = wire.decode_event(line.event, bytes(line.body))
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        raise Refused("archive_damaged") from None
    return Recorded(line.seq, line.first, line.command, line.by, event)


def _is_text(value: Any) -> bool:
    """Whether it holds what could have been typed in alone: no control character came past the
    edge, and documents could not be made of one.
    """
    if isinstance(value, str):
        return CONTROL.search(value) is None
    if isinstance(value, list):
        return all(map(_is_text, value))
    return not isinstance(value, dict) or all(map(_is_text, value.values()))


def _check(head: Head, recorded: tuple[Recorded, ...]) -> None:
    """It begins with the workshop that it is named after, under a code that could be given."""
    first = recorded[0].event if recorded else None
    named = isinstance(first, WorkshopCreated) and first.code == head.code
    spelt = CODE.fullmatch(head.code) is not None
    if not (named and spelt and len(recorded) == head.seq):
        raise Refused("archive_damaged")


def _keys(head: Head, told: list[Key]) -> dict[str, Answered]:
    """First answers, each to a key of its own, none beyond the end of the log."""
    if len(told) > MOST_EVENTS:
        raise Refused("archive_too_large")
    keys = {one.key: _answered(head, one) for one in told}
    if len(keys) != len(told):
        raise Refused("archive_damaged")
    return keys


def _answered(head: Head, one: Key) -> Answered:
    spelt = HASH.fullmatch(one.key) and (not one.body or HASH.fullmatch(one.body))
    words = (*one.result, *one.result.values())
    if not spelt or not 0 <= one.seq <= head.seq or len(words) > 2:
        raise Refused("archive_damaged")
    if any(len(word) > LONGEST_WORD for word in words):
        raise Refused("archive_damaged")
    return Answered(one.body, {"ok": True, "seq": one.seq, "result": one.result})


def _lives(head: Head) -> tuple[Life, ...]:
    lives = tuple(Life(life.epoch, life.seq) for life in head.lives)
    known = {life.epoch for life in lives if EPOCH.fullmatch(life.epoch)}
    if len(known) != len(lives) or len(lives) > MOST_LIVES:
        raise Refused("archive_damaged")
    if any(not 0 <= life.seq <= head.seq for life in lives):
        raise Refused("archive_damaged")
    return lives


class _Person(msgspec.Struct):
    id: str
    name: str | None = None


class _Records(msgspec.Struct):
    participants: list[_Person]


def _names(content: bytes) -> dict[str, str]:
    records: _Records = _decoded(content, _Records)
    return {one.id: normalise(one.name)[:80] for one in records.participants if one.name}
