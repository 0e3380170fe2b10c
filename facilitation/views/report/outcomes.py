"""Parts 8 to 12: référents, dires de l'État, lessons, proposals by theme, votes."""

from collections.abc import Iterator

from facilitation.domain.ballots import readable
from facilitation.domain.records import Ballot, Contribution, Referent, Statement, Tally
from facilitation.domain.scenario import Policy
from facilitation.views.document import (
    Bar,
    BarChart,
    Block,
    Heading,
    Items,
    KeyValues,
    Note,
    Table,
    text,
)
from facilitation.views.report.quoting import numbers, quotes, shared
from facilitation.views.report.reading import Reader, enough

INDICATIVE = (
    "Priorisation indicative des participants ; ne vaut pas décision",
    "Participants’ indicative prioritisation; not a decision",
)


def referents(reader: Reader) -> Iterator[Block]:
    """8. Who carries which policy, in which service."""
    yield Heading(1, reader.say("Référents porteurs", "Lead contacts"))
    named: dict[str, list[Referent]] = {}
    for one in reader.referents():
        named.setdefault(one.policy, []).append(one)
    rows = tuple(_policy(reader, policy, named.get(policy.id, [])) for policy in reader.policies())
    if not rows:
        yield text(reader.word("not_treated"))
        return
    yield Table(
        (
            reader.say("Politique publique", "Policy"),
            reader.say(
                "Référents : service, fonction, état", "Lead contacts: service, post, status"
            ),
            reader.say("Restant à désigner", "Still to be named"),
        ),
        rows,
        (4, 7, 4),
    )


def _policy(reader: Reader, policy: Policy, named: list[Referent]) -> tuple[str, str, str]:
    """One row per policy: who is named by whom, and the services of which nobody is."""
    open_ones = ("to_be_named", "declined")
    told = [_referent(reader, one) for one in named if one.state not in open_ones]
    known = {one.service for one in named if one.state not in open_ones}
    left = [one.service for one in named if one.state in open_ones]
    left += [key for key in policy.services if key not in known and key not in left]
    return policy.name, "\n".join(told), ", ".join(reader.service(key) for key in left)


def _referent(reader: Reader, one: Referent) -> str:
    parts = [one.function, one.remark, reader.word(f"referent_{one.state}")]
    return reader.pair(reader.service(one.service), ", ".join(part for part in parts if part))


def statements(reader: Reader) -> Iterator[Block]:
    """9. The dires de l'État, with their réserves as text."""
    yield Heading(1, reader.say("Dire de l’État", "Shared statements"))
    kept = reader.state.statements()
    if not kept:
        yield text(reader.word("not_treated"))
    for one in kept:
        yield Heading(2, reader.pair(one.id, one.subject))
        yield KeyValues(tuple(pair for pair in _statement(reader, one) if pair[1]))


def _statement(reader: Reader, one: Statement) -> Iterator[tuple[str, str]]:
    yield reader.say("Destinataires", "Addressees"), one.audience
    yield reader.say("Ce que l’État dit", "What we say"), one.says
    yield reader.say("Ce qu’il ne dit pas", "What we do not say"), one.does_not_say
    yield reader.say("Porté par", "Said by"), one.carried_by
    yield reader.say("Réserve de compétence", "Limits of authority"), one.competence
    reserves = reader.listed(
        reader.pair(reader.service(reserve.service), reserve.text) for reserve in one.reserves
    )
    yield reader.say("Réserves", "Reservations"), reserves
    yield reader.say("État", "Status"), reader.word(f"statement_{one.state}")


def lessons(reader: Reader) -> Iterator[Block]:
    """10. What can be carried over from elsewhere."""
    yield Heading(1, reader.say("Enseignements transposables", "Lessons learned"))
    texts = [one for one in reader.posted() if "lesson" in one.tags]
    if not texts:
        yield text(reader.word("none"))
    yield from quotes(reader, texts)


def proposals(reader: Reader) -> Iterator[Block]:
    """11. Proposals gathered by theme, then those outside any theme."""
    yield Heading(1, reader.say("Propositions par thème", "Proposals by theme"))
    themes = reader.state.themes()
    # Lessons stand in part 10, tools and the like in part 14: they are quoted there.
    texts = [one for one in reader.posted() if not one.origin and "lesson" not in one.tags]
    for theme in themes:
        yield Heading(2, reader.theme(theme.id))
        if theme.subtitle:
            yield text(theme.subtitle)
        yield from _theme(reader, theme.id, texts)
    live = {theme.id for theme in themes}
    alone = [one for one in texts if one.kind == "proposal" and one.theme not in live]
    if alone:
        yield Heading(2, reader.say("Propositions hors thème", "Proposals outside any theme"))
        yield from _quoted(reader, alone)
    if not themes and not alone:
        yield text(reader.word("none"))


