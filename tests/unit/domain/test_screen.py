"""What the projector shows: one scene, chosen, and what it thereby makes public."""

from typing import Any

import pytest

from facilitation.domain.vocabulary import SCENES
from tests.support.stage import CLAIRE, ROOM, Stage, refused


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
