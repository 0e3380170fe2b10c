"""A real room on a real disk, its people, and gestures drawn from a seed: one random order for
those who join, another for those who vote, another for those who write.
"""

import random
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from facilitation.documents import catalogue
from facilitation.domain.core import Actor
from facilitation.domain.people import Join
from facilitation.domain.scenario import Seat
from facilitation.producing import source
from facilitation.protocol import wire
from facilitation.protocol.catalogue import CATALOGUE
from facilitation.protocol.wire import Request
from facilitation.realtime.live import LiveValues
from facilitation.realtime.presence import Presence
from facilitation.service.doors import Doors
from facilitation.service.memory import remember
from facilitation.service.room import Ports, Room
from facilitation.service.rooms import Rooms
from facilitation.store.schema import metadata
from facilitation.store.sql_credentials import SqlCredentials
from facilitation.store.sql_log import SqlEventLog
from facilitation.store.sql_shared import SharedSqlLog
from facilitation.views.audience import Audience
from facilitation.views.report.reading import Reader
from tests.contract.linking.attacks import Group, Guess
from tests.contract.linking.dump import Dump, of_sqlite, unpacked
from tests.support.doubles import HandClock, KeptMessages
from tests.support.scenario import small
from tests.support.services import PostgreSQL

CLAIRE = Actor("facilitator", "claire")
#: Documents that hold what was written; the heavy formats are made from the same report.
DOCUMENTS = ("minutes.md", "annex.md", "contributions.csv", "archive.zip")


@dataclass
class SeededIds:
    """Names as random as a seed: the same test draws the same ones."""

    source: random.Random

    def new(self) -> str:
        """Thirty-two hexadecimal digits."""
        return f"{self.source.getrandbits(128):032x}"


@dataclass(frozen=True)
class Disk:
    """Where the room keeps itself, and how somebody with that disk in hand reads it."""

    url: str
    dump: Callable[[dict[str, bytes]], Dump]
    log: Callable[[str], SqlEventLog] = SqlEventLog


def sqlite_disk(folder: Path) -> Disk:
    """The default: one file with its write-ahead log."""
    path = folder / "tablee.db"
    return Disk(f"sqlite:///{path}", lambda more: of_sqlite(path, more))


def postgresql_disk(server: PostgreSQL) -> Disk:
    """A server's database: its files as they lie, its rows as it gives them, with their commits."""
    url = server.database()
    name = url.rpartition("/")[2]

    def dump(more: dict[str, bytes]) -> Dump:
        tables = {
            table: server.ask(f'SELECT xmin::text::bigint, * FROM "{table}"', name)  # noqa: S608
            for table in metadata.tables
        }
        return Dump({"postgresql": server.files(url), **more}, tables)

    return Disk(url, dump, SharedSqlLog)


