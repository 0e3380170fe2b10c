"""The Flask application: its blueprints, its language, its headers; nothing of the house itself."""

from pathlib import Path

from flask import Flask
from flask_babel import Babel, get_locale

from facilitation.web import (
    api,
    assets,
    devices,
    entrances,
    errors,
    guide,
    headers,
    language,
    notice,
    offline,
    origin,
    pages,
    suggestions,
)
from facilitation.web import documents as document_pages


def flask_app() -> Flask:
    """Pages, API and documents, with what every request and answer goes through."""
    app = Flask("facilitation", root_path=str(Path(__file__).parent.parent))
    app.config["MAX_CONTENT_LENGTH"] = api.LARGEST_BODY
    app.config["BABEL_DEFAULT_LOCALE"] = "fr"
    Babel(app, locale_selector=language.chosen)
    app.jinja_env.globals["get_locale"] = get_locale
    for one in (
        api,
        pages,
        entrances,
        devices,
        document_pages,
        suggestions,
        guide,
        notice,
        offline,
    ):
        app.register_blueprint(one.blueprint)
    assets.install(app)
    errors.install(app)
    origin.install(app)
    headers.install(app)
    return app
