"""What people post: its number, its author or none, its edits, and what becomes of it."""

from typing import Any

import pytest

from facilitation.domain.contributions import REASONS, secret_hash
from facilitation.views.audience import Audience
from tests.support.stage import CLAIRE, FACILITATORS, HUGO, ROOM, Stage, device, refused

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


def test_a_withdrawn_text_keeps_its_number_and_shows_its_words_to_nobody_else(
    stage: Stage,
) -> None:
    person = stage.join(name="Jeanne")
    text = stage.post(person, "Mot", anonymous=False)
    stage.send(CLAIRE, "contribution.show", contributions=[text])
    stage.send(person, "contribution.withdraw", contribution=text)
    assert not stage.get("contributions", text).shown
    for audience in (FACILITATORS, Audience("table", "1"), ROOM):
        assert "text" not in (stage.seen(audience, "contributions", text) or {})
    mine = stage.seen(Audience("me", str(person.participant)), "contributions", text)
    assert mine is not None
    assert mine["text"] == "Mot"
    stage.send(person, "contribution.withdraw", contribution=text)
    assert stage.events == []
    with refused("contribution_not_open"):
        stage.send(person, "contribution.edit", contribution=text, text="?")


@pytest.mark.parametrize("reason", REASONS)
def test_a_text_is_set_aside_with_a_reason_and_comes_back(stage: Stage, reason: str) -> None:
    text = stage.post(stage.join())
    stage.send(CLAIRE, "contribution.set_aside", contribution=text, reason=reason, remark=" vu ")
    one = stage.get("contributions", text)
    assert (one.state, one.reason, one.text) == ("set_aside", f"{reason}: vu", "Un texte")
    with refused("contribution_not_open"):
        stage.send(CLAIRE, "contribution.set_aside", contribution=text, reason=reason)
    stage.send(CLAIRE, "contribution.restore", contribution=text)
    assert (stage.get("contributions", text).state, stage.get("contributions", text).reason) == (
        "posted",
        "",
    )
    with refused("not_set_aside"):
        stage.send(CLAIRE, "contribution.restore", contribution=text)


def test_a_text_is_not_set_aside_without_a_known_reason(stage: Stage) -> None:
    text = stage.post(stage.join())
    with refused("unknown_value"):
        stage.send(CLAIRE, "contribution.set_aside", contribution=text, reason="mauvais")
    with refused("unknown_contribution"):
        stage.send(CLAIRE, "contribution.set_aside", contribution="ATT-999", reason="other")


def test_people_stand_behind_a_text_of_their_table_once(stage: Stage) -> None:
    author, mate, other = stage.join(), stage.join(), stage.join(table="2")
    text = stage.post(author)
    for _ in range(2):
        stage.send(mate, "contribution.support", contribution=text)
    assert stage.events == []
    assert stage.get("contributions", text).supporters == (mate.participant,)
    with refused("unknown_contribution"):
        stage.send(other, "contribution.support", contribution=text)
    stage.send(CLAIRE, "contribution.show", contributions=[text])
    stage.send(other, "contribution.support", contribution=text)
    stage.send(mate, "contribution.support", contribution=text, on=False)
    assert stage.get("contributions", text).supporters == (other.participant,)


def test_nobody_stands_behind_what_they_cannot_see(stage: Stage) -> None:
    author, mate = stage.join(), stage.join()
    stage.begin("attentes")
    private = stage.post(author)
    gone = stage.post(author)
    stage.send(CLAIRE, "writing.close")
    stage.send(CLAIRE, "contribution.set_aside", contribution=gone, reason="other")
    stage.undo()
    stage.undo()
    stage.send(CLAIRE, "contribution.set_aside", contribution=gone, reason="other")
    for actor, text in ((mate, private), (mate, gone), (device("1"), gone)):
        with refused("unknown_contribution"):
            stage.send(actor, "contribution.support", contribution=text)


