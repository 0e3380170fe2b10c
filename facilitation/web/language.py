"""Which language a person reads: their choice, else their browser's, else French."""

from typing import Final

from flask import current_app, request

from facilitation.domain.core import Refused
from facilitation.protocol.ports import StorageFailed

COOKIE: Final = "tablee_language"
LANGUAGES: Final = ("fr", "en")


def chosen() -> str:
    """French or English for this request."""
    kept = request.cookies.get(COOKIE, "")
    if kept in LANGUAGES:
        return kept
    for asked, quality in request.accept_languages:
        # "fr-CH, en" asks for French first; the library's own match would answer English.
        spoken = asked.partition("-")[0].lower()
        if spoken in LANGUAGES and quality > 0:
            return spoken
    return _of_workshop()


def _of_workshop() -> str:
    code = str((request.view_args or {}).get("code", ""))
    try:
        spoken = current_app.extensions["tablee"].rooms.room(code).state.workshop.language
    except (Refused, StorageFailed):
        return LANGUAGES[0]
    return spoken if spoken in LANGUAGES else LANGUAGES[0]
