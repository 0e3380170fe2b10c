"""Group commit: what is answered is on disk, what failed is not, and the room always goes on."""

from collections.abc import Iterator

import pytest

from facilitation.domain.core import Refused
from facilitation.protocol.ports import StorageFailed
from facilitation.service import streams
from facilitation.views.audience import Audience
from tests.support.rooms import CLAIRE, House


@pytest.fixture
def house() -> Iterator[House]:
    made = House()
    yield made
    made.close()


def test_commands_that_wait_for_the_disk_are_written_together(house: House) -> None:
    house.log.batches.clear()
    sent = house.together([house.job(f"point {number}") for number in range(12)])
    numbers = [one.result()["seq"] for one in sent]
    assert len(set(numbers)) == 12
    assert house.log.batches == [1, 12]
    assert house.saved() == house.parked()


def test_nothing_is_answered_before_it_is_on_disk(house: House) -> None:
    house.log.gate.clear()
    sent = house.send(house.job("point"))
    house.log.writing.wait()
    assert not sent.done()
    assert house.parked() == []
    assert house.messages.sent == []
    house.log.gate.set()
    assert sent.result()["ok"]
    assert house.parked() == ["point"]


def test_when_the_disk_refuses_nothing_is_kept_or_shown(house: House) -> None:
    house.room.read(Audience("facilitators"))
    house.log.failing = "disk_full"
    with pytest.raises(StorageFailed, match="disk_full"):
        house.room.submit(house.job("perdu"))
    assert house.parked() == []
    assert house.messages.sent == []
    assert house.room.storage == "disk_full"


def test_once_the_disk_is_well_again_the_same_key_is_saved(house: House) -> None:
    job = house.job("point", key="a" * 32)
    house.log.failing = "disk_full"
    with pytest.raises(StorageFailed):
        house.room.submit(job)
    house.log.failing = ""
    assert house.room.submit(house.job("point", key="a" * 32))["ok"]
    assert house.saved() == ["point"]
    assert house.room.storage == "ok"


def test_a_disk_that_is_well_again_is_found_so_though_nobody_writes(house: House) -> None:
    house.log.failing = "disk_full"
    with pytest.raises(StorageFailed):
        house.room.submit(house.job("perdu"))
    house.log.failing = "database_locked"
    house.rooms.recover()
    assert house.room.storage == "database_locked"
    house.log.failing = ""
    house.rooms.recover()
    assert house.room.storage == "ok"


def test_one_entry_that_the_disk_refuses_costs_the_others_nothing(house: House) -> None:
    house.log.breaks = lambda entries: (
        "storage_failed" if any("mauvais" in str(one.recorded) for one in entries) else ""
    )
    texts = ["un", "deux", "mauvais", "trois", "quatre"]
    sent = house.together([house.job(text) for text in texts])
    failed = [text for text, one in zip(texts, sent, strict=True) if one.exception()]
    assert failed == ["mauvais"]
    assert sorted(house.parked()) == sorted(["devant", "un", "deux", "trois", "quatre"])
    assert house.saved() == house.parked()
    assert house.room.submit(house.job("après"))["ok"]
    assert house.saved() == house.parked()


def test_a_database_held_by_another_is_waited_for_once_per_batch(house: House) -> None:
    tries: list[int] = []

    def locked(entries: object) -> str:
        tries.append(len(list(entries)))  # type: ignore[call-overload]
        return "database_locked" if len(tries) > 1 else ""

    house.log.breaks = locked
    sent = house.together([house.job(f"point {number}") for number in range(10)])
    assert {str(one.exception()) for one in sent} == {"database_locked"}
    assert tries == [1, 10]


def test_the_same_key_twice_in_one_batch_is_done_once(house: House) -> None:
    twins = [house.job("point", key="b" * 32) for _ in range(3)]
    first, *others = [one.result() for one in house.together(twins)]
    assert others == [first, first]
    assert house.saved() == ["devant", "point"]


def test_the_same_key_with_another_body_in_one_batch_is_refused(house: House) -> None:
    key = "c" * 32
    kept, refused = house.together([house.job("un", key), house.job("deux", key)])
    assert kept.result()["ok"]
    failure = refused.exception()
    assert isinstance(failure, Refused)
    assert failure.code == "key_reused"
    assert house.saved() == ["devant", "un"]


def test_the_first_answer_is_still_known_after_a_restart(house: House) -> None:
    job = house.job("point", key="d" * 32)
    first = house.room.submit(job)
    house.rooms.forget(house.room.code)
    house.room = house.rooms.room(house.room.code)
    assert house.room.submit(house.job("point", key="d" * 32)) == first
    assert house.parked() == ["point"]


def test_the_same_key_of_another_person_is_another_command(house: House) -> None:
    key = "e" * 32
    one = house.room.submit(house.job("un", key))
    other = house.room.submit(house.job("deux", key, actor=type(CLAIRE)("facilitator", "hugo")))
    assert one["seq"] != other["seq"]


def test_a_bug_in_one_command_stops_neither_the_room_nor_the_batch(house: House) -> None:
    broken = house.job("cassé")
    broken.payload = object()
    sent = house.together([house.job("un"), broken, house.job("deux")])
    assert isinstance(sent[1].exception(), AttributeError)
    assert sorted(house.saved()) == ["deux", "devant", "un"]
    assert house.room.submit(house.job("après"))["ok"]
    assert house.saved() == house.parked()


def test_a_bug_below_the_log_stops_neither_the_room_nor_the_next_save(house: House) -> None:
    house.log.fault = RuntimeError("bug")
    with pytest.raises(RuntimeError, match="bug"):
        house.room.submit(house.job("perdu"))
    house.log.fault = None
    assert house.room.submit(house.job("point"))["ok"]
    assert house.saved() == house.parked() == ["point"]


def test_a_bug_in_what_one_audience_is_shown_silences_nobody_else(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    for audience in (Audience("observers"), Audience("facilitators")):
        house.room.read(audience)
    house.quiet()
    projected = streams.project

    def broken(state: object, audience: Audience, *rest: object) -> object:
        if audience.kind == "observers":
            raise ValueError("bug")
        return projected(state, audience, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(streams, "project", broken)
    assert house.room.submit(house.job("point"))["ok"]
    house.quiet()
    assert [stream for _, _, stream, _ in house.messages.sent] == ["facilitators"]
    monkeypatch.setattr(streams, "project", projected)
    assert house.room.read(Audience("observers"), since=1)["full"]


def test_the_trace_of_a_bug_repeats_nothing_that_people_wrote(
    house: House, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    house.room.read(Audience("facilitators"))

    def broken(*_shown: object) -> object:
        raise ValueError("bug")

    monkeypatch.setattr(streams, "project", broken)
    assert house.room.submit(house.job("ce que l'on a confié"))["ok"]
    house.quiet()
    told = "".join(capsys.readouterr())
    assert "ValueError: bug" in told
    assert "confié" not in told