def test_common_tools_and_good_practices_are_marked(stage: Stage) -> None:
    text = stage.post(stage.join())
    tags = ["common_tool", "good_practice", "common_tool"]
    stage.send(CLAIRE, "contribution.tag", contribution=text, tags=tags)
    assert stage.get("contributions", text).tags == ("common_tool", "good_practice")
    with refused("unknown_value"):
        stage.send(CLAIRE, "contribution.tag", contribution=text, tags=["génial"])


def test_texts_are_chosen_for_the_wall_and_taken_off_it(stage: Stage) -> None:
    text = stage.post(stage.join())
    assert stage.seen(ROOM, "contributions", text) is None
    stage.send(CLAIRE, "contribution.show", contributions=[text])
    assert stage.seen(ROOM, "contributions", text)
    stage.send(CLAIRE, "contribution.show", contributions=[text], on=False)
    one = stage.get("contributions", text)
    assert (one.shown, one.projected) == (False, True)


def test_a_text_set_aside_is_not_shown(stage: Stage) -> None:
    text = stage.post(stage.join())
    stage.send(CLAIRE, "contribution.set_aside", contribution=text, reason="other")
    with refused("contribution_not_open"):
        stage.send(CLAIRE, "contribution.show", contributions=[text])
    stage.send(CLAIRE, "contribution.show", contributions=[text], on=False)
    assert not stage.get("contributions", text).projected


def test_a_point_is_kept_for_later_from_a_text_or_from_words(stage: Stage) -> None:
    person = stage.join()
    text = stage.post(person, "À voir")
    assert stage.send(CLAIRE, "contribution.park", contribution=text) == {"id": "PTU-01"}
    assert stage.get("parked", "PTU-01").text == "À voir"
    assert stage.get("contributions", text).parked
    stage.send(CLAIRE, "contribution.park", contribution=text, text="Résumé")
    stage.send(CLAIRE, "contribution.park", text="Les locaux")
    assert [stage.get("parked", key).text for key in ("PTU-02", "PTU-03")] == [
        "Résumé",
        "Les locaux",
    ]


def test_nothing_is_kept_for_later_from_nothing_or_from_a_text_taken_back(stage: Stage) -> None:
    person = stage.join()
    text = stage.post(person, anonymous=False)
    stage.send(person, "contribution.withdraw", contribution=text)
    with refused("contribution_not_open"):
        stage.send(CLAIRE, "contribution.park", contribution=text)
    with refused("text_missing"):
        stage.send(CLAIRE, "contribution.park", text="  ")
    with refused("unknown_contribution"):
        stage.send(CLAIRE, "contribution.park", contribution="ATT-999", text="?")


def test_a_parked_point_gets_an_owner_a_date_and_an_end(stage: Stage) -> None:
    key = stage.send(CLAIRE, "contribution.park", text="Les locaux")["id"]
    stage.send(CLAIRE, "parked.edit", parked=key, owner="SG", due="2013-06-01", done=True)
    stage.send(CLAIRE, "parked.edit", parked=key, text="Nos locaux")
    one = stage.get("parked", key)
    assert (one.text, one.owner, one.due, one.state) == ("Nos locaux", "SG", "2013-06-01", "done")
    with refused("conflict"):
        stage.send(CLAIRE, "parked.edit", parked=key, owner="?", base=1)
    with refused("not_found"):
        stage.send(CLAIRE, "parked.edit", parked="PTU-99")


def test_a_point_whose_keeping_was_undone_does_not_come_back_by_an_edit(stage: Stage) -> None:
    key = stage.send(CLAIRE, "contribution.park", text="Les locaux")["id"]
    stage.undo()
    with refused("not_found"):
        stage.send(CLAIRE, "parked.edit", parked=key, owner="SG")


def test_a_table_counts_what_it_wrote(stage: Stage) -> None:
    person = stage.join(table="2")
    stage.post(person)
    stage.post(person)
    assert [table.contributions for table in stage.state.tables()] == [0, 2, 0]
