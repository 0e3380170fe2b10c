"""Watches every page of a test: a request to another host, a script error or an error in the
console is a fault.
"""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, WebError

OWN_HOSTS = {"127.0.0.1", "localhost", "::1"}
WITHOUT_HOST = {"data", "blob", "about"}
#: A page gives a socket up that takes long to open, and opens another: on a busy machine this is
#: what it is meant to do. Chromium calls it an error.
GIVEN_UP = "WebSocket is closed before the connection is established"


@dataclass
class Watch:
    """The faults seen so far; a test may announce console errors it provokes on purpose."""

    expected: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def follow(self, context: BrowserContext) -> None:
        """Listen to all pages of a context, present and future."""
        context.on("request", self._on_request)
        context.on("console", self._on_console)
        context.on("weberror", self._on_error)

    def expect(self, pattern: str) -> None:
        """Announce a console error: a conflict's 409, a cut network."""
        self.expected.append(pattern)

    def _on_request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme not in WITHOUT_HOST and address.hostname not in OWN_HOSTS:
            self.faults.append(f"request to another host: {request.url}")

    def _on_console(self, message: ConsoleMessage) -> None:
        said = f"{message.text} ({message.location.get('url', '')})"
        known = (GIVEN_UP, *self.expected)
        if message.type == "error" and not any(re.search(one, said) for one in known):
            self.faults.append(f"console: {said}")

    def _on_error(self, error: WebError) -> None:
        self.faults.append(f"script error: {error.error.message}")
