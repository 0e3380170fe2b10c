"""What the room settles: votes, what became of them, dires de l'État, référents, roles."""

from typing import Final

from facilitation.domain import ballots, casting, followups, referents, roles, statements
from facilitation.protocol.commands.command import ANYBODY, FACILITATOR, Command, lead

CHOICES: Final = (
    Command(
        "ballot.open",
        ballots.OpenBallot,
        ballots.open_ballot,
        FACILITATOR,
        {"question": "Que faut-il traiter d’abord ?", "subject": "themes", "budget": 5, "most": 3},
    ),
    Command(
        "ballot.cast",
        casting.Cast,
        casting.cast,
        ANYBODY,
        {"ballot": "VOT-01", "paper_key": "0f" * 16, "choices": {"THM-01": 3, "THM-04": 2}},
    ),
    Command("ballot.close", ballots.CloseBallot, ballots.close, FACILITATOR, {"ballot": "VOT-01"}),
    Command(
        "ballot.cancel",
        ballots.CancelBallot,
        ballots.cancel,
        FACILITATOR,
        {"ballot": "VOT-01", "reason": "Question mal posée"},
    ),
    lead("ballot.reveal", ballots.RevealBallot, ballots.reveal, ballot="VOT-01"),
    Command(
        "followup.give",
        followups.FollowUpOn,
        followups.follow_up,
        FACILITATOR,
        {"of": "VOT-01", "option": "THM-01", "outcome": "retained", "decider": "Préfet"},
        undoable=True,
        closed=True,
    ),
    Command(
        "statement.propose",
        statements.ProposeStatement,
        statements.propose,
        ANYBODY,
        {"subject": "Rythmes scolaires", "says": "L’État accompagne chaque commune."},
        undoable=True,
    ),
    Command(
        "statement.edit",
        statements.EditStatement,
        statements.edit,
        ANYBODY,
        {"statement": "DIR-01", "says": "L’État accompagne chaque commune, à son rythme."},
        undoable=True,
    ),
    Command(
        "statement.reserve",
        statements.SignReserve,
        statements.reserve,
        ANYBODY,
        {"statement": "DIR-01", "text": "Sous réserve des moyens."},
        undoable=True,
    ),
    lead(
        "statement.settle",
        statements.SettleStatement,
        statements.settle,
        statement="DIR-01",
        state="agreed",
    ),
    Command(
        "missions.correct",
        referents.CorrectMissions,
        referents.correct_missions,
        ANYBODY,
        {"text": "Instruit les permis pour les communes."},
        undoable=True,
    ),
    Command(
        "referent.propose",
        referents.ProposeReferent,
        referents.propose_referent,
        ANYBODY,
        {"policy": "eau", "function": "Chef du service eau", "me": True},
        undoable=True,
    ),
    lead(
        "referent.settle",
        referents.SettleReferent,
        referents.settle_referent,
        policy="eau",
        service="ddt",
        state="named",
    ),
    lead(
        "role.settle",
        roles.SettleRole,
        roles.settle_role,
        case="captage",
        service="ddt",
        role="pilot",
    ),
)
