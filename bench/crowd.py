"""The room under load: a facilitator, a projector and so many phones, each with its own line."""

import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Final
from uuid import uuid4

import gevent
from gevent.event import Event
from gevent.pool import Pool

from bench.line import Ear, Line
from bench.served import ADMIN_KEY

Json = dict[str, Any]

SCENARIO: Final = "belfort-2013"
#: Phones that join at the same instant; the rest follow as soon as one is in.
AT_ONCE: Final = 200
ARRIVAL: Final = 30.0
SENTENCE: Final = (
    "Que les services disposent d’un calendrier commun des échéances et qu’un référent soit"
    " désigné pour répondre aux communes sous huit jours"
)


@dataclass(slots=True)
class Post:
    """A text on its way: when it left, when it was acknowledged, who saw it when (seconds)."""

    sent: float
    acked: float = 0.0
    seen: dict[str, float] = field(default_factory=dict)
    shown: Event = field(default_factory=Event)


class Crowd:
    """Everybody in the room; `posts` by the text that each one sent."""

    def __init__(self, url: str, phones: int) -> None:
        self.url = url
        self.size = phones
        self.posts: dict[str, Post] = {}
        self.faults: Counter[str] = Counter()
        self.wall: Counter[str] = Counter()
        self.screened: dict[str, float] = {}
        self.phones: list[Line] = []
        self.ears: list[Ear] = []
        created = Line(url, "").create(ADMIN_KEY, SCENARIO)
        self.code = str(created["code"])
        self.lead = Line(url, self.code, created["facilitator_token"])
        self._listen(self.lead, "wall")
        self._listen(Line(url, self.code, created["screen_token"]), "screen")
        snapshot = self.lead.get("snapshot")["records"]
        self._tables = list(snapshot["tables"])
        self._services = list(snapshot["services"])
        self.step = next(
            key for key, step in snapshot["steps"].items() if "expectation" in step["allows"]
        )
        self.must("step.start", {"step": self.step})

    def must(self, name: str, payload: Json) -> Json:
        """A facilitator's command that has to succeed."""
        status, answer = self.lead.command(uuid4().hex, name, payload)
        if status != 200:
            raise RuntimeError(f"{name}: {answer}")
        result: Json = answer["result"]
        return result

    def _listen(self, line: Line, who: str) -> float:
        ear = Ear(line, lambda name, content, now: self._heard(who, name, content, now))
        ear.open()
        self.ears.append(ear)
        if not ear.ready.wait(ARRIVAL):
            self.faults["no snapshot"] += 1
        return time.perf_counter()

    def _heard(self, who: str, name: str, content: Json, now: float) -> None:
        if name != "changes":
            return
        records = content["records"]
        if who == "screen" and "screen" in records:
            self._screen(records["screen"], now)
        for record in records.get("contributions", {}).values():
            self._saw(who, record, now)

    def _saw(self, who: str, record: Json | None, now: float) -> None:
        post = self.posts.get(record["text"]) if record else None
        if post is None or record is None:
            return
        if who == "wall":
            self.wall[record["text"]] += 1
        post.seen.setdefault(who, now)
        if who == "wall":
            post.shown.set()

    def _screen(self, records: Json, now: float) -> None:
        for record in records.values():
            self.screened.setdefault(str(record.get("text")), now)

    def join(self, number: int) -> float:
        """One phone comes in and holds its first snapshot; the seconds it took."""
        began = time.perf_counter()
        line = Line(self.url, self.code)
        body = {
            "service": self._services[number % len(self._services)],
            "table": self._tables[number % len(self._tables)],
            "name": None,
        }
        status, answer = line.post("participants", body)
        if status != 201:
            self.faults[f"join {status}"] += 1
            return time.perf_counter() - began
        line.token = answer["token"]
        self.phones.append(line)
        return self._listen(line, "phone") - began

    def everybody(self, act: Any, count: int) -> list[Any]:
        """So many at once, in a bounded crowd; what each one answered."""
        answers: list[Any] = Pool(AT_ONCE).map(act, range(count))
        return answers

    def post(self, number: int) -> float:
        """One phone posts; the seconds until it was acknowledged."""
        text = f"{SENTENCE} ({len(self.posts) + 1})."
        post = self.posts[text] = Post(time.perf_counter())
        payload = {"kind": "expectation", "text": text, "step": self.step}
        line = self.phones[number % len(self.phones)]
        status, answer = line.command(uuid4().hex, "contribution.post", payload)
        if status != 200:
            self.faults[str(answer.get("code", status))] += 1
            del self.posts[text]
            return time.perf_counter() - post.sent
        post.acked = time.perf_counter()
        return post.acked - post.sent

    def missing(self) -> int:
        """Acknowledged posts that a fresh snapshot does not hold exactly once."""
        held = Counter(
            one["text"] for one in self.lead.get("snapshot")["records"]["contributions"].values()
        )
        return sum(1 for text, post in self.posts.items() if post.acked and held[text] != 1)

    def close(self) -> None:
        """Everybody hangs up."""
        gevent.joinall([gevent.spawn(ear.close) for ear in self.ears], timeout=ARRIVAL)
