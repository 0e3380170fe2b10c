"""What the projector shows: one scene, chosen, and what it thereby makes public."""

from typing import Any

import pytest

from facilitation.domain.core import Actor, Touch
from facilitation.domain.evolve import evolve
from facilitation.domain.vocabulary import SCENES
from facilitation.views.audience import Audience
from tests.support.stage import CLAIRE, ROOM, Stage, device, fold_all, refused


@pytest.mark.parametrize("scene", SCENES)
def test_every_scene_is_shown_and_the_one_before_is_remembered(stage: Stage, scene: str) -> None:
    stage.send(CLAIRE, "screen.show", scene="blank")
    stage.send(CLAIRE, "screen.show", scene=scene, text="Bienvenue", kind="proposal", page=-2)
    screen = stage.state.screen
    assert (screen.scene, screen.previous, screen.text, screen.page) == (
        scene,
        "blank",
        "Bienvenue",
        0,
    )


@pytest.mark.parametrize(
    ("code", "wrong"),
    [
        ("unknown_value", {"scene": "cinema"}),
        ("unknown_value", {"scene": "wall", "kind": "rêve"}),
        ("not_found", {"scene": "case", "case": "cas-9"}),
        ("not_found", {"scene": "vote", "ballot": "VOT-09"}),
    ],
)
def test_a_scene_of_nothing_is_refused(stage: Stage, code: str, wrong: dict[str, Any]) -> None:
    with refused(code):
        stage.send(CLAIRE, "screen.show", **wrong)


def test_pages_turn(stage: Stage) -> None:
    stage.send(CLAIRE, "screen.turn", page=2)
    assert stage.state.screen.page == 2
    with refused("out_of_range"):
        stage.send(CLAIRE, "screen.turn", page=-1)


def test_a_dark_screen_stays_dark_from_scene_to_scene(stage: Stage) -> None:
    stage.send(CLAIRE, "screen.dim", dark=True)
    stage.send(CLAIRE, "screen.show", scene="blank")
    assert stage.state.screen.dark
    stage.send(CLAIRE, "screen.dim", dark=False)
    assert not stage.state.screen.dark


def test_one_theme_or_one_action_shown_is_public_and_the_others_are_not(stage: Stage) -> None:
    shown, kept = stage.theme("A"), stage.theme("B")
    action = stage.send(CLAIRE, "action.create", title="C")["id"]
    stage.send(CLAIRE, "screen.show", scene="wall", theme=shown, action=action)
    assert stage.seen(ROOM, "themes", shown)
    assert stage.seen(ROOM, "actions", action)
    assert stage.seen(ROOM, "themes", kept) is None
    stage.send(CLAIRE, "screen.show", scene="wall", theme=shown)
    stage.send(CLAIRE, "screen.show", scene="return", theme=kept)
    assert stage.seen(ROOM, "themes", kept)


def test_the_screen_follows_the_running_order(stage: Stage) -> None:
    stage.begin("situations")
    assert (stage.state.screen.scene, stage.state.screen.step) == ("case", "situations")


def test_new_words_of_an_author_leave_the_wall_until_chosen_again(stage: Stage) -> None:
    person = stage.join()
    said, own = stage.post(person, step="plan", anonymous=False), stage.post(CLAIRE)
    for text in (said, own):
        stage.send(CLAIRE, "contribution.show", contributions=[text], on=True)
    stage.send(person, "contribution.edit", contribution=said, text="Autre chose")
    stage.send(CLAIRE, "contribution.edit", contribution=own, text="Mieux dit")
    assert not stage.seen(ROOM, "contributions", said)["shown"]
    assert stage.seen(ROOM, "contributions", own)["shown"]


