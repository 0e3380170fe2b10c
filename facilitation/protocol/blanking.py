"""Erasing a text from the log: which wordings it ever had, and an event without them."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from facilitation.domain.contributions import ContributionEdited, ContributionPosted
from facilitation.domain.core import EraseText
from facilitation.domain.evolve import Recorded
from facilitation.protocol import wire

#: What stands where a text was.
MARK: Final = "[…]"

#: A wording of so many characters is no coincidence: it is erased inside longer texts as well. A
#: shorter one is erased where it stands alone, for other texts may hold it by chance.
LONG: Final = 12


def wordings(recorded: Iterable[Recorded], effect: EraseText) -> list[str]:
    """All that the text ever said, the longest first."""
    own: list[Any] = [one.event for one in recorded if writes(one.event, effect.contribution)]
    said = {effect.text.strip(), *(event.text.strip() for event in own)}
    return sorted(said - {"", MARK}, key=len, reverse=True)


def writes(event: Any, contribution: str) -> bool:
    """Whether this is the text itself, or a rewording of it by its author."""
    written = isinstance(event, ContributionPosted | ContributionEdited)
    return bool(written and event.contribution == contribution)


def blanked(one: Recorded, effect: EraseText, said: Sequence[str]) -> bytes | None:
    """The event's body without these wordings; None when it holds none.

    What others wrote themselves is theirs, be it the same words: each is erased by its own number.
    """
    written = isinstance(one.event, ContributionPosted | ContributionEdited)
    if written and not writes(one.event, effect.contribution):
        return None
    value = wire.loads(wire.encode_event(one.event))
    without = _without(value, said)
    return wire.dumps(without).encode() if without != value else None


def _without(value: Any, said: Sequence[str]) -> Any:
    if isinstance(value, str):
        return _text(value, said)
    if isinstance(value, list):
        return [_without(item, said) for item in value]
    if isinstance(value, dict):
        return {name: _without(item, said) for name, item in value.items()}
    return value


def _text(text: str, said: Sequence[str]) -> str:
    if text.strip() in said:
        return MARK
    for wording in said:
        if len(wording) >= LONG:
            text = text.replace(wording, MARK)
    return text
