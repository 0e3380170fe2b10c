"""Whatever a room does, in whatever order: promises kept for every reader, after every command.

`pytest tests/unit/properties --hypothesis-profile=long --timeout=0` plays many more days.
"""

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitation.domain.contributions import ContributionPosted
from facilitation.domain.state import NUMBERED
from facilitation.protocol.catalogue import CATALOGUE
from facilitation.views.audience import Audience
from facilitation.views.projection import personal
from tests.support.playing import KEYS, Playing, Reader
from tests.unit.properties.gestures import POOLS, Gesture, days

pytestmark = pytest.mark.timeout(300)  # many rooms: a busy machine takes its time
MINUTE = 60_000
FACILITATORS = str(Audience("facilitators"))
ROOM_NOTES = ("note-animateur", "note-de-séquence", "NOTE-du-thème")

#: Before the random day: texts, themes, a vote and sheets to play with.
MORNING: tuple[tuple[str, str, dict[str, Any]], ...] = (
    ("claire", "step.start", {"step": "situations"}),
    ("p1", "contribution.post", {"kind": "expectation", "text": "A", "edit_secret": "secret-un"}),
    ("p1", "contribution.post", {"kind": "proposal", "text": "B", "anonymous": False}),
    ("p2", "contribution.post", {"kind": "proposal", "text": "C", "case": "cas-1"}),
    ("p3", "contribution.post", {"kind": "positioning", "text": "D", "case": "cas-1"}),
    ("claire", "theme.create", {"name": "Un", "contributions": ["ATT-001", "PRO-001"]}),
    ("hugo", "theme.create", {"name": "Deux", "contributions": ["PRO-002"]}),
    ("claire", "ballot.open", {"question": "?"}),
    ("p1", "ballot.cast", {"ballot": "VOT-01", "paper_key": "cle-1", "choices": {"THM-01": 1}}),
    ("claire", "action.create", {"theme": "THM-01", "table": "1"}),
    ("p1", "statement.propose", {"subject": "s", "says": "d"}),
    ("p3", "commitment.make", {"kind": "personal", "text": "PERSO-p3"}),
)


def day(gestures: list[Gesture]) -> Iterator[Playing]:
    """The day as it goes: the room after the morning, then after each gesture."""
    playing = Playing()
    for sender, name, payload in MORNING:
        assert playing.send(sender, name, payload), name
    yield playing
    for gesture in gestures:
        playing.clock.time += gesture.minutes * MINUTE
        playing.room.tick()
        playing.send(gesture.sender, gesture.name, gesture.payload, gesture.base)
        yield playing


def played(gestures: list[Gesture]) -> Playing:
    """The room at the end of the day."""
    *_, last = day(gestures)
    return last


