"""The history of action sheets: its latest lines on the sheet, all of them in the annexe."""

from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import groupby
from typing import Final

from facilitation.domain.records import Action, SheetLine
from facilitation.views.document import Block, Heading, Table
from facilitation.views.report.reading import Reader
from facilitation.views.report.words import clock, day

#: So many lines leave the sheet on its page, each no longer than this.
LATEST: Final = 3
LONGEST: Final = 60

_LABELS: Final = {
    "title": ("Intitulé", "Title"),
    "theme": ("Thème", "Theme"),
    "policy": ("Politique publique", "Policy"),
    "status": ("Statut", "Status"),
    "validation": ("Validation", "Approval"),
    "why": ("Constat", "Finding"),
    "cases": ("Situations d’origine", "Situations it comes from"),
    "contributions": ("Contributions d’origine", "Contributions it comes from"),
    "tables": ("Tables d’origine", "Tables it comes from"),
    "goal": ("Objectif", "Objective"),
    "expected_result": ("Résultat attendu", "Expected result"),
    "beneficiaries": ("Bénéficiaires", "Beneficiaries"),
    "authority": ("Autorité compétente", "Competent authority"),
    "pilot": ("Service pilote", "Lead service"),
    "responsible": ("Responsable", "Person in charge"),
    "director_agreement": ("Accord du directeur", "Director’s agreement"),
    "referent": ("Référent", "Lead contact"),
    "associates": ("Services associés", "Associated services"),
    "partners": ("Partenaires extérieurs", "External partners"),
    "level": ("Niveau d’intervention", "Level of action"),
    "milestones": ("Étapes", "Stages"),
    "first_step": ("Première étape", "First step"),
    "conditions": ("Conditions de mise en œuvre", "Conditions"),
    "consultations": ("Consultations préalables", "Prior consultations"),
    "tool": ("Outil commun", "Shared tool"),
    "tool_owner": ("Porteur de l’outil", "Owner of the tool"),
    "tool_content": ("Données de l’outil", "Content of the tool"),
    "tool_access": ("Droits d’accès", "Access"),
    "means": ("Moyens", "Resources"),
    "pooling": ("Mutualisations", "Pooling of resources"),
    "statement": ("Dire de l’État associé", "Shared statement"),
    "start": ("Début", "Start"),
    "due": ("Échéance", "Due"),
    "revised_due": ("Échéance révisée", "Revised due date"),
    "revised_reason": ("Motif de la révision", "Reason for the revision"),
    "indicator": ("Indicateur", "Indicator"),
    "indicator_start": ("Indicateur, départ", "Indicator, start"),
    "indicator_target": ("Indicateur, cible", "Indicator, target"),
    "indicator_source": ("Indicateur, source", "Indicator, source"),
    "indicator_frequency": ("Indicateur, fréquence", "Indicator, frequency"),
    "body": ("Instance de suivi", "Monitoring body"),
    "risks": ("Risques", "Risks"),
    "arbitration": ("Arbitrage demandé", "Decision requested"),
    "arbitration_to": ("Arbitrage, à qui", "Decision, from whom"),
    "arbitration_by": ("Arbitrage, avant le", "Decision, by"),
    "table": ("Table rédactrice", "Writing table"),
}


def latest(reader: Reader, action: Action) -> str:
    """The last lines, as many as the sheet has room for."""
    lines = action.history[-LATEST:]
    return reader.listed(f"{when(reader, one.at)}, {_short(told(reader, one))}" for one in lines)


def _short(words: str) -> str:
    return words if len(words) <= LONGEST else f"{words[: LONGEST - 1].rstrip()}…"


def histories(reader: Reader) -> Iterator[Block]:
    """All that happened to each sheet, those that left the plan included."""
    kept = reader.state.collections["actions"].values()
    for action in (one for one in kept if isinstance(one, Action) and one.history):
        yield Heading(2, f"{action.id} – {action.title}")
        yield Table(
            (reader.say("Date", "Date"), reader.say("Ce qui a changé", "What changed")),
            tuple(_moments(reader, action)),
            (4, 16),
        )


def _moments(reader: Reader, action: Action) -> Iterator[tuple[str, str]]:
    """What happened within a minute stands together; fields without a value are named last."""
    for moment, lines in groupby(action.history, key=lambda line: when(reader, line.at)):
        here = list(lines)
        parts = [told(reader, line) for line in here if not _bare(line)]
        names = dict.fromkeys(reader.say(*_LABELS[line.what]) for line in here if _bare(line))
        if names:
            changed = reader.say("modifications" if len(names) > 1 else "modification", "changed")
            parts.append(reader.pair(changed, ", ".join(names)))
        yield moment, reader.listed(parts)


def _bare(line: SheetLine) -> bool:
    return line.what in _LABELS and not line.before and not line.after


def when(reader: Reader, at: int) -> str:
    """The day and the time, by the clock of the machine that stands in the room."""
    local = datetime.fromtimestamp(at / 1000, UTC).astimezone()
    date = day(reader.language, local.date().isoformat())
    return f"{date}, {clock(reader.language, local.hour * 60 + local.minute)}"


def told(reader: Reader, line: SheetLine) -> str:
    """A line of history in words."""
    if line.what == "created":
        return _created(reader, line)
    if line.what == "state":
        dropped = line.after == "removed"
        return (
            reader.say("fiche abandonnée", "sheet dropped")
            if dropped
            else reader.say("fiche rétablie", "sheet restored")
        )
    label = reader.say(*_LABELS[line.what])
    before, after = (_value(reader, line.what, key) for key in (line.before, line.after))
    if not before and not after:
        return reader.say(f"modification : {label}", f"changed: {label}")
    told = reader.pair(label, after or reader.say("vide", "empty"))
    return told + (
        reader.say(f" (auparavant : {before})", f" (before: {before})") if before else ""
    )


def _created(reader: Reader, line: SheetLine) -> str:
    sources = ", ".join(line.sources)
    parts = [reader.say("fiche créée", "sheet created")]
    if sources:
        parts.append(reader.say(f"d’après {sources}", f"from {sources}"))
    if line.after:
        parts.append(
            reader.say(f"pour la {reader.table(line.after)}", f"for {reader.table(line.after)}")
        )
    return ", ".join(parts)


def _value(reader: Reader, what: str, key: str) -> str:
    """A value as people read it: services, themes and codes by name, days in words."""
    if what in ("authority", "pilot"):
        return reader.service(key)
    if what in ("status", "level"):
        return reader.word(key)
    if what in ("start", "due", "revised_due"):
        return day(reader.language, key)
    named = {"theme": reader.theme, "policy": reader.policy, "table": reader.table}
    return named[what](key) or key if what in named else key
