"""The grammar of the core: names of events are unique, records tell of changes only by events."""

import pytest

from facilitation.domain.core import EVENTS, Event, event
from facilitation.domain.evolve import evolve
from facilitation.domain.records import COLLECTIONS
from tests.support.stage import CLAIRE, Stage


def test_two_events_do_not_share_a_name() -> None:
    kept = EVENTS["step.started"]
    with pytest.raises(ValueError, match=r"step\.started"):

        @event("step.started")
        class Another(Event):
            """Would hide the first on every log."""

    assert EVENTS["step.started"] is kept


def test_asking_what_an_event_changes_touches_nothing(stage: Stage) -> None:
    stage.theme("A")
    before = (stage.state.seq, dict(stage.state.collections["themes"]))
    happened = stage.events[0]
    stage.send(CLAIRE, "theme.rename", theme="THM-01", name="B")
    renamed = dict(stage.state.collections["themes"])
    assert evolve(stage.state, happened)
    assert stage.state.collections["themes"] == renamed
    assert before[1] != renamed


def test_every_record_names_its_own_id() -> None:
    assert all("id" in kind.__dataclass_fields__ for kind in COLLECTIONS.values())
