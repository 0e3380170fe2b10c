"""The fixed words of the files, in French and English."""

from typing import Final

_FR: Final = {
    "contents": "Sommaire",
    "page": "Page",
    "of": "sur",
    "to_fill_in": "à compléter",
    "sheet": "Fiche-action",
    "date": "Date",
    "place": "Lieu",
    "reference": "Référence",
    "author": "Rédaction",
    "status": "Statut",
    "outcome": "Suite",
    "value": "Valeur",
    "label": "Intitulé",
    "skip": "Aller au contenu",
    "colon": "\u00a0: ",
}
_EN: Final = {
    "contents": "Contents",
    "page": "Page",
    "of": "of",
    "to_fill_in": "to be filled in",
    "sheet": "Action sheet",
    "date": "Date",
    "place": "Place",
    "reference": "Reference",
    "author": "Written by",
    "status": "Status",
    "outcome": "Outcome",
    "value": "Value",
    "label": "Label",
    "skip": "Skip to content",
    "colon": ": ",
}


def words(language: str) -> dict[str, str]:
    """The fixed words of a language; French for one that is not there."""
    return _EN if language == "en" else _FR


def locale(language: str) -> str:
    """The language with its country, as office suites name it."""
    return "en-GB" if language == "en" else "fr-FR"