def test_a_text_taken_back_is_read_nowhere_in_the_room_not_even_in_a_vote(stage: Stage) -> None:
    person = stage.join()
    texts = [
        stage.post(person, words, kind="proposal", step="plan", anonymous=False)
        for words in ("Reste", "Part")
    ]
    stage.send(CLAIRE, "contribution.show", contributions=texts, on=True)
    ballot = stage.ballot(*texts, subject="proposals")
    stage.send(person, "contribution.withdraw", contribution=texts[1])
    assert stage.seen(ROOM, "contributions", texts[1]) is None
    options = stage.seen(ROOM, "ballots", ballot)["options"]
    assert [one["label"] for one in options] == ["Reste", texts[1]]
    before = fold_all(stage.entries[:-1])
    assert Touch("ballots", ballot) in evolve(before, stage.events[0])


def test_the_function_of_a_referent_waits_until_the_facilitator_lets_it_be_read(
    stage: Stage,
) -> None:
    stage.send(CLAIRE, "screen.show", scene="referents")
    person = stage.join("ars")

    def read() -> str | None:
        function: str | None = stage.seen(ROOM, "referents", "eau/ars").get("function")
        return function

    stage.send(person, "referent.propose", policy="eau", function="Cheffe")
    assert read() is None
    stage.send(CLAIRE, "screen.show", scene="referents")
    assert read() == "Cheffe"
    stage.send(person, "referent.propose", policy="eau", function="Cheffe")
    assert read() == "Cheffe"
    stage.send(person, "referent.propose", policy="eau", function="Grande cheffe")
    assert read() is None
    stage.send(CLAIRE, "referent.settle", policy="eau", service="ars", state="director_agrees")
    assert read() == "Grande cheffe"


def test_what_a_table_writes_under_the_prefets_eyes_waits_until_it_is_shown_again(
    stage: Stage,
) -> None:
    action = stage.send(CLAIRE, "action.create", title="Avant", table="1")["id"]
    readers = (ROOM, Audience("observers"))

    def write(who: Actor, value: str, field: str = "title") -> None:
        stage.send(who, "action.edit", action=action, field=field, value=value)

    def read(field: str = "title") -> set[str]:
        return {stage.seen(one, "actions", action)[field] for one in readers}

    stage.send(CLAIRE, "screen.show", scene="plan")
    write(device("1"), "En séance")
    assert read() == {"En séance"}
    stage.send(CLAIRE, "screen.show", scene="return")
    shown = stage.number
    write(device("1"), "Pendant")
    write(device("1"), "Pendant encore")
    write(device("1"), "Qui décide ?", "arbitration")
    assert (read(), read("arbitration")) == ({"En séance"}, {""})
    assert stage.seen(Audience("facilitators"), "actions", action)["title"] == "Pendant encore"
    assert stage.seen(Audience("table", "1"), "actions", action)["title"] == "Pendant encore"
    write(CLAIRE, "De vive voix")
    assert (read(), read("arbitration")) == ({"De vive voix"}, {""})
    stage.send(CLAIRE, "screen.show", scene="return")
    assert read("arbitration") == {"Qui décide ?"}
    stage.send(CLAIRE, "undo")
    stage.send(CLAIRE, "undo", command=shown)
    assert stage.state.screen.scene == "plan"


def test_a_text_taken_back_touches_no_vote_on_others(stage: Stage) -> None:
    person = stage.join()
    *voted, other = [stage.post(person, kind="proposal", anonymous=False) for _ in range(3)]
    ballot = stage.ballot(*voted, subject="proposals")
    version = stage.state.versions["ballots", ballot]
    stage.send(person, "contribution.withdraw", contribution=other)
    assert stage.state.versions["ballots", ballot] == version


def test_showing_again_what_is_public_already_changes_nothing_of_it(stage: Stage) -> None:
    theme = stage.theme("A")
    stage.send(CLAIRE, "screen.show", scene="themes")
    version = stage.state.versions["themes", theme]
    stage.send(CLAIRE, "screen.show", scene="themes")
    assert stage.get("themes", theme).projected
    assert stage.state.versions["themes", theme] == version
