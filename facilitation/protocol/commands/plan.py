"""What comes out of it and is shown: the plan, engagements, the screen."""

from typing import Final

from facilitation.domain import commitments, plan, screen
from facilitation.protocol.commands.command import ANYBODY, PEOPLE, Command, lead

PLAN: Final = (
    lead("action.create", plan.CreateAction, plan.create, theme="THM-01", table="3"),
    Command(
        "action.edit",
        plan.EditAction,
        plan.edit,
        ANYBODY,
        {"action": "ACT-07", "field": "pilot", "value": "ddt"},
        undoable=True,
    ),
    lead("action.give", plan.GiveAction, plan.give, action="ACT-07", table="3"),
    lead("action.drop", plan.DropAction, plan.drop, action="ACT-07"),
    Command(
        "commitment.make",
        commitments.Commit,
        commitments.commit,
        PEOPLE,
        {"kind": "service", "text": "Donner un interlocuteur unique.", "by": "2013-06-30"},
    ),
    Command(
        "commitment.edit",
        commitments.EditCommitment,
        commitments.edit,
        PEOPLE,
        {"commitment": "ENG-01", "by": "2013-09-30"},
    ),
    Command(
        "commitment.withdraw",
        commitments.WithdrawCommitment,
        commitments.withdraw,
        PEOPLE,
        {"commitment": "ENG-01"},
    ),
    lead("screen.show", screen.ShowScene, screen.show, scene="themes"),
    lead("screen.turn", screen.TurnPage, screen.turn, page=1),
    lead("screen.dim", screen.DimScreen, screen.dim, dark=True),
)
