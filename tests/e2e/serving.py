"""The server of the stories: one for many of them, with a workshop for each. A story that stops or
kills its server starts one of its own.
"""

from copy import copy

import requests

from tests.support.serving import Addresses, Server

__all__ = ["ADMIN", "Addresses", "Server", "fresh"]

ADMIN = "administration-of-the-stories"
PATIENCE = 60


def fresh(running: Server) -> Server:
    """The running server as if it had been started with a new workshop of the Belfort day."""
    made = requests.post(
        f"{running.url}/api/workshops",
        json={"scenario": "belfort-2013"},
        headers={"Authorization": f"Bearer {ADMIN}"},
        timeout=PATIENCE,
    ).json()
    page = f"{running.url}/w/{made['code']}"
    server = copy(running)
    server.addresses = Addresses(
        url=running.addresses.url,
        code=made["code"],
        facilitator=f"{page}/facilitate?key={made['facilitator_token']}",
        screen=f"{page}/screen?key={made['screen_token']}",
        observer=f"{page}/observe?key={made['observer_token']}",
        join=page,
    )
    return server
