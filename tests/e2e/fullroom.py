"""Fills the Belfort room over HTTP with as much as a day can hold: long titles, long texts, all
services heard, so that whatever is drawn from it is drawn at its fullest.
"""

import itertools
import uuid
from typing import Any

from playwright.sync_api import APIRequestContext

from tests.e2e.serving import Server

Json = dict[str, Any]

SENTENCES = (
    "Le maire qui appelle la sous-préfecture, la DDT et la DREAL dans la même semaine "
    "doit entendre une seule réponse.",
    "Chaque service connaît son correspondant dans les autres services, par son nom et par "
    "son numéro de téléphone.",
    "Les contrôles sont programmés ensemble, et l’exploitant ne reçoit plus trois visites "
    "pour le même dossier.",
    "L’information se partage avant la décision, non après ; un tableau commun tenu à jour "
    "suffirait.",
    "Les délais annoncés sont tenus, ou bien l’usager est prévenu avant leur terme.",
)
TITLE = (
    "Désigner pour chaque politique publique interministérielle un référent unique connu "
    "de tous les élus et de tous les services"
)
THEMES = (
    (
        "Une seule parole de l’État devant les élus",
        "Qui répond au maire, et avec quel accord préalable des autres services concernés",
    ),
    ("Connaître les missions et les interlocuteurs de chaque service de l’État", ""),
    (
        "Des outils communs : annuaire, banque de données, cartographie partagée",
        "Tenus à jour par un service désigné",
    ),
    ("Programmer les contrôles ensemble", "Un calendrier, une visite, un compte rendu"),
    ("Anticiper les crises et partager l’alerte", ""),
    ("Clarifier qui décide et à quel niveau d’intervention", "National, régional, départemental"),
    ("Mutualiser les moyens humains et matériels entre les services", ""),
    ("Accompagner les entreprises sans multiplier les guichets", "Un dossier, un chef de file"),
    ("Simplifier les procédures pour l’usager et tenir les délais", ""),
    ("Former ensemble les cadres nouvellement arrivés", ""),
)
#: Everybody signs with it: where it stands, a name is shown.
NAME = "Marie-Christine Vandenbroucke-Lefèvre"
ROLES = ("authority", "pilot", "contributes", "supports", "informed", "authority")
LEVELS = ("departmental", "regional", "interdepartmental", "local", "national")


def words(length: int, start: int = 0) -> str:
    """Running French prose of exactly so many characters."""
    parts = itertools.islice(itertools.cycle(SENTENCES), start, None)
    text = ""
    while len(text) < length:
        text += next(parts) + " "
    return text[:length].rstrip().ljust(length, "e")


class Room:
    """The room of a server, seen by its facilitator; `send` is one command."""

    def __init__(self, server: Server, facilitator: APIRequestContext) -> None:
        """Come in by the facilitator's link."""
        self.page = f"{server.url}/w/{server.addresses.code}"
        self.base = f"{server.url}/api/workshops/{server.addresses.code}"
        self.request = facilitator
        assert facilitator.post(server.addresses.facilitator).ok

    def send(self, name: str, /, token: str = "", **payload: Any) -> Json:
        """Send a command; answer its result; fail with the server's words."""
        who = {"Authorization": f"Bearer {token}"} if token else {"X-Tablee-As": "facilitator"}
        body = {"key": uuid.uuid4().hex, "name": name, "payload": payload}
        told = self.request.post(f"{self.base}/commands", data=body, headers=who)
        assert told.ok, f"{name}: {told.text()}"
        result: Json = told.json()["result"]
        return result

    def join(self, service: str, table: str, name: str | None = None) -> str:
        """Somebody comes in; answer their token."""
        body = {"service": service, "table": table, "name": name}
        told = self.request.post(f"{self.base}/participants", data=body)
        assert told.ok, told.text()
        token: str = told.json()["token"]
        return token

    def records(self, collection: str) -> dict[str, Json]:
        """What the facilitator sees of a collection."""
        told = self.request.get(
            f"{self.base}/snapshot?stream=facilitators", headers={"X-Tablee-As": "facilitator"}
        )
        found: dict[str, Json] = told.json()["records"][collection]
        return found

    def show(self, scene: str, **what: Any) -> None:
        """Choose what the screen shows."""
        self.send("screen.show", scene=scene, **what)


def fill(room: Room) -> None:
    """The whole day, as long as it gets."""
    services = list(room.records("services"))
    cases = list(room.records("cases"))
    people = [
        room.join(service, str(1 + place % 8), NAME) for place, service in enumerate(services[:18])
    ]
    _agenda(room, cases)
    slips = _contributions(room, people, cases)
    themes = _themes(room, slips)
    _statements(room, people)
    _referents(room, services)
    _actions(room, themes, cases, services)
    _vote(room, people, themes)


