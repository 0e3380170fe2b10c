"""Every record of a workshop's state, one module per feature: flat, frozen, a class per collection.

A record says what is; who may see which field is `facilitation.views.fields`.
Times are milliseconds since the epoch, `None` when unknown; identifiers are strings.
"""

from facilitation.domain.records.agenda import Case, Step
from facilitation.domain.records.ballots import Ballot, GroupScore, Option, Score, Tally
from facilitation.domain.records.collections import COLLECTIONS, Record
from facilitation.domain.records.commitments import Commitment
from facilitation.domain.records.contributions import Contribution, Parked
from facilitation.domain.records.followups import FollowUp
from facilitation.domain.records.people import Attendee, Participant, Table
from facilitation.domain.records.plan import (
    ACTION_FIELDS,
    Action,
    Associate,
    Meeting,
    Milestone,
    SheetLine,
)
from facilitation.domain.records.roles import Referent, RoleCell
from facilitation.domain.records.screen import Message, Screen
from facilitation.domain.records.statements import Reserve, Statement
from facilitation.domain.records.themes import Theme
from facilitation.domain.records.workshop import Life, Workshop

__all__ = [
    "ACTION_FIELDS",
    "COLLECTIONS",
    "Action",
    "Associate",
    "Attendee",
    "Ballot",
    "Case",
    "Commitment",
    "Contribution",
    "FollowUp",
    "GroupScore",
    "Life",
    "Meeting",
    "Message",
    "Milestone",
    "Option",
    "Parked",
    "Participant",
    "Record",
    "Referent",
    "Reserve",
    "RoleCell",
    "Score",
    "Screen",
    "SheetLine",
    "Statement",
    "Step",
    "Table",
    "Tally",
    "Theme",
    "Workshop",
]
