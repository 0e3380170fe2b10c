"""Participants, their entries and names; the rapporteur; the call of a table."""

import pytest

from facilitation.domain.core import Actor, SetName, Touch
from facilitation.domain.evolve import evolve
from facilitation.domain.state import State
from facilitation.protocol.catalogue import JOIN
from facilitation.service.jobs import Job
from facilitation.views.audience import Audience
from tests.support.stage import CLAIRE, FACILITATORS, Stage, device, fold_all, refused


def test_whoever_joins_has_a_service_and_a_table_and_maybe_a_name(stage: Stage) -> None:
    person = stage.join("ars", "2", "  Jeanne ")
    one = stage.get("participants", str(person.participant))
    assert (one.service, one.table, one.via, one.votes) == ("ars", "2", "phone", True)
    assert stage.state.names == {one.id: "Jeanne"}
    stage.join(name="   ")
    assert len(stage.state.names) == 1


def test_whoever_is_there_already_is_who_they_were(stage: Stage) -> None:
    job = Job(Actor("newcomer"), JOIN, JOIN.payload("ars", "2", None), fresh="f" * 32)
    first, seq = stage.play(job), stage.state.seq
    assert stage.play(job) == first
    assert stage.state.seq == seq


def test_a_name_never_enters_the_log(stage: Stage) -> None:
    person = stage.join(name="Jeanne")
    assert "Jeanne" not in repr(stage.events)
    assert stage.entries[-1].effects == (SetName(str(person.participant), "Jeanne"),)


@pytest.mark.parametrize(("actor", "via"), [(CLAIRE, "facilitator"), (device("1"), "device")])
def test_somebody_without_a_phone_is_entered_by_the_table_or_the_facilitator(
    stage: Stage, actor: object, via: str
) -> None:
    entered = stage.send(actor, "participant.join", service="ddt", table="1")["participant"]  # type: ignore[arg-type]
    assert stage.get("participants", entered).via == via


def test_a_director_does_not_vote_unless_a_facilitator_says_so(stage: Stage) -> None:
    key = stage.send(
        CLAIRE, "participant.join", service="ddt", table="1", name=None, category="direction"
    )["participant"]
    assert not stage.get("participants", key).votes
    stage.send(CLAIRE, "participant.correct", participant=key, votes=True)
    assert stage.get("participants", key).votes


def test_an_unknown_service_or_table_is_refused_at_the_door(stage: Stage) -> None:
    with refused("unknown_service"):
        stage.join("nasa")
    with refused("unknown_table"):
        stage.join(table="9")


def test_people_correct_their_own_entry(stage: Stage) -> None:
    person = stage.join(name="Jeanne")
    text = stage.post(person, anonymous=False)
    stage.send(person, "participant.correct", service="ars", table="2", category="A", name="Jo")
    one = stage.get("participants", str(person.participant))
    assert (one.service, one.table, one.category) == ("ars", "2", "A")
    seen = stage.seen(Audience("facilitators"), "contributions", text)
    assert seen is not None
    assert (seen["signature"], seen["service"]) == ("Jo", "ddt")
    stage.send(person, "participant.correct", name="")
    assert stage.state.names == {}


def test_nobody_corrects_somebody_elses_entry_or_their_own_right_to_vote(stage: Stage) -> None:
    one, other = stage.join(), stage.join()
    with refused("forbidden"):
        stage.send(one, "participant.correct", participant=other.participant, table="2")
    with refused("forbidden"):
        stage.send(one, "participant.correct", votes=True)
    with refused("unknown_service"):
        stage.send(one, "participant.correct", service="nasa")
    with refused("unknown_table"):
        stage.send(one, "participant.correct", table="9")


def test_a_device_corrects_only_the_member_it_acts_for(stage: Stage) -> None:
    person = stage.join()
    with refused("unknown_participant"):
        stage.send(device("1"), "participant.correct", table="2")
    stage.send(device("1", person.participant), "participant.correct", table="2")
    assert stage.get("participants", str(person.participant)).table == "2"


def test_two_entries_of_one_person_become_one(stage: Stage) -> None:
    kept, gone, third = stage.join(), stage.join(), stage.join()
    text = stage.post(gone, anonymous=False)
    shared = stage.post(third, step="plan")
    other = stage.post(third, step="plan")
    for person in (kept, gone):
        stage.send(person, "contribution.support", contribution=shared)
    stage.send(gone, "commitment.make", kind="personal", text="Je m’engage")
    stage.send(third, "commitment.make", kind="personal", text="Moi aussi")
    stage.send(gone, "referent.propose", policy="eau", function="Chef")
    stage.send(CLAIRE, "referent.settle", policy="logement", service="ars", state="to_be_named")
    stage.send(
        CLAIRE, "participant.merge", participant=kept.participant, duplicate=gone.participant
    )
    assert stage.get("participants", str(gone.participant)).merged_into == kept.participant
    assert stage.get("contributions", text).author == kept.participant
    assert stage.get("contributions", shared).supporters == (kept.participant,)
    assert stage.get("contributions", other).supporters == ()
    assert stage.get("commitments", "ENG-01").participant == kept.participant
    assert stage.get("commitments", "ENG-02").participant == third.participant
    assert stage.get("referents", "eau/ddt").participant == kept.participant


