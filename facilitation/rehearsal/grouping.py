"""Themes from contributions, simply: by the words they share. Pure; a draft, as in the room.

Known subjects come first, with the names that people give them; the rest is grouped by its most
shared word.
"""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any, Final

from facilitation.rehearsal.texts import mentions, plain

Json = dict[str, Any]

FEWEST: Final = 3
MOST: Final = 8
STEM: Final = 6


@dataclass(frozen=True, slots=True)
class Group:
    """A theme to be: its name, what it means, the numbers of its texts."""

    name: str
    subtitle: str
    texts: tuple[str, ...]


def groups(texts: dict[str, str], subjects: list[Json], stop: set[str]) -> list[Group]:
    """Themes for texts by number; whoever fits nowhere stays without one."""
    left = dict(texts)
    found: list[Group] = []
    for subject in _by_size(texts, subjects):
        numbers = _fitting(left, subject)
        if len(numbers) >= FEWEST and len(found) < MOST:
            found.append(Group(subject["name"], subject.get("subtitle", ""), numbers))
            left = {number: text for number, text in left.items() if number not in numbers}
    while len(found) < MOST:
        group = _shared(left, stop)
        if group is None:
            break
        found.append(group)
        left = {number: text for number, text in left.items() if number not in group.texts}
    return found


def _by_size(texts: dict[str, str], subjects: list[Json]) -> list[Json]:
    """The narrow subjects first, so that the wide ones do not take everything."""
    return sorted(subjects, key=lambda subject: len(_fitting(texts, subject)))


def _fitting(texts: dict[str, str], subject: Json) -> tuple[str, ...]:
    return tuple(number for number, text in texts.items() if mentions(text, subject["match"]))


def _words(text: str, stop: set[str]) -> dict[str, str]:
    """The telling words of a text, by stem."""
    words = re.findall(r"[^\W\d_]{4,}", text)
    telling = [word for word in words if plain(word) not in stop]
    return {plain(word)[:STEM]: word.lower() for word in telling}


def _shared(texts: dict[str, str], stop: set[str]) -> Group | None:
    """The texts that share the most common word, named after it and its companion."""
    words = {number: _words(text, stop) for number, text in texts.items()}
    counts = Counter(stem for stems in words.values() for stem in stems)
    if not counts or counts.most_common(1)[0][1] < FEWEST:
        return None
    stem = min(counts, key=lambda one: (-counts[one], one))
    members = tuple(number for number, stems in words.items() if stem in stems)
    beside = Counter(one for number in members for one in words[number] if one != stem)
    spelled = Counter(words[number][stem] for number in members).most_common(1)[0][0]
    companion = _spelled(words, members, beside)
    name = f"{spelled.capitalize()}, {companion}" if companion else spelled.capitalize()
    return Group(name, "", members)


def _spelled(
    words: dict[str, dict[str, str]], members: tuple[str, ...], beside: Counter[str]
) -> str:
    """The companion word as people write it; empty when nobody shares it."""
    if not beside or beside.most_common(1)[0][1] < FEWEST - 1:
        return ""
    stem = min(beside, key=lambda one: (-beside[one], one))
    return next(words[number][stem] for number in members if stem in words[number])


def nearest(text: str, themes: dict[str, str], subjects: list[Json]) -> str | None:
    """The theme of a newcomer among those that stand, by the subject that it is named after."""
    for subject in subjects:
        if mentions(text, subject["match"]):
            for theme, name in themes.items():
                if name == subject["name"]:
                    return theme
    return None
