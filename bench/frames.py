"""What a page's main thread did, frame by frame, read from a trace of the browser.

A headless browser paints with the processor, on other threads, and shares it with the server and
with whatever else runs: frames a second alone say little. The work of the main thread between two
frames is the page's own: script, style, layout and the recording of what is to be painted.
"""

import json
import statistics
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from playwright.sync_api import Browser, Page

TASK: Final = "ThreadControllerImpl::RunTask"
CATEGORIES: Final = ["toplevel", "devtools.timeline", "__metadata"]
#: A frame of a screen that shows sixty a second, in milliseconds.
BUDGET: Final = 1000 / 60
#: Asks for every frame, so that each has its place in the trace, and listens to interactions.
WATCH: Final = """() => {
  const seen = { gaps: [], slow: [], on: true };
  window.seen_ = seen;
  let last = performance.now();
  const frame = (now) => {
    seen.gaps.push(now - last);
    last = now;
    if (seen.on) requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) if (one.interactionId) seen.slow.push(one.duration);
  }).observe({ type: "event", durationThreshold: 16 });
}"""
SEEN: Final = "() => { window.seen_.on = false; return window.seen_; }"


@dataclass(frozen=True)
class Seen:
    """What one situation cost, in milliseconds of the main thread's processor: each frame with all
    that came since the one before, and the longest piece in one go.
    """

    rate: float
    work: tuple[float, ...]
    task: float
    slowest: float

    @property
    def usual(self) -> float:
        """The frame in the middle."""
        return statistics.median(self.work)

    @property
    def late(self) -> float:
        """The slowest of a hundred."""
        return statistics.quantiles(self.work, n=100, method="inclusive")[98]

    @property
    def over(self) -> int:
        """How many frames took more than a frame has."""
        return sum(one > BUDGET for one in self.work)

    def row(self, name: str) -> str:
        """A line of the table."""
        cells = (
            f"{self.rate:.0f}",
            f"{self.usual:.1f}",
            f"{self.late:.1f}",
            f"{max(self.work):.1f}",
            f"{self.over} of {len(self.work)}",
            f"{self.task:.1f}",
            f"{self.slowest:.0f}" if self.slowest else "–",
        )
        return f"| {name} | {' | '.join(cells)} |"


HEAD: Final = (
    "| situation | frames/s | work a frame | 99 % | worst | over 16.7 ms | longest task |"
    " slowest interaction, by the clock |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |"
)


def watch(browser: Browser, page: Page, act: Callable[[], None]) -> Seen:
    """Trace the page while somebody does something."""
    browser.start_tracing(page=page, categories=CATEGORIES)
    page.evaluate(WATCH)
    act()
    seen: dict[str, list[float]] = page.evaluate(SEEN)
    events: list[dict[str, Any]] = json.loads(browser.stop_tracing())["traceEvents"]
    tasks, work = _work(_of_main_thread(events))
    gaps = seen["gaps"][1:]
    rate = 1000 * len(gaps) / sum(gaps)
    return Seen(rate, tuple(work[1:]), max(tasks), max(seen["slow"], default=0))


def _of_main_thread(events: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Of the page that asked for frames; the browser has others."""
    frames = [one for one in events if one["name"] == "FireAnimationFrame"]
    ours = statistics.mode((one["pid"], one["tid"]) for one in frames)
    return [one for one in events if (one["pid"], one["tid"]) == ours and "dur" in one]


def _work(events: list[dict[str, Any]]) -> tuple[list[float], list[float]]:
    """Each task's processor time; each frame's, with all that came since the last one."""
    tasks = sorted((one for one in events if one["name"] == TASK), key=lambda one: one["ts"])
    frames = sorted(one["ts"] for one in events if one["name"] == "FireAnimationFrame")
    spent, work, since, place = [], [], 0.0, 0
    for task in tasks:
        # The one under way when the trace ends has no end.
        spent.append(task.get("tdur", 0) / 1000)
        since += spent[-1]
        drew = False
        while place < len(frames) and frames[place] <= task["ts"] + task["dur"]:
            drew = drew or frames[place] >= task["ts"]
            place += 1
        if drew:
            work.append(since)
            since = 0.0
    return spent, work
