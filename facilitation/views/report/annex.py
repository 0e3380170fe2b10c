"""The annexe de travail: every contribution and what became of it; how things were counted."""

from collections.abc import Iterator
from typing import Final

from facilitation.domain.erasing import is_erased
from facilitation.domain.records import Contribution
from facilitation.views.document import (
    Block,
    Document,
    Heading,
    KeyValues,
    Note,
    PageBreak,
    Table,
    text,
)
from facilitation.views.report.frontpage import document
from facilitation.views.report.history import histories
from facilitation.views.report.reading import Reader

#: What is told of a positioning is longer than what became of it.
WIDTHS: Final = {
    "expectation": (5, 19, 10, 12),
    "positioning": (5, 21, 14, 6),
    "proposal": (5, 19, 10, 12),
}


def annex(reader: Reader) -> Document:
    """The restricted volume; with the compte rendu, nothing of the day is missing."""
    kind = reader.say("Annexe de travail", "Working annex")
    return document(reader, kind, _blocks(reader), restricted=True)


def _blocks(reader: Reader) -> Iterator[Block]:
    yield PageBreak()
    yield Heading(1, reader.say("Contributions et suites", "Contributions and outcomes"), "1")
    yield Note(
        reader.say(
            "Aucun nom de personne ne figure dans cette annexe. Les contributions non nominatives "
            "ne portent pas non plus de service, ni ici ni dans le fichier conservé.",
            "No person is named in this annex. Contributions without a name bear no service "
            "either, here or in the file kept.",
        )
    )
    themes = reader.listed(reader.theme(theme.id) for theme in reader.state.themes())
    if themes:
        yield text(reader.pair(reader.say("Thèmes", "Themes"), f"{themes}."))
    for kind in WIDTHS:
        texts = [one for one in reader.state.contributions() if one.kind == kind]
        if texts:
            yield Heading(2, f"{reader.word(f'{kind}s')} ({len(texts)})")
            yield _table(reader, texts, WIDTHS[kind])
    place = 2
    if reader.state.collections["actions"]:
        yield Heading(1, reader.say("Historique des fiches-actions", "History of the sheets"), "2")
        yield from histories(reader)
        place = 3
    yield Heading(1, reader.say("Notes de méthode", "Method notes"), str(place))
    yield KeyValues(tuple(_counts(reader)))
    yield text(
        reader.say(
            "Aucune ventilation n’est donnée pour moins de cinq répondants, ni lorsqu’elle "
            "permettrait de déduire le reste. Les bulletins de vote sont détruits à la clôture ; "
            "seul leur décompte est conservé.",
            "No breakdown is given for fewer than five respondents, nor when the rest could be "
            "deduced. Ballot papers are destroyed at the close; only their count is kept.",
        )
    )


def _table(reader: Reader, texts: list[Contribution], widths: tuple[int, ...]) -> Table:
    return Table(
        (
            reader.say("N°", "No."),
            reader.say("Texte", "Text"),
            reader.say("Origine et précisions", "Origin and details"),
            reader.say("Suite", "Outcome"),
        ),
        tuple(
            (
                one.id,
                "" if one.state == "withdrawn" else one.text,
                reader.listed(part for part in (reader.origin(one), reader.details(one)) if part),
                reader.outcome(one, short=True),
            )
            for one in texts
        ),
        widths,
    )


def _counts(reader: Reader) -> Iterator[tuple[str, str]]:
    texts = reader.state.contributions()
    aside = [one for one in texts if one.state == "set_aside"]
    yield reader.say("Contributions recueillies", "Contributions"), str(len(texts))
    yield reader.say("Écartées (motif au tableau)", "Set aside"), str(len(aside))
    erased = sum(1 for one in texts if is_erased(one))
    withdrawn = sum(1 for one in texts if one.state == "withdrawn") - erased
    yield reader.say("Retirées par leur auteur", "Withdrawn"), str(withdrawn)
    if erased:
        yield reader.say("Effacées par l’animateur", "Erased by the facilitator"), str(erased)
    late = sum(1 for one in texts if one.late)
    yield reader.say("Reçues après leur séquence", "Late"), str(late)
    seeds = sum(1 for one in texts if one.origin)
    yield reader.say("Rappels d’un travail antérieur", "Recalled from earlier work"), str(seeds)
    votes = [one for one in reader.state.ballots() if one.state == "cancelled"]
    yield reader.say("Votes annulés", "Cancelled votes"), str(len(votes))
