"""Two copies taken around one vote, or one text, tell nothing of who cast or wrote it."""

import sqlite3
from pathlib import Path
from typing import Any

import pytest

from facilitation.domain.core import Actor
from facilitation.store import copies
from tests.contract.linking.attacks import EVERY, scores
from tests.contract.linking.dump import Dump, of_sqlite
from tests.contract.linking.room import Played, sqlite_disk
from tests.contract.linking.test_linking import bound

TABLES, EACH = 2, 6


def copied(database: Path, folder: Path) -> Dump:
    """A copy as it lies on the other medium, read by somebody who holds that medium."""
    folder.mkdir()
    (folder / "copy.db").write_bytes(copies.snapshot(database))
    return of_sqlite(folder / "copy.db")


class Copying(Played):
    """A room of which a copy is taken after each paper."""

    folder: Path

    def send(self, actor: Actor, name: str, /, **payload: Any) -> Any:
        """Send, and copy what is then on disk."""
        result = super().send(actor, name, **payload)
        if name == "ballot.cast":
            number = len(self.dumps)
            self.dumps.append(copied(self.folder / "tablee.db", self.folder / f"copy-{number}"))
        return result


@pytest.fixture(scope="module")
def voted(tmp_path_factory: pytest.TempPathFactory) -> Copying:
    folder = tmp_path_factory.mktemp("disk")
    room = Copying(sqlite_disk(folder), 5)
    room.folder = folder
    room.fill(TABLES, EACH)
    room.vote()
    room.close()
    return room


@pytest.mark.parametrize("attack", EVERY)
def test_copies_around_each_paper_link_nobody(voted: Copying, attack: str) -> None:
    assert len(voted.dumps) >= TABLES * EACH
    found = scores(EVERY[attack], voted.dumps, voted.room_group(), voted.votes)
    assert {label: score for label, score in found.items() if score > bound(1, 1)} == {}


def test_no_copy_holds_a_paper_or_a_signature(voted: Copying) -> None:
    for dump in voted.dumps:
        assert dump.tables["papers"] == dump.tables["signed"] == []
        text = b"".join(dump.files.values())
        assert not [one for one in voted.votes.values() if one.encode() in text]


def test_whoever_copied_the_living_file_would_find_them(voted: Copying) -> None:
    """The negative control: the same attack on the database itself, while the vote is open."""
    living = sqlite3.connect(voted.folder / "tablee.db")
    assert living.execute("SELECT count(*) FROM papers").fetchone() == (TABLES * EACH,)
    living.close()
