"""Engagements: a personal card is its author's alone, one for the service is carried over."""

import pytest

from facilitation.domain.core import Actor
from facilitation.views.audience import Audience
from tests.support.stage import FACILITATORS, ROOM, Stage, device, refused


@pytest.fixture
def person(stage: Stage) -> Actor:
    """Somebody of the ARS."""
    return stage.join("ars")


def make(stage: Stage, person: Actor, kind: str = "service", text: str = "Un guichet") -> str:
    """A card; answers its number."""
    return str(stage.send(person, "commitment.make", kind=kind, text=text)["id"])


def test_a_card_speaks_for_its_author_and_is_subject_to_the_hierarchy(
    stage: Stage, person: Actor
) -> None:
    one = stage.get("commitments", make(stage, person))
    assert (one.id, one.participant, one.service, one.subject_to_hierarchy) == (
        "ENG-01",
        person.participant,
        "ars",
        True,
    )


def test_a_personal_card_is_seen_by_its_author_alone(stage: Stage, person: Actor) -> None:
    card = make(stage, person, "personal")
    mine, other = Audience("me", str(person.participant)), Audience("me", "autre")
    assert stage.seen(mine, "commitments", card)
    for audience in (FACILITATORS, ROOM, other, Audience("observers"), Audience("table", "1")):
        assert stage.seen(audience, "commitments", card) is None


def test_a_card_for_the_service_is_carried_over_without_its_author(
    stage: Stage, person: Actor
) -> None:
    card = make(stage, person)
    seen = stage.seen(FACILITATORS, "commitments", card)
    assert seen is not None
    assert person.participant not in seen.values()
    stage.send(person, "commitment.withdraw", commitment=card)
    assert stage.seen(FACILITATORS, "commitments", card) is None


def test_only_its_author_rewords_or_withdraws_a_card(stage: Stage, person: Actor) -> None:
    card = make(stage, person)
    stage.send(person, "commitment.edit", commitment=card, text="Mieux", by="2013-06-30")
    one = stage.get("commitments", card)
    assert (one.text, one.by) == ("Mieux", "2013-06-30")
    for actor in (stage.join(), device("1")):
        for name in ("commitment.edit", "commitment.withdraw"):
            with refused("unknown_commitment"):
                stage.send(actor, name, commitment=card)
    stage.send(person, "commitment.withdraw", commitment=card)
    with refused("unknown_commitment"):
        stage.send(person, "commitment.edit", commitment=card, text="?")


def test_a_card_needs_a_kind_words_and_somebody(stage: Stage, person: Actor) -> None:
    with refused("unknown_value"):
        make(stage, person, "collectif")
    with refused("text_missing"):
        make(stage, person, text=" ")
    with refused("voter_missing"):
        make(stage, device("1"))
    with refused("text_missing"):
        stage.send(person, "commitment.edit", commitment=make(stage, person), text=" ")


def test_a_member_without_a_phone_commits_on_the_tables_device(stage: Stage, person: Actor) -> None:
    card = make(stage, device("1", person.participant))
    assert stage.get("commitments", card).participant == person.participant
