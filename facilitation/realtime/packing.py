"""The JSON of the socket: the library's options are taken and ignored, the form is compact."""

from typing import Any

from facilitation.protocol import wire


def dumps(value: Any, **_options: Any) -> str:
    """Compact JSON."""
    return wire.dumps(value)


def loads(text: str | bytes, **_options: Any) -> Any:
    """JSON as values."""
    return wire.loads(text)
