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
    "rehearsing": "Répétition dans le séminaire %(code)s : %(count)s personnes simulées.",
    "rehearsal_counts": "%(connected)s connexions · %(posts)s envois · %(acks)s accusés de réception · médiane %(median)s ms · %(faults)s anomalies",
    "summary_people": "Personnes / appareils",
    "summary_posts": "Envois",
    "summary_acks": "Accusés de réception",
    "summary_retries": "Nouveaux essais",
    "summary_texts": "Contributions",
    "summary_papers": "Bulletins",
    "summary_latency": "Délai d’enregistrement (médiane · 95 % · 99 %)",
    "summary_expected": "Refus attendus",
    "summary_faults": "Anomalies et refus inattendus",
    "summary_missing": "Accusé de réception sans trace",
    "summary_stale": "Appareils en retard sur le serveur",
    "rehearsed_well": "Tout ce qui a été accusé de réception est enregistré.",
    "rehearsed_ill": "La répétition a montré des anomalies : voir ci-dessus.",
    "wipe_hint": "Pour l’effacer : python app.py rehearse %(code)s --wipe",
    "nothing_to_wipe": "Aucune répétition à effacer.",
    "not_a_rehearsal": "Le séminaire %(workshop)s n’est pas une répétition. Pour l’effacer malgré tout : « python app.py purge %(workshop)s ».",
    "rehearse_elsewhere": "Des personnes ont déjà écrit dans le séminaire %(workshop)s. Répétez dans un autre : « python app.py rehearse » en crée un.",
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
    "rehearsing": "Rehearsal in workshop %(code)s: %(count)s simulated people.",
    "rehearsal_counts": "%(connected)s connections · %(posts)s sent · %(acks)s acknowledged · median %(median)s ms · %(faults)s faults",
    "summary_people": "People / devices",
    "summary_posts": "Sent",
    "summary_acks": "Acknowledged",
    "summary_retries": "Tried again",
    "summary_texts": "Contributions",
    "summary_papers": "Ballot papers",
    "summary_latency": "Time to save (median · 95% · 99%)",
    "summary_expected": "Expected refusals",
    "summary_faults": "Faults and unexpected refusals",
    "summary_missing": "Acknowledged and missing",
    "summary_stale": "Devices behind the server",
    "rehearsed_well": "Everything that was acknowledged is saved.",
    "rehearsed_ill": "The rehearsal showed faults: see above.",
    "wipe_hint": "To wipe it: python app.py rehearse %(code)s --wipe",
    "nothing_to_wipe": "There is no rehearsal to wipe.",
    "not_a_rehearsal": "Workshop %(workshop)s is not a rehearsal. To delete it all the same: “python app.py purge %(workshop)s”.",
    "rehearse_elsewhere": "People have already written in workshop %(workshop)s. Rehearse in another: “python app.py rehearse” makes one.",
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
