"""Every scene of the projector, drawn from a room as full as a day can make it, is read from the
last row: type of 44 px on 1080 lines, contrast of 7:1, seven things at most, nothing cut, nothing
to click and nothing to scroll.
"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, Playwright, expect

from tests.e2e.fullroom import Room, fill, words
from tests.e2e.serving import Server
from tests.e2e.stillness import stands_still

MEASURE = Path(__file__).with_name("legibility.js").read_text(encoding="utf-8")
#: Pages measured of one scene: the first ones are as full as any.
PAGES = 6
SIZES = {"full hd": (1920, 1080), "hd": (1280, 720), "four by three": (1024, 768)}


class Stage:
    """The facilitator's hand and the projector's page."""

    def __init__(self, room: Room, screen: Page) -> None:
        """Both on one room."""
        self.room, self.screen = room, screen

    def show(self, scene: str, **what: Any) -> None:
        """Show a scene, and wait for it."""
        self.room.show("blank")
        expect(self.screen.locator("#stage")).to_have_attribute("data-scene", "blank")
        self.room.show(scene, **what)
        expect(self.screen.locator("#stage")).to_have_attribute("data-scene", scene)

    def pages(self, most: int = PAGES) -> Iterator[int]:
        """Turn the pages of the scene on show, yielding the number of each."""
        number = self.screen.locator(".stage-page")
        told = number.inner_text() if number.count() else ""
        count = int(told.split("/")[1]) if told.strip() else 1
        for page in range(min(count, most)):
            if page:
                self.room.send("screen.turn", page=page)
                expect(number).to_have_text(re.compile(rf"^{page + 1} / {count}$"))
            yield page

    def faults(self) -> list[str]:
        """What cannot be read on the page on show, once it has come in."""
        stands_still(self.screen)
        found: list[str] = self.screen.evaluate(MEASURE)
        return found

    def read_through(self, part: str = ".stage-body") -> str:
        """The words of a part of all pages of the scene on show, one after the other."""
        said = self.screen.locator(part)
        return " ".join(text for _ in self.pages(200) for text in said.all_inner_texts())


@pytest.fixture(scope="module")
def full(tmp_path_factory: pytest.TempPathFactory, playwright: Playwright) -> Iterator[Room]:
    """A full room: filled once, as it takes thousands of keystrokes."""
    with Server(tmp_path_factory.mktemp("full")) as server:
        request = playwright.request.new_context()
        room = Room(server, request)
        fill(room)
        yield room
        request.dispose()


@pytest.fixture
def stage(full: Room, new_context: Callable[..., BrowserContext]) -> Stage:
    """The full room with its screen open, light, at 1920×1080 and without movement to wait for."""
    full.send("screen.dim", dark=False)
    return open_screen(full, new_context)


@pytest.fixture
def empty(
    server: Server, playwright: Playwright, new_context: Callable[..., BrowserContext]
) -> Iterator[Stage]:
    """A fresh room with its screen open."""
    request = playwright.request.new_context()
    yield open_screen(Room(server, request), new_context)
    request.dispose()


def open_screen(room: Room, new_context: Callable[..., BrowserContext]) -> Stage:
    """The laptop that runs the day opens the screen, too."""
    context = new_context()
    context.add_cookies(room.request.storage_state()["cookies"])
    screen = context.new_page()
    screen.set_viewport_size({"width": 1920, "height": 1080})
    screen.emulate_media(reduced_motion="reduce")
    screen.goto(f"{room.page}/screen")
    expect(screen.locator("#stage")).to_have_attribute("data-scene", re.compile(".+"))
    return Stage(room, screen)


def scenes(room: Room) -> list[tuple[str, dict[str, Any]]]:
    """All scenes, with what each can be about."""
    first = {name: next(iter(room.records(name))) for name in ("cases", "themes", "actions")}
    return [
        ("join", {}),
        ("step", {"step": "situations-1"}),
        ("case", {}),
        ("case", {"case": first["cases"]}),
        ("wall", {}),
        ("wall", {"kind": "positioning"}),
        ("themes", {}),
        ("themes", {"theme": first["themes"]}),
        *(("vote", {"ballot": ballot}) for ballot in room.records("ballots")),
        ("roles", {}),
        ("roles", {"case": first["cases"]}),
        ("referents", {}),
        ("statements", {}),
        ("plan", {}),
        ("plan", {"action": first["actions"]}),
        ("return", {}),
        ("message", {"text": "Reprise à 14 heures"}),
        ("message", {"text": words(900)}),
        ("blank", {}),
    ]


def unreadable(stage: Stage) -> list[str]:
    """What cannot be read, over all scenes and their pages."""
    found = []
    for scene, what in scenes(stage.room):
        stage.show(scene, **what)
        for page in stage.pages():
            found += [f"{scene} {what} page {page + 1}: {fault}" for fault in stage.faults()]
    return found


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_scene_of_a_full_room_is_read_from_the_last_row(stage: Stage, dark: bool) -> None:
    stage.room.send("screen.dim", dark=dark)
    assert unreadable(stage) == []
    ballot = stage.room.send("ballot.open", question=words(160), subject="themes")["id"]
    stage.show("vote")
    found = stage.faults()
    stage.room.send("ballot.cancel", ballot=ballot)
    assert found == []


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES.keys())
def test_the_stage_keeps_its_shape_on_every_projector(stage: Stage, size: tuple[int, int]) -> None:
    width, height = size
    stage.screen.set_viewport_size({"width": width, "height": height})
    stage.show("plan")
    assert stage.faults() == []
    box = stage.screen.locator("#stage").bounding_box()
    assert box is not None
    assert box["width"] / box["height"] == pytest.approx(16 / 9, rel=0.01)
    assert (box["width"], box["height"]) == pytest.approx(
        (min(width, height * 16 / 9), min(height, width * 9 / 16)), abs=1
    )


def test_nothing_of_a_long_text_is_lost_between_pages(stage: Stage) -> None:
    stage.show("wall")
    said = squeezed(stage.read_through())
    shown = [one for one in stage.room.records("contributions").values() if one["shown"]]
    assert len(shown) > 50
    for one in shown:
        assert squeezed(one["text"]) in said, one["id"]
    action = next(iter(stage.room.records("actions").values()))
    stage.show("plan", action=action["id"])
    said = squeezed(stage.read_through(".is-pair > span"))
    for field in ("goal", "conditions", "means", "first_step"):
        assert squeezed(action[field]) in said, field


def squeezed(text: str) -> str:
    """A text without white space and the marks of continuation."""
    return re.sub(r"[\s…]", "", text)


def test_an_empty_room_is_told_what_will_come(empty: Stage) -> None:
    for scene in ("wall", "themes", "vote", "roles", "statements", "plan", "return"):
        empty.show(scene)
        expect(empty.screen.locator(".stage-waiting")).not_to_be_empty()
        assert empty.faults() == []


def test_the_screen_shows_only_what_was_chosen_for_it(empty: Stage) -> None:
    empty.show("return")
    before = empty.screen.locator(".stage").inner_text()
    token = empty.room.join("ddt", "2")
    text = {"kind": "proposal", "text": "Resté à la table."}
    made = empty.room.send("contribution.post", token, **text)
    empty.room.send("theme.create", name="Pas encore montré", contributions=[made["id"]])
    empty.room.send("message.send", text="Plus que deux minutes.")
    expect_quiet(empty)
    assert empty.screen.locator(".stage").inner_text() == before
    empty.show("themes")
    expect(empty.screen.locator(".stage")).to_contain_text("Pas encore montré")
    empty.show("wall")
    expect(empty.screen.locator(".stage-waiting")).not_to_be_empty()


def expect_quiet(stage: Stage) -> None:
    """Wait until the screen has heard of something that came after all that went before."""
    stage.room.send("screen.dim", dark=True)
    expect(stage.screen.locator("#stage")).to_have_class(re.compile("is-dark"))


def test_whoever_wants_calm_sees_no_movement(empty: Stage) -> None:
    # What the styles ask for: an animation under way may be over before one looks.
    moving = """[...document.querySelectorAll("#stage *")]
        .filter((one) => getComputedStyle(one).animationName !== "none")
        .map((one) => parseFloat(getComputedStyle(one).animationDuration) * 1000)"""
    empty.show("step", step="attentes")
    assert max(empty.screen.evaluate(moving), default=0) < 1
    empty.screen.emulate_media(reduced_motion="no-preference")
    empty.show("step", step="missions")
    assert max(empty.screen.evaluate(moving), default=0) > 100
