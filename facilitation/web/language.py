"""Which language a person reads: their choice, else their browser's, else French."""

from typing import Final

from flask import request

COOKIE: Final = "tablee_language"
LANGUAGES: Final = ("fr", "en")


def chosen() -> str:
    """French or English for this request."""
    kept = request.cookies.get(COOKIE, "")
    if kept in LANGUAGES:
        return kept
    return request.accept_languages.best_match(LANGUAGES) or "fr"
