"""Waits until nothing moves on a page: colours and places are read as they stay."""

from playwright.sync_api import Page

#: What changed is drawn in the next frame, and what that sets in motion begins in the one after.
#: `finished` is not asked: in a folded part a transition may vanish without ever settling it.
STILL = """async () => {
  const frame = () => new Promise((done) => requestAnimationFrame(done));
  const moves = () => document.getAnimations().some((one) => one.playState === "running");
  await document.fonts.ready;
  await frame();
  do await frame();
  while (moves());
}"""


def stands_still(page: Page) -> None:
    """Wait until what was asked of the page is drawn and no animation runs any more."""
    page.evaluate(STILL)
