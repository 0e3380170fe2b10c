"""The pages: their shells, the doors to them, the join form; all else is drawn in the browser."""

from io import BytesIO
from typing import Any

import segno
from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from flask_babel import get_locale
from flask_babel import gettext as _
from segno.helpers import make_wifi_data
from werkzeug.wrappers import Response as Answer

from facilitation import __version__
from facilitation.domain.core import Actor, Refused
from facilitation.domain.people import Join
from facilitation.domain.scenario import Service
from facilitation.domain.state import State
from facilitation.protocol.credentials import tidy_code
from facilitation.protocol.text import normalise
from facilitation.protocol.wire import is_key
from facilitation.service.doors import Entered, audiences
from facilitation.web import identity, messages, notice
from facilitation.web.api import house
from facilitation.web.language import COOKIE, LANGUAGES

blueprint = Blueprint("pages", __name__)

#: Pages that a one-use link opens, and the role it must be for.
OPENED_BY_LINK = {"facilitate": "facilitator", "screen": "screen", "observe": "observer"}


@blueprint.get("/")
def home() -> Answer | str:
    """Join by code."""
    typed = request.args.get("code", "")
    if not typed:
        return render_template("pages/home.html", error="", code="")
    code = tidy_code(typed)
    try:
        house().rooms.room(code)
    except Refused as refusal:
        text = messages.sentence(refusal)
        page = render_template("pages/home.html", error=text, code=typed[:20])
        return make_response(page, messages.status(refusal.code))
    return redirect(url_for("pages.phone", code=code))


def boot(code: str, actor: Actor) -> dict[str, Any]:
    """What a page must know to open its room."""
    address = house().address()
    return {
        "code": code,
        "role": actor.role,
        "participant": actor.participant,
        "table": actor.table,
        "locale": str(get_locale()),
        "version": __version__,
        "join_url": address,
        "address": address.partition("://")[2].rstrip("/"),
        "secure": request.is_secure,
        "wifi": house().wifi if actor.role in ("screen", "facilitator") else None,
        "streams": [str(one) for one in audiences(actor)],
    }


def _shell(page: str, code: str, actor: Actor) -> str:
    workshop = house().rooms.room(code).state.workshop
    return render_template(
        f"pages/{page}.html",
        boot=boot(code, actor),
        title=workshop.title,
        workshop=workshop,
    )


@blueprint.get("/w/<code>")
def phone(code: str) -> Answer | str:
    """The participant's page, or the form that leads to it."""
    if tidy_code(code) != code:
        return redirect(url_for("pages.phone", code=tidy_code(code)))
    house().rooms.room(code)
    actor = identity.page_actor(house().doors, code, "participant")
    if actor is None:
        return _join_form(code)
    return _shell("phone", code, actor)


def _join_form(code: str, error: str = "", status: int = 200) -> Answer:
    state = house().rooms.room(code).state
    page = render_template(
        "pages/join.html",
        code=code,
        workshop=state.workshop,
        title=state.workshop.title,
        poles=_poles(state),
        tables=state.tables(),
        values=request.form,
        error=error,
        key=house().rooms.ports.ids.new(),
        **notice.told(state),
    )
    return make_response(page, status)


def _poles(state: State) -> list[dict[str, Any]]:
    """The services to choose from, under their poles."""
    services = [one for one in state.collections["services"].values() if isinstance(one, Service)]
    return [
        {
            "id": pole.id,
            "name": getattr(pole, "name", ""),
            "services": [one for one in services if one.pole == pole.id],
        }
        for pole in state.collections["poles"].values()
    ]


@blueprint.post("/w/<code>/join")
def join(code: str) -> Answer:
    """The join form, sent."""
    form = {name: normalise(value).strip() for name, value in request.form.items()}
    try:
        if form.get("seat"):
            entered = house().doors.resume(code, form["seat"])
        else:
            wanted = Join(
                form.get("service", ""), form.get("table", ""), form.get("name", "")[:80] or None
            )
            key = form.get("key", "")
            entered = house().doors.join(code, wanted, key if is_key(key) else None)
    except Refused as refusal:
        return _join_form(code, messages.sentence(refusal), messages.status(refusal.code))
    return _welcome(code, entered)


