"""Sentences for the tests of this folder, and what is needed to group and to compare them."""

import csv
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from facilitation.insight.corpus import Corpus
from facilitation.insight.themes import Suggestion, Wishes, suggest

FILED = Path(__file__).parents[2] / "data" / "themes" / "fiches.csv"

WATER = (
    "Le prix de l’eau augmente chaque année",
    "Les factures d’eau sont illisibles",
    "Rénover les canalisations d’eau potable",
    "Le prix de l’eau varie d’une commune à l’autre",
)
BUSES = (
    "Il manque des bus le soir",
    "Plus de bus le dimanche",
    "Les horaires de bus changent trop souvent",
    "Les lignes de bus ne desservent pas la gare",
)
SCHOOLS = (
    "Les cantines scolaires coûtent cher",
    "La cantine devrait servir des produits locaux",
    "Les menus de la cantine ne sont pas connus",
    "Ouvrir la cantine à tous les élèves",
)
ALL = (*WATER, *BUSES, *SCHOOLS)


@cache
def filed() -> tuple[tuple[str, str], ...]:
    """Real sentences, each with the theme in which people filed it."""
    with FILED.open(encoding="utf-8") as file:
        return tuple((row["text"], row["theme"]) for row in csv.DictReader(file))


def corpus(texts: Iterable[str]) -> Corpus:
    """These texts, under the keys 0000, 0001…"""
    made = Corpus()
    made.put_all({f"{place:04d}": text for place, text in enumerate(texts)})
    return made


def themes(texts: Iterable[str], wishes: Wishes | None = None) -> Suggestion:
    """What is suggested for these texts."""
    return suggest(corpus(texts), wishes)


def parts(suggestion: Suggestion, texts: Iterable[str]) -> set[frozenset[str]]:
    """The groups as sets of texts."""
    said = list(texts)
    return {frozenset(said[int(key)] for key in group.members) for group in suggestion.groups}


def bcubed(found: list[str], wanted: list[str]) -> float:
    """The B-cubed F1 of two groupings (Bagga and Baldwin, 1998)."""

    def precise(one: list[str], other: list[str]) -> float:
        shares = []
        for mine, yours in zip(one, other, strict=True):
            near = [there for here, there in zip(one, other, strict=True) if here == mine]
            shares.append(near.count(yours) / len(near))
        return sum(shares) / len(shares)

    precision, recall = precise(found, wanted), precise(wanted, found)
    return 2 * precision * recall / (precision + recall)
