"""What is measured: how many phones, what they do, who is compared, which ratio to reach."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Literal

from bench.compare.swarm import Figures, Swarm
from bench.served import Served

#: Longer than the gap in which Tablée gathers: each event finds a quiet room.
PAUSE_MS: Final = 60
POSTERS: Final = 100
EVENTS_PER_SECOND: Final = 200


@dataclass(frozen=True, slots=True)
class Bar:
    """A figure to reach: alone, or divided by the same figure of `against`."""

    figure: str
    against: str
    limit: float
    sense: Literal["≥", "≤"] = "≥"

    def met(self, value: float) -> bool:
        """Whether a value is good enough."""
        return value >= self.limit if self.sense == "≥" else value <= self.limit


@dataclass(frozen=True, slots=True)
class Phase:
    """`act` drives the swarm once everybody is in; the first contender is held to the bars."""

    title: str
    phones: int
    contenders: tuple[str, ...]
    figures: tuple[str, ...]
    bars: tuple[Bar, ...]
    act: Callable[[Swarm, Served, int], Figures]
    keeps_http: bool = False


def _costed(server: Served, act: Callable[[], Figures], counted: str) -> Figures:
    before = server.cost().cpu_seconds
    figures = act()
    cpu = server.cost().cpu_seconds - before
    figures["per CPU s"] = figures[counted] / cpu if cpu else 0.0
    figures["per s"] = figures[counted] / figures["seconds"] if figures["seconds"] > 0 else 0.0
    figures["CPU s"] = cpu
    return figures


def _fan(rounds: int) -> Callable[[Swarm, Served, int], Figures]:
    def act(swarm: Swarm, server: Served, phones: int) -> Figures:
        swarm.does("fan", 3, PAUSE_MS)
        return _costed(server, lambda: swarm.does("fan", rounds, PAUSE_MS), "delivered")

    return act


def _rate(swarm: Swarm, server: Served, phones: int) -> Figures:
    swarm.does("fan", 3, PAUSE_MS)
    return _costed(server, lambda: swarm.does("rate", EVENTS_PER_SECOND, 5), "delivered")


def _loop(swarm: Swarm, server: Served, phones: int) -> Figures:
    warm = swarm.does("loop", POSTERS, 1)
    figures = _costed(server, lambda: swarm.does("loop", POSTERS, 5), "answered")
    return figures | {"saved": warm["answered"] + figures["answered"]}


def _burst(swarm: Swarm, server: Served, phones: int) -> Figures:
    figures = _costed(server, lambda: swarm.does("burst", 1), "answered")
    return figures | {"saved": figures["answered"]}


def _nothing(swarm: Swarm, server: Served, phones: int) -> Figures:
    return {}


def _fanning(phones: int, rounds: int, stock: float, node: float) -> Phase:
    speed = "per CPU s"
    bars = (Bar(speed, "stock", stock), Bar(speed, "node", node))
    return Phase(
        f"one event to {phones:,} phones (deliveries)",
        phones,
        ("tablee", "tablee gevent", "stock", "stock, browsers", "node"),
        (speed, "p50", "p90"),
        bars,
        _fan(rounds),
    )


EVERY: Final = {
    "fan": _fanning(1_000, 40, 3.5, 1.2),
    "fan5000": _fanning(5_000, 15, 5, 1.3),
    "rate": Phase(
        f"{EVENTS_PER_SECOND} events/s to 1,000 phones (deliveries)",
        1_000,
        ("tablee", "tablee gevent", "node"),
        ("p50", "p99", "per CPU s", "CPU s"),
        (Bar("p99", "", 100, "≤"),),
        _rate,
    ),
    "posts": Phase(
        f"{POSTERS} phones post without pause",
        POSTERS,
        ("tablee", "tablee gevent", "commit per post", "no database"),
        ("per s", "per CPU s", "p50", "p99"),
        (Bar("per s", "commit per post", 5), Bar("per s", "no database", 0.7)),
        _loop,
        keeps_http=True,
    ),
    "burst": Phase(
        "1,000 phones post within one second",
        1_000,
        ("tablee", "tablee gevent", "commit per post"),
        ("p50", "p99", "max", "refused"),
        (Bar("p99", "commit per post", 0.1, "≤"), Bar("refused", "", 0, "≤")),
        _burst,
        keeps_http=True,
    ),
    "join": Phase(
        "1,000 phones join at once, HTTP and socket kept open",
        1_000,
        ("tablee", "tablee gevent", "stock", "stock, browsers", "node"),
        ("all in s", "join CPU ms", "join refused", "KiB"),
        (Bar("join refused", "", 0, "≤"), Bar("KiB", "", 80, "≤")),
        _nothing,
        keeps_http=True,
    ),
}
