"""The draft plan: sheets drawn in one gesture, written field by field by several hands."""

from typing import Any

import pytest

from facilitation.domain.records import ACTION_FIELDS, Associate, Milestone
from facilitation.domain.sheets import STATUSES
from tests.support.stage import CLAIRE, HUGO, ROOM, Stage, device, refused


@pytest.fixture
def action(stage: Stage) -> str:
    """A sheet that table 1 writes."""
    return str(stage.send(CLAIRE, "action.create", title="Annuaire", table="1")["id"])


def write(stage: Stage, action: str, field: str, value: Any, **more: Any) -> None:
    """One field of a sheet, by its table unless somebody is named."""
    actor = more.pop("by", device("1"))
    stage.send(actor, "action.edit", action=action, field=field, value=value, **more)


def test_a_voted_theme_becomes_a_draft_sheet_in_one_gesture(stage: Stage) -> None:
    ddt, ars, dreal = (
        stage.join(key, table) for key, table in (("ddt", "1"), ("ars", "2"), ("dreal", "1"))
    )
    for person, role in ((ddt, "pilot"), (ars, "authority"), (dreal, "contributes")):
        stage.post(person, kind="positioning", case="cas-1", role=role, level="local")
    stage.post(ddt, kind="positioning", case="cas-2", role="supports", level="national")
    texts = [
        stage.post(ddt, "Un annuaire", kind="proposal", case="cas-1", tags=["common_tool"]),
        stage.post(ars, "Une réunion", kind="proposal", case="cas-1"),
    ]
    theme = stage.theme("Une seule voix", *texts)
    stage.send(CLAIRE, "theme.rename", theme=theme, subtitle="On se contredit")
    ballot = stage.ballot(theme, stage.theme("Autre"))
    stage.vote(ddt, ballot, **{theme.replace("-", "_"): 3})
    stage.send(CLAIRE, "ballot.close", ballot=ballot)
    key = stage.send(CLAIRE, "action.create", theme=theme, table="2")["id"]
    one = stage.get("actions", key)
    assert (one.id, one.title, one.theme, one.why) == (
        "ACT-01",
        "Une seule voix",
        theme,
        "On se contredit",
    )
    assert (one.contributions, one.tables, one.cases) == (tuple(texts), ("1", "2"), ("cas-1",))
    assert (one.pilot, one.authority, one.level) == ("ddt", "ars", "local")
    assert one.associates == (Associate("dreal", "contributes"),)
    assert (one.tool, one.score, one.ballot, one.table) == ("Un annuaire", 3, ballot, "2")
    assert all(stage.get("contributions", text).actions == (key,) for text in texts)


def test_a_sheet_never_sets_one_table_beside_the_service_that_signed(stage: Stage) -> None:
    awa, paul = stage.join("ddt", "1"), stage.join("ars", "2")
    signed = stage.post(awa, "Signé", kind="proposal", anonymous=False)
    unsigned = stage.post(awa, "Sans nom", kind="proposal", anonymous=True)
    elsewhere = stage.post(paul, "D’une autre table", kind="proposal", anonymous=False)
    for texts, tables in (
        ([signed], ()),
        ([signed, unsigned], ()),
        ([unsigned], ("1",)),
        ([signed, elsewhere], ("1", "2")),
    ):
        key = stage.send(CLAIRE, "action.create", contributions=texts)["id"]
        assert stage.get("actions", key).tables == tables


def test_a_sheet_comes_from_chosen_texts_or_from_a_title(stage: Stage) -> None:
    person = stage.join()
    texts = [stage.post(person, f"Proposition {n}", kind="proposal") for n in range(2)]
    one = stage.get(
        "actions", stage.send(CLAIRE, "action.create", contributions=[*texts, texts[0]])["id"]
    )
    assert (one.title, one.contributions, one.score) == ("Proposition 0", tuple(texts), None)
    free = stage.get("actions", stage.send(CLAIRE, "action.create", title=" Libre ")["id"])
    assert (free.title, free.contributions, free.pilot) == ("Libre", (), None)


