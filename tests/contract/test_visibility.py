"""The table of who sees what, held against what is sent: by default, nobody sees anything."""

import pytest

from facilitation.domain.records import COLLECTIONS
from facilitation.views.audience import Audience
from facilitation.views.fields import FIELDS
from facilitation.views.projection import project
from facilitation.views.rules import RULES
from tests.contract.visibility_situation import Situation
from tests.contract.visibility_table import SITUATIONS
from tests.support.stage import Stage
from tools.protocol import COMPUTED

READERS = {
    "f": Audience("facilitators"),
    "o": Audience("observers"),
    "s": Audience("screen"),
    "t": Audience("table", "1"),
    "u": Audience("table", "2"),
}


def stated(collection: str) -> set[str]:
    """Every field that a record has or that is worked out from it, with its version."""
    own = set(COLLECTIONS[collection].__dataclass_fields__) - {"id"}
    return own | {name for place, name in COMPUTED if place == collection}


def listed(situation: Situation) -> list[str]:
    """The fields that the table names."""
    return [name for names in situation.rows.values() for name in names.split()]


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda one: one.title)
def test_a_reader_sees_what_the_table_says_and_nothing_else(situation: Situation) -> None:
    stage = Stage()
    me, other = stage.join("ddt", "1", "Jeanne"), stage.join("ddt", "1", "Paul")
    key = situation.happens(stage, me)
    readers = READERS | {
        "m": Audience("me", str(me.participant)),
        "x": Audience("me", str(other.participant)),
    }
    for letter, reader in readers.items():
        seen = stage.seen(reader, situation.collection, key)
        names = {
            name
            for letters, fields in situation.rows.items()
            for name in fields.split()
            if letter in letters
        }
        assert (set(seen) - {"id"} if seen else set()) == names, str(reader)


@pytest.mark.parametrize("situation", SITUATIONS, ids=lambda one: one.title)
def test_the_table_names_every_field_once(situation: Situation) -> None:
    names = listed(situation)
    assert sorted(names) == sorted(set(names))
    assert set(names) - {"v"} == stated(situation.collection)


def test_the_table_covers_every_collection() -> None:
    assert {situation.collection for situation in SITUATIONS} == set(COLLECTIONS)


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_the_program_decides_on_every_field(collection: str) -> None:
    assert set(FIELDS[collection]) - {"v"} == stated(collection)
    assert all(set(letters) <= set("fostm") for letters in FIELDS[collection].values())


def test_a_collection_without_a_rule_is_seen_by_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    stage = Stage()
    monkeypatch.delitem(RULES, "services")
    for reader in READERS.values():
        record = stage.get("services", "ddt")
        assert project(stage.state, reader, "services", record) is None


def test_a_field_that_the_table_of_fields_does_not_name_is_seen_by_nobody(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stage = Stage()
    monkeypatch.delitem(FIELDS["services"], "missions")
    seen = stage.seen(READERS["f"], "services", "ddt")
    assert seen is not None
    assert "missions" not in seen


def test_streams_are_named_after_their_readers() -> None:
    assert [str(one) for one in READERS.values()] == [
        "facilitators",
        "observers",
        "screen",
        "table:1",
        "table:2",
    ]
