"""What the command line says, in French or English by the terminal's language."""

import os
from typing import Any, Final

_FR: Final = {
    "serving": "Tablée %(version)s : « %(title)s »",
    "code": "Code du séminaire",
    "join": "Participants",
    "facilitator": "Animation (lien à usage unique)",
    "screen": "Écran (lien à usage unique)",
    "observer": "Observateur (lien à usage unique)",
    "stop_hint": "Ctrl+C pour arrêter ; tout est enregistré au fil de l’eau.",
    "local_only": "Seul cet ordinateur peut se connecter (adresse %(host)s).",
    "port_taken": "Le port %(port)s est déjà pris. Arrêtez l’autre programme ou choisissez : --port %(other)s.",
    "port_refused": "Le port %(port)s n’est pas utilisable (%(reason)s). Essayez : --port 5000.",
    "unknown_code": "Aucun séminaire sous ce code. « python app.py serve » en crée un.",
    "unknown_scenario": "Le scénario « %(scenario)s » n’existe pas. Disponibles : %(known)s.",
    "scenario_wrong": "Le scénario ne peut pas être ouvert :",
    "storage_unwritable": "Le dossier des données n’est pas accessible en écriture. Choisissez-en un autre : TABLEE_DATA_DIR.",
    "disk_full": "Le disque est plein : libérez de la place, puis recommencez.",
    "database_locked": "La base est occupée par un autre programme ; réessayez dans un instant.",
    "storage_failed": "L’enregistrement a échoué ; vérifiez le disque.",
    "unknown_table": "Cette table n’existe pas dans ce séminaire.",
    "unknown_value": "Cette valeur n’est pas prévue (%(field)s).",
    "purge_sure": "Effacer définitivement le séminaire %(code)s et tout son contenu ?",
    "purged": "Le séminaire %(code)s est effacé.",
    "stale": "Ces fichiers ne sont pas à jour : lancez « python app.py generate ».",
    "written": "Écrit : %(path)s",
    "folder_unwritable": "Le dossier « %(folder)s » n’est pas accessible en écriture.",
    "document_failed": "Le document n’a pas pu être produit.",
    "no_server": "Aucun serveur ne répond. Lancez d’abord « python app.py serve ».",
    "other": "Cette action n’est pas possible (%(code)s).",
}

_EN: Final = {
    "serving": "Tablée %(version)s: “%(title)s”",
    "code": "Workshop code",
    "join": "Participants",
    "facilitator": "Facilitator (one-use link)",
    "screen": "Screen (one-use link)",
    "observer": "Observer (one-use link)",
    "stop_hint": "Ctrl+C to stop; everything is saved as it comes.",
    "local_only": "Only this computer can connect (address %(host)s).",
    "port_taken": "Port %(port)s is taken. Stop the other program or choose: --port %(other)s.",
    "port_refused": "Port %(port)s cannot be used (%(reason)s). Try: --port 5000.",
    "unknown_code": "No workshop under that code. “python app.py serve” makes one.",
    "unknown_scenario": "Scenario “%(scenario)s” does not exist. Available: %(known)s.",
    "scenario_wrong": "The scenario cannot be opened:",
    "storage_unwritable": "The data folder cannot be written to. Choose another: TABLEE_DATA_DIR.",
    "disk_full": "The disk is full: make room, then try again.",
    "database_locked": "Another program holds the database; try again in a moment.",
    "storage_failed": "Saving failed; check the disk.",
    "unknown_table": "There is no such table in this workshop.",
    "unknown_value": "This value is not expected (%(field)s).",
    "purge_sure": "Delete workshop %(code)s and all it holds, for good?",
    "purged": "Workshop %(code)s is deleted.",
    "stale": "These files are out of date: run “python app.py generate”.",
    "written": "Written: %(path)s",
    "folder_unwritable": "Folder “%(folder)s” cannot be written to.",
    "document_failed": "The document could not be produced.",
    "no_server": "No server is answering. First run “python app.py serve”.",
    "other": "This cannot be done (%(code)s).",
}


def language() -> str:
    """The terminal's language: French unless it says otherwise."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value and not value.startswith(("C", "POSIX")):
            return "fr" if value.startswith("fr") else "en"
    return "fr"


def say(code: str, /, **details: Any) -> str:
    """A sentence for the terminal."""
    sentences = _FR if language() == "fr" else _EN
    if code not in sentences:
        return sentences["other"] % {"code": code}
    text = sentences[code]
    return text % {"field": "", "scenario": "", "known": "", **details} if "%(" in text else text