@dataclass
class Played:
    """One room, its people by table, what they voted and wrote."""

    disk: Disk
    seed: int
    tables: dict[str, list[Actor]] = field(default_factory=dict)
    votes: Guess = field(default_factory=dict)
    texts: Guess = field(default_factory=dict)
    dumps: list[Dump] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)  # noqa: S311 - a test draws the same again
        self.messages = KeptMessages()
        self.clock = HandClock()
        self.log = self.disk.log(self.disk.url)
        self.credentials = SqlCredentials(self.disk.url)
        ports = Ports(
            self.log,
            self.clock,
            SeededIds(self.chance),
            self.messages,
            lambda function, *arguments: function(*arguments),
            lambda function, *arguments: function(*arguments),
            lambda seconds: None,
        )
        self.rooms = Rooms(ports)
        self.doors = Doors(self.rooms, self.credentials, crowd=100)
        seats = tuple(Seat(str(n), n, f"Table {n}", ("cas-1",)) for n in range(1, 11))
        self.room: Room = self.rooms.create(replace(small(), seats=seats))
        self.live = LiveValues(Presence())

    def close(self) -> None:
        """Let go of the files."""
        self.log.close()
        self.credentials.close()

    def send(self, actor: Actor, name: str, /, **payload: Any) -> Any:
        """A command as a phone sends it, some time after the one before."""
        self.clock.time += self.chance.randint(50, 4_000)
        body = {"key": self.rooms.ports.ids.new(), "name": name, "payload": payload}
        request: Request = wire.read_request(wire.dumps(body).encode())
        assert name in CATALOGUE
        result = self.rooms.submit(self.room.code, actor, request)["result"]
        for kind in ("facilitators", "observers", "screen"):
            values = self.live.of(self.room, Audience(kind))
            self.messages.live(self.room.code, kind, values)
        return result

    def everybody(self) -> list[Actor]:
        """All people, in an order of their own each time it is asked."""
        people = [one for table in self.tables.values() for one in table]
        return self.chance.sample(people, len(people))

    def fill(self, tables: int, each: int) -> None:
        """People come in by the door, in any order."""
        places = [str(1 + number % tables) for number in range(tables * each)]
        for table in self.chance.sample(places, len(places)):
            service = self.chance.choice(("ddt", "dreal", "ars", "ddcspp"))
            entered = self.doors.join(self.room.code, Join(service, table))
            actor = self.doors.actor(self.room.code, entered.token)
            self.room.read(Audience("me", actor.participant or ""))
            self.tables.setdefault(table, []).append(actor)
        for kind in ("facilitators", "observers", "screen"):
            self.room.read(Audience(kind))

    def vote(self, *, twice: float = 0.2) -> str:
        """Everybody votes, in any order; some change their mind, some retry."""
        for number in range(4):
            self.send(CLAIRE, "theme.create", name=f"Thème {number}")
        ballot = str(self.send(CLAIRE, "ballot.open", question="?")["id"])
        options = [one.id for one in self.room.state.ballot(ballot).options]
        for actor in self.everybody():
            person = actor.participant or ""
            self.votes[person] = f"remarque-{self.chance.getrandbits(64):016x}"
            paper = self.rooms.ports.ids.new()
            for _ in range(2 if self.chance.random() < twice else 1):
                choices = {one: 1 for one in self.chance.sample(options, 2)}
                self.send(
                    actor,
                    "ballot.cast",
                    ballot=ballot,
                    paper_key=paper,
                    choices=choices,
                    remark=self.votes[person],
                )
        return ballot

    def write(self, *, in_a_row: bool = False) -> None:
        """Everybody writes one text without a name and one under it; some reword the former.

        `in_a_row`: each phone sends its two texts one right after the other.
        """
        self.send(CLAIRE, "step.start", step="situations")
        named, others = self.everybody(), self.everybody()
        for mine, other in zip(named, named if in_a_row else others, strict=True):
            self.send(mine, "contribution.post", kind="positioning", text="Nous agirons.")
            self._without_a_name(other)

    def _without_a_name(self, actor: Actor) -> None:
        secret, words = self.rooms.ports.ids.new(), f"texte-{self.chance.getrandbits(64):016x}"
        self.texts[actor.participant or ""] = words
        length = self.chance.randint(0, 120)
        posted = self.send(
            actor,
            "contribution.post",
            kind="expectation",
            text=words + " mot" * length,
            anonymous=True,
            edit_secret=secret,
        )
        if self.chance.random() < 0.6:
            self.send(
                actor,
                "contribution.edit",
                contribution=posted["id"],
                text=f"{words} mieux dit",
                edit_secret=secret,
            )

    def room_group(self) -> list[Group]:
        """For a vote the attacker hesitates among the whole room."""
        return [(sorted(self.votes), sorted(self.votes.values()))]

    def table_groups(self) -> list[Group]:
        """A text bears its table: the attacker hesitates among those who sit there."""
        return [
            (
                sorted(one.participant or "" for one in people),
                sorted(self.texts[one.participant or ""] for one in people),
            )
            for people in self.tables.values()
        ]

    def take(self) -> Dump:
        """What the disk, the streams of the others and the documents hold now."""
        sent = [one for one in self.messages.sent if not one[2].startswith(("me:", "table:"))]
        lines = [(wire.dumps(message),) for *_, message in sent]
        made = self.disk.dump(self._documents())
        return Dump(made.files, made.tables | {"messages": lines})

    def _documents(self) -> dict[str, bytes]:
        loaded = self.log.load(self.room.code)
        reader = Reader(remember(loaded).state, "fr")
        made = source(loaded, reader)
        files: dict[str, bytes] = {}
        for name in DOCUMENTS:
            kind = catalogue.find(name)
            assert kind is not None
            files |= unpacked(name, kind.make(made))
        return files
