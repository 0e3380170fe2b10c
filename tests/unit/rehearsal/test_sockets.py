"""A simulated phone asks for changes that were too many for one message, as a page does."""

from typing import Any

from facilitation.rehearsal.sockets import Ear
from facilitation.rehearsal.streams import Streams

Json = dict[str, Any]


class Line:
    """The way up: what was asked, answered with a snapshot."""

    def __init__(self) -> None:
        self.asked: list[Json] = []

    def get(self, what: str, **query: str) -> Json:
        """A stream, whole."""
        self.asked.append({"what": what, **query})
        records = {"themes": {"THM-01": {"id": "THM-01"}}}
        return {"epoch": "e", "streams": {"screen": 9}, "records": records}


def listening() -> tuple[Ear, Line]:
    """An ear that holds the screen's stream up to number 3."""
    line: Any = Line()
    ear = Ear(line, Streams())
    ear._snapshot({"epoch": "e", "streams": {"screen": 3}, "records": {}})
    return ear, line


def test_changes_that_begin_where_they_end_are_asked_for() -> None:
    ear, line = listening()
    ear._changes({"streams": {"screen": 9}, "from": 9, "records": {}})
    assert line.asked == [{"what": "snapshot", "stream": "screen"}]
    assert ear.streams.stream("screen") == (9, {"themes": {"THM-01": {"id": "THM-01"}}})
    assert ear.streams.missing() == []


def test_changes_that_follow_on_are_taken_without_a_word() -> None:
    ear, line = listening()
    ear._changes({"streams": {"screen": 4}, "from": 3, "records": {"themes": {"T": {"id": "T"}}}})
    assert line.asked == []
    assert ear.streams.numbers == {"screen": 4}
