"""The archive's log: what facilitators may read of what happened, and not a word more."""

from dataclasses import replace
from typing import Any

import pytest

from facilitation.domain.authorship import own, secret_hash
from facilitation.domain.core import EVENTS
from facilitation.domain.evolve import Recorded, fold
from facilitation.domain.reclaiming import reclaim
from facilitation.domain.state import State
from facilitation.protocol import wire
from facilitation.views.archive import readable
from tests.support.stage import CLAIRE, Stage, refused

PLACE = {"service", "table"}


@pytest.fixture
def stage() -> Stage:
    made = Stage()
    made.begin("attentes")
    return made


def told(stage: Stage, name: str) -> list[dict[str, Any]]:
    """The archive's events of a name, as JSON."""
    happened = [one.event for entry in stage.entries for one in entry.recorded]
    return [
        wire.loads(wire.encode_event(readable(stage.state, one)))
        for one in happened
        if one.event_name == name
    ]


def whole(stage: Stage) -> str:
    return "".join(str(told(stage, name)) for name in EVENTS)


def test_a_signed_text_bears_its_service_and_neither_table_nor_author(stage: Stage) -> None:
    awa = stage.join("ddt", "1")
    stage.post(awa, "Signé", anonymous=False)
    (posted,) = told(stage, "contribution.posted")
    assert (posted["service"], posted["table"], posted["author"]) == ("ddt", None, None)


def test_a_text_without_a_name_bears_its_table_alone_and_a_sealed_proof(stage: Stage) -> None:
    awa = stage.join("ddt", "1")
    for _ in range(2):
        stage.post(awa, "Sans nom", anonymous=True, edit_secret="5e" * 16)
    first, second = told(stage, "contribution.posted")
    assert (first["service"], first["table"], first["author"]) == (None, "1", None)
    assert first["text"] == "Sans nom"
    # One secret, two texts: neither shows it, nor that the other has the same.
    assert secret_hash("5e" * 16) not in str((first, second))
    assert first["edit_hash"] != second["edit_hash"]
    assert first["edit_hash"][0] == "~"


def test_whoever_has_the_secret_of_a_text_corrects_it_where_the_archive_is_brought_in(
    stage: Stage,
) -> None:
    awa = stage.join("ddt", "1")
    number = stage.post(awa, "Sans nom", anonymous=True, edit_secret="5e" * 16)
    came = State()
    for one in (one for entry in stage.entries for one in entry.recorded):
        fold(came, replace(one, event=readable(stage.state, one.event)))
    assert own(came, awa, number, "5e" * 16).id == number
    for wrong in (None, "", "5f" * 16):
        with refused("unknown_contribution"):
            own(came, awa, number, wrong)


def test_whoever_shows_a_key_has_a_text_or_a_card_again_and_the_archive_does_not_tell(
    stage: Stage,
) -> None:
    awa = stage.join("ddt", "1")
    text = stage.post(awa, "Signé", anonymous=False)
    card = stage.send(awa, "commitment.make", kind="service", text="Nous")["id"]
    came = State()
    for one in (one for entry in stage.entries for one in entry.recorded):
        fold(came, replace(one, event=readable(stage.state, one.event)))
    blank = came.find("contributions", text), came.find("commitments", card)
    for number, record in zip((text, card), blank, strict=True):
        gained = reclaim(came, awa, number)
        assert gained is not None
        assert awa.participant in str(gained)
        hidden = readable(came, gained)
        assert awa.participant not in str(hidden)
        seq = came.seq + 1
        fold(came, Recorded(seq, seq, "contribution.post", "", hidden))
        fold(came, Recorded(seq + 1, seq + 1, "contribution.post", "", gained))
        assert record is not None
        assert reclaim(came, awa, number) is None
    assert came.contribution(text).author == awa.participant
    assert reclaim(came, CLAIRE, text) is None
    assert reclaim(came, awa, "ATT-999") is None


