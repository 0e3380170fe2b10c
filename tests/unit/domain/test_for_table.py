"""What the rapporteur writes in the name of the table: who may, whose it is, who looks after it."""

from typing import Any

import pytest

from facilitation.domain.core import Actor
from tests.support.stage import CLAIRE, Stage, device, refused
from tests.unit.views.reading import report, told

SECRET = "secret-du-téléphone"  # noqa: S105 - a test's own
POSITION: dict[str, Any] = {"kind": "positioning", "case": "cas-1", "role": "pilot"}


def named(stage: Stage, person: Actor) -> Actor:
    """The same person, who now reports for table 2."""
    stage.send(CLAIRE, "rapporteur.name", table="2", participant=person.participant)
    return person


@pytest.fixture
def rapporteur(stage: Stage) -> Actor:
    return named(stage, stage.join("ars", "2", "Jeanne"))


@pytest.mark.parametrize("anonymous", [True, None, False])
def test_a_text_in_the_name_of_the_table_carries_the_table_and_nobody(
    stage: Stage, rapporteur: Actor, anonymous: bool | None
) -> None:
    text = stage.post(rapporteur, for_table=True, anonymous=anonymous)
    one = stage.get("contributions", text)
    assert (one.author, one.service, one.table, one.for_table) == (None, None, "2", True)
    assert str(rapporteur.participant) not in repr(stage.events)


def test_a_rapporteur_still_writes_in_their_own_name(stage: Stage, rapporteur: Actor) -> None:
    one = stage.get("contributions", stage.post(rapporteur, anonymous=False))
    assert (one.author, one.service, one.for_table) == (rapporteur.participant, "ars", False)


def test_nobody_else_writes_in_the_name_of_a_table(stage: Stage, rapporteur: Actor) -> None:
    mate, stranger = stage.join("ddt", "2"), stage.join("ddt", "1")
    for actor in (mate, stranger, CLAIRE):
        with refused("rapporteur_only"):
            stage.post(actor, for_table=True)
    named(stage, mate)
    with refused("rapporteur_only"):
        stage.post(rapporteur, for_table=True)


def test_a_rapporteur_of_another_table_does_not_speak_for_this_one(
    stage: Stage, rapporteur: Actor
) -> None:
    moved = Actor("participant", rapporteur.id, rapporteur.participant, "1")
    with refused("rapporteur_only"):
        stage.post(moved, for_table=True)


def test_a_positioning_never_speaks_for_a_table(stage: Stage, rapporteur: Actor) -> None:
    for actor in (rapporteur, device("2")):
        with refused("positioning_for_table"):
            stage.post(actor, for_table=True, service="ddt", **POSITION)


@pytest.mark.parametrize("asked", [True, False])
def test_what_a_device_writes_for_nobody_is_the_tables(stage: Stage, asked: bool) -> None:
    one = stage.get("contributions", stage.post(device("2"), for_table=asked))
    assert (one.author, one.service, one.table, one.for_table) == (None, None, "2", True)


def test_what_a_device_writes_for_a_member_or_a_service_is_theirs(stage: Stage) -> None:
    member = stage.join("ars", "2")
    own = stage.post(device("2", member.participant), anonymous=True)
    position = stage.post(device("2"), service="ddt", **POSITION)
    assert not stage.get("contributions", own).for_table
    assert not stage.get("contributions", position).for_table


def test_whoever_speaks_for_the_table_corrects_and_withdraws_its_texts(
    stage: Stage, rapporteur: Actor
) -> None:
    text = stage.post(rapporteur, for_table=True, edit_secret=SECRET)
    follower = named(stage, stage.join("ddt", "2"))
    for actor in (follower, device("2")):
        stage.send(actor, "contribution.edit", contribution=text, text=f"Par {actor.id}")
        assert stage.get("contributions", text).text == f"Par {actor.id}"
    stage.send(follower, "contribution.withdraw", contribution=text)
    assert stage.get("contributions", text).state == "withdrawn"


def test_nobody_else_touches_a_text_of_the_table(stage: Stage, rapporteur: Actor) -> None:
    text = stage.post(rapporteur, for_table=True, edit_secret=SECRET)
    for actor in (stage.join("ddt", "2"), stage.join("ddt", "1"), device("1"), CLAIRE):
        for name in ("contribution.edit", "contribution.withdraw"):
            with refused("unknown_contribution"):
                stage.send(actor, name, contribution=text)


def test_who_wrote_it_keeps_the_secret_of_it(stage: Stage, rapporteur: Actor) -> None:
    text = stage.post(rapporteur, for_table=True, edit_secret=SECRET)
    named(stage, stage.join("ddt", "2"))
    with refused("unknown_contribution"):
        stage.send(rapporteur, "contribution.edit", contribution=text, text="?")
    stage.send(rapporteur, "contribution.edit", contribution=text, text="Su", edit_secret=SECRET)
    assert stage.get("contributions", text).text == "Su"


def test_between_two_writing_windows_it_comes_in_like_the_devices(
    stage: Stage, rapporteur: Actor
) -> None:
    stage.begin("attentes")
    stage.send(CLAIRE, "writing.open")
    stage.send(CLAIRE, "writing.close")
    own, devices = stage.post(rapporteur, for_table=True), stage.post(device("2"))
    for one in (stage.get("contributions", own), stage.get("contributions", devices)):
        assert (one.step, one.late, one.private) == ("attentes", False, False)


def test_a_document_quotes_it_as_the_tables_and_names_nobody(
    stage: Stage, rapporteur: Actor
) -> None:
    text = stage.post(rapporteur, "Dit par tous.", for_table=True)
    minutes, annex = told(report(stage)), told(report(stage, "annex"))
    assert f"Dit par tous. ({text}, au nom de la table 2)" in minutes
    assert "au nom de la table 2" in annex
    assert "Jeanne" not in minutes + annex
