"""A phone with two pages sends one text twice at once: both are answered, it is kept once."""

import itertools
from collections.abc import Callable
from typing import Any

from facilitation.domain.core import Actor, Refused
from facilitation.protocol import wire
from facilitation.protocol.catalogue import CATALOGUE
from facilitation.protocol.ports import StorageFailed
from facilitation.service.disk import OwnDisk
from facilitation.service.jobs import Job
from facilitation.service.writer import Writer
from tests.support.doubles import MemoryLog
from tests.support.stage import CLAIRE, Stage

KEY = "a" * 32


def twins() -> list[Job]:
    command = CATALOGUE["contribution.park"]
    payload = wire.decode({"text": "Un point."}, command.payload)
    return [Job(CLAIRE, command, payload, KEY, "same") for _ in range(2)]


def disk(write: Callable[[Any], None]) -> OwnDisk:
    """A disk of one's own that writes so."""
    return OwnDisk("ABC234", MemoryLog(), lambda _append, _code, entries: write(entries))


def writer(written: list[int], *failures: str) -> Writer:
    """A writer on a stage's memory; each write fails as told, then works."""
    left = list(failures)
    numbers = itertools.count(1)

    def write(entries: object) -> None:
        if left:
            raise StorageFailed(left.pop(0))
        written.append(len(list(entries)))  # type: ignore[call-overload]

    return Writer(Stage().memory, disk(write), lambda: (0, f"{next(numbers):032x}"))


def test_twins_in_one_batch_are_saved_once_and_both_answered() -> None:
    written: list[int] = []
    jobs = twins()
    done = writer(written).commit(jobs)
    assert [one.job for one in done] == [jobs[0]]
    assert written == [1]
    assert jobs[1].answer == done[0].entry.answer


def test_a_twin_is_saved_when_the_first_of_them_was_not() -> None:
    written: list[int] = []
    jobs = twins()
    done = writer(written, "disk_full").commit(jobs)
    assert str(jobs[0].failure) == "disk_full"
    assert [one.job for one in done] == [jobs[1]]
    assert written == [1]


class Weighed(str):
    """A key that counts how often it is compared with another."""

    __slots__ = ()
    compared = 0
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        Weighed.compared += 1
        return str.__eq__(self, other)


def test_a_crowd_in_one_batch_is_not_compared_each_with_each() -> None:
    written: list[int] = []
    command, payload = twins()[0].command, twins()[0].payload
    crowd = [Job(CLAIRE, command, payload, Weighed(f"{at:032x}")) for at in range(300)]
    Weighed.compared = 0
    writer(written).commit(crowd)
    assert written == [300]
    assert Weighed.compared < 300 * 30


def test_a_key_first_sent_by_an_entry_since_merged_still_gets_its_first_answer() -> None:
    stage = Stage()
    kept, double = stage.join(), stage.join()
    command = CATALOGUE["contribution.post"]
    payload = wire.decode(
        {"kind": "expectation", "text": "Un texte", "anonymous": False}, command.payload
    )
    writing = Writer(stage.memory, disk(lambda _entries: None), lambda: (0, "f" * 32))

    def sent(actor: Actor, body: str = "same") -> Job:
        job = Job(actor, command, payload, KEY, body)
        for done in writing.commit([job]):
            stage.memory.take(done.entry)
            job.succeed(done.entry.answer)
        return job

    first = sent(double)
    entries = {"participant": kept.participant, "duplicate": double.participant}
    stage.send(CLAIRE, "participant.merge", **entries)
    writing.ahead = stage.memory.branch()
    stranger = stage.join()
    writing.ahead = stage.memory.branch()
    assert sent(kept).answer == first.answer
    assert isinstance(sent(kept, "other").failure, Refused)
    assert sent(stranger).answer != first.answer, "a key is nobody else's"
