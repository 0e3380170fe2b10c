"""What a suggestion learns from moves, merges and splits."""

from facilitation.insight.lessons import APART, TOGETHER, Lessons
from facilitation.insight.themes import Wishes
from tests.unit.insight.sayings import ALL, themes

WATER, BUSES = ("0000", "0001", "0002", "0003"), ("0004", "0005", "0006", "0007")


def labels(lessons: Lessons) -> dict[str, str]:
    return themes(ALL, Wishes(links=lessons.links)).labels()


def test_a_text_moved_by_hand_goes_with_those_it_was_moved_to() -> None:
    lessons = Lessons()
    lessons.moved("0003", WATER[:3], BUSES)
    found = labels(lessons)
    assert found["0003"] == found["0004"] != found["0000"]


def test_two_themes_merged_by_hand_are_one_in_the_next_suggestion() -> None:
    lessons = Lessons()
    lessons.merged(WATER, BUSES)
    assert len({labels(lessons)[key] for key in (*WATER, *BUSES)}) == 1


def test_a_theme_split_by_hand_is_two_in_the_next_suggestion() -> None:
    lessons = Lessons()
    lessons.split(WATER[:2], WATER[2:])
    found = labels(lessons)
    assert not {found.get(key) for key in WATER[:2]} & {found.get(key) for key in WATER[2:]}


def test_the_latest_gesture_on_a_pair_counts_and_a_text_that_is_gone_is_forgotten() -> None:
    lessons = Lessons()
    lessons.merged(["a"], ["b"])
    assert lessons.links == {("a", "b"): TOGETHER}
    lessons.split(["b"], ["a"])
    assert lessons.links == {("a", "b"): APART}
    lessons.forget("b")
    assert lessons.links == {}


def test_a_gesture_on_many_texts_links_a_few_of_them() -> None:
    lessons = Lessons()
    lessons.merged([f"a{place}" for place in range(500)], [f"b{place}" for place in range(500)])
    assert len(lessons.links) == 36
