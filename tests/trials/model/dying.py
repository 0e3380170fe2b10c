"""A server's process that dies on demand, and the phones that remember what it told them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from facilitation.domain.core import Actor
from facilitation.protocol.ports import StorageFailed
from facilitation.service.doors import Doors
from facilitation.service.ports import Ports
from facilitation.service.rooms import Rooms
from facilitation.store.sql_credentials import SqlCredentials
from facilitation.store.sql_log import SqlEventLog
from tests.support.doubles import CountingIds, HandClock, KeptMessages

Json = dict[str, Any]


class Died(StorageFailed):
    """The process ended at this moment."""

    def __init__(self) -> None:
        super().__init__("died")


class MortalLog(SqlEventLog):
    """A disk whose process dies on demand, just before a commit or just after it."""

    dies = ""

    def append(self, code: str, entries: Any) -> None:
        """Write, unless it is time."""
        if self.dies == "before":
            raise Died
        super().append(code, entries)
        if self.dies == "after":
            raise Died


class House:
    """A server's process on a database: it starts, it dies, another one starts."""

    def __init__(self, database: Path) -> None:
        self.database = database
        self.log = MortalLog(f"sqlite:///{database}")
        self.credentials = SqlCredentials(self.log.url)
        self.rooms = Rooms(
            Ports(self.log, HandClock(), _ids, KeptMessages(), _call, _call, lambda seconds: None)
        )
        self.doors = Doors(self.rooms, self.credentials)

    def close(self) -> None:
        """Let go of the files, as a process that ends does."""
        self.log.close()
        self.credentials.close()


_ids = CountingIds()


def _call(function: Callable[..., Any], *arguments: Any) -> Any:
    return function(*arguments)


@dataclass
class Sent:
    """A command that was answered: its body, its first answer, the life it was answered in."""

    body: Json
    result: Json
    epoch: str


@dataclass
class Phone:
    """One person: what they were told is saved."""

    key: str
    place: tuple[str, str]
    actor: Actor
    paper: str
    secrets: dict[str, str] = field(default_factory=dict)
    sent: list[Sent] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    vote: dict[str, Json] = field(default_factory=dict)