def test_a_crowd_is_not_searched_for_each_of_its_people(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, gone = stage.join(), stage.join(name="Jeanne")
    stage.send(
        CLAIRE, "participant.merge", participant=kept.participant, duplicate=gone.participant
    )
    monkeypatch.setattr(State, "participants", lambda _state: pytest.fail("searched"))
    assert stage.state.entries(str(kept.participant)) == {kept.participant, gone.participant}
    assert stage.state.name_of(kept.participant) == "Jeanne"


def test_a_name_given_under_either_entry_is_kept_and_shown_and_forgotten_as_one(
    stage: Stage,
) -> None:
    kept, gone = stage.join(), stage.join(name="Awa")
    key = str(kept.participant)
    text = stage.post(kept, anonymous=False, step="plan")
    pair = {"participant": kept.participant, "duplicate": gone.participant}

    def shown() -> tuple[str, str]:
        one = stage.seen(FACILITATORS, "participants", key) or {}
        slip = stage.seen(FACILITATORS, "contributions", text) or {}
        return one["name"], slip["signature"]

    stage.send(CLAIRE, "participant.merge", **pair)
    assert shown() == ("Awa", "Awa")
    assert told_again(stage) == {("participants", key), ("contributions", text)}
    stage.undo()
    assert shown() == ("", "")
    assert told_again(stage) == {("participants", key), ("contributions", text)}
    stage.send(CLAIRE, "participant.merge", **pair)
    stage.send(kept, "participant.correct", name="")
    assert shown() == ("", "")
    assert not stage.state.names


def told_again(stage: Stage) -> set[tuple[str, str]]:
    """What the latest command sends anew though it did not change: it shows a name."""
    before = fold_all(stage.entries[:-1])
    changes = [evolve(before, one) for one in stage.events]
    return {(one.collection, one.id) for some in changes for one in some if isinstance(one, Touch)}


def test_an_entry_is_not_merged_with_itself_nor_with_one_that_is_gone(stage: Stage) -> None:
    one, other = str(stage.join().participant), str(stage.join().participant)
    with refused("same_participant"):
        stage.send(CLAIRE, "participant.merge", participant=one, duplicate=one)
    stage.send(CLAIRE, "participant.remove", participant=other)
    with refused("unknown_participant"):
        stage.send(CLAIRE, "participant.merge", participant=one, duplicate=other)
    with refused("unknown_participant"):
        stage.send(CLAIRE, "participant.remove", participant=other)


def test_what_a_removed_entry_wrote_stays(stage: Stage) -> None:
    person = stage.join()
    text = stage.post(person, anonymous=False)
    stage.send(CLAIRE, "participant.remove", participant=person.participant)
    assert stage.get("contributions", text).state == "posted"
    assert stage.seen(Audience("table", "1"), "participants", str(person.participant)) is None


def test_a_table_names_its_rapporteur_and_no_other_table_does(stage: Stage) -> None:
    one, other = stage.join(table="1"), stage.join(table="2")
    stage.send(one, "rapporteur.name", table="1", participant=one.participant)
    assert stage.get("tables", "1").rapporteur == one.participant
    with refused("forbidden"):
        stage.send(other, "rapporteur.name", table="1", participant=one.participant)
    with refused("other_table"):
        stage.send(one, "rapporteur.name", table="1", participant=other.participant)
    stage.send(CLAIRE, "rapporteur.name", table="1")
    assert stage.get("tables", "1").rapporteur is None


@pytest.mark.parametrize("how", ["moves", "removed"])
def test_whoever_leaves_a_table_no_longer_reports_for_it(stage: Stage, how: str) -> None:
    one = stage.join(table="1")
    stage.send(one, "rapporteur.name", table="1", participant=one.participant)
    if how == "moves":
        stage.send(one, "participant.correct", table="2")
    else:
        stage.send(CLAIRE, "participant.remove", participant=one.participant)
    assert stage.get("tables", "1").rapporteur is None


@pytest.mark.parametrize("table", ["1", "2"])
def test_a_rapporteur_merged_stays_rapporteur_at_the_same_table_only(
    stage: Stage, table: str
) -> None:
    kept, gone = stage.join(table=table), stage.join(table="1")
    stage.send(gone, "rapporteur.name", table="1", participant=gone.participant)
    stage.send(
        CLAIRE, "participant.merge", participant=kept.participant, duplicate=gone.participant
    )
    expected = kept.participant if table == "1" else None
    assert stage.get("tables", "1").rapporteur == expected


def test_a_table_calls_and_is_answered(stage: Stage) -> None:
    person = stage.join(table="2")
    stage.send(person, "table.call")
    assert stage.get("tables", "2").called
    stage.send(device("2"), "table.call", on=True)
    assert stage.events == []
    stage.send(CLAIRE, "table.call", on=False, table="2")
    assert not stage.get("tables", "2").called
    with refused("unknown_table"):
        stage.send(CLAIRE, "table.call", on=False)


def test_a_tables_device_enters_people_of_its_own_table_only(stage: Stage) -> None:
    with refused("other_table"):
        stage.send(device("1"), "participant.join", service="ddt", table="2")


def test_whoever_is_there_already_joins_as_who_they_are(stage: Stage) -> None:
    awa = stage.join()
    job = Job(Actor("newcomer"), JOIN, JOIN.payload("ddt", "2"), fresh=awa.participant)
    assert stage.play(job) == {"participant": awa.participant}
    assert stage.entries[-1].recorded == ()
