"""A small seminar for tests: three tables, four services, two situations, five steps."""

from facilitation.domain.scenario import (
    Authority,
    Lens,
    Objective,
    Place,
    Pole,
    Policy,
    Question,
    Release,
    Scenario,
    Seat,
    Seed,
    Sequence,
    Service,
    Situation,
    Term,
    TitlePage,
    Voice,
)


def service(key: str, pole: str) -> Service:
    """A service with its name made of its id."""
    return Service(key, f"Service {key.upper()}", key.upper(), "ddi", pole, f"Missions de {key}.")


def situation(number: int) -> Situation:
    """A situation with one thing of each kind."""
    return Situation(
        id=f"cas-{number}",
        number=number,
        title=f"Situation {number}",
        context=f"Contexte secret {number}",
        questions=("Qui décide ?", "Que dit l’État ?", "Que changer ?"),
        releases=(Release("Première pièce", "pièce-un"), Release("Seconde pièce", "pièce-deux")),
        voices=(Voice("élu", "parole-élu"),),
        note="note-animateur",
        services=("ddt", "ars"),
    )


STEPS = (
    Sequence(
        "accueil",
        "Accueil",
        "welcome",
        15,
        510,
        "Bienvenue.",
        scene="join",
        speakers=("préfet", "SG"),
    ),
    Sequence(
        "attentes",
        "Attentes",
        "write",
        20,
        525,
        "Qu’attendez-vous ?",
        note="note-de-séquence",
        objectives=("parole",),
        allows=("expectation",),
        writing=5,
    ),
    Sequence(
        "situations",
        "Situations",
        "case",
        45,
        545,
        "Travaillez votre situation.",
        allows=("expectation", "positioning", "proposal"),
        writing_at=10,
        writing=7,
        scene="case",
        round=1,
    ),
    Sequence("vote", "Priorisation", "vote", 10, 590, "Votez.", allows=("vote",), scene="vote"),
    Sequence(
        "plan", "Plan", "plan", 30, 600, "Rédigez.", allows=("sheet", "commitment"), private=False
    ),
)


def small() -> Scenario:
    """The whole of it."""
    return Scenario(
        id="small",
        title="Petit séminaire",
        subtitle="Pour les tests",
        language="fr",
        introduction="",
        day_starts=510,
        day_ends=630,
        expected=12,
        title_page=TitlePage(organiser="Préfecture", subject="Essai", date="2013-03-07"),
        objectives=(Objective("parole", "Donner la parole"),),
        poles=(Pole("terre", "Territoires"), Pole("sante", "Santé")),
        services=(
            service("ddt", "terre"),
            service("dreal", "terre"),
            service("ars", "sante"),
            service("ddcspp", "sante"),
        ),
        authorities=(
            Authority("prefet", "Préfet"),
            Authority("sg", "Secrétaire général"),
        ),
        lenses=(Lens("elu", "Élu"), Lens("usager", "Usager")),
        policies=(Policy("eau", "Eau", ("ddt", "ars")), Policy("logement", "Logement")),
        seats=(
            Seat("1", 1, "Table 1", ("cas-1", "cas-2")),
            Seat("2", 2, "Table 2", ("cas-2", "cas-1")),
            Seat("3", 3, "Table 3", ("cas-1", "cas-2")),
        ),
        places=(Place("1", "ddt", "Chef de service", "A"), Place("2", "ars", "Chargé", "B")),
        situations=(situation(1), situation(2)),
        sequences=STEPS,
        evaluation=(Question("utile", "La journée a été utile"),),
        seeds=(Seed("expectation", "Une ligne du 29 janvier", "29 janvier"),),
        glossary=(Term("DDT", "Direction départementale des territoires"),),
    )
