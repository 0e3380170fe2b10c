"""What the command line says of texts to be grouped by themes."""

from typing import Final

FR: Final = {
    "help_themes": "Regrouper des textes par thèmes : JSON sur l’entrée standard et sur la sortie standard (docs/themes.md).",
    "help_words_only": "Sans les vecteurs de phrases, même s’ils sont installés.",
    "themes_unreadable": 'L’entrée ne se lit pas : il faut un objet JSON de la forme {"texts":["…","…"],"lang":"fr"}.',
    "themes_missing": 'Il n’y a pas de texte à regrouper : il faut un objet JSON de la forme {"texts":["…","…"],"lang":"fr"}.',
    "themes_not_texts": "La liste « texts » ne doit contenir que des textes.",
    "themes_too_many": "C’est trop de textes à la fois : %(most)s au plus.",
    "themes_wrong": "La valeur de « %(field)s » ne convient pas ; docs/themes.md dit ce qui est attendu.",
}

EN: Final = {
    "help_themes": "Group texts by themes: JSON on standard input and on standard output (docs/themes.md).",
    "help_words_only": "Without sentence vectors, even if they are installed.",
    "themes_unreadable": 'The input cannot be read: it must be a JSON object such as {"texts":["…","…"],"lang":"en"}.',
    "themes_missing": 'There is no text to group: a JSON object is wanted such as {"texts":["…","…"],"lang":"en"}.',
    "themes_not_texts": "The list “texts” may hold texts only.",
    "themes_too_many": "Too many texts at once: %(most)s at most.",
    "themes_wrong": "The value of “%(field)s” does not fit; docs/themes.md says what is expected.",
}
