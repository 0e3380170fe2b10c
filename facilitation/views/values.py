"""The values that are sent: records as JSON, and what is worked out for the reader."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from facilitation.domain.ballots import readable
from facilitation.domain.records import (
    Action,
    Ballot,
    Case,
    Contribution,
    Participant,
    Statement,
    Theme,
)
from facilitation.domain.state import State
from facilitation.domain.tallies import told
from facilitation.views.audience import Audience


def plain(value: Any) -> Any:
    """Records and tuples as JSON values; text and numbers stay what they are."""
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    fields = getattr(value, "__dataclass_fields__", None)
    if fields is not None:
        return {name: plain(getattr(value, name)) for name in fields}
    return value


def on_screen(audience: Audience, record: Any, name: str) -> Any:
    """A field's value; of a sheet, the screen and its readers go on reading what is held there."""
    value = getattr(record, name)
    if isinstance(record, Action) and audience.kind in ("screen", "observers"):
        return dict(record.held).get(name, value)
    return value


def _signature(state: State, audience: Audience, record: Contribution) -> str:
    """The author's name, when the text is signed and a name was given; a positioning speaks for a
    service, whoever wrote it.
    """
    if record.kind == "positioning" or not record.author:
        return ""
    return state.name_of(record.author)


def _name(state: State, audience: Audience, record: Participant) -> str:
    return state.name_of(record.id)


def _size(state: State, audience: Audience, record: Theme) -> int:
    return len(state.themed.get(record.id, ()))


def _support(state: State, audience: Audience, record: Contribution) -> int:
    return len(record.supporters)


def _tally(state: State, audience: Audience, record: Ballot) -> Any:
    """How answers spread, and remarks, from five papers up; remarks for facilitators alone."""
    tally = told(record.tally) if record.tally is not None else None
    if tally is not None and audience.kind != "facilitators":
        tally = replace(tally, remarks=())
    return plain(tally)


def _releases(state: State, audience: Audience, record: Case) -> list[Any]:
    """Only the facilitator reads a piece of information before its time."""
    given = record.releases
    if audience.kind != "facilitators":
        given = given[: record.released]
    return [plain(release) for release in given]


def _options(state: State, audience: Audience, record: Ballot) -> Any:
    return plain(readable(state, record))


def _reserves(state: State, audience: Audience, record: Statement) -> Any:
    """The screen, and whoever reads along with it, wait for what was not shown yet."""
    waits = audience.kind in ("screen", "observers")
    return [plain(one) for one in record.reserves if one.shown or not waits]


def _version(state: State, audience: Audience, record: Action) -> int:
    return len(record.history)


COMPUTED: Final[dict[tuple[str, str], Callable[[State, Audience, Any], Any]]] = {
    ("contributions", "signature"): _signature,
    ("contributions", "support"): _support,
    ("participants", "name"): _name,
    ("themes", "size"): _size,
    ("cases", "releases"): _releases,
    ("ballots", "tally"): _tally,
    ("actions", "version"): _version,
    ("ballots", "options"): _options,
    ("statements", "reserves"): _reserves,
}
