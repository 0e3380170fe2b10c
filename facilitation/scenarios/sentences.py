"""The sentences of every problem: French, English, how to mend in French, in English."""

from typing import Final

Four = tuple[str, str, str, str]

SENTENCES: Final[dict[str, Four]] = {
    "missing_file": (
        "ce fichier manque.",
        "this file is missing.",
        "Créez-le ; docs/recipes/scenario.md en donne le modèle.",
        "Create it; docs/recipes/scenario.md shows how.",
    ),
    "file_elsewhere": (
        "ce fichier est un lien vers un autre dossier.",
        "this file is a link to another folder.",
        "Remplacez le lien par le fichier lui-même.",
        "Put the file itself in the place of the link.",
    ),
    "no_file": (
        "ce n’est pas un fichier.",
        "this is not a file.",
        "Remplacez-le par un fichier de texte.",
        "Put a text file in its place.",
    ),
    "file_too_large": (
        "ce fichier est trop volumineux pour un scénario (plus de 1 Mo).",
        "this file is too large for a scenario (over 1 MB).",
        "N’y gardez que du texte.",
        "Keep only text in it.",
    ),
    "too_deep": (
        "l’en-tête est imbriqué à l’excès.",
        "the front matter is nested far too deep.",
        "Reprenez la forme de docs/recipes/scenario.md.",
        "Follow the form of docs/recipes/scenario.md.",
    ),
    "bad_encoding": (
        "ce fichier n’est pas en UTF-8.",
        "this file is not UTF-8.",
        "Enregistrez-le de nouveau avec l’encodage UTF-8.",
        "Save it again with the UTF-8 encoding.",
    ),
    "no_front_matter": (
        "l’en-tête entre deux lignes « --- » manque.",
        "the front matter between two “---” lines is missing.",
        "Commencez le fichier par « --- », les clés, puis « --- ».",
        "Begin the file with “---”, the keys, then “---”.",
    ),
    "bad_yaml": (
        "l’en-tête ne se lit pas ({reason}).",
        "the front matter cannot be read ({reason}).",
        "Vérifiez les retraits ; mettez entre guillemets droits un texte qui contient deux-points.",
        "Check the indents; put a text that holds a colon between straight quotes.",
    ),
    "unknown_key": (
        "la clé « {key} » n’existe pas ici.",
        "there is no key “{key}” here.",
        "{hint_fr}",
        "{hint_en}",
    ),
    "duplicate_key": (
        "la clé « {key} » est donnée deux fois.",
        "the key “{key}” is given twice.",
        "Gardez-en une seule.",
        "Keep one of them.",
    ),
    "missing_key": (
        "la clé « {key} » manque.",
        "the key “{key}” is missing.",
        "Ajoutez une ligne « {key}: … ».",
        "Add a line “{key}: …”.",
    ),
    "wrong_shape": (
        "« {key} » doit être {wanted_fr}.",
        "“{key}” must be {wanted_en}.",
        "Par exemple : {example}",
        "For instance: {example}",
    ),
    "unknown_value": (
        "« {value} » n’est pas une valeur de « {key} ».",
        "“{value}” is not a value of “{key}”.",
        "{hint_fr}",
        "{hint_en}",
    ),
    "unknown_reference": (
        "« {value} » ({key}) n’est défini nulle part.",
        "“{value}” ({key}) is defined nowhere.",
        "{hint_fr}",
        "{hint_en}",
    ),
    "duplicate": (
        "« {value} » ({key}) est défini deux fois.",
        "“{value}” ({key}) is defined twice.",
        "Donnez à chacun un nom différent.",
        "Give each of them a name of its own.",
    ),
    "bad_name": (
        "le nom du fichier n’a pas la forme « {shape} ».",
        "the file’s name is not of the form “{shape}”.",
        "Renommez-le : un numéro, un tiret, puis des minuscules sans accent.",
        "Rename it: a number, a hyphen, then lower-case letters without accents.",
    ),
    "unknown_heading": (
        "la partie « {heading} » n’est pas prévue.",
        "the part “{heading}” is not expected.",
        "{hint_fr}",
        "{hint_en}",
    ),
    "missing_part": (
        "la partie « {heading} » manque ou est vide.",
        "the part “{heading}” is missing or empty.",
        "Ajoutez « ## {heading} » et son texte.",
        "Add “## {heading}” and its text.",
    ),
    "bad_voice": (
        "cette parole n’est pas précédée de son auteur.",
        "these words do not say who speaks.",
        "Écrivez « - Le maire : ce qu’il dit ».",
        "Write “- The mayor: what they say”.",
    ),
    "overlap": (
        "« {title} » commence à {starts}, avant la fin de la séquence précédente ({ends}).",
        "“{title}” starts at {starts}, before the previous step ends ({ends}).",
        "Retardez-la à {ends} ou raccourcissez la précédente.",
        "Move it to {ends} or shorten the previous one.",
    ),
    "outside_day": (
        "« {title} » ({starts}–{ends}) sort de la journée ({opens}–{closes}).",
        "“{title}” ({starts}–{ends}) lies outside the day ({opens}–{closes}).",
        "Changez l’horaire de la séquence, ou celui de la journée dans scenario.md.",
        "Change the step’s times, or the day’s in scenario.md.",
    ),
    "day_too_full": (
        "les séquences durent {total} min pour une journée de {day} min ({share} %).",
        "the steps last {total} min in a day of {day} min ({share}%).",
        "Retirez {over} min.",
        "Take away {over} min.",
    ),
    "day_nearly_full": (
        "hors pauses, les séquences occupent {share} % de la journée.",
        "breaks apart, the steps fill {share}% of the day.",
        "Gardez au moins un dixième de la journée pour les retards.",
        "Keep at least a tenth of the day for delays.",
    ),
    "writing_too_long": (
        "l’écriture ({at} + {minutes} min) dépasse la séquence ({length} min).",
        "writing ({at} + {minutes} min) outlasts the step ({length} min).",
        "Raccourcissez l’écriture ou allongez la séquence.",
        "Shorten the writing or lengthen the step.",
    ),
    "objective_unserved": (
        "aucune séquence ne sert l’objectif « {value} ».",
        "no step serves the objective “{value}”.",
        "Ajoutez « {value} » aux « objectives » d’une séquence.",
        "Add “{value}” to the “objectives” of a step.",
    ),
    "case_tables": (
        "nombre de tables pour la situation « {value} » : {count} ; il en faut deux.",
        "tables given the situation “{value}”: {count}; two are needed.",
        "Corrigez les « cases » des tables dans tables.md.",
        "Correct the “cases” of the tables in tables.md.",
    ),
    "case_missing": (
        "la table {table} n’a pas de situation pour le tour {round}.",
        "table {table} has no situation for round {round}.",
        "Ajoutez une situation à ses « cases ».",
        "Add a situation to its “cases”.",
    ),
    "anachronism": (
        "« {word} » n’existait pas encore à la date du séminaire.",
        "“{word}” did not exist yet at the date of the workshop.",
        "Employez le mot de l’époque, ou retirez-le de « anachronisms » dans scenario.md.",
        "Use the word of the time, or take it off “anachronisms” in scenario.md.",
    ),
    "plan_unreadable": (
        "ce plan de tables ne se lit pas ({reason}).",
        "this table plan cannot be read ({reason}).",
        "Enregistrez-le en CSV (UTF-8) ou en XLSX.",
        "Save it as CSV (UTF-8) or XLSX.",
    ),
    "plan_too_large": (
        "ce classeur est trop volumineux pour un plan de tables.",
        "this workbook is too large for a table plan.",
        "N’y gardez que les places, une par ligne.",
        "Keep only the seats in it, one per line.",
    ),
    "plan_column": (
        "la colonne « {fr} » manque.",
        "the column “{en}” is missing.",
        "Première ligne attendue : table;service;fonction;catégorie",
        "First line expected: table;service;function;category",
    ),
    "plan_empty": (
        "ce plan de tables est vide.",
        "this table plan is empty.",
        "Ajoutez une ligne par place : table;service;fonction;catégorie",
        "Add a line per seat: table;service;function;category",
    ),
    "plan_colleagues": (
        "{count} personnes du service « {service} » sont à la table {table}.",
        "{count} people of service “{service}” sit at table {table}.",
        "Répartissez-les : un chef n’est jamais à la table de ses collaborateurs.",
        "Spread them: a manager never sits with their own staff.",
    ),
}
