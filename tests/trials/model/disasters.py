"""What befalls the machine: it dies, goes back to a copy, goes through an archive."""

import io
import json
import tempfile
import zipfile
from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from facilitation import archiving, restoring
from facilitation.protocol import archives
from facilitation.store import copies
from facilitation.store.sql_log import SqlEventLog
from tests.contract.test_archives import pack
from tests.trials.model.dying import House, Phone
from tests.trials.model.seminar import Seminar

Json = dict[str, Any]


class Disasters(Seminar):
    """The rules of bad luck."""

    @rule()
    def dies(self) -> None:
        """The process ends between two requests."""
        self.starts_again()

    @rule()
    def is_copied(self) -> None:
        """A copy of the database goes to another medium."""
        self.copy = copies.snapshot(self.house.database)

    @rule(data=st.data())
    def goes_back_to_the_copy(self, data: st.DataObject) -> None:
        """The copy takes the place of the database, and the phones bring back what it lacks."""
        if self.copy is None:
            return
        self.house.close()
        for suffix in ("-wal", "-shm"):
            Path(f"{self.house.database}{suffix}").unlink(missing_ok=True)
        self.house.database.write_bytes(self.copy)
        found = restoring.Found(self.house.database, self.copy, 1)
        restoring.revive(self.house.database, found)
        self.house = House(self.house.database)
        self._phones_go_on(data)

    @rule()
    def is_archived(self) -> None:
        """The whole workshop goes into a file."""
        self.archive = pack(self.house.log.load(self.code))

    @rule(data=st.data())
    def goes_on_from_the_archive(self, data: st.DataObject) -> None:
        """The computer is gone; another one has the archive, and the phones bring the rest."""
        if self.archive is None:
            return
        self.house.close()
        self.house = House(Path(self.folder.name) / f"computer-{next(self.words)}.db")
        archiving.keep(self.house.log, archives.read(self.archive))
        self._phones_go_on(data)

    def _phones_go_on(self, data: st.DataObject) -> None:
        for phone in data.draw(st.permutations(self.everybody)):
            self.comes_in(phone)
        for phone in data.draw(st.permutations(self.everybody)):
            self._offers_again(phone)

    def _offers_again(self, phone: Phone) -> None:
        for one in phone.sent:
            number = {"number": one.result["id"]} if one.result.get("id") else {}
            answer = self.ask(phone.actor, one.body | {"epoch": one.epoch} | number)
            assert answer["result"] == one.result
            one.epoch = answer["epoch"]
        ballot = self.open_ballot()
        choices = phone.vote.get(ballot or "")
        # A copy holds no paper: votes that are still open come back from the phones.
        phone.vote = {}
        if ballot is not None and choices:
            paper = {"ballot": ballot, "paper_key": phone.paper, "choices": choices}
            if self.insist(phone, "ballot.cast", paper) is not None:
                phone.vote[ballot] = choices

    @rule()
    def goes_through_an_archive(self) -> None:
        """Into an archive, and out of it on another computer: the same records."""
        packed = pack(self.house.log.load(self.code))
        with tempfile.TemporaryDirectory(dir=self.folder.name) as folder:
            other = SqlEventLog(f"sqlite:///{Path(folder) / 'tablee.db'}")
            try:
                archiving.keep(other, archives.read(packed))
                assert _records(pack(other.load(self.code))) == _records(packed)
            finally:
                other.close()


def _records(packed: bytes) -> Json:
    """What an archive tells of each record, but what it leaves out of privacy: of a signed text the
    table, so that it counts for none, and who wrote it.
    """
    with zipfile.ZipFile(io.BytesIO(packed)) as bundle:
        held: Json = json.loads(bundle.read("records.json"))
    for table in held["tables"]:
        del table["contributions"], table["v"]
    for text in held["contributions"]:
        text.pop("signature", None)
    return held
