"""What an older Tablée kept and this one would not: mended once, when a database is opened.

Imports: domain, protocol, the schema. A database says by its version what has been mended.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Connection, delete, select

from facilitation.domain.contributions import (
    ContributionEdited,
    ContributionPosted,
    ContributionWithdrawn,
)
from facilitation.domain.people import ParticipantJoined
from facilitation.protocol import wire
from facilitation.store import schema

#: 1: no key leads from a person to a text without a name.
VERSION: Final = 1

_READ: Final = (
    "contribution.posted",
    "contribution.edited",
    "contribution.withdrawn",
    "participant.joined",
)


@dataclass(slots=True)
class _Nameless:
    """The people of a workshop, its texts without a name, and the events that touched these."""

    people: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)
    events: set[int] = field(default_factory=set)

    def read(self, rows: Iterable[Any]) -> None:
        """Fold in the events that matter here."""
        for row in rows:
            happened = wire.decode_event(row.name, row.body)
            if isinstance(happened, ParticipantJoined):
                self.people.add(happened.participant)
            elif isinstance(happened, ContributionPosted) and happened.author is None:
                self.texts.add(happened.contribution)
            if self._touches(happened):
                self.events.add(row.seq)

    def _touches(self, happened: Any) -> bool:
        kinds = ContributionPosted | ContributionEdited | ContributionWithdrawn
        return isinstance(happened, kinds) and happened.contribution in self.texts

    def betrayed(self, row: Any) -> bool:
        """Whether a key that was kept with a person leads to one of these texts."""
        answer = wire.loads(row.answer)
        led = answer.get("seq") in self.events or answer["result"].get("id") in self.texts
        return row.owner in self.people and led


def clean(connection: Connection) -> bool:
    """Mend what is older than this version; whether anything was removed.

    A key that is gone can only be sent again by a phone that never heard the first answer, and
    rewording or taking back a text twice is once.
    """
    if _version(connection) >= VERSION:
        return False
    removed = False
    for code in connection.execute(select(schema.workshops.c.code)).scalars().all():
        removed |= _forget_keys(connection, code)
    connection.exec_driver_sql(f"PRAGMA user_version={VERSION}")
    return removed


def _version(connection: Connection) -> int:
    """Only SQLite ever held older databases."""
    if connection.dialect.name != "sqlite":
        return VERSION
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar() or 0)


def _forget_keys(connection: Connection, code: str) -> bool:
    log, answers = schema.log, schema.answers
    nameless = _Nameless()
    nameless.read(
        connection.execute(
            select(log.c.seq, log.c.name, log.c.body)
            .where(log.c.workshop == code, log.c.name.in_(_READ))
            .order_by(log.c.seq)
        )
    )
    owned = select(answers).where(answers.c.workshop == code, answers.c.owner != "")
    gone = [row for row in connection.execute(owned).all() if nameless.betrayed(row)]
    for row in gone:
        connection.execute(
            delete(answers).where(
                answers.c.workshop == code, answers.c.owner == row.owner, answers.c.key == row.key
            )
        )
    return bool(gone)
