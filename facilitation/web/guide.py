"""The user's guide: two Markdown files of the project, served as a page that needs no workshop."""

from functools import cache
from pathlib import Path
from typing import Final

from flask import Blueprint, render_template
from flask_babel import get_locale
from markdown import markdown
from markupsafe import Markup

from facilitation.web.language import LANGUAGES

blueprint = Blueprint("guide", __name__)

FOLDER: Final = Path(__file__).parent / "guides"


@blueprint.get("/aide")
def guide() -> str:
    """How to take part and how to run the day, in the reader's language."""
    return render_template("pages/guide.html", guide=rendered(str(get_locale())))


@cache
def rendered(language: str) -> Markup:
    """The guide as HTML; the text is the project's own, nobody else writes in it."""
    known = language if language in LANGUAGES else LANGUAGES[0]
    text = (FOLDER / f"{known}.md").read_text(encoding="utf-8")
    return Markup(markdown(text, extensions=["tables"]))  # noqa: S704 - our own file
