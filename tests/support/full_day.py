"""A whole day in memory, with one thing of each kind that a document may have to tell."""

from typing import Any, Final

from facilitation.domain.core import Actor
from tests.support.stage import CLAIRE, Stage, device

MINUTE: Final = 60_000


def full_day() -> Stage:
    """The day, from the doors to the evaluation."""
    stage = Stage()
    people = [stage.join("ddt", "1", "Jeanne"), stage.join("ars", "2")]
    people += [stage.join("dreal", "3") for _ in range(5)]
    stage.begin("accueil")
    stage.now += 12 * MINUTE
    stage.begin("attentes")
    _written(stage, people)
    stage.now += 20 * MINUTE
    stage.begin("situations")
    _worked_on(stage, people)
    stage.begin("vote")
    _voted(stage, people)
    _planned(stage, people)
    _closing(stage, people)
    return stage


def _written(stage: Stage, people: list[Actor]) -> None:
    """Attentes: signed, not signed, set aside, withdrawn, kept for later, late."""
    stage.post(people[0], "Un interlocuteur", addressee="ddt", lens="elu", anonymous=False)
    stage.post(people[1], "Une seule voix", addressee="state", lens="elu", anonymous=False)
    stage.post(people[2], "Sans destinataire")
    for remark in ("", "déjà dit"):
        aside = stage.post(people[2], f"Écarté {remark}")
        payload = {"contribution": aside, "reason": "duplicate", "remark": remark}
        stage.send(CLAIRE, "contribution.set_aside", **payload)
    gone = stage.post(people[0], "Mot repris", anonymous=False)
    stage.send(people[0], "contribution.withdraw", contribution=gone)
    stage.send(CLAIRE, "contribution.park", contribution=stage.post(people[3], "Plus tard"))
    stage.send(CLAIRE, "contribution.park", text="Les locaux")
    stage.send(CLAIRE, "parked.edit", parked="PTU-02", owner="SG", due="2013-06-01")


def _worked_on(stage: Stage, people: list[Actor]) -> None:
    """The first situation is talked over, the second only settled by the room."""
    for person, role, level in (
        (people[0], "pilot", "local"),
        (people[1], "pilot", "national"),
        (people[2], "contributes", None),
        (people[3], "contributes", None),
    ):
        stage.post(person, "Nous", kind="positioning", case="cas-1", role=role, level=level)
    stage.post(people[1], "Les délais", case="cas-1", step="attentes", lens="usager")
    tags = ["common_tool", "good_practice", "lesson", "pooling"]
    stage.post(people[0], "Un annuaire", kind="proposal", case="cas-1", tags=tags)
    stage.post(people[1], "Une réunion", kind="proposal")
    stage.post(people[1], "Hors thème", kind="proposal")
    stage.send(CLAIRE, "role.settle", case="cas-1", service="ddt", role="pilot", level="local")
    stage.send(CLAIRE, "role.settle", case="cas-2", service="ars", role="authority")
    stage.theme("Une seule voix", "PRO-001", "ATT-002")
    stage.theme("Se connaître", "PRO-002")
    stage.send(CLAIRE, "theme.rename", theme="THM-01", subtitle="On se contredit")
    stage.send(CLAIRE, "theme.remove", theme=stage.theme("Retiré"))


def _voted(stage: Stage, people: list[Actor]) -> None:
    """One vote called off, one counted, with a pole of five."""
    for reason in ("", "mal posée"):
        called_off = stage.ballot()
        stage.send(CLAIRE, "ballot.cancel", ballot=called_off, reason=reason)
    ballot = stage.ballot()
    for number, person in enumerate(people):
        payload = {"choices": {"THM-02": 2, "THM-01": number % 2}, "remark": f"Remarque {number}"}
        stage.send(person, "ballot.cast", ballot=ballot, paper_key=f"{number}", **payload)
    for number in range(5):
        payload = {"paper_key": f"papier-{number}", "voter": f"paper/1/{number + 1}"}
        stage.send(CLAIRE, "ballot.cast", ballot=ballot, choices={}, **payload)
    for command in ("ballot.close", "ballot.reveal"):
        stage.send(CLAIRE, command, ballot=ballot)
    answer = {"outcome": "to_study", "reason": "À chiffrer", "decider": "Préfet"}
    stage.send(CLAIRE, "followup.give", of=ballot, option="THM-02", **answer, date="2013-03-08")


SHEET: Final[dict[str, Any]] = {
    "policy": "eau",
    "goal": "But",
    "milestones": [
        {"content": "Lancer", "due": "2013-04-01", "state": "done"},
        {"content": "Suivre"},
    ],
    "associates": [{"service": "ars", "role": "contributes"}],
    "due": "2013-09-30",
    "revised_due": "2013-12-31",
    "revised_reason": "Congés",
    "indicator": "Réponses",
    "indicator_target": "Dix jours",
    "arbitration": "Qui signe ?",
    "arbitration_to": "Préfet",
    "arbitration_by": "2013-05-01",
    "tool_owner": "SIDSIC",
    "statement": "DIR-01",
}


def _planned(stage: Stage, people: list[Actor]) -> None:
    """A sheet filled in, one with a first step, one with next to nothing; dires; référents."""
    for says in ("L’État accompagne.", "L’État protège."):
        stage.send(device("1"), "statement.propose", subject="Rythmes", says=says)
    reserve = {"statement": "DIR-02", "text": "Moyens", "service": "ars"}
    stage.send(CLAIRE, "statement.reserve", **reserve)
    stage.send(CLAIRE, "statement.settle", statement="DIR-01", state="validated")
    stage.send(CLAIRE, "action.create", theme="THM-01", table="1")
    for field, value in SHEET.items():
        stage.send(CLAIRE, "action.edit", action="ACT-01", field=field, value=value)
    stage.send(CLAIRE, "action.create", title="Se réunir")
    for field, value in (("first_step", "Inviter"), ("revised_due", "2014-01-01")):
        stage.send(CLAIRE, "action.edit", action="ACT-02", field=field, value=value)
    stage.send(CLAIRE, "action.create", title="Y penser")
    stage.send(CLAIRE, "action.edit", action="ACT-03", field="arbitration", value="Quand ?")
    stage.send(CLAIRE, "followup.give", of="ACT-01", outcome="retained")
    stage.send(people[0], "referent.propose", policy="eau", function="Chef")
    settled = {"policy": "eau", "service": "ddt", "state": "named", "remark": "à titre personnel"}
    stage.send(CLAIRE, "referent.settle", **settled)
    stage.send(people[1], "referent.propose", policy="logement", function="Cheffe")


def _closing(stage: Stage, people: list[Actor]) -> None:
    """Engagements and the evaluation."""
    for kind, firm in (("service", True), ("service", False), ("personal", True)):
        payload = {"kind": kind, "text": f"Engagement {kind}", "by": "2013-06-30"}
        stage.send(people[0], "commitment.make", subject_to_hierarchy=firm, **payload)
    ballot = stage.ballot(subject="evaluation")
    for number, person in enumerate(people):
        payload = {"choices": {"utile": 3 + number % 2}, "remark": f"Mot {number}"}
        stage.send(person, "ballot.cast", ballot=ballot, paper_key=f"{number}", **payload)
    stage.send(CLAIRE, "ballot.close", ballot=ballot)
