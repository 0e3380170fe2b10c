"""Pages behind a one-use link: facilitator, screen, observer, a table's device.

Looking at a link spends nothing: previews and scanners only look. A small page asks to be sent,
by itself where scripts run, by one button elsewhere; the secret leaves the address bar with it.
"""

from flask import Blueprint, render_template, request
from werkzeug.wrappers import Response as Answer

from facilitation.domain.core import Refused
from facilitation.service.ways import is_private
from facilitation.web import identity
from facilitation.web.api import house
from facilitation.web.shells import OPENED_BY_LINK, phone_shell, shell, welcome

blueprint = Blueprint("entrances", __name__)


@blueprint.get("/w/<code>/<any(facilitate, screen, observe):page>")
def opened(code: str, page: str) -> Answer | str:
    """The page, for whoever came in; the way in, for whoever holds a link."""
    role = OPENED_BY_LINK[page]
    house().rooms.room(code)
    if "key" in request.args:
        return _ask(code)
    actor = identity.page_actor(house().doors, code, role, telling=True)
    if actor is not None:
        return shell(page, code, actor)
    if role == "screen":
        return _for_facilitator(code, role)
    raise Refused("link_spent")


@blueprint.post("/w/<code>/<any(facilitate, screen, observe):page>")
def spend(code: str, page: str) -> Answer:
    """Exchange a link for a cookie."""
    return _exchange(code, OPENED_BY_LINK[page], None)


@blueprint.get("/w/<code>/table/<table>")
def device(code: str, table: str) -> Answer | str:
    """A table's shared device."""
    house().rooms.room(code).state.table(table)
    if "key" in request.args:
        return _ask(code)
    actor = identity.page_actor(house().doors, code, "table", table)
    if actor is not None:
        return phone_shell("table", code, actor)
    return _for_facilitator(code, "table", table)


@blueprint.post("/w/<code>/table/<table>")
def spend_device(code: str, table: str) -> Answer:
    """Exchange a table's link for a cookie."""
    return _exchange(code, "table", table)


def _ask(code: str) -> str:
    title = house().rooms.room(code).state.workshop.title
    return render_template(
        "pages/open.html", title=title, place=request.path, key=request.args["key"][:64]
    )


def _exchange(code: str, role: str, table: str | None) -> Answer:
    house().rooms.room(code)
    private = is_private(request.environ)
    secret = request.values.get("key", "")
    return welcome(code, house().doors.enter(code, secret, role, table, private=private))


def _for_facilitator(code: str, role: str, table: str | None = None) -> Answer:
    """The laptop that runs the day opens a screen or a table's page without another link."""
    if identity.page_actor(house().doors, code, "facilitator") is None:
        raise Refused("link_spent")
    return welcome(code, house().doors.admitted(code, role, table))
