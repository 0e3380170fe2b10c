"""Parts 14 and 16 to 18, and the annexes: tools, parked points, evaluation, next steps."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from facilitation.domain.ballots import readable
from facilitation.domain.records import Ballot, Tally
from facilitation.domain.scenario import Term
from facilitation.views.document import Block, Heading, Items, KeyValues, Table, text
from facilitation.views.report.quoting import SHARED, numbers, quotes, shared
from facilitation.views.report.reading import Reader, enough
from facilitation.views.report.words import clock, day

#: The order of part 14.
TAGS: Final = ("common_tool", "good_practice", "pooling")


def tools(reader: Reader) -> Iterator[Block]:
    """14. Common tools to develop, good practices, poolings."""
    yield Heading(
        1,
        reader.say(
            "Outils communs à développer, bonnes pratiques, mutualisations",
            "Shared tools, good practice, pooling of resources",
        ),
    )
    if not any(one.tool for one in reader.actions()) and not any(
        SHARED & set(one.tags) for one in reader.posted()
    ):
        yield text(reader.word("none"))
        return
    yield from _tagged(reader, "common_tool", reader.say("Outils communs", "Shared tools"))
    planned = [one for one in reader.actions() if one.tool]
    if planned:
        yield Table(
            (
                reader.say("Action", "Action"),
                reader.say("Outil", "Tool"),
                reader.say("Porteur", "Owner"),
            ),
            tuple((one.id, one.tool, one.tool_owner) for one in planned),
            (2, 6, 4),
        )
    yield from _tagged(reader, "good_practice", reader.say("Bonnes pratiques", "Good practice"))
    yield from _tagged(reader, "pooling", reader.say("Mutualisations", "Pooling of resources"))


def _tagged(reader: Reader, tag: str, title: str) -> Iterator[Block]:
    """Texts with a tag; one with several is quoted under the first and told by number then."""
    texts = [one for one in reader.posted() if tag in one.tags]
    yield Heading(2, title)
    if not texts:
        yield text(reader.word("none"))
    here = [
        one for one in texts if shared(one) and tag == min(SHARED & set(one.tags), key=TAGS.index)
    ]
    yield from quotes(reader, here)
    label = reader.say("Cités ailleurs dans le compte rendu", "Quoted elsewhere in the minutes")
    yield from numbers(reader, label, [one for one in texts if one not in here])


def parked(reader: Reader) -> Iterator[Block]:
    """16. Points kept for later."""
    yield Heading(1, reader.say("Points à traiter ultérieurement", "Parked points"))
    points = reader.parked()
    if not points:
        yield text(reader.word("none"))
        return
    yield Table(
        (
            reader.say("N°", "No."),
            reader.say("Point", "Point"),
            reader.say("Suivi par", "Followed by"),
            reader.say("Échéance", "Due"),
        ),
        tuple(
            (
                one.id,
                one.text + (f" ({one.contribution})" if one.contribution else ""),
                one.owner,
                day(reader.language, one.due),
            )
            for one in points
        ),
        (2, 8, 3, 3),
    )


def evaluation(reader: Reader) -> Iterator[Block]:
    """17. The hot evaluation, from five answers up."""
    yield Heading(1, reader.say("Évaluation à chaud", "Closing evaluation"))
    counted = [
        (one, one.tally)
        for one in reader.state.ballots()
        if one.subject == "evaluation" and one.tally is not None
    ]
    if not counted:
        yield text(reader.word("not_treated"))
    for ballot, tally in counted:
        yield from _evaluated(reader, ballot, tally)


def _evaluated(reader: Reader, ballot: Ballot, tally: Tally) -> Iterator[Block]:
    answers = reader.count(tally.papers, ("réponse", "réponses"), ("answer", "answers"))
    if tally.blank and enough(tally.papers):
        answers += reader.say(f", dont {tally.blank} sans note", f", {tally.blank} without marks")
    yield text(f"{answers}.")
    if not enough(tally.papers):
        yield text(
            reader.say(
                "Moins de cinq réponses : détail non communiqué.",
                "Fewer than five answers: no details given.",
            )
        )
        return
    labels = {option.id: option.label for option in readable(reader.state, ballot)}
    rows = []
    for score in tally.scores:
        shown = _mean(score.total, score.papers).replace(".", reader.say(",", "."))
        spread = dict(score.values)
        rows.append(
            (labels[score.option], *(str(spread.get(value, 0)) for value in (1, 2, 3, 4)), shown)
        )
    yield Table(
        (
            reader.say("Question (de 1 à 4)", "Question (1 to 4)"),
            "1",
            "2",
            "3",
            "4",
            reader.say("Moyenne", "Mean"),
        ),
        tuple(rows),
        (7, 1, 1, 1, 1, 2),
        "",
        "lrrrrr",
    )
    if tally.remarks:
        yield Heading(2, reader.say("Remarques", "Comments"))
        told = Counter(tally.remarks)
        yield Items(tuple(_times(one, count) for one, count in told.items()), fine=True)


def _mean(total: int, papers: int) -> str:
    """One decimal, a half upwards: `core/mean.js` writes it so on every page."""
    if not papers:
        return "–"
    tenths = (20 * total + papers) // (2 * papers)
    return f"{tenths // 10}.{tenths % 10}"


def _times(remark: str, count: int) -> str:
    return f"{remark} (× {count})" if count > 1 else remark


def next_steps(reader: Reader) -> Iterator[Block]:
    """18. Commitments of services, and what comes next."""
    yield Heading(1, reader.say("Prochaines étapes", "Next steps"))
    page = reader.state.workshop.title_page
    pairs = (
        (reader.say("Prochaine rencontre", "Next meeting"), _when(reader, page.next_meeting)),
        (reader.say("Compte rendu attendu le", "Minutes due"), _when(reader, page.minutes_due)),
        (reader.say("Contact", "Contact"), page.contact),
    )
    kept = tuple(pair for pair in pairs if pair[1])
    if kept:
        yield KeyValues(kept)
    cards = reader.commitments()
    if cards:
        yield Heading(2, reader.say("Engagements de service", "Services’ commitments"))
        yield Table(
            (
                reader.say("N°", "No."),
                reader.say("Service", "Service"),
                reader.say("Engagement", "Commitment"),
                reader.say("Échéance", "By"),
            ),
            tuple(
                (
                    one.id,
                    reader.service(one.service),
                    one.text
                    + (
                        reader.say(
                            " (sous réserve de la hiérarchie)",
                            " (subject to management’s agreement)",
                        )
                        if one.subject_to_hierarchy
                        else ""
                    ),
                    day(reader.language, one.by),
                )
                for one in cards
            ),
            (2, 2, 8, 3),
        )


def _when(reader: Reader, value: str) -> str:
    return day(reader.language, value)


def glossary(reader: Reader) -> Iterator[Block]:
    """Annex: the acronyms."""
    terms = [one for one in reader.state.collections["glossary"].values() if isinstance(one, Term)]
    if terms:
        yield Heading(1, reader.say("Annexe 1 : glossaire", "Annex 1: glossary"))
        yield KeyValues(tuple((one.id, one.meaning) for one in sorted(terms, key=lambda t: t.id)))


def programme(reader: Reader) -> Iterator[Block]:
    """Annex: the programme as it was planned."""
    yield Heading(1, reader.say("Annexe 2 : programme", "Annex 2: programme"))
    yield KeyValues(
        tuple((clock(reader.language, step.starts), step.title) for step in reader.state.steps())
    )
