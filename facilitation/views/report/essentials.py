"""The essentials that open the compte rendu and the relevé: the day in five lines, what the room
agreed upon, what is still open and what somebody must decide.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from facilitation.domain.records import Case, FollowUp, Statement
from facilitation.views.report.reading import Reader
from facilitation.views.report.situations import found, settled
from facilitation.views.report.words import day

AGREED: Final = ("agreed", "agreed_with_reserves", "validated")


def essentials(reader: Reader) -> Iterator[str]:
    """The day in five lines; what there is none of is not counted out."""
    lines = (_who(reader), _said(reader), _grouped(reader), _results(reader), _tools(reader))
    told = [f"{', '.join(parts)}." for parts in map(list, lines) if parts]
    yield from told or [reader.say("Aucune contribution à ce jour.", "No contribution so far.")]


def _counted(
    reader: Reader, *counts: tuple[int, tuple[str, str], tuple[str, str]]
) -> Iterator[str]:
    yield from (reader.count(number, *nouns) for number, *nouns in counts if number)


def _who(reader: Reader) -> Iterator[str]:
    present = [one for one in reader.state.participants() if one.state == "present"]
    return _counted(
        reader,
        (len(present), ("participant", "participants"), ("participant", "participants")),
        (
            len({one.service for one in present}),
            ("service représenté", "services représentés"),
            ("service represented", "services represented"),
        ),
    )


def _said(reader: Reader) -> Iterator[str]:
    """What the room wrote; what was brought from elsewhere is not its work."""
    said = Counter(one.kind for one in reader.posted() if not one.origin)
    return _counted(
        reader,
        (said["expectation"], ("attente", "attentes"), ("expectation", "expectations")),
        (said["positioning"], ("positionnement", "positionnements"), ("position", "positions")),
        (said["proposal"], ("proposition", "propositions"), ("proposal", "proposals")),
    )


def _grouped(reader: Reader) -> Iterator[str]:
    french = ("thème au tableau de synthèse", "thèmes au tableau de synthèse")
    english = ("theme on the board", "themes on the board")
    return _counted(reader, (len(reader.state.themes()), french, english))


def _results(reader: Reader) -> Iterator[str]:
    return _counted(
        reader,
        (
            len(reader.actions()),
            ("action proposée", "actions proposées"),
            ("action proposed", "actions proposed"),
        ),
        (
            len(reader.state.statements()),
            ("dire de l’État proposé", "dires de l’État proposés"),
            ("shared statement proposed", "shared statements proposed"),
        ),
    )


def _tools(reader: Reader) -> Iterator[str]:
    tools = sum(1 for one in reader.posted() if "common_tool" in one.tags)
    french = ("outil commun évoqué", "outils communs évoqués")
    return _counted(reader, (tools, french, ("shared tool mentioned", "shared tools mentioned")))


def agreed_statements(reader: Reader) -> list[Statement]:
    """The dires de l'État that the room agrees upon, with réserves or without."""
    return [one for one in reader.state.statements() if one.state in AGREED]


def agreements(reader: Reader) -> Iterator[str]:
    """What the room settled: who does what in each situation."""
    for case in reader.state.cases():
        told = settled(reader, case)
        if told:
            yield reader.pair(f"{case.number}. {case.title}", reader.listed(told))


def open_cases(reader: Reader) -> list[Case]:
    """The situations in which a role or the level is not settled."""
    return [one for one in reader.state.cases() if found(reader, one)]


def decisions(reader: Reader) -> tuple[str, ...]:
    """What is to be decided, by whom and before when."""
    return tuple(
        f"{one.arbitration} ({_by(reader, one.arbitration_to, one.arbitration_by)})"
        + _became(reader, one.id)
        for one in reader.actions()
        if one.arbitration
    )


def _became(reader: Reader, key: str) -> str:
    one = reader.state.find("followups", key)
    if not isinstance(one, FollowUp):
        return ""
    told = reader.pair(reader.say("suite", "outcome"), reader.word(f"followup_{one.outcome}"))
    return f" – {told}"


def _by(reader: Reader, who: str, when: str) -> str:
    told = day(reader.language, when)
    before = reader.say(f"avant le {told}", f"by {told}") if told else ""
    return ", ".join(part for part in (who, before) if part) or reader.word("nobody")