def test_a_text_taken_back_is_gone_in_every_wording(stage: Stage) -> None:
    awa = stage.join()
    text = stage.post(awa, "Premier jet", anonymous=False)
    stage.send(awa, "contribution.edit", contribution=text, text="Second jet")
    assert "Premier jet" in whole(stage)
    stage.send(awa, "contribution.withdraw", contribution=text)
    assert "jet" not in whole(stage)


def test_nobody_learns_who_stood_behind_a_text(stage: Stage) -> None:
    awa, paul = stage.join(), stage.join()
    text = stage.post(awa)
    stage.send(CLAIRE, "contribution.show", contributions=[text])
    stage.send(paul, "contribution.support", contribution=text)
    (supported,) = told(stage, "contribution.supported")
    assert paul.participant not in str(supported)


def test_a_personal_card_is_its_authors_alone(stage: Stage) -> None:
    awa = stage.join("ddt", "1")
    said = {"text": "Carte secrète", "role": "Moi secrète", "by": "secrète", "need": "secrète"}
    card = stage.send(awa, "commitment.make", kind="personal", **said)["id"]
    stage.send(awa, "commitment.edit", commitment=card, text="Carte secrète encore")
    assert "secrète" not in whole(stage)
    (made,) = told(stage, "commitment.made")
    assert (made["participant"], made["service"]) == ("", "")


def test_a_services_card_is_read_until_it_is_taken_back_and_names_nobody(stage: Stage) -> None:
    awa = stage.join("ddt", "1")
    card = stage.send(awa, "commitment.make", kind="service", text="Un interlocuteur")["id"]
    (made,) = told(stage, "commitment.made")
    assert (made["text"], made["service"], made["participant"]) == ("Un interlocuteur", "ddt", "")
    stage.send(awa, "commitment.withdraw", commitment=card)
    assert "Un interlocuteur" not in whole(stage)


@pytest.mark.parametrize(("voters", "detailed"), [(4, False), (5, True)])
def test_how_answers_spread_is_told_from_five_papers_up(
    stage: Stage, voters: int, detailed: bool
) -> None:
    themes = [stage.theme("Un"), stage.theme("Deux")]
    ballot = stage.send(CLAIRE, "ballot.open", question="?", options=themes)["id"]
    for number in range(voters):
        paper = {"ballot": ballot, "paper_key": f"{number}", "choices": {themes[0]: 2}}
        stage.send(stage.join(), "ballot.cast", remark=f"remarque {number}", **paper)
    stage.send(CLAIRE, "ballot.close", ballot=ballot)
    (closed,) = told(stage, "ballot.closed")
    assert closed["tally"]["papers"] == voters
    assert closed["tally"]["scores"][0]["total"] == 2 * voters
    assert bool(closed["tally"]["remarks"]) is detailed
    assert bool(closed["tally"]["scores"][0]["values"]) is detailed


def test_every_event_that_names_a_person_was_thought_of() -> None:
    """People are on the facilitator's list; what they wrote or stood behind is not theirs there."""
    naming = {
        name
        for name, kind in EVENTS.items()
        if {"author", "participant", "edit_hash", "tally"} & kind.__dataclass_fields__.keys()
    }
    on_the_list = {name for name in naming if name.startswith("participant.")}
    assert naming - on_the_list == {
        "contribution.posted",
        "contribution.supported",
        "contribution.reclaimed",
        "commitment.made",
        "commitment.reclaimed",
        "ballot.closed",
        "referent.proposed",
        "rapporteur.named",
    }


def test_the_archives_log_folds_to_the_same_workshop(stage: Stage) -> None:
    awa = stage.join("ddt", "1")
    stage.post(awa, "Signé", anonymous=False)
    stage.send(awa, "commitment.make", kind="personal", text="À moi")
    again = State()
    for one in (one for entry in stage.entries for one in entry.recorded):
        kept = Recorded(one.seq, one.first, one.command, one.by, readable(stage.state, one.event))
        fold(again, kept)
    assert {name: list(kept) for name, kept in again.collections.items()} == {
        name: list(kept) for name, kept in stage.state.collections.items()
    }
