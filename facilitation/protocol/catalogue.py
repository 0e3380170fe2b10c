"""Every command: its wire name, payload, decision, who may send it, and an example.

Dispatch, permissions, docs/protocol.md and the JavaScript names derive from this table.
A role that is not named may not send the command.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final

from facilitation.domain import (
    agenda,
    assignment,
    ballots,
    cases,
    casting,
    clock,
    commitments,
    contributions,
    creation,
    curation,
    merging,
    messages,
    parking,
    people,
    plan,
    referents,
    roles,
    screen,
    statements,
    tables,
    themes,
    undo,
    workshop,
    writing,
)
from facilitation.domain.core import Decision

FACILITATOR: Final = frozenset({"facilitator"})
PEOPLE: Final = frozenset({"participant", "table"})
ANYBODY: Final = FACILITATOR | PEOPLE
CLOCK: Final = frozenset({"facilitator", "clock"})
ROLES: Final = ("facilitator", "participant", "table", "screen", "observer", "clock")


@dataclass(frozen=True, slots=True)
class Command:
    """One line of the catalogue.

    `undoable`: a facilitator may undo it. `closed`: still possible in a closed workshop.
    """

    name: str
    payload: type[Any]
    decide: Callable[..., Decision]
    roles: frozenset[str]
    example: dict[str, Any] = field(default_factory=dict)
    undoable: bool = False
    closed: bool = False


def _lead(
    name: str, payload: type[Any], decide: Callable[..., Decision], /, **example: Any
) -> Command:
    """A facilitator's command that can be undone."""
    return Command(name, payload, decide, FACILITATOR, example, undoable=True)


