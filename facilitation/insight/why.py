"""Why two cards are together: what they have in common, in the words in which it is written."""

from dataclasses import dataclass
from typing import Final

from facilitation.insight.features import Glossary
from facilitation.insight.stopwords import Language, fold
from facilitation.insight.words import Word, content, stem, words

#: Two words with this many first letters in common are kin, whatever their stems.
KIN: Final = 5


@dataclass(frozen=True, slots=True)
class Shared:
    """One thing that two statements share, as each of them writes it."""

    left: str
    right: str


def shared(
    left: str, right: str, language: Language, glossary: Glossary | None = None
) -> list[Shared]:
    """What two statements share: acronyms and what they stand for, stems, kindred words."""
    found = [*_acronyms(left, right, glossary)] if glossary else []
    said = {stem(word.text, language): word for word in reversed(content(right, language))}
    kin = {word.key[:KIN]: word for word in said.values() if len(word.key) >= KIN}
    for word in content(left, language):
        other = said.get(stem(word.text, language)) or kin.get(word.key[:KIN])
        if other is not None:
            found.append(Shared(word.text, other.text))
    return _once(found)


def _acronyms(left: str, right: str, glossary: Glossary) -> list[Shared]:
    """Entries that one statement has in short and the other in full."""
    here, there = set(glossary.unsaid(left)), set(glossary.unsaid(right))
    return [
        Shared(_said(left, acronym, long), _said(right, acronym, long))
        for acronym, long in glossary.entries.items()
        if {acronym, long} <= here | there and (acronym in here) != (acronym in there)
    ]


def _said(text: str, acronym: str, long: str) -> str:
    """The form that a text has of an entry, as it is written there."""
    found, sought = list(words(text)), [word.key for word in words(long)]
    for start in range(len(found) - len(sought) + 1):
        run = found[start : start + len(sought)]
        if [word.key for word in run] == sought:
            return text[run[0].start : run[-1].end]
    return _short(found, acronym)


def _short(found: list[Word], acronym: str) -> str:
    return next((word.text for word in found if word.key == fold(acronym)), acronym)


def _once(found: list[Shared]) -> list[Shared]:
    kept: dict[str, Shared] = {}
    for one in found:
        kept.setdefault(fold(one.left), one)
    return list(kept.values())
