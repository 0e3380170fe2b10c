"""The theme board: nothing is lost by merging, splitting, removing, setting aside."""

from typing import Any

import pytest

from facilitation.domain.core import Conflict
from tests.support.stage import CLAIRE, FACILITATORS, HUGO, ROOM, Stage, refused


def place(stage: Stage, text: str) -> str | None:
    """The theme a text is in."""
    where: str | None = stage.get("contributions", text).theme
    return where


def size(stage: Stage, theme: str) -> int:
    """How many texts a theme counts."""
    seen = stage.seen(FACILITATORS, "themes", theme)
    assert seen is not None
    return int(seen["size"])


@pytest.fixture
def texts(stage: Stage) -> list[str]:
    """Four texts of one person."""
    person = stage.join()
    return [stage.post(person, f"Texte {number}") for number in range(4)]


def test_themes_have_a_number_a_letter_a_colour_and_a_place(stage: Stage) -> None:
    made = [stage.get("themes", stage.theme(f"Thème {n}")) for n in range(28)]
    assert [(one.id, one.letter, one.color, one.position) for one in made[:2]] == [
        ("THM-01", "A", 0, 1),
        ("THM-02", "B", 1, 2),
    ]
    assert (made[8].color, made[26].letter, made[27].letter) == (0, "A2", "B2")


def test_a_theme_takes_its_first_texts_once_each(stage: Stage, texts: list[str]) -> None:
    theme = stage.theme(" Une voix ", texts[0], texts[1], texts[0])
    assert stage.get("themes", theme).name == "Une voix"
    assert size(stage, theme) == 2
    colour = stage.send(CLAIRE, "theme.create", name="B", color=5)["id"]
    assert stage.get("themes", colour).color == 5


def test_a_theme_needs_a_name_a_known_colour_and_texts_that_stand(
    stage: Stage, texts: list[str]
) -> None:
    with refused("text_missing"):
        stage.theme("  ")
    for color in (-1, 8):
        with refused("out_of_range"):
            stage.send(CLAIRE, "theme.create", name="A", color=color)
    stage.send(CLAIRE, "contribution.set_aside", contribution=texts[0], reason="other")
    with refused("contribution_not_open"):
        stage.theme("A", texts[0])
    with refused("unknown_contribution"):
        stage.theme("A", "ATT-999")


def test_a_theme_is_corrected_and_what_is_not_said_stays(stage: Stage) -> None:
    theme = stage.theme("A")
    stage.send(CLAIRE, "theme.rename", theme=theme, name="B", subtitle=" s ", note="n", color=0)
    stage.send(CLAIRE, "theme.rename", theme=theme, position=7)
    one = stage.get("themes", theme)
    assert (one.name, one.subtitle, one.note, one.color, one.position) == ("B", "s", "n", 0, 7)
    with refused("text_missing"):
        stage.send(CLAIRE, "theme.rename", theme=theme, name=" ")


@pytest.mark.parametrize(
    ("name", "payload"),
    [
        ("theme.rename", {"theme": "THM-01", "name": "?"}),
        ("theme.remove", {"theme": "THM-01"}),
        ("theme.merge", {"theme": "THM-01", "merged": "THM-02"}),
    ],
)
def test_a_second_hand_on_a_theme_is_told_of_the_first(
    stage: Stage, name: str, payload: dict[str, Any]
) -> None:
    stage.theme("A")
    stage.theme("B")
    seen = stage.state.seq
    stage.send(HUGO, "theme.rename", theme="THM-01", name="C")
    with refused("conflict"):
        stage.send(CLAIRE, name, base=seen, **payload)


def test_merging_moves_all_texts_and_says_into_which(stage: Stage, texts: list[str]) -> None:
    kept, gone = stage.theme("A", texts[0]), stage.theme("B", *texts[1:])
    stage.send(CLAIRE, "theme.merge", theme=kept, merged=gone)
    assert [place(stage, text) for text in texts] == [kept] * 4
    assert (stage.get("themes", gone).state, stage.get("themes", gone).merged_into) == (
        "merged",
        kept,
    )
    assert size(stage, kept) == 4
    assert [theme.id for theme in stage.state.themes()] == [kept]


