"""How a record comes into each situation of the visibility table; each answers the record's id."""

from collections.abc import Callable
from typing import Any

from facilitation.domain.core import Put
from facilitation.domain.records import Meeting
from tests.support.stage import CLAIRE, Stage, device

Happening = Callable[[Stage, Any], str]


def static(key: str) -> Happening:
    return lambda stage, me: key


def opened(stage: Stage, me: Any) -> str:
    stage.begin("situations")
    return "cas-1"


def entry(stage: Stage, me: Any) -> str:
    return str(me.participant)


def attendee(stage: Stage, me: Any) -> str:
    return str(stage.send(CLAIRE, "attendance.add", function="Préfet")["id"])


def followed(stage: Stage, me: Any) -> str:
    key = str(stage.send(CLAIRE, "action.create", title="A")["id"])
    stage.send(CLAIRE, "followup.give", of=key, outcome="to_study")
    return key


def removed_entry(stage: Stage, me: Any) -> str:
    stage.send(CLAIRE, "participant.remove", participant=me.participant)
    return str(me.participant)


def text(*after: str, **more: Any) -> Happening:
    def happens(stage: Stage, me: Any) -> str:
        if "private" in after:
            stage.begin("attentes")
        key = stage.post(me, **more)
        if "shown" in after:
            stage.send(CLAIRE, "contribution.show", contributions=[key])
        if "set aside" in after:
            stage.send(CLAIRE, "contribution.set_aside", contribution=key, reason="other")
        if "withdrawn" in after:
            stage.send(me, "contribution.withdraw", contribution=key)
        return key

    return happens


def text_of_table(*after: str) -> Happening:
    """By the rapporteur, on a phone of their own."""

    def happens(stage: Stage, me: Any) -> str:
        stage.send(CLAIRE, "rapporteur.name", table=me.table, participant=me.participant)
        return text(*after, for_table=True)(stage, me)

    return happens


def theme(stage: Stage, me: Any) -> str:
    return stage.theme("A", stage.post(me))


def shown_theme(stage: Stage, me: Any) -> str:
    stage.send(CLAIRE, "screen.show", scene="themes")
    return stage.theme("A")


def merged_theme(stage: Stage, me: Any) -> str:
    gone = shown_theme(stage, me)
    stage.send(CLAIRE, "theme.merge", theme=stage.theme("B"), merged=gone)
    return gone


def ballot(*commands: str) -> Happening:
    def happens(stage: Stage, me: Any) -> str:
        ballot = stage.ballot(stage.theme("A"), stage.theme("B"))
        stage.vote(me, ballot, THM_01=1)
        for command in commands:
            stage.send(CLAIRE, command, ballot=ballot)
        return ballot

    return happens


def statement(stage: Stage, me: Any) -> str:
    return str(stage.send(device("1"), "statement.propose", subject="s", says="d")["id"])


def shown_statement(stage: Stage, me: Any) -> str:
    key = statement(stage, me)
    stage.send(CLAIRE, "screen.show", scene="statements")
    return key


def referent(stage: Stage, me: Any) -> str:
    stage.send(me, "referent.propose", policy="eau", function="Chef")
    return "eau/ddt"


def shown_referent(stage: Stage, me: Any) -> str:
    key = referent(stage, me)
    stage.send(CLAIRE, "screen.show", scene="referents")
    return key


def cell(stage: Stage, me: Any) -> str:
    stage.post(me, kind="positioning", case="cas-1", role="pilot")
    return "cas-1/ddt"


def action(stage: Stage, me: Any) -> str:
    return str(stage.send(CLAIRE, "action.create", title="A", table="1")["id"])


def shown_action(stage: Stage, me: Any) -> str:
    stage.send(CLAIRE, "screen.show", scene="plan")
    return action(stage, me)


def dropped_action(stage: Stage, me: Any) -> str:
    key = shown_action(stage, me)
    stage.send(CLAIRE, "action.drop", action=key)
    return key


def card(kind: str) -> Happening:
    return lambda stage, me: str(stage.send(me, "commitment.make", kind=kind, text="t")["id"])


def parked(stage: Stage, me: Any) -> str:
    return str(stage.send(CLAIRE, "contribution.park", text="t")["id"])


def message(table: str | None) -> Happening:
    return lambda stage, me: str(stage.send(CLAIRE, "message.send", text="t", table=table)["id"])


def meeting(stage: Stage, me: Any) -> str:
    stage.state.apply([Put("meetings", Meeting("REN-01", "Lancement"))])
    return "REN-01"
