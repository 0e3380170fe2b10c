# ruff: noqa: E501 - what people write, one sentence a line
"""A relevé de conclusions with seven themes and eight actions: it must fit two pages."""

from facilitation.views.document import (
    Document,
    Heading,
    Items,
    KeyValues,
    Note,
    PageBreak,
    Table,
    text,
)
from tests.unit.documents.minutes_sample import INDICATIVE

FOOTER = (
    "Document de travail – propositions des participants, sous réserve de validation par le préfet"
)

FRONT = (
    Heading(1, "Relevé de conclusions"),
    KeyValues(
        (
            ("Objet", "Séminaire des cadres des services de l'État"),
            ("Date", "7 mars 2013"),
            ("Lieu", "Quartier Friederichs, Belfort"),
        )
    ),
    Heading(2, "L'essentiel"),
    Items(
        (
            "58 participants, 18 services représentés.",
            "112 attentes, 86 positionnements, 97 propositions.",
            "7 thèmes au tableau de synthèse.",
            "8 actions proposées, 3 dires de l'État proposés.",
            "5 outils communs évoqués.",
        )
    ),
    Heading(2, "Priorités exprimées"),
    Table(
        ("Thème", "Score", "Bulletins"),
        (
            ("A. Une parole unique de l'État", "74", "38"),
            ("B. Les référents porteurs et leurs suppléants", "61", "35"),
            ("C. Un socle commun de données territoriales", "48", "29"),
            ("D. Les bons niveaux d'intervention", "33", "21"),
            ("E. Se connaître : missions et personnes", "27", "19"),
            ("F. Des stratégies communes auprès des élus", "19", "14"),
            ("G. La mutualisation des moyens", "8", "6"),
        ),
        (8, 2, 2),
        "",
        "lrr",
    ),
    text("Participation : 55 sur 58 inscrits, 54 exprimés, 1 blanc, dont 6 sur papier."),
    Note(INDICATIVE),
    Heading(2, "Points d'accord"),
    Items(
        (
            "Une position écrite avant toute réponse à un maire sur un dossier à plusieurs services.",
            "Un référent et un suppléant par politique publique, connus de tous.",
            "Une seule donnée de référence par sujet, tenue par un service désigné.",
        )
    ),
    Heading(2, "Points à arbitrer"),
    Items(
        (
            "Qui signe la réponse au maire en zone inondable ? (préfet, avant le 30 avril 2013)",
            "Ouverture de l'annuaire aux partenaires (secrétaire général, avant le 15 mai 2013)",
        )
    ),
)

ACTIONS = Table(
    ("N°", "Action proposée", "Service pilote", "Services associés", "Première étape", "Échéance"),
    tuple(
        (f"ACT-0{number}", title, pilot, others, first, due)
        for number, (title, pilot, others, first, due) in enumerate(
            (
                (
                    "Tenir une revue mensuelle des dossiers sensibles",
                    "DDT",
                    "Préfecture, ARS, STAP",
                    "lister les dossiers en cours",
                    "31 décembre 2013",
                ),
                (
                    "Publier l'annuaire des référents porteurs",
                    "Préfecture",
                    "tous les services",
                    "recueillir les noms",
                    "30 avril 2013",
                ),
                (
                    "Partager une banque de données territoriale",
                    "DDT",
                    "SIDSIC, DDFiP, UT DIRECCTE",
                    "choisir dix données",
                    "30 septembre 2013",
                ),
                (
                    "Adopter une trame commune de réponse aux élus",
                    "Préfecture",
                    "DDT, DSDEN, DDCSPP",
                    "rédiger trois modèles",
                    "15 juin 2013",
                ),
                (
                    "Arrêter qui décide et qui contribue, par procédure",
                    "Préfecture",
                    "DDT, UT DREAL, ARS",
                    "traiter deux procédures",
                    "30 juin 2013",
                ),
                (
                    "Créer une astreinte interservices en cas de pollution",
                    "UT DREAL",
                    "ONEMA, ARS, SIDPC, GGD",
                    "écrire la fiche réflexe",
                    "31 mai 2013",
                ),
                (
                    "Suivre l'habitat indigne dans un dossier unique",
                    "ARS",
                    "DDT, DDCSPP, DDFiP",
                    "réunir les cinq guichets",
                    "30 novembre 2013",
                ),
                (
                    "Accueillir tout nouveau cadre dans deux autres services",
                    "DDCSPP",
                    "tous les services",
                    "ouvrir un calendrier",
                    "1er octobre 2013",
                ),
            ),
            1,
        )
    ),
    (3, 8, 4, 5, 7, 4),
    "Tableau des actions",
)

BACK = (
    Heading(2, "Actions proposées"),
    ACTIONS,
    Heading(2, "Dires de l'État proposés"),
    Items(
        (
            "Zone inondable : la sécurité des personnes prime ; l'État cherche avec vous un autre "
            "terrain (accord de la salle)",
            "Rythmes scolaires : les trois services répondent d'une même lettre (accord avec réserves)",
            "Hébergement : nul n'est remis à la rue sans proposition écrite (à retravailler)",
        )
    ),
    Heading(2, "Outils à développer"),
    Items(
        (
            "Annuaire des référents porteurs",
            "Tableau partagé des dossiers sensibles",
            "Banque de données territoriale",
            "Trame commune de réponse aux élus",
            "Fiche réflexe en cas de pollution",
        )
    ),
    Heading(2, "Référents restant à désigner"),
    text(
        "Hébergement d'urgence ; habitat indigne ; risques technologiques ; accueil des gens du voyage"
    ),
    KeyValues(
        (
            ("Prochaine rencontre", "6 juin 2013"),
            ("Compte rendu", "le 22 mars 2013"),
            ("Contact", "secretariat-general@example.org"),
        )
    ),
)


def summary() -> Document:
    """Recto and verso."""
    return Document(
        title="Relevé de conclusions – Séminaire des cadres des services de l'État",
        language="fr",
        date="2013-03-07",
        blocks=(*FRONT, PageBreak(), *BACK),
        author="Prestataire d'animation",
        footer=FOOTER,
        watermark="PROJET",
        pages=2,
    )
