"""Who is there is counted as people come and go, and comes out as if everybody were looked at."""

import hypothesis.strategies as st
from hypothesis import given

from facilitation.domain.core import Actor
from facilitation.realtime.presence import Presence
from facilitation.service.doors import audiences

PEOPLE = [
    Actor("facilitator", "claire"),
    Actor("observer", "omar"),
    *(Actor("participant", f"page-{n}", f"p{n % 3}", str(n % 2)) for n in range(6)),
    Actor("table", "device-1", None, "1"),
    Actor("table", "device-2", None, "1"),
]

moves = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.none() | st.sampled_from(PEOPLE)), max_size=30
)


@given(moves)
def test_counts_are_those_of_a_walk(moves: list[tuple[str, Actor | None]]) -> None:
    presence, here = Presence(), dict[str, Actor]()
    for sid, actor in moves:
        if actor is None:
            presence.leave("T", sid)
            here.pop(sid, None)
        else:
            presence.enter("T", sid, actor)
            here[sid] = actor
    seats = {
        (one.table, one.participant or one.id)
        for one in here.values()
        if one.role in ("participant", "table")
    }
    tables = [table for table, _who in seats]
    assert presence.people("T") == {table: tables.count(table) for table in tables}
    heard = presence.heard("T")
    assert len(heard) == len(set(heard))
    assert set(heard) == {stream for one in here.values() for stream in audiences(one)}
