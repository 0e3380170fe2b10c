"""The information notice: what becomes of people's data, on the join page and on one of its own."""

from datetime import UTC, datetime
from typing import Any

from flask import Blueprint, render_template, request
from flask_babel import format_date

from facilitation.domain.state import State
from facilitation.web.api import house

blueprint = Blueprint("notice", __name__)


def told(state: State) -> dict[str, Any]:
    """What the notice says that is no word: until when, and over which kind of link."""
    until = datetime.fromtimestamp(state.workshop.keep_until / 1000, UTC)
    return {"until": format_date(until, "long"), "secure": request.is_secure}


@blueprint.get("/w/<code>/notice")
def page(code: str) -> str:
    """To be read again at any time."""
    state = house().rooms.room(code).state
    workshop = state.workshop
    return render_template("pages/notice.html", code=code, workshop=workshop, **told(state))