def _agenda(room: Room, cases: list[str]) -> None:
    room.send("step.correct", step="situations-1", title=TITLE, instruction=words(1400))
    room.send("step.start", step="situations-1")
    for case in cases:
        room.send("case.release", case=case)
    room.send("case.correct", case=cases[0], title=TITLE, context=words(2400))


def _contributions(room: Room, people: list[str], cases: list[str]) -> list[str]:
    """Two positionings of each service on each situation in turn, and texts of every length."""
    made = []
    kinds = itertools.cycle(("expectation", "proposal"))
    for place, token in enumerate(people):
        for length in (60, 240, 500):
            kind, text = next(kinds), words(length, place)
            post = {"kind": kind, "text": text, "case": cases[place % 8], "anonymous": place > 3}
            made.append(room.send("contribution.post", token, **post))
        for case in (cases[0], cases[place % 8]):
            made.append(
                room.send(
                    "contribution.post",
                    token,
                    kind="positioning",
                    text=words(300, place),
                    case=case,
                    role=ROLES[place % 6],
                    level=LEVELS[place % 5],
                )
            )
    slips = [str(one["id"]) for one in made]
    room.send("contribution.show", contributions=slips)
    return slips


def _themes(room: Room, slips: list[str]) -> list[str]:
    made = []
    for place, (name, subtitle) in enumerate(THEMES):
        theme = room.send("theme.create", name=name, contributions=slips[place::10])["id"]
        room.send("theme.rename", theme=theme, subtitle=subtitle)
        made.append(str(theme))
    return made


def _statements(room: Room, people: list[str]) -> None:
    for subject in ("Rythmes scolaires : 2013 ou 2014 ?", TITLE):
        made = room.send(
            "statement.propose",
            subject=subject,
            says=words(500),
            does_not_say=words(260, 1),
            audience="Les maires, les parents d’élèves, les présidents d’intercommunalité",
            carried_by="dsden",
            competence="Réserve de compétence : les contenus d’enseignement relèvent du recteur.",
        )
        room.show("statements")
        for token in people[:3]:
            room.send("statement.reserve", token, statement=made["id"], text=words(220, 2))


def _referents(room: Room, services: list[str]) -> None:
    for policy in list(room.records("policies"))[:6]:
        for service in services[:3]:
            room.send(
                "referent.propose",
                policy=policy,
                service=service,
                function="Chef du service de l’eau, de l’environnement et des risques naturels",
            )


def _actions(room: Room, themes: list[str], cases: list[str], services: list[str]) -> None:
    for place in range(12):
        made = room.send("action.create", title=TITLE, theme=themes[place % 10])["id"]
        fields: Json = {"pilot": services[place], "due": "2013-12-31"}
        if place == 0:
            fields |= _whole_sheet(services)
        if place < 4:
            fields["arbitration"] = words(280, place)
        for field, value in fields.items():
            room.send("action.edit", action=made, field=field, value=value)


def _whole_sheet(services: list[str]) -> Json:
    texts = ("why", "goal", "expected_result", "conditions", "tool_content", "means", "risks")
    return {
        **{name: words(500, place) for place, name in enumerate(texts)},
        "partners": "Le SDIS, le conseil général, la communauté de l’agglomération belfortaine",
        "level": "interdepartmental",
        "referent": "Chef du service de l’eau et de l’environnement (DDT)",
        "first_step": words(200),
        "tool": "Banque de données commune des dossiers suivis par plusieurs services",
        "indicator": "Part des demandes d’élus ayant reçu une seule réponse sous quinze jours",
        "start": "2013-04-01",
        "associates": [{"service": one, "role": "contributes"} for one in services[:9]],
        "milestones": [
            {"content": words(150, place), "responsible": "DDT", "due": "2013-06-30", "state": ""}
            for place in range(5)
        ],
    }


def _vote(room: Room, people: list[str], themes: list[str]) -> None:
    question = "Que faut-il traiter d’abord pour mieux travailler ensemble au service de tous ?"
    made = str(room.send("ballot.open", question=question, subject="themes")["id"])
    papers = [
        {themes[place % 10]: 3, themes[(place * 3 + 1) % 10]: 2} for place in range(len(people))
    ]
    _counted(room, made, people, papers)
    made = str(room.send("ballot.open", question="Évaluation à chaud", subject="evaluation")["id"])
    marks = {one["id"]: 4 for one in room.records("ballots")[made]["options"]}
    _counted(room, made, people, [marks for _ in people])


def _counted(room: Room, ballot: str, people: list[str], papers: list[dict[str, int]]) -> None:
    """Everybody votes; the result is shown."""
    for token, choices in zip(people, papers, strict=True):
        paper = {"ballot": ballot, "paper_key": uuid.uuid4().hex, "choices": choices}
        room.send("ballot.cast", token, **paper)
    room.send("ballot.close", ballot=ballot)
    room.send("ballot.reveal", ballot=ballot)