def test_a_theme_is_not_merged_with_itself_nor_with_one_that_left(stage: Stage) -> None:
    one, other = stage.theme("A"), stage.theme("B")
    with refused("same_theme"):
        stage.send(CLAIRE, "theme.merge", theme=one, merged=one)
    stage.send(CLAIRE, "theme.remove", theme=other)
    with refused("theme_gone"):
        stage.send(CLAIRE, "theme.merge", theme=one, merged=other)
    with refused("unknown_theme"):
        stage.send(CLAIRE, "theme.merge", theme=one, merged="THM-99")


def test_splitting_makes_a_theme_of_some_texts(stage: Stage, texts: list[str]) -> None:
    theme = stage.theme("A", *texts)
    made = stage.send(CLAIRE, "theme.split", theme=theme, name="B", contributions=texts[2:])["id"]
    assert [place(stage, text) for text in texts] == [theme, theme, made, made]
    assert (size(stage, theme), size(stage, made)) == (2, 2)


def test_splitting_needs_texts_of_that_theme(stage: Stage, texts: list[str]) -> None:
    theme = stage.theme("A", texts[0])
    with refused("nothing_chosen"):
        stage.send(CLAIRE, "theme.split", theme=theme, name="B", contributions=[])
    with refused("conflict") as report:
        stage.send(CLAIRE, "theme.split", theme=theme, name="B", contributions=texts[:2])
    assert isinstance(report.value, Conflict)
    assert report.value.record_id == texts[1]


def test_texts_move_between_themes_and_out_of_any(stage: Stage, texts: list[str]) -> None:
    first, second = stage.theme("A", *texts), stage.theme("B")
    stage.send(CLAIRE, "theme.assign", contributions=texts[:2], theme=second)
    stage.send(CLAIRE, "theme.assign", contributions=texts[:1])
    assert [place(stage, text) for text in texts] == [None, second, first, first]
    stage.send(CLAIRE, "theme.assign", contributions=texts[:1])
    assert stage.events == []
    with refused("nothing_chosen"):
        stage.send(CLAIRE, "theme.assign", contributions=[], theme=first)


def test_a_text_that_another_hand_moved_first_is_not_moved_again(
    stage: Stage, texts: list[str]
) -> None:
    first, second = stage.theme("A"), stage.theme("B")
    seen = [stage.state.versions["contributions", texts[0]]]
    stage.send(HUGO, "theme.assign", contributions=texts[:1], theme=first)
    with refused("conflict"):
        stage.send(CLAIRE, "theme.assign", contributions=texts[:1], theme=second, bases=seen)
    stage.send(CLAIRE, "theme.assign", contributions=texts[:1], theme=first, bases=seen)
    assert stage.events == []


def test_a_removed_theme_gives_its_texts_back(stage: Stage, texts: list[str]) -> None:
    theme = stage.theme("A", *texts)
    stage.send(CLAIRE, "theme.remove", theme=theme)
    assert [place(stage, text) for text in texts] == [None] * 4
    for name in ("theme.remove", "theme.rename"):
        with refused("theme_gone"):
            stage.send(CLAIRE, name, theme=theme)
    with refused("theme_gone"):
        stage.send(CLAIRE, "theme.assign", contributions=texts, theme=theme)
    assert stage.theme("B") == "THM-02"


@pytest.mark.parametrize("how", ["merge", "remove"])
def test_a_text_set_aside_comes_back_to_a_theme_that_stands_or_to_none(
    stage: Stage, texts: list[str], how: str
) -> None:
    theme, other = stage.theme("A", *texts), stage.theme("B")
    stage.send(CLAIRE, "contribution.set_aside", contribution=texts[0], reason="other")
    assert size(stage, theme) == 3
    if how == "merge":
        stage.send(CLAIRE, "theme.merge", theme=other, merged=theme)
    else:
        stage.send(CLAIRE, "theme.remove", theme=theme)
    stage.send(CLAIRE, "contribution.restore", contribution=texts[0])
    assert place(stage, texts[0]) == (other if how == "merge" else None)


def test_a_themes_size_follows_its_texts(stage: Stage, texts: list[str]) -> None:
    person = stage.join()
    signed = stage.post(person, anonymous=False)
    theme = stage.theme("A", signed, *texts)
    stage.send(person, "contribution.withdraw", contribution=signed)
    assert size(stage, theme) == 4


def test_a_theme_is_the_rooms_once_the_board_was_shown(stage: Stage) -> None:
    theme = stage.theme("A")
    assert stage.seen(ROOM, "themes", theme) is None
    stage.send(CLAIRE, "screen.show", scene="themes")
    assert stage.seen(ROOM, "themes", theme)
    assert stage.seen(ROOM, "themes", stage.theme("B"))
