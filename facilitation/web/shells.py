"""The shell of a page whose room is drawn in the browser, and the way to it for whoever came in."""

from typing import Any, Final

from flask import make_response, redirect, render_template, request, url_for
from flask_babel import get_locale
from werkzeug.wrappers import Response as Answer

from facilitation.domain.core import Actor
from facilitation.service.doors import Entered, audiences
from facilitation.web import identity
from facilitation.web.api import house
from facilitation.web.offline import OFFLINE

#: Pages that a one-use link opens, and the role it must be for.
OPENED_BY_LINK: Final = {"facilitate": "facilitator", "screen": "screen", "observe": "observer"}


def boot(code: str, actor: Actor) -> dict[str, Any]:
    """What a page must know to open its room."""
    address = house().address()
    return {
        "code": code,
        "role": actor.role,
        "participant": actor.participant,
        "table": actor.table,
        "locale": str(get_locale()),
        "join_url": address,
        "address": address.partition("://")[2].rstrip("/"),
        "secure": request.is_secure,
        "offline": house().keeps_shells and actor.role in ("participant", "table"),
        "wifi": house().wifi if actor.role in ("screen", "facilitator") else None,
        "streams": [str(one) for one in audiences(actor)],
    }


def shell(page: str, code: str, actor: Actor) -> str:
    """A page for somebody who was let in."""
    workshop = house().rooms.room(code).state.workshop
    return render_template(
        f"pages/{page}.html", boot=boot(code, actor), title=workshop.title, workshop=workshop
    )


def phone_shell(page: str, code: str, actor: Actor) -> Answer:
    """A page that a phone may keep for when the server is away, until the day is closed.

    Whatever else is answered at its address takes away what was kept; `web/offline.py`.
    """
    answer = make_response(shell(page, code, actor))
    if not house().keeps_shells:
        answer.headers[OFFLINE] = "end"
    elif house().rooms.room(code).state.workshop.state != "closed":
        answer.headers[OFFLINE] = "keep"
    return answer


def place(code: str, role: str, table: str | None) -> str:
    """The address of a role's page."""
    if role == "participant":
        return url_for("pages.phone", code=code)
    if role == "table":
        return url_for("entrances.device", code=code, table=table)
    page = next(name for name, opened in OPENED_BY_LINK.items() if opened == role)
    return url_for("entrances.opened", code=code, page=page)


def welcome(code: str, entered: Entered) -> Answer:
    """On to the page of whoever came in, with the token in a cookie and out of the address."""
    answer = make_response(redirect(place(code, entered.role, entered.table), 303))
    return identity.remember(answer, code, entered)
