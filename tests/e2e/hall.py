"""A day well under way, made over HTTP: every page has something to show."""

from dataclasses import dataclass

from tests.e2e.actors.crowd import Guest, Laptop
from tests.e2e.serving import Addresses

#: The moments of the day that ask for something else on a phone: step, and whether people write.
MOMENTS = [
    ("accueil", False),
    ("attentes", True),
    ("missions", True),
    ("situations-1", True),
    ("mise-en-commun-2", True),
    ("referents", True),
    ("dire-de-l-etat", True),
    ("propositions", True),
    ("priorisation", False),
    ("fiches-actions", False),
    ("engagements-evaluation", False),
]
LONG = "Répondre au maire en trois semaines, par une seule lettre, quel que soit le service saisi. "


@dataclass
class Hall:
    """A server's room with people in it."""

    at: Addresses
    laptop: Laptop
    observer: Laptop
    guests: list[Guest]
    step: str = ""

    @classmethod
    def filled(cls, at: Addresses) -> "Hall":
        """Six people, texts, themes, a vote that is over, sheets."""
        observer = Laptop(at, "observer").opens(at.observer)
        hall = cls(at, Laptop(at).opens(at.facilitator), observer, [])
        hall.guests = [
            Guest.joins(at, service, table, name)
            for service, table, name in (
                ("ddt", "1", "Anne Riva"),
                ("stap", "1", None),
                ("ars", "1", None),
                ("prefecture-sg", "2", None),
                ("ut-dreal", "3", None),
            )
        ]
        hall._write()
        hall._conclude()
        return hall

    def begins(self, step: str, writes: bool = False) -> None:
        """Go to a moment of the day, unless one is there."""
        if step == self.step:
            return
        self.step = step
        self.laptop.sends("step.start", step=step)
        if writes:
            self.laptop.sends("writing.open")

    def title(self, step: str) -> str:
        """What a step is called."""
        return str(self.laptop.reads()["steps"][step]["title"])

    def _write(self) -> None:
        self.begins("situations-1", True)
        case = {"case": "permis-zone-inondable"}
        for number, guest in enumerate(self.guests):
            anonymous = number % 2 == 0
            guest.writes(
                "expectation", LONG * 2, addressee="state", lens="elu", anonymous=anonymous
            )
            guest.writes("proposal", f"{number}. {LONG}", tags=["common_tool"], anonymous=anonymous)
            guest.writes("positioning", LONG, role="authority", level="departmental", **case)
        self.laptop.sends("case.release", **case)
        self.laptop.sends("writing.close")
        self.laptop.sends("contribution.show", contributions=["ATT-001", "ATT-005", "PRO-005"])
        self.laptop.sends("contribution.park", contribution="ATT-002")
        self.guests[0].sends("rapporteur.name", table="1", participant=self.guests[0].participant)
        self.guests[1].sends("table.call", on=True)
        self.laptop.sends("message.send", text="Plus que deux minutes.")

    def _conclude(self) -> None:
        texts = [["ATT-005", "PRO-005"], ["ATT-006", "PRO-006"], ["ATT-007"]]
        for name, cards in zip(("Une seule voix", "Des délais", "Des outils"), texts, strict=True):
            self.laptop.sends("theme.create", name=name, contributions=cards)
        self.laptop.sends("ballot.open", question="Que faut-il traiter d’abord ?")
        for guest in self.guests:
            guest.votes("VOT-01", THM_01=2, THM_02=1)
        self.laptop.sends("ballot.close", ballot="VOT-01")
        self.laptop.sends("ballot.reveal", ballot="VOT-01")
        dire = {"subject": "Construire en zone inondable", "says": LONG, "audience": "Les maires"}
        self.guests[0].sends("statement.propose", **dire)
        self.guests[1].sends("statement.reserve", statement="DIR-01", text=LONG)
        self.guests[0].sends("referent.propose", policy="eau", function="Cheffe du service eau")
        self.laptop.sends("action.create", theme="THM-01", table="1")
        self.laptop.sends("action.edit", action="ACT-01", field="why", value=LONG * 3)
