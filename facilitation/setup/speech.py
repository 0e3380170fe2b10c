"""What the set-up says, in French or English after the terminal's language. One line per thing
done, one sentence per failure.
"""

import os
import sys
from typing import TextIO

SENTENCES = {
    "venv": (
        "Création de l’environnement Python dans .venv…",
        "Creating the Python environment in .venv…",
    ),
    "install": (
        "Installation des bibliothèques ({what}) : une à deux minutes la première fois…",
        "Installing the libraries ({what}): one or two minutes the first time…",
    ),
    "offline": (
        "Installation hors ligne depuis {folder}.",
        "Installing offline from {folder}.",
    ),
    "ready": ("Tout est en place.", "Everything is in place."),
    "browser": (
        "Installation de Chromium pour les tests…",
        "Installing Chromium for the tests…",
    ),
    "node": (
        "Installation de la bibliothèque système libatomic1, dont les tests ont besoin…",
        "Installing the system library libatomic1, which the tests need…",
    ),
    "no_node": (
        "Le moteur des tests ne démarre pas : installez libatomic1 (Debian : sudo apt-get "
        "install libatomic1), ou jouez les tests sans navigateur : python3 app.py test --fast.",
        "The tests’ engine does not start: install libatomic1 (Debian: sudo apt-get "
        "install libatomic1), or run the tests without a browser: python3 app.py test --fast.",
    ),
    "node_silent": (
        "Node ne démarre pas sur cette machine (libatomic1 absente ?)",
        "Node does not start on this machine (is libatomic1 missing?)",
    ),
    "databases": (
        "Installation de PostgreSQL, Redis et nginx pour les tests à plusieurs processus…",
        "Installing PostgreSQL, Redis and nginx for the tests with several workers…",
    ),
    "no_databases": (
        "ATTENTION : PostgreSQL, Redis ou nginx manque ; rien de ce qui concerne plusieurs "
        "processus n’est vérifié ici (Debian : apt-get install postgresql redis-server "
        "nginx-light)",
        "ATTENTION: PostgreSQL, Redis or nginx is missing; nothing about several workers is "
        "checked here (Debian: apt-get install postgresql redis-server nginx-light)",
    ),
    "npm_itself": (
        "Installation de npm pour les outils de contrôle JavaScript…",
        "Installing npm for the JavaScript checking tools…",
    ),
    "npm": (
        "Installation des outils JavaScript de contrôle…",
        "Installing the JavaScript checking tools…",
    ),
    "wheels": (
        "Téléchargement des bibliothèques dans {folder}…",
        "Downloading the libraries into {folder}…",
    ),
    "wheels_done": (
        "{count} fichiers dans {folder} : copiez ce dossier à la racine du projet, sur "
        "la machine sans internet.",
        "{count} files in {folder}: copy this folder to the project’s root on the "
        "machine without internet.",
    ),
    "no_venv": (
        "L’environnement .venv n’a pas pu être créé : {reason}",
        "The .venv environment could not be created: {reason}",
    ),
    "no_install": (
        "Les bibliothèques n’ont pas pu être installées : vérifiez la connexion, ou "
        "déposez à la racine un dossier "
        "wheels/ préparé ailleurs par « python3 app.py wheels » (détail dans {log}).",
        "The libraries could not be installed: check the connection, or put at the root "
        "a wheels/ folder "
        "made elsewhere by “python3 app.py wheels” (details in {log}).",
    ),
    "no_wheels": (
        "Le dossier {folder} n’existe pas ou ne contient aucun fichier .whl.",
        "The folder {folder} does not exist or holds no .whl file.",
    ),
    "no_folder_named": (
        "Après --wheels, indiquez un dossier.",
        "After --wheels, name a folder.",
    ),
    "no_download": (
        "Le téléchargement a échoué : vérifiez la connexion et les options (détail dans {log}).",
        "The download failed: check the connection and the options (details in {log}).",
    ),
    "no_browser": (
        "Chromium est introuvable et n’a pas pu être installé : installez-le (Debian : "
        "sudo apt-get install chromium), "
        "ou indiquez-le par TABLEE_CHROMIUM, ou jouez les tests sans navigateur : "
        "python3 app.py test --fast.",
        "Chromium is missing and could not be installed: install it (Debian: sudo "
        "apt-get install chromium), "
        "or name it in TABLEE_CHROMIUM, or run the tests without a browser: python3 "
        "app.py test --fast.",
    ),
    "not_writable": (
        "Écriture impossible dans {folder} : {reason}",
        "Cannot write to {folder}: {reason}",
    ),
    "skipped": ("non jouée : {reason}", "not run: {reason}"),
    "not_there": ("{path} n’existe pas encore", "{path} does not exist yet"),
    "no_npm": (
        "les outils JavaScript ne sont pas installés (npm absent ou injoignable)",
        "the JavaScript tools are not installed (npm missing or out of reach)",
    ),
    "failed": (
        "Échec à l’étape « {stage} » (code {code}).",
        "Stage “{stage}” failed (code {code}).",
    ),
    "green": (
        "Tout est vert (étapes jouées : {count}) en {minutes} min {seconds:02d} s.",
        "All green (stages run: {count}) in {minutes} min {seconds:02d} s.",
    ),
    "not_run": ("Étapes non jouées : {stages}.", "Stages not run: {stages}."),
    "no_such_stage": (
        "Étape inconnue : {stage}. Étapes : {stages}.",
        "Unknown stage: {stage}. Stages: {stages}.",
    ),
    "usage": (
        "Options comprises ici : {options}.",
        "Options understood here: {options}.",
    ),
}


class SetupFailed(Exception):
    """Something the person at the terminal has to settle; its text is the sentence to show."""


def is_french() -> bool:
    """Tell whether the terminal speaks French."""
    chosen = (os.environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return next(filter(None, chosen), "").lower().startswith("fr")


def sentence(name: str, **details: object) -> str:
    """Return one of the sentences above in the terminal's language."""
    french, english = SENTENCES[name]
    return (french if is_french() else english).format(**details)


def say(name: str, **details: object) -> None:
    """Say what is being done; on the error stream, so that a command's own output stays clean."""
    tell(sentence(name, **details))


def tell(line: str, stream: TextIO | None = None) -> None:
    """Print a line whatever the terminal can encode (a bare Debian often has no UTF-8 locale)."""
    stream = stream or sys.stderr
    encoding = stream.encoding or "ascii"
    stream.write(line.encode(encoding, "replace").decode(encoding) + "\n")
    stream.flush()
