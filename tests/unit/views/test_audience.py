"""Whose own stream a record belongs to, and records as plain values."""

from facilitation.domain.records import Reserve, Statement
from facilitation.views.projection import personal
from facilitation.views.values import plain
from tests.support.stage import CLAIRE, Stage


def test_people_hold_what_is_theirs_in_a_stream_of_their_own() -> None:
    stage = Stage()
    person = stage.join()
    me = str(person.participant)
    signed, bare = stage.post(person, anonymous=False), stage.post(person, anonymous=True)
    stage.send(person, "commitment.make", kind="personal", text="t")
    stage.send(person, "referent.propose", policy="eau", function="Chef")
    stage.send(CLAIRE, "referent.propose", policy="eau", function="Chef", service="ars")
    for collection, key, owner in (
        ("participants", me, me),
        ("contributions", signed, me),
        ("contributions", bare, None),
        ("commitments", "ENG-01", me),
        ("referents", "eau/ddt", me),
        ("referents", "eau/ars", None),
        ("tables", "1", None),
    ):
        assert personal(collection, stage.get(collection, key)) == owner, key


def test_records_become_plain_values() -> None:
    told = plain(Statement("DIR-01", "s", "d", reserves=(Reserve("ddt", "r"),)))
    assert told["reserves"] == [{"service": "ddt", "text": "r", "shown": False}]
    assert told["table"] is None