#: A day is long: a quarter of the profile's examples keeps the run within seconds.
whole_days = settings(
    max_examples=max(20, settings().max_examples // 4),
    deadline=None,
    report_multiple_bugs=False,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@pytest.mark.parametrize("name", CATALOGUE)
def test_random_days_can_make_every_command(name: str) -> None:
    assert {field.name for field in fields(CATALOGUE[name].payload)} <= set(POOLS)


@whole_days
@given(days())
def test_live_equals_fresh_for_every_reader(gestures: list[Gesture]) -> None:
    for number, playing in enumerate(day(gestures)):
        for reader in list(playing.readers.values()) if number % 4 == 0 else ():
            assert reader.holds() == playing.fresh(reader.audience), reader.audience


@whole_days
@given(days())
def test_whoever_comes_in_is_sent_what_the_state_says_though_it_was_made_before(
    gestures: list[Gesture],
) -> None:
    for number, playing in enumerate(day(gestures)):
        for reader in list(playing.readers.values()) if number % 4 == 0 else ():
            sent, fresh = playing.packed(reader.audience), playing.fresh(reader.audience)
            assert sent == fresh, reader.audience
            assert [list(kept) for kept in sent.values()] == [list(one) for one in fresh.values()]


@whole_days
@given(days())
def test_a_person_s_records_are_found_without_looking_at_all(gestures: list[Gesture]) -> None:
    for playing in day(gestures):
        owners, state = playing.room._telling._owners, playing.room.state
        for person in state.collections["participants"]:
            walked = {
                (collection, key)
                for collection, records in state.collections.items()
                for key, record in records.items()
                if personal(collection, record) == person
            }
            assert set(owners.of(person)) == walked, person


@whole_days
@given(days(), st.lists(st.booleans(), min_size=61, max_size=61))
def test_whoever_was_away_and_asks_since_holds_what_they_would_have_held(
    gestures: list[Gesture], away: list[bool]
) -> None:
    for playing, gone in zip(day(gestures), away, strict=False):
        for reader in playing.readers.values():
            if reader.away and not gone:
                reader.take(playing.room.read(reader.audience, reader.number, playing.room.epoch))
            reader.away = gone
    for reader in playing.readers.values():
        answer = playing.room.read(reader.audience, reader.number, playing.room.epoch)
        assert not answer["full"]
        reader.take(answer)
        assert reader.holds() == playing.fresh(reader.audience), reader.audience


@whole_days
@given(days())
def test_a_restart_reads_the_room_as_it_was(gestures: list[Gesture]) -> None:
    playing = played(gestures)
    kept, read = playing.room.state, playing.replayed().state
    for name in ("seq", "versions", "names", "counters", "themed", "done"):
        assert getattr(read, name) == getattr(kept, name), name
    for collection, records in kept.collections.items():
        assert read.collections[collection] == records, collection
        assert list(read.collections[collection]) == list(records), collection


@whole_days
@given(days())
def test_a_text_that_is_not_signed_leads_to_nobody_on_the_log(gestures: list[Gesture]) -> None:
    rows = 0
    for playing, gesture in zip(day(gestures), (None, *gestures), strict=True):
        new, rows = playing.log.rows[rows:], len(playing.log.rows)
        for recorded, body in new:
            assert b"NOM-" not in body
            if gesture is not None and isinstance(recorded.event, ContributionPosted):
                signed = gesture.payload.get("anonymous") is False
                positioning = recorded.event.kind == "positioning"
                assert signed or positioning or not any(_names(body, key) for key in KEYS)
                assert signed or positioning or recorded.event.service is None
                assert recorded.event.service or not positioning


def _names(body: bytes, key: str) -> bool:
    return f'"{key}"'.encode() in body


def texts_of(reader: Reader) -> Iterator[dict[str, Any]]:
    """The contributions that a reader holds."""
    yield from reader.records.get("contributions", {}).values()


@whole_days
@given(days())
def test_what_is_not_for_a_reader_was_never_sent_to_them(gestures: list[Gesture]) -> None:
    for playing in day(gestures):
        state = playing.room.state
        for name, reader in playing.readers.items():
            told, reader.told = " ".join(reader.told), []
            if name != FACILITATORS:
                assert not any(note in told for note in ROOM_NOTES), name
                for case in state.cases():
                    assert _released(reader, case.id) <= case.released
            assert "edit_hash" not in told
            assert "supporters" not in told
            card = playing.room.state.find("commitments", "ENG-01")
            owner = f"me:{getattr(card, 'participant', '')}"
            assert name == owner or "PERSO-p3" not in told
            for seen in texts_of(reader):
                _check_text(playing, reader, seen)
            for seen in reader.records.get("ballots", {}).values():
                _check_ballot(playing, reader, seen)


def _released(reader: Reader, case: str) -> int:
    return len(reader.records.get("cases", {}).get(case, {}).get("releases", ()))


def _check_text(playing: Playing, reader: Reader, seen: dict[str, Any]) -> None:
    record = playing.room.state.contribution(seen["id"])
    mine = str(reader.audience) == f"me:{record.author}"
    assert "author" not in seen
    assert record.author or not seen.get("signature")
    assert not (seen.get("service") and seen.get("table"))
    if reader.audience.kind == "facilitators" or mine:
        return
    assert record.projected or not record.private
    assert record.projected or reader.audience == Audience("table", str(record.table))
    assert record.state == "posted" or "text" not in seen


def _check_ballot(playing: Playing, reader: Reader, seen: dict[str, Any]) -> None:
    record = playing.room.state.ballot(seen["id"])
    assert record.state == "closed" or seen.get("tally") is None
    assert record.revealed or "tally" not in seen or str(reader.audience) == FACILITATORS


@whole_days
@given(days())
def test_a_human_number_is_given_once(gestures: list[Gesture]) -> None:
    given_out: dict[str, str] = {}
    for playing in day(gestures):
        for records in playing.room.state.collections.values():
            for key, record in records.items():
                family = key.rpartition("-")[0]
                if family in NUMBERED:
                    born = f"{type(record).__name__} {getattr(record, 'kind', '')}"
                    assert given_out.setdefault(key, born) == born
        for key in given_out:
            assert any(key in kept for kept in playing.room.state.collections.values()), key


@whole_days
@given(days())
def test_every_posted_text_is_on_the_board_in_a_theme_that_lives_or_in_none(
    gestures: list[Gesture],
) -> None:
    state = played(gestures).room.state
    live = {theme.id for theme in state.themes()}
    for one in state.contributions():
        assert one.theme is None or one.theme in live
        assert (one.id in state.themed.get(one.theme or "", {})) == (
            one.theme is not None and one.state == "posted"
        )
    for action in state.actions():
        assert all(action.id in state.contribution(key).actions for key in action.contributions)


@whole_days
@given(days())
def test_the_box_holds_one_paper_for_each_signature_and_nothing_once_over(
    gestures: list[Gesture],
) -> None:
    playing = played(gestures)
    memory = playing.room._memory
    for ballot in playing.room.state.ballots():
        papers = memory.papers.get(ballot.id, {})
        assert len(papers) == len(memory.signed.get(ballot.id, ()))
        assert ballot.state == "open" or not papers
