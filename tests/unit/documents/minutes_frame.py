"""How the sample compte rendu begins: its cover, its frame, its participants, its course."""

from facilitation.views.document import (
    Block,
    Heading,
    Items,
    Table,
    TitlePage,
    text,
)

COVER = TitlePage(
    letterhead=("Préfecture du Territoire de Belfort", "Secrétariat général"),
    kind="Compte rendu",
    subject="Séminaire des cadres des services de l'État",
    reference="Lot n° 1, pièce 90-001",
    date="7 mars 2013",
    place="Quartier Friederichs, Belfort",
    author="Prestataire d'animation",
    version="version 2",
    status="Projet",
    circulation="Diffusé par : Préfecture du Territoire de Belfort",
)


FRAME: tuple[Block, ...] = (
    Heading(1, "Cadre et objectifs", "1"),
    text(
        "Le préfet a souhaité donner la parole aux cadres des services de l'État, dans le "
        "prolongement de la réunion des directeurs du 29 janvier. À partir de situations "
        "concrètes, chacun a exprimé ses attentes, le positionnement de son service et des "
        "propositions pour mieux travailler ensemble."
    ),
    Items(
        (
            "Connaître les missions de chacun et désigner un référent porteur par politique.",
            "Faire émerger une parole unique de l'État : un dire partagé par tous les services.",
            "Définir les bons niveaux d'intervention et les outils communs à développer.",
        ),
        ordered=True,
    ),
    Heading(1, "Participants", "2"),
    text("58 personnes inscrites sur 60 attendues, réparties en 8 tables."),
    Table(
        ("Service", "Pôle", "Présents"),
        (
            ("Préfecture, secrétariat général", "Préfecture et sécurité", "9"),
            ("Direction départementale des territoires", "Territoires et environnement", "11"),
            ("DDCSPP", "Cohésion, santé, éducation", "8"),
            ("Direction départementale des finances publiques", "Économie et finances", "7"),
            ("Délégation militaire départementale", "Défense et justice", "2"),
        ),
        (6, 4, 2),
        "Présences par service",
        "llr",
    ),
    Heading(1, "Déroulement", "3"),
    Table(
        ("Heure", "Séquence", "Prévu", "Réalisé"),
        (
            ("9 h", "Ouverture par le préfet", "15 min", "17 min"),
            ("9 h 25", "Attentes", "20 min", "22 min"),
            ("10 h", "Situations concrètes, première série", "45 min", "45 min"),
            ("15 h 30", "Priorisation", "10 min", "9 min"),
        ),
        (2, 8, 2, 2),
        "",
        "llrr",
    ),
    Heading(1, "Ouverture et rappel du 29 janvier", "4"),
    Heading(2, "Ce que les directeurs ont retenu", "4.1"),
    Items(("Mieux partager les données (ATT-001)", "Parler d'une seule voix (ATT-002)")),
)
