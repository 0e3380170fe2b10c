"""A compte rendu with all of its parts, in small: what the renderers are tried with."""

from facilitation.views.document import (
    Bar,
    BarChart,
    Block,
    Contents,
    Document,
    Heading,
    Items,
    KeyValues,
    Note,
    PageBreak,
    Paragraph,
    Run,
    Slip,
    Table,
    strong,
    text,
)
from tests.unit.documents.minutes_frame import COVER, FRAME
from tests.unit.documents.sheets_sample import SHEETS

INDICATIVE = "Priorisation indicative des participants ; ne vaut pas décision"


VOICES: tuple[Block, ...] = (
    Heading(1, "Attentes", "5"),
    Heading(2, "DDT", "5.1"),
    Slip(
        "ATT-012",
        "Attente",
        "Une réponse unique aux maires sur les permis en zone inondable: aujourd'hui, trois "
        "services leur disent trois choses. Qui tranche?",
        "Table 3 ; regard d'un élu",
        "rattachée au thème A, puis à l'action ACT-01",
    ),
    Slip("ATT-014", "Attente", "Être prévenus avant l'annonce, et non par la presse.", "Table 5"),
    Heading(1, "Situations concrètes", "6"),
    Heading(2, "Permis de construire en zone inondable", "6.1"),
    text("Situation confiée à : Table 1, Table 5."),
    Table(
        ("Service", "Rôle exprimé", "Niveau", "Arrêté en séance"),
        (
            ("DDT", "pilote / instructeur (× 3)", "départemental", "pilote / instructeur"),
            ("Préfecture", "autorité compétente (décide, signe)", "départemental", ""),
            ("ARS", "non renseigné", "interdépartemental (Aire urbaine)", ""),
        ),
        (2, 5, 4, 4),
        "Positionnement exprimé par des cadres du service",
    ),
    Heading(3, "Propositions"),
    Slip(
        "PRO-034",
        "Proposition",
        "Tenir une revue mensuelle des dossiers sensibles, avec une fiche d'une page : "
        "enjeu, position de l'État, porteur.",
        "Table 1 ; outil commun",
        "thème A, action ACT-01",
    ),
    Heading(1, "Missions, rôles et niveaux", "7"),
    Note(
        "Positionnement exprimé par des cadres des services ; « non renseigné » : personne de ce "
        "service n'a été interrogé."
    ),
)


OUTCOMES: tuple[Block, ...] = (
    Heading(1, "Référents porteurs", "8"),
    Table(
        ("Politique publique", "Service", "Référent (fonction)", "État"),
        (
            ("Prévention des inondations", "DDT", "chef du service risques", "acté"),
            ("Hébergement d'urgence", "DDCSPP", "", "à désigner"),
        ),
    ),
    Heading(1, "Dire de l'État", "9"),
    Heading(2, "DIR-01 : construire en zone inondable", "9.1"),
    KeyValues(
        (
            ("Destinataires", "maires, promoteurs, professions de santé"),
            ("Ce que l'État dit", "La sécurité des personnes prime ; l'État cherche avec vous."),
            ("Réserve de compétence", "le permis relève du maire, au nom de la commune"),
            ("État", "accord de la salle"),
        )
    ),
    Heading(1, "Enseignements de la Défense", "10"),
    Paragraph(
        (
            Run("Le retour d'expérience « à chaud » est "),
            strong("systématique"),
            Run(" ; son modèle tient sur une page et se transpose "),
            Run("sans outil nouveau", "em"),
            Run("."),
        )
    ),
    Heading(1, "Propositions par thème", "11"),
    Heading(2, "A. Une parole unique de l'État", "11.1"),
    Slip(
        "PRO-041", "Proposition", "Un porte-parole désigné par sujet, et un suppléant.", "Table 2"
    ),
    Heading(1, "Priorisation", "12"),
    KeyValues(
        (
            ("Méthode", "gommettes : 5 par personne, 3 au plus sur un thème"),
            ("Inscrits", "58"),
            ("Exprimés", "54"),
            ("Blancs", "1"),
            ("Dont bulletins papier", "6"),
        )
    ),
    BarChart(
        "Quels thèmes traiter en premier ?",
        (
            Bar("A. Une parole unique de l'État", 74, "38 bulletins"),
            Bar("B. Les référents porteurs et leurs suppléants", 61, "35 bulletins"),
            Bar("C. Un socle commun de données", 48, "29 bulletins"),
            Bar("D. Les bons niveaux d'intervention, du national au communal", 33, "21 bulletins"),
            Bar("E. Se connaître", 5, "4 bulletins"),
            Bar("F. Sans voix", 0, "aucun bulletin"),
        ),
        "gommettes",
        "A 74 ; B 61 ; C 48 ; D 33 ; E 5 ; F 0",
    ),
    Note(INDICATIVE),
)


PLAN: tuple[Block, ...] = (
    Heading(1, "Plan d'action et de suivi 2013", "13"),
    Table(
        ("N°", "Action proposée", "Service pilote", "Première étape", "Échéance"),
        (
            ("ACT-01", "Tenir une revue des dossiers sensibles", "DDT", "liste", "1er juin 2013"),
            ("ACT-02", "Publier l'annuaire des référents", "Préfecture", "modèle", "30 avril 2013"),
        ),
        (2, 6, 3, 3, 3),
        "Tableau des actions",
    ),
    *SHEETS,
)


CLOSING: tuple[Block, ...] = (
    Heading(1, "Outils communs à développer", "14"),
    Items(("Annuaire partagé des référents", "Banque de données territoriale")),
    Heading(1, "Points à arbitrer et suites données", "15"),
    text("Néant."),
    Heading(1, "Points à traiter ultérieurement", "16"),
    Items(("Accès des partenaires à l'annuaire (PRO-034)",)),
    Heading(1, "Évaluation à chaud", "17"),
    Table(
        ("Question (de 1 à 4)", "1", "2", "3", "4", "Moyenne"),
        (
            ("La journée a répondu à mes attentes", "1", "6", "24", "20", "3,2"),
            ("J'ai pu m'exprimer", "0", "3", "18", "30", "3,5"),
        ),
        (7, 1, 1, 1, 1, 2),
        "",
        "lrrrrr",
    ),
    Heading(1, "Prochaines étapes", "18"),
    KeyValues((("Prochaine rencontre", "1er juillet 2013"), ("Contact", "sg@example.org"))),
    Heading(1, "Annexe 1 : glossaire"),
    KeyValues((("PPRi", "plan de prévention du risque inondation"), ("SG", "secrétaire général"))),
    Heading(1, "Annexe 2 : programme"),
    KeyValues((("9 h", "Ouverture par le préfet"), ("16 h 25", "Synthèse et clôture"))),
)


def minutes() -> Document:
    """The whole volume."""
    synthesis = (
        Heading(1, "Synthèse", "0"),
        Items(
            (
                "58 participants, 18 services représentés.",
                "112 attentes, 86 positionnements, 97 propositions.",
                "8 actions proposées, 3 dires de l'État proposés.",
            )
        ),
        Note(INDICATIVE),
    )
    parts = (*FRAME, *VOICES, *OUTCOMES, *PLAN, *CLOSING)
    return Document(
        title="Compte rendu – Séminaire des cadres des services de l'État",
        language="fr",
        date="2013-03-07",
        blocks=(Contents(), PageBreak(), *synthesis, PageBreak(), *parts),
        title_page=COVER,
        author="Prestataire d'animation",
        footer="Document de travail – propositions des participants, sous réserve de validation "
        "par le préfet",
        watermark="PROJET",
        keywords=("séminaire", "plan d'action"),
    )
