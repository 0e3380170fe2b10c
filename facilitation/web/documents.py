"""Documents, produced in a subprocess while the room goes on, with their progress told live."""

from typing import Any, Final

from flask import Blueprint, Response, request
from flask_babel import get_locale

from facilitation.domain.core import Refused
from facilitation.web import identity
from facilitation.web.api import house
from facilitation.web.language import LANGUAGES

blueprint = Blueprint("documents", __name__, url_prefix="/api/workshops")

#: Who may read which document; a name that is missing here exists for nobody.
READERS: Final[dict[str, frozenset[str]]] = {
    name: frozenset({"facilitator"})
    for name in (
        "minutes.docx",
        "minutes.pdf",
        "minutes.html",
        "minutes.md",
        "annex.docx",
        "annex.pdf",
        "annex.html",
        "annex.md",
        "summary.docx",
        "summary.pdf",
        "summary.html",
        "summary.md",
        "plan.docx",
        "plan.pdf",
        "contributions.csv",
        "archive.zip",
    )
}


@blueprint.get("/<code>/documents/<name>")
def document(code: str, name: str) -> Response:
    """One document, as it stands now."""
    actor = identity.actor(house().doors, code)
    if actor.role not in READERS.get(name, ()):
        raise Refused("forbidden" if name in READERS else "unknown_page")
    job = request.args.get("job", "")[:32]
    asked = request.args.get("lang", "")
    spoken = asked if asked in LANGUAGES else str(get_locale())
    made: Any = house().produce(code, name, spoken, job)
    response = Response(made.content, mimetype=made.media_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{made.filename}"'
    response.headers["Cache-Control"] = "no-store"
    # A document in HTML opens as a file, never as a page of this site.
    response.headers["Content-Security-Policy"] = (
        "sandbox; default-src 'none'; style-src 'unsafe-inline'"
    )
    return response