def _welcome(code: str, entered: Entered) -> Answer:
    """To the page of whoever came in: a person's phone, or a table's device."""
    page = url_for("pages.phone", code=code)
    if entered.role == "table":
        page = url_for("pages.device", code=code, table=entered.table)
    return identity.remember(make_response(redirect(page, 303)), code, entered)


@blueprint.post("/w/<code>/resume")
def resume(code: str) -> Answer:
    """The same person on another phone, or a table's device."""
    try:
        entered = house().doors.resume(code, request.form.get("resume", ""))
    except Refused as refusal:
        return _join_form(code, messages.sentence(refusal), messages.status(refusal.code))
    return _welcome(code, entered)


@blueprint.get("/w/<code>/<any(facilitate, screen, observe):page>")
def opened(code: str, page: str) -> Answer | str:
    """A page behind a one-use link; the secret leaves the address bar at once."""
    role = OPENED_BY_LINK[page]
    house().rooms.room(code)
    secret = request.args.get("key")
    if secret is not None:
        entered = house().doors.enter(code, secret, role)
        answer = redirect(url_for("pages.opened", code=code, page=page), 303)
        return identity.remember(make_response(answer), code, entered)
    actor = identity.page_actor(house().doors, code, role)
    if actor is not None:
        return _shell(page, code, actor)
    if role == "screen" and identity.page_actor(house().doors, code, "facilitator"):
        return _screen_for_facilitator(code)
    raise Refused("link_spent")


def _screen_for_facilitator(code: str) -> Answer:
    """The laptop that runs the day opens the screen without another link."""
    doors = house().doors
    entered = doors.enter(code, doors.link(code, "screen"), "screen")
    answer = redirect(url_for("pages.opened", code=code, page="screen"), 303)
    return identity.remember(make_response(answer), code, entered)


@blueprint.get("/w/<code>/table/<table>")
def device(code: str, table: str) -> Answer | str:
    """A table's shared device."""
    house().rooms.room(code).state.table(table)
    secret = request.args.get("key")
    if secret is not None:
        entered = house().doors.enter(code, secret, "table", table)
        answer = redirect(url_for("pages.device", code=code, table=table), 303)
        return identity.remember(make_response(answer), code, entered)
    actor = identity.page_actor(house().doors, code, "table", table)
    if actor is not None:
        return _shell("table", code, actor)
    if identity.page_actor(house().doors, code, "facilitator"):
        doors = house().doors
        entered = doors.enter(code, doors.link(code, "table", table), "table", table)
        answer = redirect(url_for("pages.device", code=code, table=table), 303)
        return identity.remember(make_response(answer), code, entered)
    raise Refused("link_spent")


@blueprint.post("/w/<code>/language")
def language(code: str) -> Answer:
    """Choose French or English, for this browser."""
    chosen = request.form.get("language", "")
    back = request.form.get("back", "")
    ours = back.startswith(f"/w/{code}") and back.isprintable()
    safe = back if ours else url_for("pages.phone", code=code)
    answer = make_response(redirect(safe, 303))
    if chosen in LANGUAGES:
        answer.set_cookie(COOKIE, chosen, max_age=identity.KEPT, samesite="Lax", httponly=True)
    return answer


@blueprint.get("/w/<code>/qr.svg")
def qr(code: str) -> Response:
    """The join address as a QR code."""
    house().rooms.room(code)
    return _qr(f"{house().address()}w/{code}")


@blueprint.get("/w/<code>/wifi.svg")
def wifi(code: str) -> Response:
    """The Wi-Fi network as a QR code, for those the network is meant for."""
    house().rooms.room(code)
    network = house().wifi
    roles = ("screen", "facilitator")
    if network is None or not any(identity.page_actor(house().doors, code, one) for one in roles):
        raise Refused("unknown_page")
    return _qr(make_wifi_data(network["ssid"], network["password"], "WPA"))


def _qr(text: str) -> Response:
    picture = BytesIO()
    segno.make(text, error="m", micro=False).save(
        picture, kind="svg", xmldecl=False, svgns=True, border=2, omitsize=True, title=_("Code QR")
    )
    response = Response(picture.getvalue(), mimetype="image/svg+xml")
    response.headers["Cache-Control"] = "no-store"
    return response


@blueprint.get("/healthz")
def health() -> dict[str, str]:
    """Whether the server answers, and which version it is."""
    return {"status": "ok", "version": __version__}
