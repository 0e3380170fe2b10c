"""A phone's first visit on a poor network: bytes, requests, and how long until somebody can write.

`python -m bench.phone_page`: 400 kbit/s, 150 ms there and back, a processor four times slower.
Ends with status 1 beyond 60 kB or three seconds.
"""

import argparse
import statistics
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from playwright.sync_api import Browser, sync_playwright

from facilitation.setup.places import chromium
from tests.support.serving import Server

MOST_BYTES: Final = 60_000
MOST_SECONDS: Final = 3.0
FLAGS: Final = ("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run")
#: The page is drawn, and knows that the server listens.
USABLE: Final = "body:has(.link-online) #main section"


@dataclass
class Visit:
    """What one visit took; the records of the day are counted apart."""

    bytes: int = 0
    records: int = 0
    requests: int = 0
    seconds: float = 0.0


def visit(browser: Browser, address: str, wanted: argparse.Namespace) -> Visit:
    """Join on a good network, then open the page as a stranger's phone would: nothing is kept."""
    context = browser.new_context(
        locale="fr-FR",
        viewport={"width": 390, "height": 844},
        # A stranger's phone has kept nothing: the first visit is the one that counts.
        service_workers="block",
    )
    page = context.new_page()
    page.goto(address)
    page.get_by_label("Votre service").select_option(index=1)
    page.get_by_label("Votre table").select_option(index=1)
    page.get_by_role("button", name="Entrer dans le séminaire").click()
    page.wait_for_selector(USABLE)
    took, lines = Visit(), context.new_cdp_session(page)

    data: set[str] = set()

    def asked(event: dict[str, Any]) -> None:
        if "/api/" in event["request"]["url"]:
            data.add(event["requestId"])

    def arrived(event: dict[str, Any]) -> None:
        weight = int(event["encodedDataLength"])
        if event["requestId"] in data:
            took.records += weight
        else:
            took.bytes += weight
            took.requests += 1

    lines.send("Network.enable")
    lines.send("Network.clearBrowserCache")
    lines.on("Network.requestWillBeSent", asked)
    lines.on("Network.loadingFinished", arrived)
    link = {"latency": wanted.latency, "downloadThroughput": wanted.kbits * 125}
    link |= {"uploadThroughput": wanted.kbits * 125, "offline": False}
    lines.send("Network.emulateNetworkConditions", link)
    lines.send("Emulation.setCPUThrottlingRate", {"rate": wanted.slower})
    began = time.perf_counter()
    page.reload(wait_until="commit")
    page.wait_for_selector(USABLE)
    took.seconds = time.perf_counter() - began
    context.close()
    return took


def main() -> int:
    """Measure, print, judge."""
    ask = argparse.ArgumentParser(description=__doc__)
    ask.add_argument("--kbits", type=int, default=400)
    ask.add_argument("--latency", type=int, default=150, help="milliseconds there and back")
    ask.add_argument("--slower", type=int, default=4, help="how many times slower a processor")
    ask.add_argument("--visits", type=int, default=3)
    wanted = ask.parse_args()
    with (
        tempfile.TemporaryDirectory() as folder,
        Server(Path(folder)) as server,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=chromium(), args=list(FLAGS))
        took = [visit(browser, server.addresses.join, wanted) for _ in range(wanted.visits)]
        browser.close()
    seconds, most = statistics.median(one.seconds for one in took), max(one.bytes for one in took)
    page = f"{most} bytes in {took[0].requests} answers, and {took[0].records} of records"
    print(page)  # noqa: T201 - what it is for
    times = ", ".join(f"{one.seconds:.2f}" for one in took)
    print(f"usable after {seconds:.2f} s (visits: {times})")  # noqa: T201
    return int(most > MOST_BYTES or seconds > MOST_SECONDS)


if __name__ == "__main__":
    sys.exit(main())
