"""The user's guide and the rescue sheet: Markdown files of the project, served as pages that need
no workshop.
"""

from functools import cache
from pathlib import Path
from typing import Final

from flask import Blueprint, render_template
from flask_babel import get_locale
from flask_babel import gettext as _
from markdown import markdown
from markupsafe import Markup

from facilitation.web.language import LANGUAGES

blueprint = Blueprint("guide", __name__)

FOLDER: Final = Path(__file__).parent / "guides"


@blueprint.get("/aide")
def guide() -> str:
    """How to take part and how to run the day, in the reader's language."""
    return _page(_("Mode d’emploi"), "guide")


@blueprint.get("/secours")
def rescue() -> str:
    """What to do when the computer of the day fails: to be printed before."""
    return _page(_("Fiche de secours"), "rescue")


def _page(title: str, name: str) -> str:
    guide = rendered(name, str(get_locale()))
    return render_template("pages/guide.html", title=title, guide=guide)


@cache
def rendered(name: str, language: str) -> Markup:
    """A text as HTML; it is the project's own, nobody else writes in it."""
    known = language if language in LANGUAGES else LANGUAGES[0]
    text = (FOLDER / f"{name}-{known}.md").read_text(encoding="utf-8")
    return Markup(markdown(text, extensions=["tables"]))  # noqa: S704 - our own file
