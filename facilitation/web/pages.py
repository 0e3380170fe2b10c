"""The pages: their shells, the doors to them, the join form; all else is drawn in the browser."""

from io import BytesIO
from typing import Any

import segno
from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from segno.helpers import make_wifi_data
from werkzeug.wrappers import Response as Answer

from facilitation import __version__
from facilitation.domain.core import Refused
from facilitation.domain.people import Join
from facilitation.domain.scenario import Service
from facilitation.domain.state import State
from facilitation.protocol.credentials import tidy_code
from facilitation.protocol.text import normalise
from facilitation.protocol.wire import is_key
from facilitation.web import identity, messages, notice
from facilitation.web.api import house
from facilitation.web.language import COOKIE, LANGUAGES
from facilitation.web.shells import phone_shell, welcome

blueprint = Blueprint("pages", __name__)


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
        house().limits.wrong(refusal.code)
        text = messages.sentence(refusal)
        page = render_template("pages/home.html", error=text, code=typed[:20])
        return make_response(page, messages.status(refusal.code))
    return redirect(url_for("pages.phone", code=code))


@blueprint.get("/w/<code>")
def phone(code: str) -> Answer | str:
    """The participant's page, or the form that leads to it."""
    if tidy_code(code) != code:
        return redirect(url_for("pages.phone", code=tidy_code(code)))
    house().rooms.room(code)
    actor = identity.page_actor(house().doors, code, "participant")
    if actor is None:
        return _join_form(code)
    return phone_shell("phone", code, actor)


def _join_form(code: str, error: str = "", status: int = 200) -> Answer:
    state = house().rooms.room(code).state
    page = render_template(
        "pages/join.html",
        code=code,
        epoch=house().rooms.room(code).epoch,
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


def _refused(code: str, refusal: Refused) -> Answer:
    house().limits.wrong(refusal.code)
    return _join_form(code, messages.sentence(refusal), messages.status(refusal.code))


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
        return _refused(code, refusal)
    return welcome(code, entered)


@blueprint.post("/w/<code>/resume")
def resume(code: str) -> Answer:
    """The same person on another phone, or a table's device."""
    try:
        entered = house().doors.resume(code, request.form.get("resume", ""))
    except Refused as refusal:
        return _refused(code, refusal)
    return welcome(code, entered)


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
    """Whether the server answers, and which version it is: monitors rely on both."""
    return {"status": "ok", "version": __version__}
