"""Part 2 and the speakers of part 4: protocol, excuses, stand-ins, observers."""

from tests.support.stage import CLAIRE, Stage
from tests.unit.views.reading import part, report, told


def marked() -> Stage:
    """Two authorities, a service excused, one represented, three people and an observer."""
    stage = Stage()
    stage.join("ddt")
    mark = [
        {"attendee": "prefet", "state": "present"},
        {"attendee": "sg", "state": "represented", "by": "la directrice de cabinet"},
        {"attendee": "service/ars", "state": "excused"},
        {"attendee": "service/dreal", "state": "represented", "by": "la DDT"},
        {"attendee": "service/ddt", "state": "excused"},
    ]
    for one in mark:
        stage.send(CLAIRE, "attendance.mark", **one)
    for function, service, category in (
        ("Zélateur", "ddcspp", "B"),
        ("Écrivain", "ddcspp", "B"),
        ("Directeur", "ddt", "direction"),
        ("Directrice", "ddcspp", "direction"),
    ):
        who = {"function": function, "service": service, "category": category, "state": "excused"}
        stage.send(CLAIRE, "attendance.add", **who)
    stage.send(CLAIRE, "attendance.add", function="Chargée de mission", observer=True)
    stage.send(CLAIRE, "attendance.add", function="Auditeur", service="ddt", observer=True)
    stage.send(CLAIRE, "attendance.add", function="Invité", observer=True, state="excused")
    stage.send(CLAIRE, "attendance.add", function="Erreur")
    stage.send(CLAIRE, "attendance.mark", attendee="PER-08", state="removed")
    return stage


def test_authorities_come_first_then_services_in_alphabetical_order_then_observers() -> None:
    text = part(report(marked()), "Participants")
    order = (
        "Préfet",
        "en personne",
        "Secrétaire général",
        "représentation : la directrice de cabinet",
        "1 personne inscrite",
        "Directrice",
        "Écrivain",
        "Zélateur",
        "Directeur",
        "Service ARS\nabsence excusée",
        "Service DREAL\nreprésentation : la DDT",
        "Services non représentés : Service DDCSPP.",
        "Observateurs",
        "Chargée de mission",
        "Invité (absence excusée)",
        "Auditeur (DDT)",
    )
    places = [text.find(said) for said in order]
    assert -1 not in places, order[places.index(-1)]
    assert places == sorted(places)
    assert "Erreur" not in text
    assert "Service DDT\nabsence" not in text


def test_a_presence_not_yet_noted_says_so() -> None:
    stage = Stage()
    text = part(report(stage), "Participants")
    assert "présence à confirmer" in text
    assert "non représentés" not in text
    stage.send(CLAIRE, "attendance.mark", attendee="sg", state="represented")
    assert "\nreprésentation" in part(report(stage), "Participants")


def test_part_four_tells_who_spoke_by_function() -> None:
    text = part(report(Stage()), "Ouverture et rappels")
    assert "Accueil\npréfet ; SG" in text
    stage = Stage()
    stage.send(CLAIRE, "step.correct", step="accueil", speakers=[])
    assert "Interventions" not in told(report(stage))


def test_a_workshop_without_authorities_counts_its_people_only() -> None:
    stage = Stage()
    stage.join()
    stage.state.collections["attendees"].clear()
    text = part(report(stage), "Participants")
    assert "Autorités" not in text
    assert "1 personne inscrite" in text
