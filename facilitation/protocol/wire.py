"""Commands and events as JSON, there and back; a shape that does not fit is refused by name."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from facilitation.domain.core import EVENTS, Event, Refused
from facilitation.domain.evolve import Recorded
from facilitation.protocol.catalogue import CATALOGUE
from facilitation.protocol.commands.command import Command
from facilitation.protocol.text import clean

_ENCODER: Final = msgspec.json.Encoder()
KEY_LENGTH: Final = 32


@dataclass(frozen=True, slots=True)
class Request:
    """A command as it came: catalogue line, decoded payload, key, base, whom it acts for; for one
    that is offered again, the `epoch` it comes from and the `number` it was given then.
    """

    command: Command
    payload: Any
    key: str
    base: int | None
    body_hash: str
    acting: str | None = None
    epoch: str | None = None
    number: str | None = None


def read_request(body: bytes) -> Request:
    """The body of `POST …/commands`; refused with the field that does not fit."""
    wire = read_json(body)
    key, name, base = (wire.get(field) for field in ("key", "name", "base"))
    if not is_key(key):
        raise Refused("bad_payload", field="key")
    if base is not None and (not isinstance(base, int) or isinstance(base, bool)):
        raise Refused("bad_payload", field="base")
    acting, epoch, number = (_word(wire, field) for field in ("as", "epoch", "number"))
    command = CATALOGUE.get(name) if isinstance(name, str) else None
    if command is None:
        raise Refused("unknown_command")
    payload = wire.get("payload", {})
    decoded = decode(payload, command.payload)
    hashed = fingerprint(name, payload, acting)
    return Request(command, decoded, str(key), base, hashed, acting, epoch, number)


def _word(wire: dict[str, Any], field: str) -> str | None:
    word = wire.get(field)
    if word is not None and (not isinstance(word, str) or len(word) > KEY_LENGTH):
        raise Refused("bad_payload", field=field)
    return word


def read_json(body: bytes) -> dict[str, Any]:
    """A JSON object with its texts normalised."""
    wire = _decoded(body)
    if not isinstance(wire, dict):
        raise Refused("bad_json")
    cleaned: dict[str, Any] = clean(wire)
    return cleaned


def _decoded(body: bytes) -> Any:
    """The values of a body; half an emoji, which a browser may cut and send, is let through."""
    try:
        return msgspec.json.decode(body)
    except (ValueError, RecursionError):
        if b"\\ud" not in body.lower():
            raise Refused("bad_json") from None
    try:
        return json.loads(body, parse_constant=_no_number)
    except (ValueError, RecursionError):
        raise Refused("bad_json") from None


def _no_number(word: str) -> None:
    raise ValueError(word)


def is_key(key: Any) -> bool:
    """Whether this is a key of the form that senders make: thirty-two hexadecimal digits."""
    return (
        isinstance(key, str)
        and len(key) == KEY_LENGTH
        and all(char in "0123456789abcdef" for char in key)
    )


def decode(payload: Any, kind: type[Any]) -> Any:
    """A payload of the kind that the catalogue names; unknown fields are refused."""
    if not isinstance(payload, dict):
        raise Refused("bad_payload", field="payload")
    for field in payload:
        if field not in kind.__dataclass_fields__:
            raise Refused("unknown_field", field=str(field))
    try:
        return msgspec.convert(payload, type=kind, strict=True)
    except msgspec.ValidationError as error:
        raise Refused("bad_payload", field=_path(str(error))) from None


def _path(message: str) -> str:
    """The field at fault, from the library's own words: `… - at `$.minutes``."""
    _, _, path = message.rpartition("$.")
    if path != message and path:
        return path.rstrip("`")
    return message.rpartition("required field `")[2].rstrip("`") or "payload"


def fingerprint(*parts: Any) -> str:
    """A hash of what was asked: the same key with another body is not the same request."""
    return hashlib.sha256(msgspec.json.encode(parts, order="deterministic")).hexdigest()


def encode_event(event: Event) -> bytes:
    """An event as the log keeps it."""
    return _ENCODER.encode(event)


def decode_event(name: str, body: bytes) -> Event:
    """An event from the log; raises KeyError for a name that no version ever wrote."""
    event: Event = msgspec.json.decode(body, type=EVENTS[name])
    return event


def recorded(row: Any) -> Recorded:
    """A row of the log as a recorded event."""
    return Recorded(row.seq, row.first, row.command, row.by, decode_event(row.name, row.body))


def dumps(value: Any) -> str:
    """Compact JSON text."""
    return _ENCODER.encode(value).decode()


def packed(value: Any) -> msgspec.Raw:
    """JSON that later JSON takes in as it is."""
    return msgspec.Raw(_ENCODER.encode(value))


def loads(text: str | bytes) -> Any:
    """JSON text as values."""
    return msgspec.json.decode(text)