def test_a_sheet_leads_by_default_with_the_competent_authority(stage: Stage) -> None:
    person = stage.join("ars")
    stage.post(person, kind="positioning", case="cas-1", role="authority")
    text = stage.post(person, kind="proposal", case="cas-1")
    one = stage.get("actions", stage.send(CLAIRE, "action.create", contributions=[text])["id"])
    assert (one.pilot, one.authority, one.level) == ("ars", "ars", None)


def test_a_texts_score_is_that_of_the_latest_vote_that_had_it(stage: Stage) -> None:
    voter = stage.join()
    texts = [stage.post(voter, f"Texte {n}", kind="proposal") for n in range(3)]
    for subject, options, chosen in (
        ("proposals", texts[:2], texts[0]),
        ("proposals", texts[1:], texts[1]),
        ("evaluation", [], "utile"),
    ):
        ballot = stage.ballot(*options, subject=subject)
        stage.vote(voter, ballot, **{chosen.replace("-", "_"): 2})
        stage.send(CLAIRE, "ballot.close", ballot=ballot)
    cancelled = stage.ballot(*texts, subject="proposals")
    stage.send(CLAIRE, "ballot.cancel", ballot=cancelled)
    one = stage.get("actions", stage.send(CLAIRE, "action.create", contributions=[texts[0]])["id"])
    assert (one.score, one.ballot) == (2, "VOT-01")


def test_texts_that_do_not_stand_give_nothing_to_a_sheet(stage: Stage) -> None:
    text = stage.post(stage.join(), kind="proposal")
    stage.send(CLAIRE, "contribution.set_aside", contribution=text, reason="other")
    with refused("text_missing"):
        stage.send(CLAIRE, "action.create", contributions=[text])
    with refused("text_missing"):
        stage.send(CLAIRE, "action.create")
    with refused("unknown_theme"):
        stage.send(CLAIRE, "action.create", theme="THM-09")
    with refused("unknown_table"):
        stage.send(CLAIRE, "action.create", title="?", table="9")


VALUES: dict[str, Any] = {
    "theme": "THM-01",
    "policy": "eau",
    "status": "retained",
    "cases": ["cas-1"],
    "contributions": ["ATT-001"],
    "tables": ["1", "2"],
    "authority": "ddt",
    "pilot": "ars",
    "associates": [{"service": "ddt", "role": "supports"}, {"service": "ars"}],
    "level": "local",
    "milestones": [{"content": "Lancer", "due": "2013-04-01"}],
    "statement": "DIR-01",
}


@pytest.mark.parametrize("field", ACTION_FIELDS)
def test_every_field_of_a_sheet_is_written(stage: Stage, action: str, field: str) -> None:
    stage.theme("A")
    stage.send(CLAIRE, "statement.propose", subject="s", says="d")
    write(stage, action, field, VALUES.get(field, " Quelques mots "), by=CLAIRE)
    one = stage.get("actions", action)
    expected = {
        "associates": (Associate("ddt", "supports"), Associate("ars", "supports")),
        "milestones": (Milestone("Lancer", "", "2013-04-01", "todo"),),
    }
    value = VALUES.get(field, "Quelques mots")
    plain = tuple(value) if isinstance(value, list) else value
    assert getattr(one, field) == expected.get(field, plain)
    assert dict(one.versions) == {field: stage.state.seq}


@pytest.mark.parametrize("field", ["theme", "policy", "pilot", "authority", "statement", "level"])
def test_a_choice_on_a_sheet_is_taken_back(stage: Stage, action: str, field: str) -> None:
    write(stage, action, field, None)
    assert getattr(stage.get("actions", action), field) is None


