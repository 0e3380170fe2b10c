"""The watch over the pages sees what it is there for; without this, silence would prove nothing."""

import http.server
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.e2e.watching import Watch

PAGE = (
    b"<!doctype html><html lang=fr><title>Page</title><link rel=icon href='data:,'><h1>Bonjour</h1>"
)


class _Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *_: object) -> None:
        """Stay silent."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def faults_after(page: Page, watch: Watch, what: Any, script: str) -> list[str]:
    """Run a script that makes something happen, take the faults that it caused off the watch and
    return them.
    """
    with page.expect_event(what):
        page.evaluate(script)
    caused, watch.faults[:] = list(watch.faults), []
    return caused


def test_a_quiet_page_has_no_faults(page: Page, site: str, watch: Watch) -> None:
    page.goto(site)
    assert watch.faults == []


def test_a_request_to_another_host_is_a_fault(page: Page, site: str, watch: Watch) -> None:
    page.goto(site)
    watch.expect("ERR_")
    caused = faults_after(page, watch, "request", "void fetch('http://192.0.2.1/x').catch(() => 0)")
    assert caused == ["request to another host: http://192.0.2.1/x"]


def test_an_error_in_the_console_is_a_fault(page: Page, site: str, watch: Watch) -> None:
    page.goto(site)
    assert "boom" in faults_after(page, watch, "console", "console.error('boom')")[0]


def test_an_error_that_was_announced_is_none(page: Page, site: str, watch: Watch) -> None:
    page.goto(site)
    watch.expect("boom")
    assert faults_after(page, watch, "console", "console.error('boom')") == []


def test_a_script_that_fails_is_a_fault(page: Page, site: str, watch: Watch) -> None:
    page.goto(site)
    torn = "void setTimeout(() => { throw Error('torn'); }, 0)"
    assert "torn" in faults_after(page, watch, "pageerror", torn)[0]
