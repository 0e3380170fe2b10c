"""What people post: its number, its author or none, its edits, and what becomes of it."""

from typing import Any

import pytest

from facilitation.domain.authorship import secret_hash
from tests.support.stage import CLAIRE, HUGO, Stage, device, refused

SECRET = "secret-du-téléphone"  # noqa: S105 - a test's own
POSITION: dict[str, Any] = {"kind": "positioning", "case": "cas-1", "role": "pilot"}


def test_numbers_are_human_and_count_by_kind(stage: Stage) -> None:
    person = stage.join()
    numbers = [stage.post(person, kind=kind) for kind in ("expectation", "proposal", "proposal")]
    assert [*numbers, stage.post(person, **POSITION)] == [
        "ATT-002",
        "PRO-001",
        "PRO-002",
        "POS-001",
    ]


def test_a_number_is_never_given_twice(stage: Stage) -> None:
    person = stage.join()
    first = stage.post(person, anonymous=False)
    stage.send(person, "contribution.withdraw", contribution=first)
    assert stage.post(person) == "ATT-003"
    assert stage.get("contributions", first).text == "Un texte"


def test_a_signed_text_carries_its_author_and_service(stage: Stage) -> None:
    person = stage.join("ars", "2", "Jeanne")
    one = stage.get("contributions", stage.post(person, "  Bonjour ", anonymous=False))
    assert (one.author, one.service, one.table, one.text) == (
        person.participant,
        "ars",
        "2",
        "Bonjour",
    )


@pytest.mark.parametrize("anonymous", [True, None])
def test_a_text_that_is_not_signed_leads_back_to_nobody(
    stage: Stage, anonymous: bool | None
) -> None:
    person = stage.join("ars", "2", "Jeanne")
    text = stage.post(person, anonymous=anonymous, edit_secret=SECRET)
    one = stage.get("contributions", text)
    assert (one.author, one.service, one.table) == (None, None, "2")
    told = repr(stage.events)
    assert str(person.participant) not in told
    assert SECRET not in told
    assert secret_hash(SECRET) == one.edit_hash


@pytest.mark.parametrize("anonymous", [True, None, False])
def test_a_positioning_is_never_anonymous(stage: Stage, anonymous: bool | None) -> None:
    person = stage.join("ars")
    text = stage.post(person, anonymous=anonymous, edit_secret=SECRET, **POSITION)
    one = stage.get("contributions", text)
    assert (one.author, one.service, one.edit_hash) == (person.participant, "ars", "")


def test_a_device_speaks_for_a_service_or_for_one_of_its_members(stage: Stage) -> None:
    member = stage.join("ars", "1")
    with refused("service_missing"):
        stage.post(device("1"), **POSITION)
    for_service = stage.get("contributions", stage.post(device("1"), service="ddt", **POSITION))
    assert (for_service.service, for_service.author, for_service.via) == ("ddt", None, "device")
    one = stage.get("contributions", stage.post(device("1", member.participant), **POSITION))
    assert (one.service, one.author) == ("ars", member.participant)


def test_a_facilitator_types_for_a_table_and_corrects_it(stage: Stage) -> None:
    stage.begin("attentes")
    text = stage.post(CLAIRE, table="3")
    one = stage.get("contributions", text)
    assert (one.table, one.via, one.private) == ("3", "facilitator", False)
    stage.send(HUGO, "contribution.edit", contribution=text, text="Mieux")
    assert stage.get("contributions", text).text == "Mieux"
    assert stage.get("contributions", stage.post(CLAIRE)).table is None
    with refused("unknown_table"):
        stage.post(CLAIRE, table="9")


def test_a_post_for_a_step_that_is_over_is_kept_and_marked_late(stage: Stage) -> None:
    person = stage.join()
    stage.begin("attentes")
    on_time = stage.post(person, step="attentes")
    stage.begin("situations")
    late = stage.post(person, step="attentes")
    assert not stage.get("contributions", on_time).late
    assert stage.get("contributions", late).late
    assert stage.get("contributions", late).step == "attentes"
    assert not stage.get("contributions", late).private


