# ruff: noqa: E501 - what people write, one sentence a line
"""Three fiches-actions: a full one, one half written, one that is all blanks."""

from facilitation.views.document import ActionSheet, Field, Group

STEPS = ("N°", "Contenu", "Responsable", "Échéance", "État")


def _sheet(
    number: str, title: str, status: str, told: dict[str, str], steps: tuple[tuple[str, ...], ...]
) -> ActionSheet:
    def fields(*labels: str) -> tuple[Field, ...]:
        return tuple(Field(label, told.get(label, "")) for label in labels)

    return ActionSheet(
        number,
        title,
        status,
        (
            Group("Identité", fields("Thème", "Politique publique", "Version", "Validation")),
            Group(
                "Pourquoi",
                fields(
                    "Constat",
                    "Situations d'origine",
                    "Contributions d'origine",
                    "Tables",
                    "Score (indicatif)",
                    "Objectif",
                    "Résultat attendu",
                    "Bénéficiaires",
                ),
            ),
            Group(
                "Qui",
                fields(
                    "Autorité compétente",
                    "Service pilote",
                    "Responsable (fonction)",
                    "Accord du directeur",
                    "Référent",
                    "Niveau d'intervention",
                    "Services associés",
                    "Partenaires extérieurs",
                ),
            ),
            Group(
                "Comment",
                (
                    Field("Étapes", rows=steps, header=STEPS),
                    *fields(
                        "Première étape sous 30 jours",
                        "Conditions de mise en œuvre",
                        "Consultations préalables",
                        "Outil commun à développer",
                        "Porteur, données, droits d'accès",
                        "Moyens",
                        "Mutualisations",
                    ),
                ),
            ),
            Group("Dire de l'État associé", fields("Dire de l'État")),
            Group(
                "Suivi",
                fields(
                    "Début",
                    "Échéance",
                    "Instance de suivi",
                    "Indicateur",
                    "Risques",
                    "Arbitrage demandé (à qui, avant le)",
                ),
            ),
        ),
    )


FULL = _sheet(
    "ACT-01",
    "Tenir une revue mensuelle des dossiers sensibles",
    "proposée",
    {
        "Thème": "A. Une parole unique de l'État",
        "Politique publique": "Prévention des inondations",
        "Version": "2",
        "Constat": "Un même maire reçoit trois réponses de trois services ; l'État y perd sa "
        "crédibilité et le porteur de projet plusieurs mois.",
        "Situations d'origine": "1. Permis de construire en zone inondable",
        "Contributions d'origine": "ATT-012, POS-007, PRO-034, PRO-041",
        "Tables": "Table 1, Table 5",
        "Score (indicatif)": "74",
        "Objectif": "Arrêter chaque mois une position de l'État sur les dossiers à plusieurs services.",
        "Résultat attendu": "Une fiche d'une page par dossier, partagée sous huit jours.",
        "Bénéficiaires": "maires, porteurs de projet",
        "Autorité compétente": "Préfecture",
        "Service pilote": "DDT",
        "Responsable (fonction)": "adjoint au directeur",
        "Accord du directeur": "à recueillir",
        "Référent": "chef du service risques",
        "Niveau d'intervention": "départemental",
        "Services associés": "ARS (contribue) ; STAP (contribue) ; DREAL (en appui) ; SIDPC (pour information)",
        "Partenaires extérieurs": "SDIS, communauté d'agglomération",
        "Première étape sous 30 jours": "Établir la liste des dossiers en cours",
        "Conditions de mise en œuvre": "Un même modèle de fiche ; une heure par mois, à date fixe ; un suppléant par service.",
        "Consultations préalables": "sans objet",
        "Outil commun à développer": "Tableau partagé des dossiers sensibles",
        "Porteur, données, droits d'accès": "SIDSIC ; nom du dossier, enjeu, position ; lecture par tous les services",
        "Moyens": "à moyens constants",
        "Mutualisations": "secrétariat tournant",
        "Dire de l'État": "La sécurité des personnes prime ; l'État cherche avec vous un autre terrain.",
        "Début": "2 avril 2013",
        "Échéance": "31 décembre 2013",
        "Instance de suivi": "collège des chefs de service",
        "Indicateur": "part des dossiers ayant une position écrite ; départ : 0 % ; cible : 80 % ; source : tableau ; fréquence : trimestrielle",
        "Risques": "Réunion de plus, sans décision",
        "Arbitrage demandé (à qui, avant le)": "Qui signe la réponse au maire ? (préfet, 30 avril 2013)",
    },
    (
        (
            "1",
            "Recenser les dossiers suivis par plusieurs services",
            "DDT",
            "30 avril 2013",
            "à faire",
        ),
        ("2", "Arrêter le modèle de fiche", "Préfecture", "15 mai 2013", "à faire"),
        ("3", "Tenir la première revue", "secrétaire général", "6 juin 2013", "à faire"),
    ),
)
HALF = _sheet(
    "ACT-02",
    "Publier l'annuaire des référents porteurs",
    "proposée",
    {
        "Thème": "B. Les référents porteurs",
        "Constat": "Nul ne sait qui appeler.",
        "Service pilote": "Préfecture",
        "Échéance": "30 avril 2013",
        "Objectif": "Un annuaire d'une page par politique publique.",
    },
    (("1", "Recueillir les noms", "Préfecture", "22 mars 2013", "à faire"),),
)
BLANK = _sheet("ACT-03", "Partager une banque de données", "proposée", {}, ())
SHEETS = (FULL, HALF, BLANK)
