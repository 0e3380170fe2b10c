"""A workshop that came back from a backup: its former lives, and the numbers given in them."""

import pytest

from facilitation.domain.contributions import Post
from facilitation.domain.core import Actor
from facilitation.domain.restoring import left
from facilitation.protocol.catalogue import CATALOGUE, RESTORE
from facilitation.service.jobs import Job
from tests.support.stage import START, Stage, fold_all

TAKEN = START - 60_000


def restore(stage: Stage, epoch: str = "before") -> int:
    """Go on from a backup of that life; answers the last number that is shared with it."""
    shared = stage.state.seq
    stage.play(Job(Actor("admin"), RESTORE, RESTORE.payload(epoch, TAKEN)))
    return shared


def offer(stage: Stage, person: Actor, number: str) -> str:
    """A text that its phone sends again, with the number that it had; answers the one it gets."""
    command = CATALOGUE["contribution.post"]
    job = Job(person, command, Post("expectation", "Un texte"), number=number)
    return str(stage.play(job)["id"])


def test_a_restored_workshop_says_when_and_from_when(stage: Stage) -> None:
    restore(stage)
    workshop = stage.state.workshop
    assert (workshop.restored_at, workshop.restored_from) == (stage.now, TAKEN)
    assert fold_all(stage.entries).workshop == workshop


def test_each_former_life_is_known_by_the_last_number_it_shares(stage: Stage) -> None:
    first = restore(stage, "one")
    stage.join()
    second = restore(stage, "two")
    assert second > first > 0
    assert (left(stage.state, "one"), left(stage.state, "two")) == (first, second)


def test_nothing_is_shared_with_a_life_that_was_never_met(stage: Stage) -> None:
    restore(stage)
    assert left(stage.state, "another") == 0


def test_a_number_given_in_a_former_life_is_given_back_once(stage: Stage) -> None:
    person = stage.join()
    restore(stage)
    assert offer(stage, person, "ATT-007") == "ATT-007"
    assert offer(stage, person, "ATT-007") == "ATT-008"
    assert stage.post(person) == "ATT-009"
    assert offer(stage, person, "ATT-005") == "ATT-005"
    assert stage.post(person) == "ATT-010"


def test_without_a_restore_nobody_chooses_their_number(stage: Stage) -> None:
    assert offer(stage, stage.join(), "ATT-007") == "ATT-002"


@pytest.mark.parametrize("number", ["ATT-001", "PRO-007", "ATT-99999", "n’importe quoi"])
def test_a_number_that_is_taken_or_strange_is_not_given(stage: Stage, number: str) -> None:
    person = stage.join()
    restore(stage)
    assert offer(stage, person, number) == "ATT-002"