def _theme(reader: Reader, theme: str, texts: list[Contribution]) -> Iterator[Block]:
    mine = [one for one in texts if one.theme == theme]
    yield from _quoted(reader, [one for one in mine if one.kind == "proposal"])
    expected = [one for one in mine if one.kind == "expectation"]
    label = reader.say(
        "Attentes rattachées au thème (parties 5 et 6)",
        "Expectations in this theme (parts 5 and 6)",
    )
    yield from numbers(reader, label, expected)
    others = [
        one for one in reader.posted() if one.theme == theme and one not in mine and not one.origin
    ]
    label = reader.say("Enseignements (partie 10)", "Lessons (part 10)")
    yield from numbers(reader, label, others)


def _quoted(reader: Reader, texts: list[Contribution]) -> Iterator[Block]:
    yield from quotes(reader, [one for one in texts if not shared(one)])
    label = reader.say(
        "Outils, bonnes pratiques et mutualisations (partie 14)",
        "Tools, good practice and pooling (part 14)",
    )
    yield from numbers(reader, label, [one for one in texts if shared(one)])


def votes(reader: Reader) -> Iterator[Block]:
    """12. Each vote with its method, its numbers, its results and what they are worth."""
    yield Heading(1, reader.say("Priorisation", "Prioritisation"))
    ballots = [one for one in reader.state.ballots() if one.subject != "evaluation"]
    if not ballots:
        yield text(reader.word("not_treated"))
    for ballot in ballots:
        yield Heading(2, ballot.question or ballot.id)
        yield from vote(reader, ballot)


def indicative(reader: Reader) -> str:
    """The line that stands wherever a result does."""
    return reader.state.workshop.title_page.indicative or reader.say(*INDICATIVE)


def vote(reader: Reader, ballot: Ballot) -> Iterator[Block]:
    """One vote."""
    if ballot.state == "cancelled":
        reason = ballot.reason or reader.say("sans motif donné", "no reason given")
        yield text(reader.say(f"Vote annulé : {reason}.", f"Vote cancelled: {reason}."))
        return
    if ballot.tally is None:
        yield text(reader.say("Vote en cours.", "Vote under way."))
        return
    yield KeyValues(tuple(_numbers(reader, ballot, ballot.tally)))
    yield chart(reader, ballot, ballot.tally, title=reader.say("Résultats", "Results"))
    yield Note(indicative(reader))
    yield from _by_pole(reader, ballot, ballot.tally)
    if ballot.tally.remarks and enough(ballot.tally.papers):
        yield Items(ballot.tally.remarks)


def _numbers(reader: Reader, ballot: Ballot, tally: Tally) -> Iterator[tuple[str, str]]:
    method = reader.say(
        f"gommettes : {ballot.budget} par personne, {ballot.most} au plus sur une option",
        f"dots: {ballot.budget} each, at most {ballot.most} on one option",
    )
    yield reader.say("Méthode", "Method"), method
    yield reader.say("Inscrits", "Registered"), electorate(reader, tally)
    yield reader.say("Exprimés", "Cast"), str(tally.papers - tally.blank)
    yield reader.say("Blancs", "Blank"), str(tally.blank)


def electorate(reader: Reader, tally: Tally) -> str:
    """How many could vote; those who voted on paper stand beside the list, and are told apart."""
    if not tally.entered:
        return str(tally.registered)
    return reader.say(
        f"{tally.registered}, dont {tally.entered} sur papier",
        f"{tally.registered}, of whom {tally.entered} on paper",
    )


def chart(
    reader: Reader, ballot: Ballot, tally: Tally, *, title: str = "", most: int | None = None
) -> BarChart:
    """The results as bars, best first, with how many people gave something."""
    labels = {option.id: option.label for option in readable(reader.state, ballot)}
    scores = sorted(tally.scores, key=lambda score: -score.total)[:most]
    bars = tuple(
        Bar(
            labels[score.option],
            score.total,
            reader.count(score.papers, ("bulletin", "bulletins"), ("ballot", "ballots")),
        )
        for score in scores
    )
    told = reader.listed(reader.pair(bar.label, str(bar.value)) for bar in bars)
    unit = reader.say("gommettes", "dots")
    return BarChart(title or ballot.question or ballot.id, bars, unit, reader.pair(unit, told))


def _by_pole(reader: Reader, ballot: Ballot, tally: Tally) -> Iterator[Block]:
    if not tally.groups:
        return
    header = (reader.say("Option", "Option"), *(reader.pole(one.group) for one in tally.groups))
    totals = {score.option: score.total for score in tally.scores}
    best = sorted(
        enumerate(readable(reader.state, ballot)), key=lambda one: -totals.get(one[1].id, 0)
    )
    rows = tuple(
        (option.label, *(str(group.totals[place]) for group in tally.groups))
        for place, option in best
    )
    yield Table(
        header,
        rows,
        (5, *(2 for _ in tally.groups)),
        reader.say("Par pôle, à partir de cinq votants", "By pole, for five voters or more"),
        "l" + "r" * len(tally.groups),
    )
