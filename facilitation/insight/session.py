"""One workshop's suggestions over a day: told what came, changed and went, asked now and then.

What is told and answered is JSON, so that a process of its own may hold this (`suggesting`).
"""

from collections import defaultdict
from typing import Any, Final

from facilitation.insight.corpus import Corpus
from facilitation.insight.duplicates import Piece, Twins, marked
from facilitation.insight.features import Glossary
from facilitation.insight.lessons import Lessons
from facilitation.insight.sentences import Encoder
from facilitation.insight.stopwords import Language
from facilitation.insight.themes import Group, Wishes, suggest
from facilitation.insight.why import shared

Json = dict[str, Any]

#: Pairs told, the most alike first: nobody looks at more of them in a break.
MOST_PAIRS: Final = 50


class Session:
    """See the module."""

    def __init__(
        self, language: Language, glossary: dict[str, str], encoder: Encoder | None = None
    ) -> None:
        self._glossary = Glossary(language, glossary)
        self._corpus = Corpus(language, self._glossary, encoder)
        self._twins = Twins(language)
        self._lessons = Lessons()
        self._placed: dict[str, str] = {}
        self._before: dict[str, str] = {}

    def tell(self, put: dict[str, str], drop: list[str], placed: dict[str, str]) -> None:
        """Texts that are new or other now, those that went, and where people have put which."""
        for key in drop:
            self._corpus.drop(key)
            self._twins.drop(key)
            self._lessons.forget(key)
            self._before.pop(key, None)
        self._twins.put_all(put)
        if len(put) > len(self._corpus.statements):
            self._corpus.put_all(put)
        else:
            for key, text in put.items():
                self._corpus.put(key, text)
        self._learn(placed)
        self._placed = dict(placed)

    def settle(self) -> None:
        """Weigh everything anew where that is due; for a moment in which nobody waits."""
        if self._corpus.is_worn:
            self._corpus.refresh()

    def _learn(self, placed: dict[str, str]) -> None:
        """A text that left a theme in which others stayed does not belong with them."""
        staying: defaultdict[str, list[str]] = defaultdict(list)
        for key, theme in placed.items():
            if self._placed.get(key) == theme:
                staying[theme].append(key)
        for key, theme in self._placed.items():
            if key in self._corpus.statements and placed.get(key) != theme:
                self._before.pop(key, None)
                to = staying[placed[key]] if key in placed else []
                self._lessons.moved(key, staying[theme], to)

    def suggest(self) -> Json:
        """The themes that stand out now, what is outside of all, and texts nearly the same."""
        wishes = Wishes(self._placed, self._before, self._lessons.links)
        found = suggest(self._corpus, wishes)
        self._before = found.labels()
        return {
            "engine": found.engine,
            "groups": [self._group(group) for group in found.groups],
            "outside": dict(found.outside),
            "alike": self._alike(),
        }

    def _group(self, group: Group) -> Json:
        return {
            "key": group.key,
            "theme": group.key if group.key in self._placed.values() else None,
            "title": group.name.title,
            "subtitle": group.name.subtitle,
            "central": group.central,
            "members": list(group.members),
        }

    def _alike(self) -> list[Json]:
        told = []
        for left, right, worth in self._twins.best(MOST_PAIRS):
            texts = (self._corpus.statements[key].text for key in (left, right))
            here, there = marked(*texts)
            told.append(
                {
                    "left": left,
                    "right": right,
                    "likeness": round(worth.likeness, 3),
                    "score": round(worth.score, 3),
                    "difference": worth.difference,
                    "left_text": _told(here),
                    "right_text": _told(there),
                }
            )
        return told

    def why(self, left: str, right: str) -> Json:
        """What two texts have in common, as each of them writes it; nothing for unknown ones."""
        known = self._corpus.statements
        if left not in known or right not in known:
            return {"shared": []}
        found = shared(known[left].text, known[right].text, self._corpus.language, self._glossary)
        return {"shared": [[one.left, one.right] for one in found]}


def _told(pieces: list[Piece]) -> list[Json]:
    return [{"text": piece.text, "differs": piece.differs} for piece in pieces]