@pytest.mark.parametrize(
    ("code", "field", "value"),
    [
        ("unknown_value", "score", 12),
        ("unknown_value", "couleur", "rouge"),
        ("unknown_value", "title", " "),
        ("unknown_value", "goal", 3),
        ("not_found", "pilot", "nasa"),
        ("unknown_value", "pilot", 3),
        ("not_found", "cases", ["cas-9"]),
        ("unknown_value", "cases", "cas-1"),
        ("unknown_value", "tables", [1]),
        ("unknown_value", "level", "mondial"),
        ("unknown_value", "milestones", {"content": "?"}),
        ("unknown_value", "milestones", ["?"]),
        ("unknown_value", "milestones", [{"quand": "?"}]),
        ("unknown_value", "milestones", [{"content": 3}]),
        ("unknown_value", "milestones", [{"content": "?"}] * 101),
        ("unknown_value", "associates", ["ddt"]),
        ("unknown_value", "associates", [{"nom": "ddt"}]),
        ("unknown_value", "associates", [{"service": "ddt", "role": "chef"}]),
        ("unknown_value", "associates", [{"role": "pilot"}]),
        ("not_found", "associates", [{"service": "nasa"}]),
        ("forbidden", "status", "retained"),
    ],
)
def test_a_value_of_the_wrong_shape_is_refused(
    stage: Stage, action: str, code: str, field: str, value: Any
) -> None:
    with refused(code):
        write(stage, action, field, value)


@pytest.mark.parametrize("status", STATUSES)
def test_a_facilitator_says_how_far_an_action_is(stage: Stage, action: str, status: str) -> None:
    write(stage, action, "status", status, by=CLAIRE)
    assert stage.get("actions", action).status == status
    with refused("unknown_value"):
        write(stage, action, "status", "adoptée", by=CLAIRE)


def test_two_hands_on_two_fields_never_collide_and_on_one_field_they_do(
    stage: Stage, action: str
) -> None:
    seen = stage.state.seq
    write(stage, action, "goal", "Un", by=CLAIRE, base=seen)
    write(stage, action, "risks", "Deux", by=HUGO, base=seen)
    with refused("conflict"):
        write(stage, action, "goal", "Trois", by=HUGO, base=seen)
    one = stage.get("actions", action)
    assert (one.goal, one.risks) == ("Un", "Deux")


def test_a_text_says_which_actions_it_led_to(stage: Stage, action: str) -> None:
    person = stage.join()
    first, second = stage.post(person), stage.post(person)
    write(stage, action, "contributions", [first])
    write(stage, action, "contributions", [second])
    assert stage.get("contributions", first).actions == ()
    assert stage.get("contributions", second).actions == (action,)
    stage.send(CLAIRE, "action.drop", action=action)
    assert stage.get("contributions", second).actions == ()


def test_a_sheet_is_written_by_its_table_alone(stage: Stage, action: str) -> None:
    free = stage.send(CLAIRE, "action.create", title="Libre")["id"]
    for key in (action, free):
        with refused("unknown_action"):
            write(stage, key, "goal", "?", by=device("2"))
    stage.send(CLAIRE, "action.give", action=action, table="2")
    write(stage, action, "goal", "Oui", by=stage.join(table="2"))
    stage.send(CLAIRE, "action.give", action=action)
    with refused("unknown_action"):
        write(stage, action, "goal", "?", by=device("2"))
    with refused("unknown_table"):
        stage.send(CLAIRE, "action.give", action=action, table="9")


def test_a_dropped_sheet_keeps_its_number_and_is_written_no_more(stage: Stage, action: str) -> None:
    stage.send(CLAIRE, "action.drop", action=action)
    for name, payload in (
        ("action.drop", {}),
        ("action.give", {"table": "1"}),
        ("action.edit", {"field": "goal", "value": "?"}),
    ):
        with refused("unknown_action"):
            stage.send(CLAIRE, name, action=action, **payload)
    assert stage.state.actions() == []
    assert stage.send(CLAIRE, "action.create", title="Autre") == {"id": "ACT-02"}


def test_sheets_stand_in_the_order_of_their_numbers(stage: Stage) -> None:
    for number in range(101):
        stage.send(CLAIRE, "action.create", title=f"Action {number}")
    assert [one.id for one in stage.state.actions()][98:] == ["ACT-99", "ACT-100", "ACT-101"]


def test_the_plan_is_the_rooms_once_the_screen_showed_it(stage: Stage, action: str) -> None:
    assert stage.seen(ROOM, "actions", action) is None
    stage.send(CLAIRE, "screen.show", scene="plan")
    assert stage.seen(ROOM, "actions", action)
    assert stage.seen(ROOM, "actions", stage.send(CLAIRE, "action.create", title="B")["id"])
