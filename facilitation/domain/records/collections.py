"""The collections of a state: which class of record each one holds."""

from typing import Final

from facilitation.domain.records.agenda import Case, Step
from facilitation.domain.records.ballots import Ballot
from facilitation.domain.records.commitments import Commitment
from facilitation.domain.records.contributions import Contribution, Parked
from facilitation.domain.records.followups import FollowUp
from facilitation.domain.records.people import Attendee, Participant, Table
from facilitation.domain.records.plan import Action, Meeting
from facilitation.domain.records.roles import Referent, RoleCell
from facilitation.domain.records.screen import Message, Screen
from facilitation.domain.records.statements import Statement
from facilitation.domain.records.themes import Theme
from facilitation.domain.records.workshop import Workshop
from facilitation.domain.scenario import Lens, Pole, Policy, Service, Term

Record = (
    Workshop
    | Step
    | Case
    | Table
    | Participant
    | Attendee
    | Pole
    | Service
    | Lens
    | Policy
    | Term
    | Contribution
    | Theme
    | Ballot
    | FollowUp
    | Statement
    | Referent
    | RoleCell
    | Action
    | Commitment
    | Parked
    | Message
    | Meeting
    | Screen
)


COLLECTIONS: Final[dict[str, type[Record]]] = {
    "workshop": Workshop,
    "steps": Step,
    "cases": Case,
    "tables": Table,
    "participants": Participant,
    "attendees": Attendee,
    "poles": Pole,
    "services": Service,
    "lenses": Lens,
    "policies": Policy,
    "glossary": Term,
    "contributions": Contribution,
    "themes": Theme,
    "ballots": Ballot,
    "followups": FollowUp,
    "statements": Statement,
    "referents": Referent,
    "roles": RoleCell,
    "actions": Action,
    "commitments": Commitment,
    "parked": Parked,
    "messages": Message,
    "meetings": Meeting,
    "screen": Screen,
}
