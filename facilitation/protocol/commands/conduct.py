"""The day conducted: workshop, messages, undo, running order, writing windows, situations."""

from typing import Final

from facilitation.domain import agenda, cases, clock, messages, undo, workshop, writing
from facilitation.protocol.commands.command import CLOCK, FACILITATOR, Command, lead

CONDUCT: Final = (
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
    lead("message.send", messages.SendMessage, messages.send, text="Plus que deux minutes."),
    lead("message.withdraw", messages.WithdrawMessage, messages.withdraw_message, message="MSG-01"),
    Command("undo", undo.Undo, undo.undo, FACILITATOR, undoable=True),
    lead("step.start", agenda.StartStep, agenda.start, step="attentes"),
    lead("step.pause", clock.PauseStep, clock.pause),
    lead("step.resume", clock.ResumeStep, clock.resume),
    lead("step.extend", clock.ExtendStep, clock.extend, minutes=2),
    lead("step.finish", agenda.FinishStep, agenda.finish),
    lead("step.back", agenda.BackStep, agenda.back),
    lead("step.correct", agenda.CorrectStep, agenda.correct_step, step="attentes", minutes=25),
    Command(
        "writing.open",
        writing.OpenWriting,
        writing.open_writing,
        CLOCK,
        {"minutes": 5},
        undoable=True,
    ),
    Command("writing.close", writing.CloseWriting, writing.close_writing, CLOCK, {}, undoable=True),
    lead("case.release", cases.ReleaseInformation, cases.release, case="zone-inondable"),
    lead(
        "case.release_all",
        cases.ReleaseEverywhere,
        cases.release_everywhere,
        cases=["zone-inondable", "rythmes-scolaires"],
        number=1,
    ),
    lead("case.correct", cases.CorrectCase, cases.correct_case, case="zone-inondable", title="…"),
)
