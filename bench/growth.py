"""`python -m bench.growth`: how the cost of each act grows with what a workshop holds.

One process, no sockets, a log on disk: what the server's own code costs, in milliseconds of
processor, with 100 to 10,000 texts and 60 to 5,000 people. Flat is good; what has to grow with
what it carries (a whole snapshot, a restart) is told per record.
"""

import argparse
import itertools
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from facilitation.domain.core import Actor
from facilitation.factory import SystemClock, SystemIds
from facilitation.protocol import wire
from facilitation.protocol.catalogue import JOIN
from facilitation.scenarios import load
from facilitation.service.jobs import Job
from facilitation.service.ports import Ports
from facilitation.service.room import Room
from facilitation.service.rooms import Rooms
from facilitation.settings import Settings
from facilitation.store.sql_log import SqlEventLog
from facilitation.views.audience import Audience

Json = dict[str, Any]

LEAD: Final = Actor("facilitator", "claire")
ROUNDS: Final = 20
SIZES: Final = ((100, 60), (1_000, 60), (10_000, 60), (1_000, 1_000), (1_000, 5_000))


class Silent:
    """The publisher of a room without sockets: packs what it is told, as the fan-out would."""

    def changes(self, _code: str, _stream: str, message: Json) -> None:
        """Pack it."""
        wire.dumps(message)

    def live(self, _code: str, _stream: str, message: Json) -> None:
        """Nothing is told here."""


def _call(function: Callable[..., Any], *arguments: Any) -> Any:
    return function(*arguments)


class Hall:
    """A workshop with so many texts of so many people."""

    def __init__(self, folder: Path) -> None:
        settings = Settings()
        self._url = f"sqlite:///{folder / 'growth.db'}"
        self.rooms = self._opened()
        self.room: Room = self.rooms.create(load(settings.scenarios / "belfort-2013"))
        state = self.room.state
        self.tables = [table.id for table in state.tables()]
        self.service = next(iter(state.collections["services"]))
        self.step = next(one.id for one in state.steps() if "expectation" in one.allows)
        self.people: list[Actor] = []
        self._numbers = itertools.count(1)
        self.do(LEAD, "step.start", step=self.step)

    def _opened(self) -> Rooms:
        ports = Ports(
            SqlEventLog(self._url), SystemClock(), SystemIds(), Silent(), _call, _call, _no_pause
        )
        return Rooms(ports)

    def do(self, actor: Actor, name: str, /, **payload: Any) -> Json:
        """A command, from its body to its answer."""
        body = wire.dumps({"key": uuid4().hex, "name": name, "payload": payload})
        return self.rooms.submit(self.room.code, actor, wire.read_request(body.encode()))

    def join(self) -> Actor:
        """Somebody comes in and reads their streams."""
        key, table = uuid4().hex, self.tables[next(self._numbers) % len(self.tables)]
        payload = JOIN.payload(self.service, table, None)
        self.room.submit(Job(Actor("newcomer"), JOIN, payload, fresh=key))
        for audience in (Audience("table", table), Audience("me", key)):
            wire.dumps(self.room.read(audience, packed=True))
        return Actor("participant", key[:16], key, table)

    def post(self) -> str:
        """Somebody writes."""
        number = next(self._numbers)
        text = f"Que les services disposent d’un calendrier commun des échéances ({number})."
        author = self.people[number % len(self.people)]
        done = self.do(author, "contribution.post", kind="expectation", text=text, step=self.step)
        return str(done["result"]["id"])

    def restart(self) -> None:
        """Read it all again."""
        self._opened().room(self.room.code)


def _no_pause(_seconds: float) -> None:
    """The gap between two tellings is over at once: everything is told by itself."""


def _timed(act: Callable[[], Any], rounds: int = ROUNDS) -> float:
    began = time.process_time()
    for _ in range(rounds):
        act()
    return (time.process_time() - began) * 1000 / rounds


def measure(texts: int, people: int) -> list[float]:
    """Each act's milliseconds in a hall of this size."""
    with tempfile.TemporaryDirectory() as folder:
        hall = Hall(Path(folder))
        hall.people = [hall.join() for _ in range(people)]
        hall.room.read(Audience("facilitators"))
        posted = [hall.post() for _ in range(texts)]
        theme = hall.do(LEAD, "theme.create", name="Un thème")["result"]["id"]
        table = Audience("table", hall.tables[0])
        turn = itertools.cycle(posted)

        def whole() -> None:
            hall.post()
            wire.dumps(hall.room.read(table, packed=True))

        post = _timed(hall.post)
        return [
            post,
            _timed(hall.join),
            _timed(lambda: hall.do(LEAD, "theme.assign", theme=theme, contributions=[next(turn)])),
            _timed(lambda: hall.do(LEAD, "undo")),
            _timed(lambda: wire.dumps(hall.room.read(table, packed=True))),
            _timed(whole) - post,
            _timed(hall.restart, 1),
        ]


TITLES: Final = ("post", "join", "theme", "undo", "snapshot kept", "snapshot anew", "restart")


def main() -> int:
    """Print a table, one line for each size."""
    parser = argparse.ArgumentParser(prog="python -m bench.growth", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="the two smallest halls only")
    sizes = SIZES[:2] if parser.parse_args().quick else SIZES
    write = sys.stdout.write
    write("| texts | people | " + " | ".join(TITLES) + " |\n")
    write("| ---: " * (len(TITLES) + 2) + "|\n")
    for texts, people in sizes:
        figures = " | ".join(f"{one:.2f}" for one in measure(texts, people))
        write(f"| {texts:,} | {people:,} | {figures} |\n")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
