"""Brings people on: one browser context each, sized like the device they hold."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Page

from tests.e2e.actors.console import Console
from tests.e2e.actors.crowd import Guest
from tests.e2e.actors.phone import Phone
from tests.e2e.actors.screen import Screen
from tests.e2e.serving import Addresses, Server


@dataclass(frozen=True)
class Cast:
    """Who is in the room of a server."""

    server: Server
    new_context: Callable[..., BrowserContext]

    @property
    def at(self) -> Addresses:
        """The workshop's links."""
        return self.server.addresses

    def page(self, width: int, height: int, **options: str) -> Page:
        """A page of its own browser context."""
        context = self.new_context(viewport={"width": width, "height": height}, **options)
        return context.new_page()

    def console(self, link: str = "") -> Console:
        """A facilitator at work."""
        console = Console(self.page(1280, 800))
        console.opens(link or self.at.facilitator)
        return console

    def writing(self) -> Console:
        """A facilitator in the step of expectations, open for writing."""
        console = self.console()
        console.starts("Nos attentes")
        console.opens_writing()
        return console

    def screen(self) -> Screen:
        """The projector, switched on."""
        screen = Screen(self.page(1920, 1080))
        screen.opens(self.at.screen)
        return screen

    def phone(self) -> Phone:
        """A phone in a pocket still."""
        return Phone(self.page(390, 844))

    def participant(self, service: str = "ddt", table: str = "1", name: str = "") -> Phone:
        """Somebody who has joined by the address."""
        phone = self.phone()
        phone.page.goto(self.at.join)
        phone.joins(service, table, name)
        return phone

    def guest(self, service: str, table: str) -> Guest:
        """Somebody without a browser."""
        return Guest.joins(self.at, service, table)