_TABLE: Final = (
    Command("workshop.close", workshop.CloseWorkshop, workshop.close, FACILITATOR),
    Command("workshop.reopen", workshop.ReopenWorkshop, workshop.reopen, FACILITATOR, closed=True),
    Command(
        "minutes.mark",
        workshop.SetMinutesStatus,
        workshop.mark_minutes,
        FACILITATOR,
        {"status": "reviewed"},
        closed=True,
    ),
    _lead("message.send", messages.SendMessage, messages.send, text="Plus que deux minutes."),
    _lead(
        "message.withdraw", messages.WithdrawMessage, messages.withdraw_message, message="MSG-01"
    ),
    Command("undo", undo.Undo, undo.undo, FACILITATOR, undoable=True),
    _lead("step.start", agenda.StartStep, agenda.start, step="attentes"),
    _lead("step.pause", clock.PauseStep, clock.pause),
    _lead("step.resume", clock.ResumeStep, clock.resume),
    _lead("step.extend", clock.ExtendStep, clock.extend, minutes=2),
    _lead("step.finish", agenda.FinishStep, agenda.finish),
    _lead("step.back", agenda.BackStep, agenda.back),
    _lead("step.correct", agenda.CorrectStep, agenda.correct_step, step="attentes", minutes=25),
    Command(
        "writing.open",
        writing.OpenWriting,
        writing.open_writing,
        CLOCK,
        {"minutes": 5},
        undoable=True,
    ),
    Command("writing.close", writing.CloseWriting, writing.close_writing, CLOCK, {}, undoable=True),
    _lead("case.release", cases.ReleaseInformation, cases.release, case="zone-inondable"),
    _lead("case.correct", cases.CorrectCase, cases.correct_case, case="zone-inondable", title="…"),
    Command(
        "participant.join",
        people.Join,
        people.join,
        frozenset({"facilitator", "table"}),
        {"service": "ddt", "table": "3", "name": None},
    ),
    Command(
        "participant.correct",
        people.Correct,
        people.correct,
        ANYBODY,
        {"service": "ddt", "table": "4"},
    ),
    _lead("participant.merge", merging.Merge, merging.merge, participant="…", duplicate="…"),
    _lead("participant.remove", people.Remove, people.remove, participant="…"),
    Command(
        "rapporteur.name",
        tables.NameRapporteur,
        tables.name_rapporteur,
        ANYBODY,
        {"table": "3", "participant": "…"},
        undoable=True,
    ),
    Command("table.call", tables.Call, tables.call, ANYBODY, {"on": True}),
    Command(
        "contribution.post",
        contributions.Post,
        contributions.post,
        ANYBODY,
        {
            "kind": "expectation",
            "text": "Savoir qui répond au maire.",
            "step": "attentes",
            "anonymous": True,
            "addressee": "ddt",
            "lens": "elu",
        },
    ),
    Command(
        "contribution.edit",
        contributions.Edit,
        contributions.edit,
        ANYBODY,
        {"contribution": "ATT-012", "text": "Savoir qui répond au maire, et quand."},
    ),
    Command(
        "contribution.withdraw",
        contributions.Withdraw,
        contributions.withdraw,
        ANYBODY,
        {"contribution": "ATT-012"},
    ),
    _lead(
        "contribution.set_aside",
        curation.SetAside,
        curation.set_aside,
        contribution="ATT-012",
        reason="duplicate",
    ),
    _lead("contribution.restore", curation.Restore, curation.restore, contribution="ATT-012"),
    Command(
        "contribution.support",
        curation.Support,
        curation.support,
        PEOPLE,
        {"contribution": "PRO-034", "on": True},
    ),
    _lead(
        "contribution.tag",
        curation.Tag,
        curation.tag,
        contribution="PRO-034",
        tags=["common_tool"],
    ),
    _lead("contribution.show", curation.Show, curation.show, contributions=["ATT-012"]),
    _lead("contribution.park", parking.Park, parking.park, contribution="ATT-012"),
    _lead(
        "parked.edit",
        parking.EditParked,
        parking.edit_parked,
        parked="PTU-01",
        owner="SG",
    ),
    _lead("theme.create", themes.CreateTheme, themes.create, name="Répondre d’une seule voix"),
    _lead("theme.rename", themes.RenameTheme, themes.rename, theme="THM-01", name="Une seule voix"),
    _lead("theme.merge", themes.MergeThemes, themes.merge, theme="THM-01", merged="THM-02"),
    _lead(
        "theme.split",
        themes.SplitTheme,
        themes.split,
        theme="THM-01",
        name="Délais",
        contributions=["ATT-012"],
    ),
    _lead(
        "theme.assign",
        assignment.Assign,
        assignment.assign,
        contributions=["ATT-012"],
        theme="THM-01",
    ),
    _lead("theme.remove", themes.RemoveTheme, themes.remove, theme="THM-02"),
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
    _lead("ballot.reveal", ballots.RevealBallot, ballots.reveal, ballot="VOT-01"),
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
    _lead(
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
    _lead(
        "referent.settle",
        referents.SettleReferent,
        referents.settle_referent,
        policy="eau",
        service="ddt",
        state="named",
    ),
    _lead(
        "role.settle",
        roles.SettleRole,
        roles.settle_role,
        case="captage",
        service="ddt",
        role="pilot",
    ),
    _lead("action.create", plan.CreateAction, plan.create, theme="THM-01", table="3"),
    Command(
        "action.edit",
        plan.EditAction,
        plan.edit,
        ANYBODY,
        {"action": "ACT-07", "field": "pilot", "value": "ddt"},
        undoable=True,
    ),
    _lead("action.give", plan.GiveAction, plan.give, action="ACT-07", table="3"),
    _lead("action.drop", plan.DropAction, plan.drop, action="ACT-07"),
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
    _lead("screen.show", screen.ShowScene, screen.show, scene="themes"),
    _lead("screen.turn", screen.TurnPage, screen.turn, page=1),
    _lead("screen.dim", screen.DimScreen, screen.dim, dark=True),
)

CATALOGUE: Final[dict[str, Command]] = {command.name: command for command in _TABLE}

#: Beside the catalogue: how a workshop begins and how people come in, by their own addresses.
CREATE: Final = Command(
    "workshop.create", creation.CreateWorkshop, creation.create, frozenset({"admin"})
)
JOIN: Final = Command("participant.join", people.Join, people.join, frozenset({"newcomer"}))

#: Which command a decision of the clock becomes.
BY_PAYLOAD: Final[dict[type[Any], Command]] = {
    command.payload: command for command in CATALOGUE.values()
}
