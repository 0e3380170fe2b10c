"""What becomes of a text: taken back, set aside, supported, marked, shown, kept for later."""

from typing import Any

import pytest

from facilitation.domain.curation import REASONS
from facilitation.views.audience import Audience
from tests.support.stage import CLAIRE, FACILITATORS, ROOM, Stage, device, refused

SECRET = "secret-du-téléphone"  # noqa: S105 - a test's own
POSITION: dict[str, Any] = {"kind": "positioning", "case": "cas-1", "role": "pilot"}


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
