"""The speculative memory runs ahead; nothing of it shows in what is published."""

from tests.support.stage import CLAIRE, Stage


def test_entries_merged_ahead_are_still_two_people_in_what_is_published() -> None:
    stage = Stage()
    kept, gone = str(stage.join().participant), str(stage.join().participant)
    ahead = stage.memory.branch()
    stage.send(CLAIRE, "participant.merge", participant=kept, duplicate=gone)
    further = str(stage.join().participant)
    later = stage.memory.branch()
    stage.send(CLAIRE, "participant.merge", participant=kept, duplicate=further)
    assert ahead.state.entries(kept) == {kept}
    assert later.state.entries(kept) == {kept, gone}
    assert stage.state.entries(kept) == {kept, gone, further}
