"""One sheet per action: a fiche-action on one page, with a place for every field."""

from collections.abc import Iterator
from typing import Final

from facilitation.domain.records import Action
from facilitation.views.document import ActionSheet, Field, Group
from facilitation.views.report.history import latest
from facilitation.views.report.reading import Reader
from facilitation.views.report.words import day

#: So many situations are named in full on a sheet that must keep to one page.
MOST_TITLES: Final = 3


def sheet(reader: Reader, action: Action) -> ActionSheet:
    """One fiche-action, with a place for every field."""
    groups = (
        Group(reader.say("Identité", "Identity"), tuple(_identity(reader, action))),
        Group(reader.say("Pourquoi", "Why"), tuple(_why(reader, action))),
        Group(reader.say("Qui", "Who"), tuple(_who(reader, action))),
        Group(reader.say("Comment", "How"), tuple(_how(reader, action))),
        Group(reader.say("Suivi", "Follow-up"), tuple(_follow(reader, action))),
    )
    return ActionSheet(action.id, action.title, reader.word(action.status), groups)


def _identity(reader: Reader, action: Action) -> Iterator[Field]:
    yield Field(reader.say("Thème", "Theme"), reader.theme(action.theme))
    yield Field(reader.say("Politique publique", "Policy"), reader.policy(action.policy))
    yield Field(reader.say("Statut", "Status"), reader.word(action.status))
    yield Field(reader.say("Version", "Version"), str(len(action.history)))
    label = reader.say("Validation (qui, quand)", "Approval (who, when)")
    yield Field(label, action.validation)


def _why(reader: Reader, action: Action) -> Iterator[Field]:
    yield Field(reader.say("Constat", "Finding"), action.why)
    yield Field(
        reader.say("Situations d’origine", "Situations it comes from"), _cases(reader, action)
    )
    yield Field(
        reader.say("Contributions d’origine", "Contributions it comes from"),
        ", ".join(sorted(action.contributions)),
    )
    yield Field(reader.say("Tables", "Tables"), ", ".join(action.tables))
    score = f"{action.score}" if action.score is not None else ""
    yield Field(reader.say("Score (indicatif)", "Score (indicative)"), score)
    yield Field(reader.say("Objectif", "Objective"), action.goal)
    yield Field(reader.say("Résultat attendu", "Expected result"), action.expected_result)
    yield Field(reader.say("Bénéficiaires", "Beneficiaries"), action.beneficiaries)


def _cases(reader: Reader, action: Action) -> str:
    """In full up to three, by number beyond."""
    known = [case for case in reader.state.cases() if case.id in action.cases]
    if len(known) > MOST_TITLES:
        return ", ".join(str(case.number) for case in known)
    return reader.listed(f"{case.number}. {case.title}" for case in known)


def _who(reader: Reader, action: Action) -> Iterator[Field]:
    authority = reader.service(action.authority)
    yield Field(reader.say("Autorité compétente", "Competent authority"), authority)
    yield Field(reader.say("Service pilote", "Lead service"), reader.service(action.pilot))
    yield Field(reader.say("Responsable (fonction)", "Person in charge (post)"), action.responsible)
    yield Field(
        reader.say("Accord du directeur", "Director’s agreement"), action.director_agreement
    )
    yield Field(reader.say("Référent", "Lead contact"), action.referent)
    associates = reader.listed(
        reader.pair(reader.service(one.service), reader.word(one.role)) for one in action.associates
    )
    yield Field(reader.say("Services associés", "Associated services"), associates)
    yield Field(reader.say("Partenaires extérieurs", "External partners"), action.partners)
    yield Field(reader.say("Niveau d’intervention", "Level of action"), reader.word(action.level))


def _how(reader: Reader, action: Action) -> Iterator[Field]:
    yield Field(
        reader.say("Étapes", "Stages"),
        "",
        tuple(
            (
                str(number),
                stone.content,
                stone.responsible,
                day(reader.language, stone.due),
                reader.word("milestone_done" if stone.state == "done" else stone.state),
            )
            for number, stone in enumerate(action.milestones, 1)
        ),
        (
            reader.say("N°", "No."),
            reader.say("Contenu", "What"),
            reader.say("Responsable", "Who"),
            reader.say("Échéance", "Due"),
            reader.say("État", "State"),
        ),
    )
    yield Field(
        reader.say("Première étape sous 30 jours", "First step within 30 days"), action.first_step
    )
    yield Field(reader.say("Conditions de mise en œuvre", "Conditions"), action.conditions)
    yield Field(reader.say("Consultations préalables", "Prior consultations"), action.consultations)
    yield Field(reader.say("Outil commun à développer", "Shared tool to be developed"), action.tool)
    tool = reader.listed(
        part for part in (action.tool_owner, action.tool_content, action.tool_access) if part
    )
    yield Field(reader.say("Porteur, données, droits d’accès", "Owner, content, access"), tool)
    yield Field(reader.say("Moyens", "Resources"), action.means)
    yield Field(reader.say("Mutualisations", "Pooling of resources"), action.pooling)
    yield Field(reader.say("Dire de l’État associé", "Shared statement"), action.statement or "")


def _follow(reader: Reader, action: Action) -> Iterator[Field]:
    yield Field(reader.say("Début", "Start"), day(reader.language, action.start))
    due = day(reader.language, action.due)
    if action.revised_due:
        revised = day(reader.language, action.revised_due)
        due = reader.say(f"{due}, révisée au {revised}", f"{due}, revised to {revised}")
        due += f" ({action.revised_reason})" if action.revised_reason else ""
    yield Field(reader.say("Échéance", "Due"), due)
    yield Field(reader.say("Historique", "History"), latest(reader, action))
    yield Field(reader.say("Indicateur", "Indicator"), _indicator(reader, action))
    yield Field(reader.say("Instance de suivi", "Monitoring body"), action.body)
    yield Field(reader.say("Risques", "Risks"), action.risks)
    asked = reader.listed(
        part
        for part in (
            action.arbitration,
            action.arbitration_to,
            day(reader.language, action.arbitration_by),
        )
        if part
    )
    yield Field(
        reader.say("Arbitrage demandé (à qui, avant le)", "Decision requested (from whom, by)"),
        asked,
    )


def _indicator(reader: Reader, action: Action) -> str:
    parts = [action.indicator]
    for label, value in (
        (reader.say("départ", "start"), action.indicator_start),
        (reader.say("cible", "target"), action.indicator_target),
        (reader.say("source", "source"), action.indicator_source),
        (reader.say("fréquence", "frequency"), action.indicator_frequency),
    ):
        if value:
            parts.append(reader.pair(label, value))
    return reader.listed(part for part in parts if part)
