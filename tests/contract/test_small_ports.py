"""Clock, ids and publisher: the doubles keep the promises that the real ones make."""

import re
from typing import Any

import pytest

from facilitation.factory import SystemClock, SystemIds
from facilitation.protocol.ports import Clock, Ids, Publisher
from facilitation.realtime.gateway import Outlet, place
from tests.support.doubles import CountingIds, HandClock, KeptMessages

YEAR_2000, YEAR_2200 = 946_684_800_000, 7_258_118_400_000


class Recorder:
    """Stands where the socket library is: keeps what it is asked to send."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, Any, str]] = []

    def emit(self, name: str, message: Any, to: str) -> None:
        """Keep one message."""
        self.sent.append((name, message, to))


@pytest.mark.parametrize("clock", [SystemClock(), HandClock()], ids=["real", "double"])
def test_a_clock_tells_whole_milliseconds_and_never_goes_back(clock: Clock) -> None:
    told = [clock.now() for _ in range(3)]
    assert all(isinstance(one, int) and YEAR_2000 < one < YEAR_2200 for one in told)
    assert told == sorted(told)


@pytest.mark.parametrize("ids", [SystemIds(), CountingIds()], ids=["real", "double"])
def test_a_name_is_thirty_two_hexadecimal_digits_and_never_repeats(ids: Ids) -> None:
    made = [ids.new() for _ in range(1_000)]
    assert all(re.fullmatch("[0-9a-f]{32}", one) for one in made)
    assert len(set(made)) == len(made)


def test_two_sources_of_real_names_do_not_agree() -> None:
    assert {SystemIds().new() for _ in range(50)}.isdisjoint(SystemIds().new() for _ in range(50))


def publishers() -> list[Any]:
    recorder, kept = Recorder(), KeptMessages()
    outlet: Any = Outlet(recorder)  # type: ignore[arg-type]
    return [
        pytest.param(outlet, lambda: recorder.sent, id="real"),
        pytest.param(
            kept,
            lambda: [(name, said, place(code, to)) for name, code, to, said in kept.sent],
            id="double",
        ),
    ]


@pytest.mark.parametrize(("publisher", "sent"), publishers())
def test_a_message_goes_to_the_listeners_of_one_stream_of_one_workshop(
    publisher: Publisher, sent: Any
) -> None:
    publisher.changes("ABC234", "table:1", {"n": 1})
    publisher.live("ABC234", "facilitators", {"n": 2})
    assert sent() == [
        ("changes", {"n": 1}, place("ABC234", "table:1")),
        ("live", {"n": 2}, place("ABC234", "facilitators")),
    ]
    assert place("ABC234", "table:1") != place("ABC234", "table:11")
    assert place("ABC234", "screen") != place("XYZ789", "screen")
