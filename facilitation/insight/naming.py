"""Names for groups of statements: the phrases said often inside and seldom outside.

Class-based TF-IDF (M. Grootendorst, 2022, “BERTopic: neural topic modeling with a class-based
TF-IDF procedure”) on contiguous phrases instead of single words, so that a name reads as written.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from facilitation.insight.phrases import Phrase
from facilitation.insight.stopwords import fold

Key = tuple[str, ...]

#: The title and two more phrases for the subtitle.
SHOWN: Final = 3
#: In a group this small a phrase need not be said twice.
FEW: Final = 3
#: An acronym is short; longer capitals are somebody shouting.
ACRONYM: Final = 5


@dataclass(frozen=True, slots=True)
class Name:
    """A theme's title and what else it is about."""

    title: str
    subtitle: str = ""


class Usage:
    """How often, where and in which written forms each phrase stands in all statements."""

    def __init__(self) -> None:
        self.statements = 0
        self._said_by: Counter[Key] = Counter()
        self._times: Counter[Key] = Counter()
        self._led: defaultdict[Key, float] = defaultdict(float)
        self._written: defaultdict[Key, Counter[str]] = defaultdict(Counter)

    def count(self, said: Sequence[Phrase], times: int = 1) -> None:
        """A statement came (1) or went (-1)."""
        self.statements += times
        for phrase in said:
            self._times[phrase.key] += times
            self._led[phrase.key] += times * phrase.led
            self._written[phrase.key][phrase.written] += times
        for key in {phrase.key for phrase in said}:
            self._said_by[key] += times

    def ranked(self, group: Sequence[Sequence[Phrase]]) -> list[Key]:
        """The phrases of a group, the most telling first."""
        inside = Counter(key for said in group for key in {phrase.key for phrase in said})
        fewest = 1 if len(group) <= FEW else 2
        worth = {
            key: self._worth(key, count, len(group))
            for key, count in inside.items()
            if count >= fewest
        }
        return sorted(worth, key=lambda key: (-worth[key], key))

    def _worth(self, key: Key, inside: int, size: int) -> float:
        """How much it tells: said here and not elsewhere, by many, at a noun’s place, in words."""
        everywhere = self._said_by[key]
        outside = (everywhere - inside + 0.5) / (self.statements - size + 1)
        lift = math.log(1 + inside / size / outside)
        noun = 0.25 + self._led[key] / self._times[key]
        longer = 1 + 0.35 * (len(key) - 1)
        return float(inside**0.75 * lift * (inside / everywhere) ** 0.5 * longer * noun)

    def written(self, key: Key) -> str:
        """The commonest spelling, with accents; in capitals only if nobody wrote otherwise."""
        forms = self._written[key]
        spellings: Counter[str] = Counter()
        for form, times in forms.items():
            spellings[form.lower()] += times
        low = max(spellings, key=lambda form: (spellings[form], form != fold(form), form))
        same = (form for form in forms if form.lower() == low and forms[form] > 0)
        best = max(same, key=lambda form: (forms[form], form.islower(), form))
        return best.lower() if best.isupper() and len(best) > ACRONYM else best


def name_all(
    usage: Usage, groups: Sequence[Sequence[Sequence[Phrase]]], spare: Sequence[str]
) -> list[Name]:
    """A name for each group of statements, no two alike; the larger group chooses first.

    `spare` holds a text of each group, whose beginning is its name if no phrase can be.
    """
    taken: set[str] = set()
    named: dict[int, Name] = {}
    for place in sorted(range(len(groups)), key=lambda place: -len(groups[place])):
        told = list(_apart(usage.ranked(groups[place])))
        written = [usage.written(key) for key in told]
        named[place] = _named(written or [_beginning(spare[place])], taken)
        taken.add(fold(named[place].title))
    return [named[place] for place in range(len(groups))]


def _apart(keys: Iterable[Key]) -> Iterator[Key]:
    """Phrases that share no word with one before."""
    said: set[str] = set()
    for key in keys:
        if said.isdisjoint(key):
            said.update(key)
            yield key


def _named(told: list[str], taken: set[str]) -> Name:
    """The first phrase that no other theme has; if all are taken, two of them together."""
    free = [phrase for phrase in told if fold(phrase) not in taken]
    title = free[0] if free else _numbered(told, taken)
    others = [phrase for phrase in told if phrase != title][: SHOWN - 1]
    return Name(title[:1].upper() + title[1:], " · ".join(others))


def _numbered(told: list[str], taken: set[str]) -> str:
    base = told[0]
    return next(
        name
        for name in (base, *(f"{base} ({number})" for number in range(2, len(taken) + 3)))
        if fold(name) not in taken
    )


def _beginning(text: str) -> str:
    """Two words of a text that has no phrase: a number, a sign, a word of grammar."""
    return " ".join(text.split()[:2])[:40] or "…"
