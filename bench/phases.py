"""What is measured, phase by phase; each answers its latencies in seconds."""

import argparse
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final
from uuid import uuid4

import gevent

from bench.crowd import Crowd

#: How long the last post of a phase may take to be seen.
PATIENCE: Final = 10.0
SCREEN_CHANGES: Final = 20


@dataclass(slots=True)
class Figures:
    """Latencies by what they are of, how many things were done, in how many seconds."""

    latencies: dict[str, list[float]]
    count: int
    seconds: float
    cpu_seconds: float = 0.0


@dataclass(slots=True)
class Result:
    """All phases of one server; `lost` counts acknowledged posts that are not there."""

    name: str
    phases: dict[str, Figures] = field(default_factory=dict)
    memory_mib: float = 0.0
    lost: int = 0


def joining(crowd: Crowd, _asked: argparse.Namespace) -> Figures:
    """Everybody comes in at once: HTTP, socket, first snapshot."""
    began = time.perf_counter()
    took = crowd.everybody(crowd.join, crowd.size)
    return Figures({"join": took}, len(took), time.perf_counter() - began)


def steadily(crowd: Crowd, asked: argparse.Namespace) -> Figures:
    """Posts at a steady rate, whatever the answers do (open loop)."""
    known = len(crowd.posts)
    began = time.perf_counter()
    flying = []
    for number in range(int(asked.rate * asked.seconds)):
        gevent.sleep(max(0.0, began + number / asked.rate - time.perf_counter()))
        flying.append(gevent.spawn(crowd.post, number))
    gevent.joinall(flying, timeout=PATIENCE)
    return _posted(crowd, known, began)


def at_once(crowd: Crowd, _asked: argparse.Namespace) -> Figures:
    """Everybody posts within the same second."""
    known = len(crowd.posts)
    began = time.perf_counter()

    def one(number: int) -> None:
        gevent.sleep(number / crowd.size)
        crowd.post(number)

    gevent.joinall([gevent.spawn(one, number) for number in range(crowd.size)])
    return _posted(crowd, known, began)


def without_pause(crowd: Crowd, asked: argparse.Namespace) -> Figures:
    """Some post again as soon as they are acknowledged (closed loop): the throughput."""
    known = len(crowd.posts)
    began = time.perf_counter()

    def again(number: int) -> None:
        while time.perf_counter() - began < asked.seconds:
            crowd.post(number)

    posters = min(asked.posters, len(crowd.phones))
    gevent.joinall([gevent.spawn(again, number) for number in range(posters)])
    return _posted(crowd, known, began)


def projecting(crowd: Crowd, _asked: argparse.Namespace) -> Figures:
    """The facilitator changes the scene; until the projector holds it."""
    began = time.perf_counter()
    took = []
    for _ in range(SCREEN_CHANGES):
        text = f"Annonce {uuid4().hex}"
        sent = time.perf_counter()
        crowd.must("screen.show", {"scene": "message", "text": text})
        took.append(_until(crowd, text) - sent)
    return Figures({"to the screen": took}, len(took), time.perf_counter() - began)


def _until(crowd: Crowd, text: str) -> float:
    limit = time.perf_counter() + PATIENCE
    while text not in crowd.screened and time.perf_counter() < limit:
        gevent.sleep(0.0005)
    return crowd.screened.get(text, limit)


def _posted(crowd: Crowd, known: int, began: float) -> Figures:
    ended = time.perf_counter()
    posts = list(crowd.posts.values())[known:]
    for post in posts:
        post.shown.wait(PATIENCE)
    acked = [post.acked - post.sent for post in posts if post.acked]
    walled = [post.seen["wall"] - post.sent for post in posts if "wall" in post.seen]
    return Figures({"acknowledged": acked, "on the wall": walled}, len(acked), ended - began)


EVERY: Final[dict[str, Callable[[Crowd, argparse.Namespace], Figures]]] = {
    "everybody joins": joining,
    "posts at a steady rate": steadily,
    "everybody posts within a second": at_once,
    "posts without pause": without_pause,
    "the screen changes": projecting,
}
