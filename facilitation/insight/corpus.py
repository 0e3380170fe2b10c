"""The statements of a workshop, kept ready for a suggestion: each comes, changes or goes alone, and
what is near to what is kept up.

Statements with the same content words are one node of the graph: they are always together.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from facilitation.insight.features import Glossary, Reader
from facilitation.insight.louvain import Edges
from facilitation.insight.naming import Usage
from facilitation.insight.neighbours import Nearest, Postings, blocks
from facilitation.insight.phrases import Phrase, phrases
from facilitation.insight.sentences import SENTENCES, SIZE, WORDS, Encoder, centred
from facilitation.insight.stopwords import Language
from facilitation.insight.vectors import Coded, Floats, Rows, Vocabulary

#: Neighbours of each statement, with words alone and with sentences.
NEAR: Final = {WORDS: 15, SENTENCES: 12}
#: The part of the sentences in a similarity, the rest being that of the words.
MEANING: Final = 0.5
#: Up to so many statements everything is weighed anew for each suggestion: it takes a moment.
SMALL: Final = 600
#: A similarity that says nothing: two statements share a few letters.
LEAST: Final = 0.03
#: A statement without a word that says something is in no node.
NOWHERE: Final = -1
#: A share of statements that came or went since all was weighed, above which it should be again.
WORN: Final = 0.1


@dataclass(slots=True)
class Node:
    """Statements that are one to the graph; without any it is dead until the next weighing."""

    content: str
    coded: Coded
    statements: int = 0


@dataclass(slots=True)
class Statement:
    """A text, the phrases that might name its theme, and its node."""

    text: str
    said: list[Phrase]
    node: int


class Corpus:
    """See the module; `encoder` is that of `sentences`, or None for words alone."""

    def __init__(
        self,
        language: Language = "fr",
        glossary: Glossary | None = None,
        encoder: Encoder | None = None,
    ) -> None:
        self.language: Language = language
        self.engine = SENTENCES if encoder else WORDS
        self.usage = Usage()
        self.statements: dict[str, Statement] = {}
        self.nodes: list[Node] = []
        self._reader = Reader(language, glossary)
        self._encoder = encoder
        self._vocabulary = Vocabulary()
        self._places: dict[str, int] = {}
        self._near = Nearest(NEAR[self.engine])
        self._rows = Rows()
        self._meanings = np.zeros((0, SIZE if encoder else 0), np.float32)
        self._middle = np.zeros(0, np.float32)
        self._new: list[str] = []
        self._changes = 0

    def put(self, key: str, text: str) -> None:
        """A statement came, or its text is another now."""
        known = self.statements.get(key)
        if known is None or known.text != text:
            self.drop(key)
            fresh = self._enter({key: text})
            for node in fresh:
                self._rows.append(self._vocabulary.weigh(self.nodes[node].coded))
                self._near.room_for(node + 1)
                self._near.welcome(node, self._row(node))

    def put_all(self, texts: Mapping[str, str]) -> None:
        """Many at once: cheaper than one by one, for all is weighed together."""
        for key in texts:
            self.drop(key)
        self._enter(texts)
        self.refresh()

    def drop(self, key: str) -> None:
        """A statement went; nothing happens to one that is not there."""
        statement = self.statements.pop(key, None)
        if statement is None:
            return
        self.usage.count(statement.said, -1)
        if statement.node != NOWHERE:
            self._leave(statement.node)

    def _leave(self, place: int) -> None:
        node = self.nodes[place]
        node.statements -= 1
        if node.statements:
            return
        self._vocabulary.count(node.coded, -1)
        self._changes += 1
        del self._places[node.content]
        self._near.forget(place)

    def _enter(self, texts: Mapping[str, str]) -> list[int]:
        """Read statements and give each its node; returns the nodes that are new."""
        first = len(self.nodes)
        for key, text in texts.items():
            said = list(phrases(text, self.language))
            self.usage.count(said)
            self.statements[key] = Statement(text, said, self._node(text))
        fresh = list(range(first, len(self.nodes)))
        if self._encoder is not None and fresh:
            self._meanings = np.concatenate((self._meanings, self._encoder(self._new[:])))
        self._new.clear()
        return fresh

    def _node(self, text: str) -> int:
        features = self._reader.read(text)
        if not features.key:
            return NOWHERE
        place = self._places.setdefault(features.key, len(self.nodes))
        if place == len(self.nodes):
            coded = self._vocabulary.code(features)
            self._vocabulary.count(coded)
            self._changes += 1
            self._new.append(text)
            self.nodes.append(Node(features.key, coded))
        self.nodes[place].statements += 1
        return place

    def _row(self, node: int) -> Floats:
        """How similar all statements are to one; those that went are no neighbours."""
        words = self._rows.against(self._rows.vector(node))
        found: Floats = self._mixed(words[None, :], [node])[0]
        gone = [place for place, one in enumerate(self.nodes[: len(found)]) if not one.statements]
        found[gone] = -1
        return found

    def _mixed(self, words: Floats, nodes: Sequence[int]) -> Floats:
        """The similarity by words, and by meaning where sentences are understood."""
        if self._encoder is None:
            return words
        directions = centred(self._meanings[: words.shape[1]], self._middle)
        meaning = directions[nodes] @ directions.T
        return np.asarray(MEANING * meaning + (1 - MEANING) * words, np.float32)

    @property
    def is_worn(self) -> bool:
        """Tell whether so much came and went that rareness should be weighed anew."""
        return self._changes > WORN * len(self._places)

    def freshen(self) -> None:
        """Weigh anew what is few: then the way in which statements came leaves no trace."""
        if self._changes and len(self._places) <= SMALL:
            self.refresh()

    def refresh(self) -> None:
        """Weigh everything anew, as if all statements had come at once, in whatever order."""
        self._renumber()
        coded = [node.coded for node in self.nodes]
        vectors = [self._vocabulary.weigh(one) for one in coded]
        self._rows = Rows(vectors)
        self._near = Nearest(NEAR[self.engine])
        self._near.room_for(len(vectors))
        self._middle = self._meanings.mean(0) if len(self._meanings) else self._middle
        self._changes = 0
        if vectors:
            postings = Postings(vectors)
            for first, last in blocks(len(vectors)):
                words = postings.similarities(first, last)
                some = np.arange(first, last)
                self._near.set_rows(some, self._mixed(words, some.tolist()))

    def _renumber(self) -> None:
        """Nodes in the order of their contents, which does not depend on who wrote first."""
        order = sorted(self._places.items())
        moved = {old: new for new, (_, old) in enumerate(order)}
        self.nodes = [self.nodes[old] for _, old in order]
        if self._encoder is not None:
            self._meanings = self._meanings[[old for _, old in order]]
        self._places = {content: moved[old] for content, old in order}
        for statement in self.statements.values():
            statement.node = moved.get(statement.node, NOWHERE)

    def graph(self) -> tuple[list[int], list[Edges]]:
        """The living nodes in the order of their contents, and who is near to whom among them."""
        alive = [place for _, place in sorted(self._places.items())]
        return alive, self._near.edges(np.array(alive, np.int64), LEAST)
