"""Who does what: missions, référents, and the role matrix counted from positionings."""

from typing import Any

import pytest

from facilitation.domain.core import Actor
from facilitation.domain.referents import REFERENT_STATES
from tests.support.stage import CLAIRE, Stage, device, refused

CELL = {"case": "cas-1", "service": "ddt"}


def position(stage: Stage, person: Actor, role: str | None, level: str | None = None) -> str:
    """A positioning on the first situation."""
    return stage.post(person, kind="positioning", case="cas-1", role=role, level=level)


def test_missions_are_corrected_by_people_of_the_service(stage: Stage) -> None:
    person = stage.join("ars")
    stage.send(person, "missions.correct", text=" Santé ")
    stage.send(CLAIRE, "missions.correct", text="Permis", service="ddt")
    assert stage.get("services", "ars").missions == "Santé"
    assert stage.get("services", "ddt").missions == "Permis"
    with refused("other_service"):
        stage.send(person, "missions.correct", text="?", service="ddt")
    with refused("voter_missing"):
        stage.send(device("1"), "missions.correct", text="?", service="ddt")
    with refused("unknown_service"):
        stage.send(CLAIRE, "missions.correct", text="?")


def test_people_come_forward_as_referent_for_themselves_only(stage: Stage) -> None:
    person = stage.join("ars")
    stage.send(person, "referent.propose", policy="eau", function=" Cheffe ")
    one = stage.get("referents", "eau/ars")
    assert (one.function, one.participant, one.state) == (
        "Cheffe",
        person.participant,
        "person_agrees",
    )
    with refused("other_service"):
        stage.send(person, "referent.propose", policy="eau", function="?", service="ddt")


def test_a_function_may_be_named_without_a_person(stage: Stage) -> None:
    stage.send(stage.join("ars"), "referent.propose", policy="eau", function="Chef", me=False)
    stage.send(CLAIRE, "referent.propose", policy="eau", function="Chef", service="ddt")
    for key in ("eau/ars", "eau/ddt"):
        one = stage.get("referents", key)
        assert (one.participant, one.state) == (None, "expected")


def test_a_mere_function_does_not_replace_a_colleagues_own_agreement(stage: Stage) -> None:
    person, colleague = stage.join("ars"), stage.join("ars")
    stage.send(person, "referent.propose", policy="eau", function="Cheffe")
    with refused("referent_agreed"):
        stage.send(colleague, "referent.propose", policy="eau", function="Adjoint", me=False)
    assert stage.get("referents", "eau/ars").participant == person.participant
    stage.send(person, "referent.propose", policy="eau", function="Adjoint", me=False)
    assert stage.get("referents", "eau/ars").participant is None


@pytest.mark.parametrize(
    ("code", "payload"),
    [
        ("unknown_policy", {"policy": "mer", "function": "Chef"}),
        ("text_missing", {"policy": "eau", "function": " "}),
    ],
)
def test_a_referent_needs_a_policy_and_a_function(
    stage: Stage, code: str, payload: dict[str, Any]
) -> None:
    with refused(code):
        stage.send(stage.join(), "referent.propose", **payload)


@pytest.mark.parametrize("state", REFERENT_STATES)
def test_a_referent_goes_from_expected_to_named(stage: Stage, state: str) -> None:
    person = stage.join("ddt")
    stage.send(person, "referent.propose", policy="eau", function="Chef")
    stage.send(CLAIRE, "referent.settle", policy="eau", service="ddt", state=state)
    stage.send(CLAIRE, "referent.settle", policy="eau", service="ddt", state=state, remark=" ok ")
    one = stage.get("referents", "eau/ddt")
    assert (one.state, one.function, one.remark) == (state, "Chef", "ok")
    proposal = {"policy": "eau", "function": "Autre"}
    if state in ("director_agrees", "named"):
        with refused("referent_settled"):
            stage.send(person, "referent.propose", **proposal)
    else:
        stage.send(person, "referent.propose", **proposal)


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("unknown_policy", {"policy": "mer"}),
        ("unknown_service", {"service": "nasa"}),
        ("unknown_value", {"state": "ministre"}),
    ],
)
def test_a_referent_of_nothing_is_not_settled(
    stage: Stage, code: str, wrong: dict[str, str]
) -> None:
    payload = {"policy": "eau", "service": "ddt", "state": "named", "function": "Chef"}
    with refused(code):
        stage.send(CLAIRE, "referent.settle", **payload | wrong)


def test_a_cell_counts_what_people_of_a_service_said(stage: Stage) -> None:
    people = [stage.join("ddt") for _ in range(3)]
    for person, role in zip(people, ("supports", "pilot", "pilot"), strict=True):
        position(stage, person, role, "local")
    cell = stage.get("roles", "cas-1/ddt")
    assert cell.roles == (("pilot", 2), ("supports", 1))
    assert cell.levels == (("local", 3),)
    assert cell.contributions == ("POS-001", "POS-002", "POS-003")


def test_a_positioning_without_a_situation_counts_nowhere(stage: Stage) -> None:
    stage.post(stage.join(), kind="positioning", role="pilot")
    assert stage.state.collections["roles"] == {}


def test_a_cell_follows_edits_withdrawals_and_settings_aside(stage: Stage) -> None:
    person = stage.join("ddt")
    text = position(stage, person, "pilot")

    def said() -> tuple[tuple[str, int], ...]:
        counted: tuple[tuple[str, int], ...] = stage.get("roles", "cas-1/ddt").roles
        return counted

    stage.send(person, "contribution.edit", contribution=text, role="authority")
    assert said() == (("authority", 1),)
    stage.send(CLAIRE, "contribution.set_aside", contribution=text, reason="other")
    assert said() == ()
    stage.send(CLAIRE, "contribution.restore", contribution=text)
    assert said() == (("authority", 1),)
    stage.send(person, "contribution.withdraw", contribution=text)
    assert said() == ()


def test_what_the_room_settles_stands_beside_what_was_said(stage: Stage) -> None:
    position(stage, stage.join("ddt"), "pilot")
    stage.send(CLAIRE, "role.settle", role="authority", level="local", **CELL)
    position(stage, stage.join("ddt"), "pilot")
    cell = stage.get("roles", "cas-1/ddt")
    assert (cell.settled_role, cell.settled_level, cell.roles) == (
        "authority",
        "local",
        (("pilot", 2),),
    )
    stage.send(CLAIRE, "role.settle", **CELL)
    assert stage.get("roles", "cas-1/ddt").settled_role is None


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("unknown_case", {"case": "cas-9"}),
        ("unknown_service", {"service": "nasa"}),
        ("unknown_value", {"role": "chef"}),
        ("unknown_value", {"level": "mondial"}),
    ],
)
def test_a_role_that_the_domain_does_not_have_is_refused(
    stage: Stage, code: str, wrong: dict[str, str]
) -> None:
    with refused(code):
        stage.send(CLAIRE, "role.settle", **CELL | wrong)