def test_a_post_belongs_to_the_running_step_unless_it_names_another(stage: Stage) -> None:
    person = stage.join()
    assert stage.get("contributions", stage.post(person)).step is None
    stage.begin("attentes")
    assert stage.get("contributions", stage.post(person)).step == "attentes"


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("unknown_value", {"kind": "rêve"}),
        ("text_missing", {"text": "  "}),
        ("unknown_step", {"step": "sieste"}),
        ("unknown_case", {"case": "cas-9"}),
        ("unknown_value", {"role": "chef"}),
        ("unknown_value", {"level": "mondial"}),
        ("unknown_lens", {"lens": "martien"}),
        ("unknown_service", {"addressee": "nasa"}),
        ("unknown_value", {"tags": ["génial"]}),
    ],
)
def test_values_that_a_text_does_not_have_are_refused(
    stage: Stage, code: str, wrong: dict[str, Any]
) -> None:
    with refused(code):
        stage.post(stage.join(), **wrong)


def test_an_expectation_says_of_whom_and_through_whose_eyes(stage: Stage) -> None:
    person = stage.join()
    one = stage.get("contributions", stage.post(person, addressee="state", lens="elu"))
    assert (one.addressee, one.lens) == ("state", "elu")
    empty = stage.get("contributions", stage.post(person, addressee="", lens="", role="", level=""))
    assert (empty.addressee, empty.lens, empty.role, empty.level) == (None, None, None, None)


def test_its_author_rewords_a_text_and_what_is_not_said_stays(stage: Stage) -> None:
    person = stage.join()
    text = stage.post(person, anonymous=False, addressee="ddt", lens="elu", tags=["lesson"])
    stage.send(person, "contribution.edit", contribution=text, text=" Mieux ")
    one = stage.get("contributions", text)
    assert (one.text, one.addressee, one.lens, one.tags, one.edited) == (
        "Mieux",
        "ddt",
        "elu",
        ("lesson",),
        True,
    )
    stage.send(person, "contribution.edit", contribution=text, addressee="", lens="", tags=[])
    one = stage.get("contributions", text)
    assert (one.text, one.addressee, one.lens, one.tags) == ("Mieux", None, None, ())


def test_a_positionings_role_and_level_are_taken_back(stage: Stage) -> None:
    person = stage.join()
    text = stage.post(person, level="national", **POSITION)
    stage.send(person, "contribution.edit", contribution=text, role="", level="")
    one = stage.get("contributions", text)
    assert (one.role, one.level) == (None, None)


def test_only_the_secret_opens_a_text_that_is_not_signed(stage: Stage) -> None:
    person = stage.join()
    text = stage.post(person, anonymous=True, edit_secret=SECRET)
    for wrong in ({}, {"edit_secret": "autre"}):
        with refused("unknown_contribution"):
            stage.send(person, "contribution.edit", contribution=text, text="?", **wrong)
    stage.send(device("3"), "contribution.edit", contribution=text, text="Su", edit_secret=SECRET)
    assert stage.get("contributions", text).text == "Su"


def test_somebody_elses_text_answers_as_if_it_were_not_there(stage: Stage) -> None:
    author, other = stage.join(), stage.join()
    signed, bare = stage.post(author, anonymous=False), stage.post(author, anonymous=True)
    for text in (signed, bare, "ATT-001", "ATT-999"):
        for name in ("contribution.edit", "contribution.withdraw"):
            for actor in (other, CLAIRE):
                with refused("unknown_contribution"):
                    stage.send(actor, name, contribution=text)


def test_a_text_is_not_emptied_by_an_edit(stage: Stage) -> None:
    person = stage.join()
    text = stage.post(person, anonymous=False)
    with refused("text_missing"):
        stage.send(person, "contribution.edit", contribution=text, text=" ")


def test_a_second_edit_from_an_old_page_is_told_of_the_first(stage: Stage) -> None:
    person = stage.join()
    text = stage.post(person, anonymous=False)
    seen = stage.state.versions["contributions", text]
    stage.send(person, "contribution.edit", contribution=text, text="Un", base=seen)
    with refused("conflict"):
        stage.send(person, "contribution.edit", contribution=text, text="Deux", base=seen)
